import { componentParts, decreeParts, type PdfPart, pledgeParts, sheetParts, sopParts } from '#app/papers/pdf/parts.ts'
import { pdfOf } from '#app/papers/pdf/pdf.server.ts'
import type { Ports } from '#app/ports.ts'
import { type PaperMakers, paperNamed } from '#app/public/paper-named.ts'
import { standingOf } from '#engine'
import { paperMark } from './paper-code.ts'
import { readEmblem } from './read-emblem.server.ts'
import type { StandardView } from './read-standard.server.ts'
import { recordPrint } from './record-print.server.ts'

const makers: PaperMakers<PdfPart[]> = {
  sheet: sheetParts,
  components: componentParts,
  sop: (sop) => sopParts(sop),
  decree: decreeParts,
  pledge: pledgeParts,
}

/** One paper of a standard as PDF, written down as ours before it leaves; null where the standard has no such paper. */
export async function makePaper(name: string, view: StandardView, ports: Ports): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts = paperNamed(name, view, makers)
  if (parts === null) return null
  const { agencyId, slug, definition, publication, agency } = view
  const pdf = await pdfOf({
    title: definition.identity.title,
    author: agency.name,
    standing: standingOf(publication),
    emblem: await readEmblem(agency, ports),
    ...paperMark(view, ports),
    parts,
  })
  await recordPrint({ agencyId, slug, version: publication.version, paper: name, bytes: pdf }, ports)
  return pdf
}
