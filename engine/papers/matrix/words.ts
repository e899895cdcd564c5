import type { SopFlow } from '../sop-paper.ts'
import type { MatrixDrawing, MatrixPage } from './drawing.ts'
import { markWords } from './options.ts'
import type { PageWords } from './svg.ts'

/** A page in words: each row with who does it and where it leads, as the arrows show it. */
export function pageWords(sop: SopFlow, { pages }: MatrixDrawing, page: MatrixPage): PageWords {
  const rows = sop.steps.slice(page.first - 1, page.first - 1 + page.count)
  const marks = new Map(page.marks.map(({ row, mark }) => [row, ` (${markWords[mark]})`]))
  const title = `Bagan alir SOP ${sop.title}, halaman ${page.number} dari ${pages.length}`
  return { title, description: stepsInWords(sop.lanes, rows, marks) }
}

/** Steps line by line: who does what, and where it leads. `marks` stand behind the number of a row. */
export function stepsInWords(lanes: SopFlow['lanes'], steps: SopFlow['steps'], marks?: ReadonlyMap<number, string>): string {
  const names = new Map(lanes.map(({ id, name }) => [id, name]))
  const said = steps.map(({ number, lane, joint, activity, leadsTo }) => {
    const who = [lane, ...joint].flatMap((id) => names.get(id) ?? []).join(' dan ')
    return [`${number}.${marks?.get(number) ?? ''} ${who}: ${activity}.`, ...leadsTo.map((way) => `${way}.`)].join(' ')
  })
  return said.join('\n')
}
