import type { CallNode, WaitNode } from '../definition/flow.ts'
import type { NodeId } from '../definition/ids.ts'
import type { Definition } from '../definition/schema.ts'
import { formOf } from '../form/fields-of.ts'
import { readSubmission } from '../form/submission.ts'
import { type Checked, checkReason, refused } from './check-submission.ts'
import { resumeClock, setDeadline } from './clock.ts'
import { factsOf } from './facts.ts'
import { leave } from './flow.ts'
import { findNode } from './graph.ts'
import { raise } from './incidents.ts'
import type { Actor, Command, Data, Decision, RecordedActor, WaitId } from './messages.ts'
import { candidatesOf, laneParty } from './parties.ts'
import { actingSeat, matches, recorded } from './performers.ts'
import { recountAfter } from './recount.ts'
import type { Run } from './run.ts'
import type { OpenWait } from './state.ts'
import { type HowOver, mapped, waitExits } from './wait.ts'
import { beginKnownWaits } from './wait-again.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

/** Somebody of the wait's lane, or a program acting as one, says that what was waited for has happened. */
export function decideReport(run: Run, { waitId, data, note }: Of<'Report'>): Decision {
  const found = findWait(run, waitId)
  if (!found.ok) return found
  if (run.state.suspended) return refused({ code: 'suspended' })
  const { wait, node } = found.value
  if (node.kind !== 'wait' || node.until.kind !== 'report') return refused({ code: 'not-to-report', waitId })
  const by = reporterOf(run.definition, run.context.actor, node)
  if (!by) return refused({ code: 'not-to-report', waitId })
  const words = checkReason(note, false)
  if (!words.ok) return words
  const form = formOf(run.definition, node.id)
  const facts = factsOf(run.definition, run.state)
  const read = readSubmission({ form, raw: data, facts, files: run.context.files })
  if (!read.ok) return refused({ code: 'invalid-input', errors: read.errors })
  const cleared = read.cleared.filter((field) => Object.hasOwn(run.state.data, field))
  endWait(run, wait, 'reported', by, { data: read.data, cleared, note: words.value })
  return { ok: true, events: run.events }
}

/** The instance that was called has ended; what it hands back becomes data of this one. */
export function decideReturn(run: Run, { waitId, result, data }: Of<'Return'>): Decision {
  const found = findWait(run, waitId)
  if (!found.ok) return found
  const { wait, node } = found.value
  if (node.kind !== 'call') return refused({ code: 'not-to-report', waitId })
  endWait(run, wait, result, { kind: 'system' }, { data: mapped(node.returns, data), cleared: [], note: null })
  return { ok: true, events: run.events }
}

/** The standard that was called could not be started: a supervisor chooses the way on. */
export function decideFailCall(run: Run, { waitId }: Of<'FailCall'>): Decision {
  const found = findWait(run, waitId)
  if (!found.ok) return found
  const { wait, node } = found.value
  if (node.kind !== 'call') return refused({ code: 'not-to-report', waitId })
  run.emit({ type: 'WaitWithdrawn', at: run.context.at, waitId, because: 'not-needed' })
  raise(run, { node: wait.node, branch: wait.branch, code: 'call-failed' })
  return { ok: true, events: run.events }
}

type Brought = { data: Data; cleared: readonly (keyof Data)[]; note: string | null }
export const nothingBrought: Brought = { data: {}, cleared: [], note: null }

/** Ends a wait and takes its token on. */
export function endWait(run: Run, wait: OpenWait, how: HowOver, by: RecordedActor, brought: Brought): void {
  const { waitId, node, branch } = wait
  const { data } = run.state
  run.emit({ type: 'WaitOver', at: run.context.at, by, waitId, node, how, ...brought })
  resumeClock(run, node)
  setDeadline(run)
  recountAfter(run, data)
  leave(run, branch, node, waitExits(run.definition, node, how))
  beginKnownWaits(run)
}

type Found = { wait: OpenWait; node: WaitNode | CallNode }

function findWait({ state, definition }: Run, waitId: WaitId): Checked<Found> {
  if (state.status === 'new') return refused({ code: 'not-started' })
  if (state.closedWaits.includes(waitId)) return refused({ code: 'wait-over', waitId })
  if (state.status !== 'running') return refused({ code: 'not-running', status: state.status })
  const wait = state.waits.find((one) => one.waitId === waitId)
  const node = wait && findNode(definition, wait.node)
  if (wait && (node?.kind === 'wait' || node?.kind === 'call')) return { ok: true, value: { wait, node } }
  return refused({ code: 'wait-not-found', waitId })
}

/** Whether an actor may say that what this node waits for has happened. */
export function mayReport(definition: Pick<Definition, 'flow'>, nodeId: NodeId, actor: Actor): boolean {
  const node = findNode(definition, nodeId)
  return node?.kind === 'wait' && node.until.kind === 'report' && reporterOf(definition, actor, node) !== null
}

/** Whoever holds a position of the wait's lane reports; a lane that names none may be reported for by any official. */
function reporterOf(definition: Pick<Definition, 'flow'>, actor: Actor, { lane }: WaitNode): RecordedActor | null {
  if (actor.kind === 'system') return { kind: 'system' }
  const candidates = candidatesOf([laneParty(definition, lane)])
  if (matches({ candidates }, actor)) {
    return recorded(actor, actor.kind === 'person' ? actingSeat({ candidates }, actor.personId, actor.seats) : null)
  }
  const open = candidates.length === 0 && actor.kind === 'person' && actor.seats.length > 0
  return open ? recorded(actor, actor.seats[0] ?? null) : null
}
