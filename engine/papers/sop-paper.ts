import type { AgencyProfile } from '../agency.ts'
import { printDate, printDuration } from '../calendar/index.ts'
import type { EdgeId } from '../definition/ids.ts'
import type { Definition, Field, FieldId, Lane, LaneId, SopBlock } from '../definition/index.ts'
import { type StepRow, stepRows } from '../definition/rows.ts'
import { sharesTimeWithAbove } from '../definition/shared-time.ts'
import { fieldsOf } from '../form/fields-of.ts'
import type { CivilDate } from '../instant.ts'
import { type Block, linesAs } from './block.ts'
import { jointlyWords } from './jointly.ts'
import { exitLabel, leadsTo } from './leads-to.ts'
import { type Letterhead, letterheadOf } from './letterhead.ts'
import type { MatrixLook } from './matrix/options.ts'
import { matrixAsPrinted } from './matrix-layout.ts'
import type { BoxKey, IdentityKey, PaperLayout } from './paper-layout.ts'
import { activityOf } from './procedure.ts'
import { type Publication, type Signatory, type Standing, standingOf } from './publication.ts'

/** The marks of the matrix; arrows and page connectors belong to the drawing. */
export type StepMark = 'capsule' | 'box' | 'diamond'

/** A way out of a step: the rows it leads to, several where it splits; null where the procedure ends. */
export type SopExit = { edge: EdgeId; label: string | null; to: readonly (number | null)[] }

export type SopStep = {
  number: number
  activity: string
  lane: LaneId
  /** Lanes that do the step together with its own; each shows the mark. */
  joint: readonly LaneId[]
  mark: StepMark
  requirements: readonly string[]
  time: string
  /** Its time is that of the row above, in one cell with it. */
  sharesTime: boolean
  output: readonly string[]
  remarks: readonly string[]
  /** The procedure begins here. */
  first: boolean
  /** The drawn arrows, the main way first. */
  exits: readonly SopExit[]
  /** Where the step leads, in words: the text twin of the arrows. */
  leadsTo: readonly string[]
}

/** One line of the identity block; `approvedBy` is the signatory, null until somebody has signed. */
export type IdentityRow = { name: string } & (
  | { key: Exclude<IdentityKey, 'approvedBy'>; value: string }
  | { key: 'approvedBy'; value: Signatory | null }
)

/** What the matrix is drawn from. */
export type SopFlow = Pick<SopPaper, 'title' | 'lanes' | 'steps'>

export type SopBox = { key: BoxKey; heading: string; blocks: readonly Block[] }

/** The SOP: identity page (null for a service standard without one) and the table of steps. */
export type SopPaper = {
  letterhead: Letterhead
  title: string
  standing: Standing
  identity: readonly IdentityRow[] | null
  boxes: readonly SopBox[]
  lanes: readonly Pick<Lane, 'id' | 'name'>[]
  steps: readonly SopStep[]
  /** How the matrix is printed. */
  matrix: MatrixLook
}

/**
 * Makes the content of the SOP paper. Number and dates that the SOP block leaves open come from the decree that set it.
 */
export function sopPaper(definition: Definition, publication: Publication, agency: AgencyProfile): SopPaper {
  const { sop, identity } = definition
  const flow = sopFlow(definition)
  return {
    ...flow,
    letterhead: letterheadOf(agency),
    standing: standingOf(publication),
    identity: sop && identityRows(sop, identity.title, publication, agency.papers.sop),
    boxes: sop ? sopBoxes(sop, agency.papers.sop) : [],
    matrix: matrixAsPrinted(flow, agency.papers),
  }
}

/** The lanes and steps of a version, set or not. Lanes stand in author order; a lane without a step is left out. */
export function sopFlow(definition: Definition): SopFlow {
  const { sop, flow, identity } = definition
  const fields = fieldsOf(definition)
  const steps = stepRows(definition).map((row, index, rows) => sopStep(row, sharesTimeWithAbove(rows[index - 1], row), fields))
  const used = new Set(steps.flatMap(({ lane, joint }) => [lane, ...joint]))
  return {
    title: sop?.name || identity.title,
    lanes: flow.lanes.filter(({ id }) => used.has(id)).map(({ id, name }) => ({ id, name })),
    steps,
  }
}

/** Names of the identity block and of its boxes as PermenPANRB 35/2012 has them. */
export const identityNames: Readonly<Record<IdentityKey, string>> = {
  number: 'Nomor SOP',
  madeOn: 'Tanggal Pembuatan',
  revisedOn: 'Tanggal Revisi',
  effectiveOn: 'Tanggal Efektif',
  approvedBy: 'Disahkan oleh',
  name: 'Nama SOP',
}
export const boxNames: Readonly<Record<BoxKey, string>> = {
  legalBasis: 'Dasar Hukum',
  qualifications: 'Kualifikasi Pelaksana',
  related: 'Keterkaitan',
  equipment: 'Peralatan / Perlengkapan',
  warnings: 'Peringatan',
  records: 'Pencatatan dan Pendataan',
}

function identityRows(sop: SopBlock, title: string, { decree }: Publication, layout: PaperLayout['sop']): IdentityRow[] {
  const date = (own: CivilDate | undefined, decreed?: CivilDate) => {
    const day = own ?? decreed
    return day ? printDate(day, 'id') : ''
  }
  const values: Record<Exclude<IdentityKey, 'approvedBy'>, string> = {
    number: sop.number ?? decree?.number ?? '',
    madeOn: date(sop.madeOn, decree?.signedOn),
    revisedOn: date(sop.revisedOn),
    effectiveOn: date(sop.effectiveOn, decree?.effectiveOn),
    name: sop.name || title,
  }
  return layout.identity.map((key) => {
    const name = layout.identityNames[key] ?? identityNames[key]
    return key === 'approvedBy' ? { key, name, value: decree?.signatory ?? null } : { key, name, value: values[key] }
  })
}

function sopBoxes(sop: SopBlock, layout: PaperLayout['sop']): SopBox[] {
  return layout.boxes.map((key) => {
    const lines = key === 'legalBasis' ? sop.legalBasis.map(({ text }) => text) : sop[key]
    return { key, heading: layout.boxNames[key] ?? boxNames[key], blocks: linesAs('number', lines) }
  })
}

/** How many rows the cell of a step's time spans; none where it is that of a row above. */
export function rowsOfTime({ number, sharesTime }: SopStep, steps: readonly SopStep[]): number {
  if (sharesTime) return 0
  const next = steps.slice(number).findIndex((step) => !step.sharesTime)
  return 1 + (next < 0 ? steps.length - number : next)
}

type Fields = ReadonlyMap<FieldId, Field>

function sopStep(row: StepRow, sharesTime: boolean, fields: Fields): SopStep {
  const { node, number } = row
  const words = node.kind === 'decision' ? { requirements: [], output: [], remark: undefined } : node
  const jointly = node.kind === 'task' ? jointlyWords(node) : ''
  return {
    number,
    activity: activityOf(node),
    lane: node.lane,
    joint: node.kind === 'task' ? node.jointLanes : [],
    mark: markOf(row),
    requirements: words.requirements,
    time: timeOf(node, fields),
    sharesTime,
    output: words.output,
    remarks: [jointly, words.remark ?? ''].filter((line) => line !== ''),
    first: row.first,
    exits: exitsOf(row),
    leadsTo: leadsTo(row),
  }
}

/** How long a row may take; of a wait, until when. */
function timeOf(node: StepRow['node'], fields: Fields): string {
  if (node.kind === 'task') return node.duration ? printDuration(node.duration, 'id') : ''
  if (node.kind !== 'wait') return ''
  const { until } = node
  switch (until.kind) {
    case 'duration':
      return printDuration(until.duration, 'id')
    case 'moment':
      return `Sampai ${fields.get(until.field)?.label ?? until.field}`
    case 'report':
      return until.atMost ? printDuration({ ...until.atMost, maximum: true }, 'id') : ''
  }
}

function markOf({ node, exits, first, last }: StepRow): StepMark {
  if (node.kind === 'decision' || edgesOf(exits).length > 1) return 'diamond'
  return first || (last && exits.every(({ kind }) => kind === 'end')) ? 'capsule' : 'box'
}

function exitsOf({ exits }: StepRow): SopExit[] {
  const edges = edgesOf(exits)
  return edges.map((edge) => {
    const ways = exits.filter((exit) => exit.edge === edge)
    const [first] = ways
    return { edge, label: edges.length > 1 && first ? exitLabel(first) : null, to: ways.map(({ number }) => number) }
  })
}

const edgesOf = (exits: StepRow['exits']): EdgeId[] => [...new Set(exits.map(({ edge }) => edge))]
