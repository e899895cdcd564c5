import type { PlannedMove } from '#app/use-cases/migrations/plan-moves.server.ts'
import type { ClockWord, Definition, Plan } from '#engine'
import { fieldsOf } from '#engine'
import { nodeTitle } from '../../work/node-title.ts'

export type MovePlace = {
  key: string
  step: string
  kept: boolean
  at: Plan['places'][number]['at']
  needs: Plan['places'][number]['needs']
  notDone: string
  clock: ClockWord
  formChanges: boolean
  otherPerformers: boolean
  options: readonly { node: string; title: string; own: boolean }[]
}
export type MoveLine = {
  id: string
  number: number
  title: string
  version: number
  why: Plan['why']
  places: readonly MovePlace[]
  misfits: readonly { id: string; label: string }[]
  hidden: string
}
export type MoveLists = Record<Plan['verdict'], readonly MoveLine[]>

/** The three lists in words, as the page shows them. */
export function moveLists(items: readonly PlannedMove[], to: Definition): MoveLists {
  const of = (verdict: Plan['verdict']) => items.filter(({ plan }) => plan.verdict === verdict).map((item) => lineOf(item, to))
  return { safe: of('safe'), choice: of('choice'), finish: of('finish') }
}

function lineOf({ id, number, title, version, plan, from }: PlannedMove, to: Definition): MoveLine {
  const now = fieldsOf(to)
  const before = fieldsOf(from)
  return {
    ...{ id, number, title, version, why: plan.why },
    places: plan.places.map((place) => placeOf(place, from, to)),
    misfits: plan.misfits.map((field) => ({ id: field, label: now.get(field)?.label ?? field })),
    hidden: plan.hidden.map((field) => before.get(field)?.label ?? field).join(', '),
  }
}

function placeOf(place: Plan['places'][number], from: Definition, to: Definition): MovePlace {
  const { key, node, kept, needs, clock, form, otherPerformers, options, at } = place
  return {
    ...{ key, kept, needs, clock, otherPerformers },
    step: nodeTitle(from, node),
    at,
    notDone: place.notDone.map((id) => nodeTitle(to, id)).join(', '),
    formChanges: Object.values(form).some((fields) => fields.length > 0),
    options: options.map((id) => ({ node: id, title: nodeTitle(to, id), own: id === node })),
  }
}
