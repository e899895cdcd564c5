import type { LoaderFunctionArgs } from '@remix-run/node'
import { componentParts, decreeParts, type PdfPart, pledgeParts, sheetParts, sopParts } from '#app/papers/pdf/parts.ts'
import { pdfOf } from '#app/papers/pdf/pdf.server.ts'
import { standingOf } from '#engine'
import { type PaperMakers, paperNamed } from './paper-named.ts'
import { standardAt } from './reading.server.ts'

const makers: PaperMakers<PdfPart[]> = {
  sheet: sheetParts,
  components: componentParts,
  sop: (sop) => sopParts(sop),
  decree: decreeParts,
  pledge: pledgeParts,
}

/** A paper of a standard as PDF; which one the last part of the address says. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = await standardAt(params, context)
  const { origin, pathname } = new URL(request.url)
  const name = pathname.split('/').at(-1)?.replace('.pdf', '') ?? ''
  const parts = paperNamed(name, view, makers)
  if (parts === null) throw new Response(null, { status: 404 })
  const { definition, publication, agency } = view
  const address = `${origin}/standar/${view.agencyId}/${view.slug}/v/${publication.version}`
  const pdf = await pdfOf({
    title: definition.identity.title,
    author: agency.name,
    standing: standingOf(publication),
    address,
    parts,
  })
  return new Response(pdf, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${view.slug}-${name}-v${publication.version}.pdf"`,
      'Cache-Control': 'no-cache',
    },
  })
}
