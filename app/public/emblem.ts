import type { LoaderFunctionArgs } from '@remix-run/node'
import { valueOrPage } from '#app/answer.server.ts'
import { readEmblemAt } from '#app/use-cases/public/read-emblem.server.ts'

/** An agency's emblem, for pages. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { mediaType, bytes } = valueOrPage(await readEmblemAt(params.sha256 ?? '', context.ports), request)
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': mediaType, 'Cache-Control': 'public, max-age=31536000, immutable' },
  })
}
