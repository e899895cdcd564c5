import type { Definition } from '#engine/definition/schema.ts'
import { formOf } from '#engine/form/fields-of.ts'
import type { Event } from '#engine/instance/messages.ts'

const longest = 120

/** One line that tells a request from others: the first line of text that its starter gave, else the standard's title. */
export function instanceTitle(events: readonly Event[], definition: Definition): string {
  const completed = events.find((event) => event.type === 'TaskCompleted')
  if (completed?.type !== 'TaskCompleted') return definition.identity.title
  const fields = formOf(definition, completed.node)?.fields ?? []
  const lines = fields.filter(({ kind }) => kind === 'text').map(({ id }) => completed.data[id])
  const first = lines.find((value): value is string => typeof value === 'string' && value.trim() !== '')
  return (first ?? definition.identity.title).trim().slice(0, longest)
}
