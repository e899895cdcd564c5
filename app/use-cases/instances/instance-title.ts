import type { Field } from '#engine/definition/form.ts'
import type { Definition } from '#engine/definition/schema.ts'
import { formOf } from '#engine/form/fields-of.ts'
import type { Data, Event } from '#engine/instance/messages.ts'

const longest = 120

/**
 * One line that tells a request from others: what its starter wrote in the field marked as its title, else in the first
 * text field, else the standard's title. Applicants read it, so the office's own fields never give it.
 */
export function instanceTitle(events: readonly Event[], definition: Definition): string {
  const completed = events.find((event) => event.type === 'TaskCompleted')
  if (completed?.type !== 'TaskCompleted') return definition.identity.title
  const fields = (formOf(definition, completed.node)?.fields ?? []).filter(({ internal }) => !internal)
  const sought = [...fields.filter(({ title }) => title), ...fields.filter(({ kind }) => kind === 'text')]
  const words = sought.map((field) => wordsOf(field, completed.data)).find((line) => line !== '')
  return shortened(words ?? definition.identity.title)
}

function wordsOf(field: Field, data: Data): string {
  const value = data[field.id]
  if (typeof value !== 'string') return ''
  if (field.kind === 'choice') return field.options.find(({ id }) => id === value)?.label ?? ''
  return (value.trim().split('\n')[0] ?? '').trim()
}

const shortened = (words: string) => (words.length <= longest ? words : `${words.slice(0, longest - 1).trimEnd()}…`)
