import { type Calendar, calendarOf } from '../../calendar/index.ts'
import { ordinaryWeek } from '../../calendar/ordinary-week.ts'
import type { Duration } from '../duration.ts'
import type { FlowNode, Quorum } from '../flow.ts'
import type { NodeId } from '../ids.ts'
import { flowOrder } from '../rows.ts'
import type { Definition } from '../schema.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'

/**
 * The steps fit into the time that is promised for the whole: the longest way from a start to an end, each step at its limit
 * and once, is no longer than the promise. What a revision adds is left to the author; so is a promise that counts from a
 * step or a day. Days and hours are laid beside each other as in an ordinary week of the agency; without its hours nothing
 * is said.
 */
export const timeAddsUp: DefinitionRule = {
  name: 'time-adds-up',
  check(definition, { calendar }) {
    const { limits } = definition.components.serviceTime
    const index = limits.findIndex(({ when }) => when === undefined)
    const promise = limits[index]?.duration
    if (!calendar || !promise || promise.unit === 'sameDay' || !['start', 'entered'].includes(promise.anchor.kind)) return []
    const promised = lengthOf(promise, definition.identity.calendarUnit, calendar)
    const needed = longestWay(definition, calendar)
    // A minute is less than what comes of dividing days into minutes.
    if (promised === null || needed === null || needed <= promised + 1) return []
    const amount = promise.upTo ?? promise.amount
    const n = Math.ceil((needed / promised) * amount * 10) / 10
    const params = { component: 'serviceTime', n, amount, unit: promise.unit }
    return [{ code: 'promise-too-short', path: `components.serviceTime.limits.${index}`, params } satisfies RuleFinding]
  },
}

const week = 7 * 24 * 60

/** How many minutes of any clock a time limit lasts in an ordinary week. */
function lengthOf({ amount, upTo, unit, clock }: Duration, unitId: string | undefined, calendar: Calendar): number | null {
  const most = upTo ?? amount
  const open = ordinaryWeek(calendarOf(calendar, unitId))
  switch (unit) {
    case 'sameDay':
      return 0
    case 'minute':
    case 'hour': {
      const minutes = unit === 'hour' ? most * 60 : most
      return clock === 'calendar' ? minutes : open && (minutes * week) / open.minutes
    }
    case 'workingDay':
      return open && (most * week) / open.days
    case 'calendarDay':
      return most * 24 * 60
    case 'week':
      return most * week
    case 'month':
      return most * 30 * 24 * 60
  }
}

/** The length of the longest way to an end; null where a time cannot be counted. */
function longestWay(definition: Definition, calendar: Calendar): number | null {
  const { flow, identity } = definition
  const { back, reachable } = flowOrder(definition)
  const before = new Map<NodeId, NodeId[]>()
  for (const { id, from, to } of flow.edges)
    if (!back.has(id) && reachable.has(from)) before.set(to, [...(before.get(to) ?? []), from])
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]))
  const known = new Map<NodeId, number | null>()

  const overAt = (id: NodeId): number | null => {
    const settled = known.get(id)
    if (settled !== undefined) return settled
    const node = nodes.get(id)
    const came = (before.get(id) ?? []).map(overAt)
    const entered = came.includes(null) ? null : enough(came as number[], node?.kind === 'join' ? node.quorum : { kind: 'all' })
    const over = node === undefined || entered === null ? entered : add(node, entered)
    known.set(id, over)
    return over
  }
  const add = (node: FlowNode, entered: number): number | null => {
    const duration = durationOf(node)
    if (duration === undefined) return entered
    const lane = flow.lanes.find(({ id }) => id === node.lane)
    const length = lengthOf(duration, lane?.calendarUnit ?? identity.calendarUnit, calendar)
    const from = countedFrom(duration, entered)
    return length === null || from === null ? null : Math.max(entered, from + length)
  }
  const countedFrom = ({ anchor }: Duration, entered: number): number | null => {
    if (anchor.kind === 'entered') return entered
    if (anchor.kind === 'start') return 0
    // When a day that somebody writes comes is not known; then the step itself takes no time here.
    return anchor.kind === 'completed' && comesEarlier(anchor.node) ? overAt(anchor.node) : 0
  }
  const comesEarlier = (id: NodeId) => nodes.has(id) && known.has(id)

  const ends = flow.nodes.filter(({ kind, id }) => kind === 'end' && reachable.has(id)).map(({ id }) => overAt(id))
  return ends.includes(null) ? null : Math.max(0, ...(ends as number[]))
}

/** When enough of several have come. */
function enough(came: readonly number[], quorum: Quorum): number {
  const sorted = came.toSorted((a, b) => a - b)
  const place = quorum.kind === 'all' ? sorted.length : quorum.kind === 'any' ? 1 : Math.min(quorum.n, sorted.length)
  return sorted[place - 1] ?? 0
}

/** How long a step takes of the time that is promised: nothing while the clock stands still. */
function durationOf(node: FlowNode): Duration | undefined {
  if (node.kind === 'task') return node.pausesClock ? undefined : node.duration
  if (node.kind !== 'wait' || node.pausesClock) return undefined
  return node.until.kind === 'duration' ? node.until.duration : node.until.kind === 'report' ? node.until.atMost : undefined
}
