import { randomBytes } from 'node:crypto'
import type { RouteConfigEntry } from '@remix-run/dev/dist/config/routes.js'
import type { ServerBuild } from '@remix-run/node'
import { createRequestHandler } from '@remix-run/node'
import { api } from '#app/api/index.ts'
import type { Ports } from '#app/ports.ts'
import routeConfig from '#app/routes.ts'
import { createApp } from '#app/server/app.ts'
import type { LogLine } from '#app/server/log.ts'
import { routeNames } from '#app/server/route-names.ts'
import { findVisitor } from '#app/use-cases/account/find-visitor.server.ts'
import { bringIntoForce } from '#app/use-cases/decrees/bring-into-force.server.ts'
import { pageStamp } from '#app/use-cases/public/page-stamp.server.ts'
import { sessions } from '#db/schema.ts'
import { secretHash } from '#db/stores/sessions.ts'

type Module = ServerBuild['routes'][string]['module'] & { action?: unknown; loader?: unknown }
export type SiteRoute = { id: string; parentId?: string; path?: string; index?: boolean; file: string; pattern: string }

const modules = import.meta.glob<Module>('../../app/**/*.{ts,tsx}')

/** Every route of `app/routes.ts`, layouts included, with the whole pattern of its address. */
export const siteRoutes: readonly SiteRoute[] = flat(routeConfig as readonly RouteConfigEntry[], undefined, '')

function flat(entries: readonly RouteConfigEntry[], parentId: string | undefined, above: string): SiteRoute[] {
  return entries.flatMap(({ id = null, path, index, file, children = [] }) => {
    const name = id ?? file.replace(/\.tsx?$/, '')
    const pattern = path ? `${above}/${path}` : above
    const own = { id: name, parentId: parentId ?? 'root', path, index, file, pattern: pattern || '/' }
    return [own, ...flat(children, name, pattern)]
  })
}

export const isWritten = ({ file }: SiteRoute): boolean => `../../app/${file}` in modules

/** What a route's module answers to. */
export async function handlersOf(route: SiteRoute): Promise<{ reads: boolean; writes: boolean }> {
  const module = await load(route.file)
  return { reads: Boolean(module.loader), writes: Boolean(module.action) }
}

function load(file: string): Promise<Module> {
  const found = modules[`../../app/${file}`]
  if (!found) throw new Error(`app/routes.ts names ${file}, which is not there`)
  return found()
}

async function buildOf(): Promise<ServerBuild> {
  const all = [{ id: 'root', path: '', file: 'root.tsx' } as SiteRoute, ...siteRoutes.filter(isWritten)]
  const routes = await Promise.all(
    all.map(async ({ id, parentId, path, index, file }) => ({ id, parentId, path, index, module: await load(file) })),
  )
  const assets = routes.map(({ id, parentId, path, index, module }) => ({
    ...{ id, parentId, path, index, module: `/assets/${id}.js` },
    hasAction: Boolean(module.action),
    hasLoader: Boolean(module.loader),
    hasClientAction: false,
    hasClientLoader: false,
    hasErrorBoundary: Boolean(module.ErrorBoundary),
  }))
  return {
    entry: { module: (await load('entry.server.tsx')) as unknown as ServerBuild['entry']['module'] },
    routes: Object.fromEntries(routes.map((route) => [route.id, route])) as ServerBuild['routes'],
    assets: {
      entry: { module: '/assets/entry.js', imports: [] },
      routes: Object.fromEntries(assets.map((route) => [route.id, route])),
      url: '/assets/manifest.js',
      version: 'test',
    } as ServerBuild['assets'],
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_routeConfig: true,
      v3_singleFetch: true,
      v3_lazyRouteDiscovery: true,
      unstable_optimizeDeps: true,
    } as ServerBuild['future'],
    mode: 'production',
    isSpaMode: false,
  }
}

export type Site = {
  /** One request through every layer of the server. */
  ask(path: string, init?: RequestInit & { as?: string; from?: string }): Promise<Response>
  /** A form as the browser sends it. */
  post(
    path: string,
    fields: Readonly<Record<string, string>> | FormData,
    init?: RequestInit & { as?: string; from?: string },
  ): Promise<Response>
  /** A session of the person; its cookie goes in `as`. */
  signIn(personId: string): Promise<string>
  logged: LogLine[]
}

/** The whole server without a socket: all layers, all pages, the interface, on the ports given. */
export async function aSite(ports: Ports): Promise<Site> {
  const logged: LogLine[] = []
  const build = await buildOf()
  const app = createApp({
    ports,
    settings: {
      ...ports.settings,
      ...{ host: '127.0.0.1', port: 80, databaseUrl: null, databaseOwnerUrl: null, originKnown: true, trustedProxies: 1 },
      ...{ signatureProvider: null, trustedIssuers: null },
    },
    log: (line) => logged.push(line),
    development: false,
    client: null,
    api: api(ports),
    readiness: async () => null,
    routeOf: routeNames(build.routes),
    stampOf: (path) => pageStamp(path, ports),
    beginDueActs: () => bringIntoForce(ports),
    findVisitor: (request) => findVisitor(request, ports),
    render: createRequestHandler(build, 'production'),
  })
  const ask: Site['ask'] = async (path, { as, from = '10.0.0.1', ...init } = {}) => {
    const headers = new Headers(init.headers)
    headers.set('X-Forwarded-For', from)
    if (as) headers.set('Cookie', `baku_session=${as}`)
    return app.fetch(new Request(ports.settings.origin + path, { ...init, headers }))
  }
  return {
    ask,
    logged,
    post: (path, fields, init = {}) => {
      const body = fields instanceof FormData ? fields : new URLSearchParams(fields)
      return ask(path, { ...init, method: 'POST', body, headers: { Origin: ports.settings.origin, ...init.headers } })
    },
    async signIn(personId) {
      const token = randomBytes(32).toString('base64url')
      const now = ports.now()
      await ports.db
        .insert(sessions)
        .values({ tokenHash: secretHash(token), personId, createdAt: new Date(now), expiresAt: new Date(now + 3_600_000) })
      return token
    },
  }
}
