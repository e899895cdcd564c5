import { audit } from '#app/i18n/catalogues/audit.ts'
import type { Translate } from '#app/i18n/translator.ts'

type Key = Exclude<keyof (typeof audit)['id'], 'audit.version'>
const isKey = (key: string): key is Key => Object.hasOwn(audit.id, key) && key !== 'audit.version'
/** Names that stand for the ids in one record. */
type Names = { subject: string | null; person: string | null; position: string | null }
export type DetailLine = { label: string; value: string }

/** Words for an act; one that has none yet is shown by its code, since a trail leaves nothing out. */
export function actWords(action: string, t: Translate): string {
  const key = `audit.act.${action}`
  return isKey(key) ? t(key) : action
}

/** What was acted on, by name; versions are written \`slug/number\`. */
export function subjectWords(subject: string, { subject: name }: Names, t: Translate): string {
  const number = /\/(\d+)$/.exec(subject)?.[1]
  return number ? t('audit.version', { title: name ?? subject, number }) : (name ?? subject)
}

/** What a record says beside the act, a line for each thing that has a plain value. */
export function detailLines(detail: unknown, names: Names, t: Translate): DetailLine[] {
  if (typeof detail !== 'object' || detail === null) return []
  return Object.entries(detail).flatMap(([name, raw]) => {
    const key = `audit.detail.${name}`
    const value = valueWords(name, raw, names, t)
    return value === '' ? [] : [{ label: isKey(key) ? t(key) : name, value }]
  })
}

/** True where lines cannot hold what the record says. */
export const isDeep = (detail: unknown): boolean =>
  typeof detail === 'object' &&
  detail !== null &&
  Object.values(detail).some((value) => typeof value === 'object' && value !== null && !Array.isArray(value))

const rights = ['author', 'approver', 'signatory', 'administrator', 'auditor'] as const

function valueWords(name: string, raw: unknown, names: Names, t: Translate): string {
  if (Array.isArray(raw)) return raw.map((one) => valueWords(name, one, names, t)).join(', ')
  if (raw === true) return t('audit.value.yes')
  if (typeof raw !== 'string' && typeof raw !== 'number') return ''
  const text = String(raw)
  if (name === 'digest') return text.slice(0, 12)
  if (name === 'personId') return names.person ?? text
  if (name === 'position' || name === 'superiorId') return names.position ?? text
  const right = rights.find((one) => one === raw)
  if (right) return t(`account.right.${right}`)
  const key = `audit.value.${text}`
  return name === 'kind' && isKey(key) ? t(key) : text
}
