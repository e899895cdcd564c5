import * as build from 'virtual:remix/server-build'
import { builtClient } from './server/built-client.ts'
import { serverOf } from './server/pages.ts'
import { start } from './server/start.ts'
import { openWorld, type World } from './server/world.ts'
import { readSettings } from './settings.ts'

declare global {
  /** Development loads this module anew after every change; the database may be opened only once. */
  var bakuWorld: Promise<World> | undefined
}

/** What Vite's development server calls; in production the process listens by itself. */
export const app = {
  async fetch(request: Request): Promise<Response> {
    globalThis.bakuWorld ??= openWorld(readSettings({ ...process.env, PORT: process.env.PORT || '5173' }))
    const world = await globalThis.bakuWorld
    return serverOf(world, { build, client: null, development: true, stopping: () => false }).fetch(request)
  },
}

if (import.meta.env.PROD) await start(build, builtClient(import.meta.dirname))
