import { getRequestListener } from '@hono/node-server'
import type { Plugin } from 'vite'

type Entries = { index: string } & Record<string, string>
type ServerModule = { app: { fetch(request: Request): Response | Promise<Response> } }

/**
 * One bundle holds server, app, engine and db: our server is the entry of the server build, and in development it is
 * loaded anew through Vite for every request. Must stand before Remix's plugin, which would otherwise take the entry.
 */
export function ownServer(entries: Entries): Plugin[] {
  return [
    {
      name: 'own-server-dev',
      apply: 'serve',
      configureServer(server) {
        return () => {
          server.middlewares.use(async (request, response, next) => {
            try {
              request.url = request.originalUrl
              const { app } = (await server.ssrLoadModule(entries.index)) as ServerModule
              await getRequestListener(app.fetch, { overrideGlobalObjects: false })(request, response)
            } catch (error) {
              if (error instanceof Error) server.ssrFixStacktrace(error)
              next(error)
            }
          })
        }
      },
    },
    {
      name: 'own-server-build',
      apply: 'build',
      enforce: 'post',
      config: (_config, { isSsrBuild }) =>
        isSsrBuild
          ? { build: { rollupOptions: { input: entries, output: { entryFileNames: '[name].js' } }, emptyOutDir: true } }
          : undefined,
    },
  ]
}
