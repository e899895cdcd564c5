import type { LoaderFunctionArgs } from '@remix-run/node'
import { valueOrPage } from '#app/answer.server.ts'
import { frozenPaper } from '#app/use-cases/signing/frozen-paper.server.ts'
import { decreePlace } from './place.server.ts'

/** The paper of a decree as it is signed. */
export async function loader(args: LoaderFunctionArgs) {
  const { pdf, number } = valueOrPage(await frozenPaper(await decreePlace(args), args.context.ports), args.request)
  const name = `SK ${number}`.replaceAll(/[^\w .-]/g, '-')
  return new Response(pdf, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${name}.pdf"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
