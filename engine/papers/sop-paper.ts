import type { AgencyProfile } from '../agency.ts'
import { printDate, printDuration } from '../calendar/index.ts'
import type { Definition, Lane, LaneId, SopBlock } from '../definition/index.ts'
import { type StepExit, type StepRow, stepRows } from '../definition/rows.ts'
import type { CivilDate } from '../instant.ts'
import { type Block, linesAs } from './block.ts'
import { type Letterhead, letterheadOf } from './letterhead.ts'
import { activityOf } from './procedure.ts'
import { type Publication, type Signatory, type Standing, standingOf } from './publication.ts'

/** The marks of the matrix; arrows and page connectors belong to the drawing. */
export type StepMark = 'capsule' | 'box' | 'diamond'

export type SopStep = {
  number: number
  activity: string
  lane: LaneId
  mark: StepMark
  requirements: readonly string[]
  time: string
  output: readonly string[]
  remark: string
  /** Where the step leads, in words: the text twin of the drawn arrows. */
  leadsTo: readonly string[]
}

export type SopIdentity = {
  number: string
  madeOn: string
  revisedOn: string
  effectiveOn: string
  /** Null until somebody has signed. */
  signatory: Signatory | null
  name: string
}

export type SopBox = { heading: string; blocks: readonly Block[] }

/** The SOP: identity page (null for a service standard without one) and the table of steps. */
export type SopPaper = {
  letterhead: Letterhead
  title: string
  standing: Standing
  identity: SopIdentity | null
  boxes: readonly SopBox[]
  lanes: readonly Pick<Lane, 'id' | 'name'>[]
  steps: readonly SopStep[]
}

/**
 * Makes the content of the SOP paper. Number and dates that the SOP block leaves open come from the decree that set it.
 * Lanes stand in author order; a lane without a step is left out.
 */
export function sopPaper(definition: Definition, publication: Publication, agency: AgencyProfile): SopPaper {
  const { sop, flow, identity } = definition
  const steps = stepRows(definition).map(sopStep)
  const used = new Set(steps.map(({ lane }) => lane))
  return {
    letterhead: letterheadOf(agency),
    title: sop?.name || identity.title,
    standing: standingOf(publication),
    identity: sop && sopIdentity(sop, identity.title, publication),
    boxes: sop ? sopBoxes(sop) : [],
    lanes: flow.lanes.filter(({ id }) => used.has(id)).map(({ id, name }) => ({ id, name })),
    steps,
  }
}

function sopIdentity(sop: SopBlock, title: string, { decree }: Publication): SopIdentity {
  const date = (own: CivilDate | undefined, decreed?: CivilDate) => {
    const day = own ?? decreed
    return day ? printDate(day, 'id') : ''
  }
  return {
    number: sop.number ?? decree?.number ?? '',
    madeOn: date(sop.madeOn, decree?.signedOn),
    revisedOn: date(sop.revisedOn),
    effectiveOn: date(sop.effectiveOn, decree?.effectiveOn),
    signatory: decree?.signatory ?? null,
    name: sop.name || title,
  }
}

function sopBoxes(sop: SopBlock): SopBox[] {
  const box = (heading: string, lines: readonly string[]) => ({ heading, blocks: linesAs('number', lines) })
  return [
    box(
      'Dasar Hukum',
      sop.legalBasis.map(({ text }) => text),
    ),
    box('Kualifikasi Pelaksana', sop.qualifications),
    box('Keterkaitan', sop.related),
    box('Peralatan / Perlengkapan', sop.equipment),
    box('Peringatan', sop.warnings),
    box('Pencatatan dan Pendataan', sop.records),
  ]
}

function sopStep(row: StepRow): SopStep {
  const { node, number, exits } = row
  const words = node.kind === 'decision' ? { requirements: [], output: [], remark: undefined } : node
  const duration = node.kind === 'task' ? node.duration : undefined
  return {
    number,
    activity: activityOf(node),
    lane: node.lane,
    mark: markOf(row),
    requirements: words.requirements,
    time: duration ? printDuration(duration, 'id') : '',
    output: words.output,
    remark: words.remark ?? '',
    leadsTo: exits.map((exit) => leadsTo(exit, exits.length > 1)),
  }
}

function markOf({ node, exits, first, last }: StepRow): StepMark {
  if (node.kind === 'decision' || exits.length > 1) return 'diamond'
  return first || last ? 'capsule' : 'box'
}

function leadsTo(exit: StepExit, named: boolean): string {
  const way = { next: `lanjut ke no. ${exit.number}`, back: `kembali ke no. ${exit.number}`, end: 'selesai' }[exit.kind]
  const words = named && exit.label ? `${exit.label}: ${way}` : way
  return words.charAt(0).toUpperCase() + words.slice(1)
}
