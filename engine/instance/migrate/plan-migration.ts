import type { NodeId } from '../../definition/ids.ts'
import type { Marking, Place } from '../../definition/reach/marking.ts'
import { findTask } from '../graph.ts'
import { type Standing, standingsOf } from './places.ts'
import type { Plan, PlannedPlace } from './plan.ts'
import { markingsFor, Reach } from './reach.ts'
import type { Move } from './rebind.ts'
import { valuesIn } from './values.ts'

/**
 * What it takes to move an instance to another version, and what the move makes of each of its places. Only such moves are
 * offered after which it stands as the version itself could have brought it to stand. `reach` saves work when many instances
 * go to one version.
 */
export function planMigration(move: Move, reach: Reach = new Reach(move.to)): Plan {
  const standings = standingsOf(move)
  const values = valuesIn(move.state, move.from, move.to)
  const stops = standings.filter(({ at, needs }) => at === 'incident' && needs === null).map(({ node }) => node)
  const whole = reach.of(stops, move.state.reopened > 0)
  const marking: Marking = standings.map(({ place }) => place)
  if (!whole) return finish('too-many', standings, values)
  const plain = (place: Place) => standings.some((one) => one.place === place && one.needs === null)
  const narrow = markingsFor(whole, reach, marking, plain)
  const possible = narrow.length > 0 ? narrow : markingsFor(whole, reach, marking, () => false)
  const places = standings.map((one) => planned(one, optionsAt(move, one, possible)))
  const lost = places.some(({ kept, options }) => !kept && options.length === 0)
  return possible.length === 0 || lost ? finish('unreachable', standings, values) : decided(places, values)
}

type Values = Pick<Plan, 'misfits' | 'hidden'>

const finish = (why: Plan['why'], standings: readonly Standing[], values: Values): Plan => ({
  verdict: 'finish',
  why,
  places: standings.map((one) => planned(one, [])),
  ...values,
})

function decided(places: readonly PlannedPlace[], values: Values): Plan {
  const plain = places.every(({ needs }) => needs === null) && values.misfits.length === 0
  return { verdict: plain ? 'safe' : 'choice', why: null, places, ...values }
}

/** Where a place may go on: its own node first, where it may stay there or do it anew. */
function optionsAt({ to }: Move, { place, needs, asks, notDone }: Standing, possible: readonly Marking[]): NodeId[] {
  const there = possible.flatMap((marking) => marking.filter(({ branch }) => branch === place.branch))
  const nodes = [...new Set(there.map(({ node }) => node))]
  const stays = nodes.includes(place.node) && (needs === null || asks || findTask(to, place.node) !== undefined)
  const others = nodes.filter((node) => node !== place.node && findTask(to, node) && (!asks || notDone.includes(node)))
  // Nothing else is possible, and nothing speaks against it.
  if (needs === null && stays && others.length === 0) return []
  return [...(stays ? [place.node] : []), ...others]
}

function planned({ place: _place, asks: _asks, ...standing }: Standing, options: readonly NodeId[]): PlannedPlace {
  const kept = standing.needs === null && options.length === 0
  const needs = standing.needs ?? (options.length > 0 ? 'not-there' : null)
  return { ...standing, kept, needs, options }
}
