import type { LoaderFunctionArgs } from '@remix-run/node'
import { componentParts, decreeParts, type PdfPart, sheetParts, sopParts } from '#app/papers/pdf/parts.ts'
import { pdfOf } from '#app/papers/pdf/pdf.server.ts'
import { paperCode } from '#app/use-cases/public/paper-code.ts'
import type { StandardView } from '#app/use-cases/public/read-standard.server.ts'
import { recordPrint } from '#app/use-cases/public/record-print.server.ts'
import { componentTable, decreePaper, serviceSheet, sopPaper, standingOf } from '#engine'
import { standardAt } from './reading.server.ts'

/** A paper of a standard as PDF; which one the last part of the address says. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = await standardAt(params, context)
  const name = new URL(request.url).pathname.split('/').at(-1)?.replace('.pdf', '') ?? ''
  const parts = partsOf(name, view)
  if (parts === null) throw new Response(null, { status: 404 })
  const { definition, publication, agency } = view
  const version = { agencyId: view.agencyId, slug: view.slug, version: publication.version }
  const code = paperCode({ ...version, digest: publication.digest })
  const pdf = await pdfOf({
    title: definition.identity.title,
    author: agency.name,
    standing: standingOf(publication),
    code,
    // A paper lasts: what it leads to is where we are known, not what this request called us.
    address: `${context.ports.settings.origin}/cek/${code}`,
    parts,
  })
  await recordPrint({ ...version, paper: name, bytes: pdf }, context.ports)
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
    default:
      return null
  }
}
