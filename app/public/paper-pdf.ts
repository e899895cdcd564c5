import type { LoaderFunctionArgs } from '@remix-run/node'
import { componentParts, decreeParts, type PdfPart, pledgeParts, sheetParts, sopParts } from '#app/papers/pdf/parts.ts'
import { pdfOf } from '#app/papers/pdf/pdf.server.ts'
import { paperMark } from '#app/use-cases/public/paper-code.ts'
import { readEmblem } from '#app/use-cases/public/read-emblem.server.ts'
import { recordPrint } from '#app/use-cases/public/record-print.server.ts'
import { standingOf } from '#engine'
import { type PaperMakers, paperNamed } from './paper-named.ts'
import { standardAt } from './reading.server.ts'

const makers: PaperMakers<PdfPart[]> = {
  sheet: sheetParts,
  components: componentParts,
  sop: sopParts,
  decree: decreeParts,
  pledge: pledgeParts,
}

/** A paper of a standard as PDF; which one the last part of the address says. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = await standardAt(params, context)
  const name = new URL(request.url).pathname.split('/').at(-1)?.replace('.pdf', '') ?? ''
  const parts = paperNamed(name, view, makers)
  if (parts === null) throw new Response(null, { status: 404 })
  const { definition, publication, agency } = view
  const pdf = await pdfOf({
    title: definition.identity.title,
    author: agency.name,
    standing: standingOf(publication),
    emblem: await readEmblem(agency, context.ports),
    ...paperMark(view, context.ports),
    parts,
  })
  const { agencyId, slug } = view
  await recordPrint({ agencyId, slug, version: publication.version, paper: name, bytes: pdf }, context.ports)
  return new Response(pdf, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${slug}-${name}-v${publication.version}.pdf"`,
      'Cache-Control': 'no-cache',
    },
  })
}
