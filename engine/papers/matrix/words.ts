import type { SopPaper } from '../sop-paper.ts'
import type { MatrixDrawing, MatrixPage } from './drawing.ts'
import { markWords } from './options.ts'
import type { PageWords } from './svg.ts'

/** A page in words: each row with who does it and where it leads, as the arrows show it. */
export function pageWords(
  sop: Pick<SopPaper, 'title' | 'lanes' | 'steps'>,
  { pages }: MatrixDrawing,
  page: MatrixPage,
): PageWords {
  const names = new Map(sop.lanes.map(({ id, name }) => [id, name]))
  const rows = sop.steps.slice(page.first - 1, page.first - 1 + page.count)
  const marks = new Map(page.marks.map(({ row, mark }) => [row, ` (${markWords[mark]})`]))
  const said = rows.map(({ number, lane, joint, activity, leadsTo }) => {
    const who = [lane, ...joint].flatMap((id) => names.get(id) ?? []).join(' dan ')
    return [`${number}.${marks.get(number) ?? ''} ${who}: ${activity}.`, ...leadsTo.map((way) => `${way}.`)].join(' ')
  })
  return { title: `Bagan alir SOP ${sop.title}, halaman ${page.number} dari ${pages.length}`, description: said.join('\n') }
}
