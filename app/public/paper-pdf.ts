import type { LoaderFunctionArgs } from '@remix-run/node'
import { componentParts, decreeParts, type PdfPart, pledgeParts, sheetParts, sopParts } from '#app/papers/pdf/parts.ts'
import { pdfOf } from '#app/papers/pdf/pdf.server.ts'
import type { StandardView } from '#app/use-cases/public/read-standard.server.ts'
import { componentTable, decreePaper, servicePledge, serviceSheet, sopPaper, standingOf } from '#engine'
import { standardAt } from './reading.server.ts'

/** A paper of a standard as PDF; which one the last part of the address says. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = await standardAt(params, context)
  const { origin, pathname } = new URL(request.url)
  const name = pathname.split('/').at(-1)?.replace('.pdf', '') ?? ''
  const parts = partsOf(name, view)
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

/** What the paper consists of; null where the standard has no such paper. */
function partsOf(name: string, { definition, publication, agency }: StandardView): PdfPart[] | null {
  const service = definition.identity.kind === 'service'
  const sop = () => sopPaper(definition, publication, agency)
  const table = () => componentTable(definition, publication, agency)
  switch (name) {
    case 'lembar':
      return service ? sheetParts(serviceSheet(definition, publication, agency)) : null
    case 'komponen':
      return componentParts(table())
    case 'sop':
      return sopParts(sop())
    case 'sk': {
      const decree = decreePaper(definition, publication, agency)
      return decree && decreeParts(decree, service ? { table: table(), sop: null } : { table: null, sop: sop() })
    }
    case 'maklumat': {
      const pledge = servicePledge(definition, publication, agency)
      return pledge && pledgeParts(pledge)
    }
    default:
      return null
  }
}
