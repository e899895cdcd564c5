import type { Translate } from '#app/i18n/translator.ts'
import type { Definition, Field, FieldId, FieldKind, OptionId, SimpleField } from '#engine'
import { freshIds } from './fresh-id.ts'

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

type Base = { id: FieldId; label: string; help?: string; required: boolean; visibleWhen?: Field['visibleWhen']; internal?: true }

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
