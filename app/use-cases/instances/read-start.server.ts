import type { Visitor } from '#app/actor.ts'
import { can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { slug as slugShape } from '#app/use-cases/public/address.ts'
import { loadForStart } from '#db/stores/command-load.ts'
import {
  type Definition,
  type Facts,
  type Form,
  firstSteps,
  formFacts,
  formOf,
  initialState,
  type NodeId,
  type TaskNode,
} from '#engine'
import type { Seat } from '#engine/instance/messages.ts'
import type { First } from '#engine/instance/start.ts'
import { type Office, readOffice } from './read-office.server.ts'

export type ReadStartInput = {
  visitor: Visitor
  agencyId: string
  slug: string
  as: 'applicant' | 'staff'
  /** Which of several beginnings; default: the first that the reader can take as that. */
  start?: string
}

export type StartPage = {
  definition: Definition
  version: number
  start: NodeId
  by: 'applicant' | 'staff' | 'complaint'
  /** Every way in which the reader can begin it, in the author's order. */
  starts: readonly { id: NodeId; activity: string }[]
  node: TaskNode
  form: Form | null
  facts: Facts
  /** Who holds which position now; empty for strangers. */
  seats: readonly Seat[]
  office: Office
}

/** How the version in force begins for a stranger or for an official: its first step. Two statements. */
export async function readStart(input: ReadStartInput, ports: Ports): Promise<Result<StartPage>> {
  const { visitor, agencyId, slug, as } = input
  if (!slugShape.test(agencyId) || !slugShape.test(slug)) return refuse({ code: 'not-found' })
  const loaded = await loadForStart(ports.db, agencyId, slug, ports.now(), null)
  const all = loaded ? firstSteps(loaded.definition).flatMap((first) => begunAs(as, first)) : []
  if (!loaded || all.length === 0) return refuse({ code: 'not-found' })
  const inside = can(visitor, 'instance.start', { agencyId })
  const held = visitor.kind === 'person' ? loaded.seats.filter((seat) => seat.personId === visitor.person.id) : []
  const positions = held.map(({ positionId }) => positionId)
  const { definition, version } = loaded
  const own = as === 'applicant' ? all : inside ? all.filter((first) => mayBegin(first, definition, positions)) : []
  if (own.length === 0) return refuse({ code: 'not-allowed', action: 'instance.start' })
  const first = own.find(({ start }) => input.start === undefined || start.id === input.start)
  if (!first) return refuse({ code: 'not-found' })
  const office = await readOffice({ visitor, agencyId }, ports)
  if (!office.ok) return office
  const { step, by } = first
  return ok({
    definition,
    version,
    start: first.start.id,
    by,
    starts: own.map((one) => ({ id: one.start.id, activity: one.step.activity })),
    node: step,
    form: formOf(definition, step.id),
    facts: formFacts(definition, initialState, step.id),
    seats: inside ? loaded.seats : [],
    office: office.value,
  })
}

/** What the clock or another standard begins is nobody's to begin. */
function begunAs(as: ReadStartInput['as'], first: First): (First & Pick<StartPage, 'by'>)[] {
  const { by } = first.start
  return by === as || by === 'complaint' ? [{ ...first, by }] : []
}

/** Whether an official in these positions may begin; a complaint anyone in office may enter. */
export function mayBegin(
  { start: { by }, step }: First,
  definition: Pick<Definition, 'flow'>,
  positions: readonly string[],
): boolean {
  if (by === 'complaint') return positions.length > 0
  return by === 'staff' && firstPositions(step, definition).some((id) => positions.includes(id))
}

/** The positions that may take a first step. */
function firstPositions(step: TaskNode, { flow }: Pick<Definition, 'flow'>): readonly string[] {
  if (step.assignment.kind === 'positions') return step.assignment.positions
  return flow.lanes.find(({ id }) => id === step.lane)?.positions ?? []
}
