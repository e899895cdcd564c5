import type { LoaderFunctionArgs } from '@remix-run/node'
import { makePaper } from '#app/use-cases/public/make-paper.server.ts'
import { standardAt } from './reading.server.ts'

/** A paper of a standard as PDF; which one the last part of the address says. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = await standardAt(params, context)
  const name = new URL(request.url).pathname.split('/').at(-1)?.replace('.pdf', '') ?? ''
  const pdf = await makePaper(name, view, context.ports)
  if (pdf === null) throw new Response(null, { status: 404 })
  return new Response(pdf, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${view.slug}-${name}-v${view.publication.version}.pdf"`,
      'Cache-Control': 'no-cache',
    },
  })
}
