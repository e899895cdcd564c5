import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { api } from '#app/api/index.ts'
import { findVisitor } from '#app/use-cases/account/find-visitor.server.ts'
import { bringIntoForce } from '#app/use-cases/decrees/bring-into-force.server.ts'
import { pageStamp } from '#app/use-cases/public/page-stamp.server.ts'
import { createApp } from './app.ts'
import { log } from './log.ts'
import { routeNames } from './route-names.ts'
import type { World } from './world.ts'

type Options = { build: ServerBuild; client: string | null; development: boolean; stopping(): boolean }

/** The server around the pages, on one opened world. */
export function serverOf(world: World, { build, client, development, stopping }: Options) {
  const { ports, settings } = world
  return createApp({
    ports,
    settings,
    log,
    development,
    client,
    api: api(ports),
    routeOf: routeNames(build.routes),
    readiness: async () => (stopping() ? 'stopping' : world.readiness()),
    stampOf: (path) => pageStamp(path, ports),
    beginDueActs: () => bringIntoForce(ports),
    findVisitor: (request) => findVisitor(request, ports),
    render: createRequestHandler(build, development ? 'development' : 'production'),
  })
}
