import type { Definition } from '#engine/definition/schema.ts'
import type { Event } from '#engine/instance/messages.ts'
import { type InstanceState, stateShape } from '#engine/instance/state.ts'
import type { Instant } from '#engine/instant.ts'
import type { Db } from '../connection.ts'
import { constraintOf, type Param, rows, sqlState } from '../rows.ts'
import type { RequestKey } from './command-load.ts'
import { commandText, type Part, valuesOfBegin, valuesOfMove, type Way } from './command-text.ts'
import { type ChainHead, eventRows } from './event-rows.ts'
import { noticeRows } from './notice-rows.ts'
import { outboxRows } from './outbox-rows.ts'
import { taskChanges } from './task-rows.ts'
import { timerChange } from './timer-rows.ts'

export type Writing = {
  agencyId: string
  id: string
  head: ChainHead
  before: InstanceState
  after: InstanceState
  events: readonly Event[]
  definition: Definition
  /** Files that the submission names: bound to the instance. */
  fileIds: readonly string[]
  request: RequestKey
  requestHash: string
  /** What the same request gets when it comes again. */
  answer: unknown
  newSalt: () => string
  /** Writes the timer even where it should stand right already. */
  timeAnew?: boolean
}
export type NewInstance = {
  slug: string
  version: number
  digest: string
  title: string
  ticketHash: string | null
  /** The row that asks for it and is used up by it: nothing begins without it, and nothing twice. */
  askedBy?: { kind: 'call' } | { kind: 'schedule'; node: string; due: Instant; next: Instant }
}

/** `stored`, or why nothing was: somebody was faster, or the same request key is taken. */
export type Stored = { stored: true; number: number } | { stored: false; why: 'revision' | 'request-key' }

/** Writes all that a command changed in one statement, if nobody moved the instance since it was loaded (P1, P10). */
export const storeCommand = (db: Db, writing: Writing) => write(db, writing, null)

/** Writes a new instance with its first events in one statement. */
export const storeStart = (db: Db, writing: Writing, fresh: NewInstance) => write(db, writing, fresh)

async function write(db: Db, w: Writing, fresh: NewInstance | null): Promise<Stored> {
  const written = eventRows(w.head, w.events, w.request?.keyHash ?? null, w.newSalt)
  const chosen = partsOf(w)
  const { text, name } = commandText(
    wayOf(fresh),
    chosen.map(({ part }) => part),
  )
  const params = [
    w.agencyId,
    w.id,
    ...instanceValues(w, fresh, written.at(-1)?.hash ?? w.head.hash),
    JSON.stringify(written),
    ...chosen.flatMap(({ values }) => values),
  ]
  try {
    const [moved] = await rows<{ number: number }>(db, text, params, name)
    return moved ? { stored: true, number: moved.number } : { stored: false, why: 'revision' }
  } catch (error) {
    const constraint = sqlState(error) === uniqueViolation ? (constraintOf(error) ?? '') : ''
    if (requestKeys.has(constraint)) return { stored: false, why: 'request-key' }
    if (constraint === 'events_deadline_once') return { stored: false, why: 'revision' }
    throw error
  }
}

function wayOf(fresh: NewInstance | null): Way {
  if (fresh === null) return 'move'
  if (!fresh.askedBy) return 'begin'
  return fresh.askedBy.kind === 'call' ? 'called' : 'scheduled'
}

function instanceValues(w: Writing, fresh: NewInstance | null, headHash: string): Param[] {
  const { after } = w
  const standing = {
    status: after.status,
    revision: after.revision,
    state: JSON.stringify(after),
    head_hash: headHash,
    incident: after.incidents.length > 0,
    open_tasks: after.open.length,
    waits: after.waits.length,
    suspended: after.suspended !== null,
    state_shape: stateShape,
    due_at: after.due?.at ?? null,
    ended_at: after.endedAt,
  }
  if (fresh === null) return [w.head.revision, ...valuesOfMove({ ...standing, ...versionAfter(w.events) })]
  const { slug, version, digest, title, askedBy } = fresh
  const begun = { slug, version, digest, title, ticket_hash: fresh.ticketHash, parent_id: after.call?.instanceId ?? null }
  const asked = askedBy?.kind === 'schedule' ? [askedBy.next, slug, askedBy.node, askedBy.due] : []
  return [...asked, ...valuesOfBegin({ ...standing, ...begun, started_at: after.startedAt })]
}

type Chosen = { part: Part; values: Param[] }

/** What the command writes, part by part and always in this order; a part of which it writes nothing is not there. */
function partsOf(w: Writing): Chosen[] {
  const { opened, candidates, changed, cleared, done } = taskChanges(w.before, w.events, w.after, w.definition)
  const [timer] = timerChange(w.before, w.after, w.definition, w.timeAnew ?? false)
  const at = w.events.at(-1)?.at ?? 0
  const errands = outboxRows(w.before, w.events, w.after).map((row) => ({ ...row, at }))
  const words = noticeRows(w.before, w.events, w.after)
  const { request } = w
  const some = (part: Part, many: number, values: () => Param[]) => (many > 0 ? [{ part, values: values() }] : [])
  return [
    ...some('tasks', opened.length + candidates.length, () => [JSON.stringify(opened), JSON.stringify(candidates)]),
    ...some('closings', changed.length, () => [JSON.stringify(changed), [...cleared], [...done]]),
    ...(timer ? [{ part: 'timer' as const, values: [timer.at] }] : []),
    ...(request
      ? [{ part: 'answer' as const, values: [request.scope, request.keyHash, w.requestHash, JSON.stringify(w.answer)] }]
      : []),
    ...some('others', w.fileIds.length + errands.length + words.length, () => [
      [...w.fileIds],
      JSON.stringify(errands),
      JSON.stringify(words),
    ]),
  ]
}

/** The version that a move led to; the columns stay as they are without one. */
function versionAfter(events: readonly Event[]): { version: number | null; digest: string | null } {
  const move = events.findLast((event) => event.type === 'Migrated' || event.type === 'MigrationUndone')
  return move ? move.to : { version: null, digest: null }
}

const uniqueViolation = '23505'
const requestKeys = new Set(['idempotency_scope_key_pk', 'events_command_once'])
