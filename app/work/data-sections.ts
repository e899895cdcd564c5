import { type Format, formatter } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { type Translate, translator } from '#app/i18n/translator.ts'
import { type Definition, type Field, formOf, stepRows } from '#engine'

export type ShownFile = { id: string; name: string; bytes: number }
export type ShownValue =
  | { kind: 'text'; text: string }
  | { kind: 'link'; href: string }
  | { kind: 'files'; files: readonly ShownFile[] }
  | { kind: 'rows'; rows: readonly (readonly ShownItem[])[] }
export type ShownItem = { id: string; label: string; value: ShownValue; changed: boolean }
export type ShownSection = { id: string; title: string; items: readonly ShownItem[] }

export type Showing = {
  definition: Pick<Definition, 'flow' | 'forms'>
  data: Readonly<Record<string, unknown>>
  files: readonly ShownFile[]
  positions: readonly { id: string; title: string }[]
  changed?: readonly string[]
  locale: Locale
  zone: string
}

type Words = Showing & { format: Format; t: Translate; byId: ReadonlyMap<string, ShownFile> }

/** What is known of a request, in words, under the steps that asked for it; a field stands where it was asked first. */
export function dataSections(showing: Showing): ShownSection[] {
  const { definition, locale, zone, files } = showing
  const words = {
    ...showing,
    format: formatter(locale, zone),
    t: translator(locale),
    byId: new Map(files.map((file) => [file.id, file])),
  }
  const seen = new Set<string>()
  return stepRows(definition).flatMap(({ node }) => {
    if (node.kind !== 'task') return []
    const fields = (formOf(definition, node.id)?.fields ?? []).filter(({ id }) => !seen.has(id))
    for (const { id } of fields) seen.add(id)
    const items = shownItems(fields, showing.data, words)
    return items.length === 0 ? [] : [{ id: node.id, title: node.activity, items }]
  })
}

/** The values of one step's own form. */
function shownItems(fields: readonly Field[], data: Readonly<Record<string, unknown>>, words: Words): ShownItem[] {
  return fields.flatMap((field) => {
    const value = Object.hasOwn(data, field.id) ? shown(field, data[field.id], words) : null
    return value ? [{ id: field.id, label: field.label, value, changed: words.changed?.includes(field.id) ?? false }] : []
  })
}

function shown(field: Field, value: unknown, words: Words): ShownValue | null {
  switch (field.kind) {
    case 'note':
      return null
    case 'file': {
      const ids = Array.isArray(value) ? value.map(String) : []
      return { kind: 'files', files: ids.flatMap((id) => words.byId.get(id) ?? []) }
    }
    case 'group': {
      const rows = Array.isArray(value) ? value : []
      return {
        kind: 'rows',
        rows: rows.map((row) => shownItems(field.fields, row as Record<string, unknown>, { ...words, changed: [] })),
      }
    }
    case 'link':
      return /^https?:\/\//i.test(String(value)) ? { kind: 'link', href: String(value) } : { kind: 'text', text: String(value) }
    default:
      return { kind: 'text', text: textOf(field, value, words) }
  }
}

function textOf(field: Field, value: unknown, { format, t, positions }: Words): string {
  switch (field.kind) {
    case 'date':
      return format.civilDate(String(value))
    case 'dateTime': {
      const [date = '', time = ''] = String(value).split('T')
      return `${format.civilDate(date)}, ${time.replace(':', '.')}`
    }
    case 'number':
      return format.number(Number(value))
    case 'rupiah':
      return format.rupiah(Number(value))
    case 'yesNo':
      return value === true ? t('common.yes') : t('common.no')
    case 'choice':
      return field.options.find(({ id }) => id === value)?.label ?? String(value)
    case 'choices':
      return (Array.isArray(value) ? value : [])
        .map((one) => field.options.find(({ id }) => id === one)?.label ?? String(one))
        .join(', ')
    case 'position':
      return positions.find(({ id }) => id === value)?.title ?? String(value)
    default:
      return String(value)
  }
}

/** One value in words alone: a file by its name, rows one after another. */
export function fieldValueText(field: Field, value: unknown, showing: Showing): string {
  return sectionOf([field], { ...showing, data: { [field.id]: value } })
    .map((item) => plainText(item.value))
    .join(', ')
}

function plainText(value: ShownValue): string {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'link':
      return value.href
    case 'files':
      return value.files.map(({ name }) => name).join(', ')
    case 'rows':
      return value.rows.map((row) => row.map(({ label, value: one }) => `${label}: ${plainText(one)}`).join(', ')).join('; ')
  }
}

/** The same words for the values of one form alone, as a completed step left them. */
export function sectionOf(fields: readonly Field[], showing: Showing): ShownItem[] {
  const { locale, zone, files, data } = showing
  const byId = new Map(files.map((file) => [file.id, file]))
  return shownItems(fields, data, { ...showing, format: formatter(locale, zone), t: translator(locale), byId })
}
