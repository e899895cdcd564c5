import type { Duration, DurationUnit } from '../../definition/duration.ts'
import type { FlowNode, TaskNode } from '../../definition/flow.ts'
import type { NodeId } from '../../definition/ids.ts'
import type { Definition } from '../../definition/schema.ts'
import { exitsOf } from '../../instance/graph.ts'
import type { Instant } from '../../instant.ts'

/** How long something takes, from the least over the usual to the most. */
export type TimeRange = { least: number; usual: number; most: number; unit: DurationUnit; clock: Duration['clock'] }

/** By outcome, exit or result: how often each comes, in any unit. */
export type Shares = Readonly<Record<string, number>>

/** What many lives of a procedure are drawn from. */
export type LifePlan = {
  /** Of each step, report, date and call that is waited for. */
  times: Readonly<Record<NodeId, TimeRange>>
  /** Of each step with several outcomes, each decision and each call. */
  shares: Readonly<Record<NodeId, Shares>>
  /** The first life may begin then, the last so many days later. */
  from: Instant
  spreadDays: number
  /** Which of the promised limits is looked at. */
  limit: number
}

/** Of a hundred times that a step may ask for a revision, how often it does, until the author says otherwise. */
const usualRevisions = 20

/** A plan by what the definition says: its durations as they are typed, and shares that its author has to look at. */
export function planFor(definition: Definition, from: Instant): LifePlan {
  const { flow, components } = definition
  const unconditional = components.serviceTime.limits.findIndex(({ when }) => when === undefined)
  return {
    times: Object.fromEntries(flow.nodes.flatMap((node) => timesOf(node).map((time) => [node.id, time]))),
    shares: Object.fromEntries(flow.nodes.flatMap((node) => sharesOf(node, definition).map((shares) => [node.id, shares]))),
    from,
    spreadDays: 364,
    limit: Math.max(0, unconditional),
  }
}

const nothing: TimeRange = { least: 0, usual: 0, most: 0, unit: 'workingDay', clock: 'working' }

function timesOf(node: FlowNode): TimeRange[] {
  switch (node.kind) {
    case 'task':
      return [node.duration ? rangeOf(node.duration) : nothing]
    case 'call':
      return [nothing]
    case 'wait': {
      const { until } = node
      if (until.kind === 'duration') return []
      const most = until.kind === 'report' && until.atMost ? rangeOf(until.atMost) : nothing
      return [{ ...most, least: 0, usual: most.most / 2 }]
    }
    default:
      return []
  }
}

/** A single amount is taken as it is; of a range both ends, and the middle as the usual. */
function rangeOf({ amount, upTo = amount, unit, clock }: Duration): TimeRange {
  return { least: amount, usual: (amount + upTo) / 2, most: upTo, unit, clock }
}

function sharesOf(node: FlowNode, definition: Definition): Shares[] {
  switch (node.kind) {
    case 'task':
      return node.outcomes.length > 1 ? [outcomeShares(node)] : []
    case 'decision': {
      const exits = exitsOf(definition, node.id)
      return exits.length > 1 ? [Object.fromEntries(exits.map(({ id }) => [id, 100 / exits.length]))] : []
    }
    case 'call':
      return [{ completed: 100, rejected: 0, cancelled: 0 }]
    default:
      return []
  }
}

function outcomeShares({ outcomes }: TaskNode): Shares {
  const back = outcomes.filter(({ kind }) => kind === 'revise')
  const on = outcomes.filter(({ kind }) => kind !== 'revise' && kind !== 'reject')
  const backShare = on.length === 0 ? 100 : usualRevisions
  const shareOf = (kind: (typeof outcomes)[number]['kind']): number => {
    if (kind === 'reject') return on.length + back.length === 0 ? 100 / outcomes.length : 0
    if (kind === 'revise') return backShare / back.length
    return (back.length === 0 ? 100 : 100 - backShare) / on.length
  }
  return Object.fromEntries(outcomes.map(({ id, kind }) => [id, shareOf(kind)]))
}
