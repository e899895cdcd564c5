import { canonicalJson } from '#engine/definition/canonical.ts'
import type { Event } from '#engine/instance/messages.ts'
import { digestOf } from '../canonical-digest.ts'

/** An event as a row. What people typed stands in `data`, apart from the body that the chain holds in clear (V22). */
export type EventRow = {
  revision: number
  type: string
  body: Record<string, unknown>
  data: unknown
  dataSalt: string | null
  dataDigest: string | null
  taskId: string | null
  commandKey: string | null
  at: number
  hash: string
}

/** Stands for a member that an event may be without. */
const absent = undefined

/** The members of an event that hold people's own words, and what stands for each once the words are gone. */
const typedMembers: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  Started: { data: absent },
  TaskReleased: { reason: null },
  TaskDelegated: { reason: '' },
  PartCompleted: { data: {}, reason: null },
  TaskCompleted: { data: {}, reason: null },
  DecisionTaken: { inputs: {} },
  WaitOver: { data: {}, note: null },
  Suspended: { reason: '' },
  Resumed: { reason: '' },
  SentBack: { reason: '' },
  Reopened: { reason: '' },
  DataCorrected: { changes: [], reason: '' },
  IncidentRaised: { inputs: absent },
  IncidentResolved: { reason: '' },
  Migrated: { reason: '', values: {} },
  MigrationUndone: { reason: '' },
  Cancelled: { reason: '' },
}

/**
 * Words that stand one level deeper; who is named beside the instruction of a disposition, for one, stays in the body.
 * Where an event has several members, none of these is called as one of `typedMembers`.
 */
const typedWithin: Readonly<Record<string, { within: string; member: string; bare: unknown }>> = {
  PartCompleted: { within: 'disposition', member: 'instruction', bare: '' },
  TaskCompleted: { within: 'disposition', member: 'instruction', bare: '' },
  WaitBegan: { within: 'call', member: 'data', bare: {} },
  DeadlineExtended: { within: 'extension', member: 'reason', bare: '' },
}

/** Of those members, the ones that say why something was done; the others hold what a form took in. */
const whys: ReadonlySet<string> = new Set(['reason', 'note', 'instruction'])

/** An event without what anybody entered; what was done and why stays. */
export function withoutEntries(event: Event): Event {
  const left: Record<string, unknown> = { ...event }
  for (const [member, bare] of Object.entries(typedMembers[event.type] ?? {})) {
    if (!whys.has(member) && left[member] !== undefined) left[member] = bare ?? {}
  }
  const deeper = typedWithin[event.type]
  const outer = deeper && (left[deeper.within] as object | null | undefined)
  if (deeper && outer && !whys.has(deeper.member)) left[deeper.within] = { ...outer, [deeper.member]: deeper.bare }
  return left as unknown as Event
}

/** The hash before the first event of an instance. */
export const chainStart = (agencyId: string, instanceId: string) => digestOf(`instance ${agencyId}/${instanceId}`)

export const dataDigestOf = (salt: string, data: unknown) => digestOf(`${salt}\n${canonicalJson(data)}`)

export const chainHash = (previous: string, revision: number, body: unknown, dataDigest: string | null) =>
  digestOf(`${previous}\n${revision}\n${canonicalJson(body)}\n${dataDigest ?? ''}`)

export type ChainHead = { hash: string; revision: number }

/** Rows for new events after `head`; `newSalt` gives random text. */
export function eventRows(
  head: ChainHead,
  events: readonly Event[],
  commandKey: string | null,
  newSalt: () => string,
): EventRow[] {
  const made: EventRow[] = []
  for (const event of events) {
    const previous = made.at(-1) ?? head
    const { body, data } = splitEvent(event)
    const salt = data === null ? null : newSalt()
    const dataDigest = salt === null ? null : dataDigestOf(salt, data)
    const revision = previous.revision + 1
    made.push({
      revision,
      type: event.type,
      body,
      data,
      dataSalt: salt,
      dataDigest,
      taskId: 'taskId' in event ? (event.taskId ?? null) : null,
      commandKey: made.length === 0 ? commandKey : null,
      at: event.at,
      hash: chainHash(previous.hash, revision, body, dataDigest),
    })
  }
  return made
}

type Split = { body: Record<string, unknown>; data: Record<string, unknown> | null }

function splitEvent(event: Event): Split {
  const body: Record<string, unknown> = { ...event }
  const data: Record<string, unknown> = {}
  for (const member of Object.keys(typedMembers[event.type] ?? {})) {
    if (body[member] !== undefined) data[member] = body[member]
    delete body[member]
  }
  const deeper = typedWithin[event.type]
  const outer = deeper && (body[deeper.within] as Record<string, unknown> | null | undefined)
  if (deeper && outer) {
    const { [deeper.member]: words, ...rest } = outer
    body[deeper.within] = rest
    data[deeper.member] = words
  }
  return { body, data: Object.keys(data).length > 0 ? data : null }
}

/** The event a row was made from. */
export function eventOf(row: { type: string; body: Record<string, unknown>; data: unknown }): Event {
  const data = { ...((row.data ?? {}) as Record<string, unknown>) }
  const event: Record<string, unknown> = { ...row.body }
  const deeper = typedWithin[row.type]
  const outer = deeper && (row.body[deeper.within] as object | null | undefined)
  if (deeper && outer) event[deeper.within] = { ...outer, [deeper.member]: data[deeper.member] ?? deeper.bare }
  for (const [member, bare] of Object.entries(typedMembers[row.type] ?? {})) {
    const words = Object.hasOwn(data, member) ? data[member] : bare
    if (words !== absent) event[member] = words
  }
  return event as unknown as Event
}
