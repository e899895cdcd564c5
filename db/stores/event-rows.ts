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

/** The member of an event that holds people's own words, if it has one. */
const typedMember: Readonly<Record<string, string>> = { TaskCompleted: 'data', DecisionTaken: 'inputs' }

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

function splitEvent(event: Event): { body: Record<string, unknown>; data: unknown } {
  const member = typedMember[event.type]
  const body: Record<string, unknown> = { ...event }
  if (member === undefined) return { body, data: null }
  const data = body[member]
  delete body[member]
  return { body, data }
}

/** The event a row was made from. */
export function eventOf(row: { type: string; body: Record<string, unknown>; data: unknown }): Event {
  const member = typedMember[row.type]
  const event = member === undefined ? row.body : { ...row.body, [member]: row.data ?? {} }
  return event as unknown as Event
}
