import type { Visitor } from '#app/actor.ts'
import { can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { slug as slugShape } from '#app/use-cases/public/address.ts'
import { loadForStart } from '#db/stores/command-load.ts'
import { type Definition, type Facts, type Form, firstSteps, formFacts, formOf, initialState, type TaskNode } from '#engine'
import type { Seat } from '#engine/instance/messages.ts'
import type { First } from '#engine/instance/start.ts'
import { type Office, readOffice } from './read-office.server.ts'

export type ReadStartInput = {
  visitor: Visitor
  agencyId: string
  slug: string
  /** Which of several beginnings; default: the first that people can take. */
  start?: string
}

export type StartPage = {
  definition: Definition
  version: number
  by: 'applicant' | 'staff' | 'complaint'
  /** Every way in which people can begin it, in the author's order. */
  starts: readonly { id: string; by: 'applicant' | 'staff' | 'complaint'; activity: string }[]
  node: TaskNode
  form: Form | null
  facts: Facts
  /** Who holds which position now; empty for strangers. */
  seats: readonly Seat[]
  office: Office
  asApplicant: boolean
  asStaff: boolean
}

/** How the version in force begins: its first step, and as whom the reader may take it. Two statements. */
export async function readStart(input: ReadStartInput, ports: Ports): Promise<Result<StartPage>> {
  const { visitor, agencyId, slug } = input
  if (!slugShape.test(agencyId) || !slugShape.test(slug)) return refuse({ code: 'not-found' })
  const loaded = await loadForStart(ports.db, agencyId, slug, ports.now(), null)
  const all = loaded ? firstSteps(loaded.definition).flatMap(byPeople) : []
  const first = all.find(({ start }) => input.start === undefined || start.id === input.start)
  if (!loaded || !first) return refuse({ code: 'not-found' })
  const office = await readOffice({ visitor, agencyId }, ports)
  if (!office.ok) return office
  const { definition, version } = loaded
  const { step, by } = first
  const inside = can(visitor, 'instance.start', { agencyId })
  const held = visitor.kind === 'person' ? loaded.seats.filter((seat) => seat.personId === visitor.person.id) : []
  const named = firstPositions(step, definition)
  return ok({
    definition,
    version,
    by,
    starts: all.map((one) => ({ id: one.start.id, by: one.by, activity: one.step.activity })),
    node: step,
    form: formOf(definition, step.id),
    facts: formFacts(definition, initialState, step.id),
    seats: inside ? loaded.seats : [],
    office: office.value,
    asApplicant: by !== 'staff',
    asStaff: inside && (by === 'complaint' ? held.length > 0 : by === 'staff' && held.some(holdsOne(named))),
  })
}

/** What the clock or another standard begins is nobody's to begin. */
function byPeople(first: First): (First & Pick<StartPage, 'by'>)[] {
  const { by } = first.start
  return by === 'schedule' || by === 'call' ? [] : [{ ...first, by }]
}

const holdsOne = (positions: readonly string[]) => (seat: Pick<Seat, 'positionId'>) => positions.includes(seat.positionId)

/** The positions that may take a first step. */
export function firstPositions(step: TaskNode, { flow }: Pick<Definition, 'flow'>): readonly string[] {
  if (step.assignment.kind === 'positions') return step.assignment.positions
  return flow.lanes.find(({ id }) => id === step.lane)?.positions ?? []
}
