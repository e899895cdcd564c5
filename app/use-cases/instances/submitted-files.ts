import type { Db } from '#db/connection.ts'
import { usableFiles } from '#db/stores/files.ts'
import type { Field } from '#engine/definition/form.ts'
import type { Definition } from '#engine/definition/schema.ts'
import { fieldsOf, formOf } from '#engine/form/fields-of.ts'
import type { InputError } from '#engine/form/values.ts'
import type { Event } from '#engine/instance/messages.ts'

export type FileOwner = { personId: string | null; keyHashes: readonly string[] }

/** The files that the events of a submission name, with the place of each. */
export function namedFiles(events: readonly Event[], definition: Definition): readonly { id: string; path: string }[] {
  return events.flatMap((event) => {
    const { fields, data } = enteredIn(event, definition)
    return fields.flatMap((field) => filesIn(field, data[field.id]))
  })
}

type Entered = { fields: readonly Field[]; data: Readonly<Record<string, unknown>> }

/** What somebody typed; what another instance handed over was checked when it was typed there. */
function enteredIn(event: Event, definition: Definition): Entered {
  switch (event.type) {
    case 'TaskCompleted':
    case 'PartCompleted':
    case 'WaitOver':
      return { fields: formOf(definition, event.node)?.fields ?? [], data: event.data }
    case 'DataCorrected':
      return {
        fields: [...fieldsOf(definition).values()],
        data: Object.fromEntries(event.changes.map(({ field, after }) => [field, after])),
      }
    default:
      return { fields: [], data: {} }
  }
}

/** The file ids in one field's value. */
export function filesIn(field: Field, value: unknown): { id: string; path: string }[] {
  if (field.kind === 'file') return ids(value).map((id) => ({ id, path: field.id }))
  if (field.kind !== 'group' || !Array.isArray(value)) return []
  const files = field.fields.filter(({ kind }) => kind === 'file')
  return value.flatMap((row: unknown, i) =>
    files.flatMap(({ id: column }) => ids(memberOf(row, column)).map((id) => ({ id, path: `${field.id}.${i}.${column}` }))),
  )
}

const ids = (value: unknown): string[] => (Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [])
const memberOf = (row: unknown, key: string): unknown =>
  typeof row === 'object' && row !== null ? Object.entries(row).find(([name]) => name === key)?.[1] : undefined

/** The files that the data of an instance names, whoever sent them: to it, or to one that handed them over. */
export const filesNamedBy = (definition: Definition, data: Readonly<Record<string, unknown>>): string[] =>
  [...fieldsOf(definition).values()].flatMap((field) => filesIn(field, data[field.id]).map(({ id }) => id))

/** Wrong where a file is not there, is another's, or belongs to another instance that did not hand it over. */
export async function fileErrors(
  db: Db,
  where: { agencyId: string; instanceId: string },
  named: readonly { id: string; path: string }[],
  owner: FileOwner,
  handedOver: readonly string[] = [],
): Promise<InputError[]> {
  const asked = named.filter(({ id }) => !handedOver.includes(id))
  if (asked.length === 0) return []
  const ids = asked.map(({ id }) => id)
  const usable = new Set(await usableFiles(db, where, ids, owner))
  return asked.filter(({ id }) => !usable.has(id)).map(({ path }) => ({ path, code: 'unknown-file' }))
}
