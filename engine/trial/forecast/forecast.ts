import { ordinaryWeek } from '../../calendar/ordinary-week.ts'
import type { Calendar } from '../../calendar/schema.ts'
import { calendarOf } from '../../calendar/unit.ts'
import type { EdgeId, LaneId, NodeId } from '../../definition/ids.ts'
import type { Definition } from '../../definition/schema.ts'
import type { Life } from './life.ts'

/** Working minutes of one step in a life that ended, on the average. `waits`: nobody of the office works there meanwhile. */
export type StepPart = { node: NodeId; lane: LaneId; minutes: number; visits: number; waits: boolean }

/** What many lives come to. All lengths are working minutes. */
export type Forecast = {
  lives: number
  /** They did not come to an end: they went round too long, or stood still. */
  unfinished: number
  /** Of a hundred that ended, how many in time; null where nothing is promised. */
  chance: number | null
  /** So long, or shorter, were half of those that ended, and nine of ten. */
  p50: number
  p90: number
  mean: number
  /** How many took so long, in stretches of equal length. */
  spread: readonly { from: number; to: number; count: number }[]
  steps: readonly StepPart[]
  lanes: readonly { lane: LaneId; working: number; waiting: number }[]
  /** Ways back, the one that costs the most first: how often in a life, and what it adds to it. */
  loops: readonly { edge: EdgeId; times: number; minutes: number }[]
  /** Of an ordinary working day. */
  minutesPerDay: number
}

const stretches = 24

export function forecastOf(definition: Definition, calendar: Calendar, lives: readonly Life[]): Forecast {
  const ended = lives.filter(({ end }) => end !== 'unfinished')
  const lengths = ended.map(({ minutes }) => minutes).toSorted((a, b) => a - b)
  const judged = ended.filter(({ kept }) => kept !== null)
  const week = ordinaryWeek(calendarOf(calendar, definition.identity.calendarUnit))
  // Lives that go round for ever would outweigh all others; where no other are, they are what there is to tell.
  const told = ended.length > 0 ? ended : lives
  const steps = stepParts(definition, told)
  return {
    lives: lives.length,
    unfinished: lives.length - ended.length,
    chance: judged.length === 0 ? null : (100 * judged.filter(({ kept }) => kept).length) / judged.length,
    p50: quantile(lengths, 0.5),
    p90: quantile(lengths, 0.9),
    mean: lengths.length === 0 ? 0 : lengths.reduce((sum, one) => sum + one, 0) / lengths.length,
    spread: spreadOf(lengths),
    steps,
    lanes: laneParts(definition, steps),
    loops: loopParts(told),
    minutesPerDay: week ? week.minutes / week.days : 480,
  }
}

/** The length that so large a part does not exceed. */
export const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * part) - 1))] ?? 0

function spreadOf(sorted: readonly number[]): Forecast['spread'] {
  const [least = 0, most = 0] = [sorted[0], sorted.at(-1)]
  if (sorted.length === 0) return []
  const width = Math.max(1, (most - least) / stretches)
  const count = Math.max(1, Math.min(stretches, Math.ceil((most - least) / width)))
  const bars = Array.from({ length: count }, (_, index) => ({
    from: least + index * width,
    to: least + (index + 1) * width,
    count: 0,
  }))
  for (const length of sorted) {
    const bar = bars[Math.min(count - 1, Math.floor((length - least) / width))]
    if (bar) bar.count += 1
  }
  return bars
}

function stepParts({ flow }: Definition, lives: readonly Life[]): StepPart[] {
  const mean = (of: (life: Life) => number) => lives.reduce((sum, life) => sum + of(life), 0) / Math.max(1, lives.length)
  const waiting = new Set(flow.lanes.filter(({ kind }) => kind === 'applicant' || kind === 'public').map(({ id }) => id))
  return flow.nodes.flatMap((node): StepPart[] => {
    const { id, lane } = node
    const minutes = mean(({ spent }) => spent.get(id) ?? 0)
    const visits = mean((life) => life.visits.get(id) ?? 0)
    const waits = node.kind !== 'task' || node.pausesClock || waiting.has(lane)
    return minutes > 0 || visits > 0 ? [{ node: id, lane, minutes, visits, waits }] : []
  })
}

function laneParts({ flow }: Definition, steps: readonly StepPart[]): Forecast['lanes'] {
  const sum = (lane: LaneId, waits: boolean) =>
    steps.filter((step) => step.lane === lane && step.waits === waits).reduce((all, { minutes }) => all + minutes, 0)
  return flow.lanes
    .map(({ id }) => ({ lane: id, working: sum(id, false), waiting: sum(id, true) }))
    .filter(({ working, waiting }) => working + waiting > 0)
}

function loopParts(lives: readonly Life[]): Forecast['loops'] {
  const all = new Map<EdgeId, { times: number; minutes: number }>()
  for (const [edge, { times, minutes }] of lives.flatMap(({ loops }) => [...loops])) {
    const known = all.get(edge) ?? { times: 0, minutes: 0 }
    all.set(edge, { times: known.times + times, minutes: known.minutes + minutes })
  }
  const n = Math.max(1, lives.length)
  return [...all]
    .map(([edge, { times, minutes }]) => ({ edge, times: times / n, minutes: minutes / n }))
    .toSorted((a, b) => b.minutes - a.minutes)
}
