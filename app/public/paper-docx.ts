import type { LoaderFunctionArgs } from '@remix-run/node'
import { docxOf } from '#app/papers/docx/docx.server.ts'
import {
  componentSections,
  type DocxSection,
  type DocxSetting,
  decreeSections,
  pledgeSections,
  sheetSections,
  sopSections,
} from '#app/papers/docx/sections.ts'
import { paperMark } from '#app/use-cases/public/paper-code.ts'
import { readEmblem } from '#app/use-cases/public/read-emblem.server.ts'
import { standingOf } from '#engine'
import { type PaperMakers, paperNamed } from './paper-named.ts'
import { standardAt } from './reading.server.ts'

type Sections = (setting: DocxSetting) => DocxSection[]
const makers: PaperMakers<Sections> = {
  sheet: (sheet) => (setting) => sheetSections(sheet, setting),
  components: (table) => (setting) => componentSections(table, setting),
  sop: (sop) => (setting) => sopSections(sop, setting),
  decree: (decree, set) => (setting) => decreeSections(decree, set, setting),
  pledge: (pledge) => (setting) => pledgeSections(pledge, setting),
}

/** A paper of a standard as a document to edit; which one the last part of the address says. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = await standardAt(params, context)
  const name = new URL(request.url).pathname.split('/').at(-1)?.replace('.docx', '') ?? ''
  const sections = paperNamed(name, view, makers)
  if (sections === null) throw new Response(null, { status: 404 })
  const { definition, publication, agency } = view
  const { address } = paperMark(view, context.ports)
  const title = definition.identity.title
  const docx = await docxOf({
    title,
    author: agency.name,
    standing: standingOf(publication),
    address,
    layout: agency.papers,
    emblem: await readEmblem(agency, context.ports),
    sections,
  })
  return new Response(docx, {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'Content-Disposition': `attachment; filename="${view.slug}-${name}-v${publication.version}.docx"`,
      'Cache-Control': 'no-cache',
    },
  })
}
