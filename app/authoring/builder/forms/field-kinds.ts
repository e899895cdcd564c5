import type { Translate } from '#app/i18n/translator.ts'
import type { Definition, Field, FieldId, FieldKind, FormId, OptionId, SimpleField } from '#engine'
import { freshIds } from '../fresh-id.ts'

/** What the form designer offers, the most common first. */
export const fieldKinds = [
  'text',
  'longText',
  'choice',
  'choices',
  'yesNo',
  'number',
  'rupiah',
  'date',
  'time',
  'dateTime',
  'file',
  'letterNumber',
  'phone',
  'email',
  'link',
  'nik',
  'nip',
  'position',
  'regulation',
  'group',
  'note',
] as const satisfies readonly FieldKind[]

type Base = {
  id: FieldId
  label: string
  help?: string
  required: boolean
  visibleWhen?: Field['visibleWhen']
  internal?: true
  title?: true
}

const titleKinds: readonly FieldKind[] = ['text', 'longText', 'choice', 'letterNumber', 'regulation']

/** Whether a field of that kind may name a request: it holds words, and its form is the one that begins it. */
export function mayBeTitle(kind: FieldKind, form: FormId, { flow }: Definition): boolean {
  const starts = new Set(flow.nodes.filter((node) => node.kind === 'start').map(({ id }) => id))
  const first = new Set(flow.edges.filter(({ from }) => starts.has(from)).map(({ to }) => to))
  const begins = flow.nodes.some((node) => node.kind === 'task' && node.form === form && first.has(node.id))
  return begins && titleKinds.includes(kind)
}

/** A field of a kind with what that kind needs to be whole. */
export function fieldOf(kind: FieldKind, base: Base, t: Translate, fresh: ReturnType<typeof freshIds>): Field {
  const options = () =>
    [1, 2].map((number) => ({ id: `choice-${number}` as OptionId, label: t('builder.new.option', { number }) }))
  switch (kind) {
    case 'choice':
    case 'choices':
      return { ...base, kind, options: options() }
    case 'yesNo':
      return { ...base, kind, mustBeYes: false }
    case 'file':
      return { ...base, kind, max: 1 }
    case 'group':
      return { ...base, kind, max: 20, fields: [simpleField(fresh<FieldId>('field'), t)] }
    default:
      return { ...base, kind }
  }
}

export const simpleField = (id: FieldId, t: Translate): SimpleField => ({
  kind: 'text',
  id,
  label: t('builder.new.field'),
  required: false,
})

export function newField(kind: FieldKind, definition: Definition, t: Translate): Field {
  const fresh = freshIds(definition)
  return fieldOf(
    kind,
    { id: fresh<FieldId>('field'), label: t(`builder.field.${kind}`), required: kind !== 'note' && kind !== 'yesNo' },
    t,
    fresh,
  )
}
