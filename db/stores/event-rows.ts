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

/** The members of an event that hold people's own words, and what stands for each once the words are gone. */
const typedMembers: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  TaskReleased: { reason: null },
  TaskDelegated: { reason: '' },
  TaskCompleted: { data: {}, reason: null },
  DecisionTaken: { inputs: {} },
  IncidentResolved: { reason: '' },
  Cancelled: { reason: '' },
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
      taskId: 'taskId' in event ? event.taskId : null,
      commandKey: made.length === 0 ? commandKey : null,
      at: event.at,
      hash: chainHash(previous.hash, revision, body, dataDigest),
    })
  }
  return made
}

type Split = { body: Record<string, unknown>; data: Record<string, unknown> | null }

/** The instruction of a disposition is one's own words as well; whom it names stays in the body. */
function splitEvent(event: Event): Split {
  const members = typedMembers[event.type]
  const body: Record<string, unknown> = { ...event }
  if (!members) return { body, data: null }
  const data: Record<string, unknown> = {}
  for (const member of Object.keys(members)) {
    data[member] = body[member]
    delete body[member]
  }
  if (event.type === 'TaskCompleted' && event.disposition) {
    body.disposition = { assignees: event.disposition.assignees }
    data.instruction = event.disposition.instruction
  }
  return { body, data }
}

/** The event a row was made from. */
export function eventOf(row: { type: string; body: Record<string, unknown>; data: unknown }): Event {
  const members = typedMembers[row.type]
  if (!members) return row.body as unknown as Event
  const { instruction = '', ...data } = (row.data ?? {}) as Record<string, unknown>
  const event = { ...members, ...row.body, ...data }
  const named = row.type === 'TaskCompleted' ? (row.body.disposition as object | null) : null
  return (named ? { ...event, disposition: { ...named, instruction } } : event) as unknown as Event
}
