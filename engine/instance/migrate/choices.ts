import type { FieldId, NodeId } from '../../definition/ids.ts'
import type { Marking } from '../../definition/reach/marking.ts'
import { type Checked, refused } from '../check-submission.ts'
import type { Branch, MigrationChoices } from '../messages.ts'
import { type Standing, standingsOf } from './places.ts'
import type { Plan, PlannedPlace } from './plan.ts'
import { knows, type Reach } from './reach.ts'
import type { Move } from './rebind.ts'

export type Going = { branch: Branch; from: NodeId; to: NodeId }
export type Settled = { moves: readonly Going[]; clear: readonly FieldId[] }

/** A plan with all that was left open decided; refused where something is not, or where the choices do not fit together. */
export function settlePlan(move: Move, plan: Plan, choices: MigrationChoices, reach: Reach): Checked<Settled> {
  if (plan.verdict === 'finish') return refused({ code: 'stays-on-version', why: plan.why ?? 'unreachable' })
  const open = plan.misfits.find((field) => !choices.clear.includes(field))
  if (open !== undefined) return refused({ code: 'clearing-not-agreed', field: open })
  const moves: Going[] = []
  for (const place of plan.places) {
    const chosen = chosenFor(place, choices)
    if (!chosen.ok) return chosen
    if (chosen.value !== null) moves.push({ branch: place.branch, from: place.node, to: chosen.value })
  }
  return fits(move, moves, reach) ? { ok: true, value: { moves, clear: plan.misfits } } : misfit(plan, moves)
}

/** The step it goes on at; null where it stays. */
function chosenFor(place: PlannedPlace, { places }: MigrationChoices): Checked<NodeId | null> {
  if (place.kept) return { ok: true, value: null }
  const chosen = places[place.key]
  if (chosen === undefined) return refused({ code: 'choice-required', node: place.node })
  const to = place.options.find((option) => option === chosen)
  if (to === undefined) return refused({ code: 'choice-unknown', node: place.node, to: chosen })
  return { ok: true, value: to === place.node && mayStay(place) ? null : to }
}

const mayStay = ({ needs }: PlannedPlace): boolean => needs === 'steps-before' || needs === 'not-there'

function fits(move: Move, moves: readonly Going[], reach: Reach): boolean {
  const standings = standingsOf(move)
  const going = (one: Standing) => moves.find(({ branch, from }) => branch === one.branch && from === one.node)
  const marking: Marking = standings.map((one) => {
    const to = going(one)?.to
    return to === undefined ? one.place : { ...one.place, node: to, at: 'work' }
  })
  const stops = standings.filter((one) => one.at === 'incident' && !going(one)).map(({ node }) => node)
  const whole = reach.of(stops, move.state.reopened > 0)
  return whole !== null && knows(whole, marking)
}

function misfit({ places }: Plan, moves: readonly Going[]): { ok: false; refusal: ReturnType<typeof refused>['refusal'] } {
  const [first] = moves
  const node = first?.from ?? places[0]?.node ?? ''
  return refused({ code: 'choice-unknown', node, to: first?.to ?? node })
}
