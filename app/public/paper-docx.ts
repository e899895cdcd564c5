import type { LoaderFunctionArgs } from '@remix-run/node'
import { docxOf } from '#app/papers/docx/docx.server.ts'
import type { ListCount } from '#app/papers/docx/lists.ts'
import {
  componentSections,
  type DocxSection,
  decreeSections,
  pledgeSections,
  sheetSections,
  sopSections,
} from '#app/papers/docx/sections.ts'
import { paperMark } from '#app/use-cases/public/paper-code.ts'
import { standingOf } from '#engine'
import { type PaperMakers, paperNamed } from './paper-named.ts'
import { standardAt } from './reading.server.ts'

type Sections = (count: ListCount) => DocxSection[]
const makers: PaperMakers<Sections> = {
  sheet: (sheet) => (count) => sheetSections(sheet, count),
  components: (table) => (count) => componentSections(table, count),
  sop: (sop) => (count) => sopSections(sop, count),
  decree: (decree, set) => (count) => decreeSections(decree, set, count),
  pledge: (pledge) => (count) => pledgeSections(pledge, count),
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
  const docx = await docxOf({ title, author: agency.name, standing: standingOf(publication), address, sections })
  return new Response(docx, {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'Content-Disposition': `attachment; filename="${view.slug}-${name}-v${publication.version}.docx"`,
      'Cache-Control': 'no-cache',
    },
  })
}
