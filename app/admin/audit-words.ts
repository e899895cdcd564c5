import { audit } from '#app/i18n/catalogues/audit.ts'
import type { Format } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translator.ts'
import { isCivilDate } from '#engine/form/civil-values.ts'

type Key = Exclude<keyof (typeof audit)['id'], 'audit.version'>
const isKey = (key: string): key is Key => Object.hasOwn(audit.id, key) && key !== 'audit.version'
/** Names that stand for the ids in one record. */
type Names = { subject: string | null; person: string | null; position: string | null }
type Saying = { t: Translate; format: Pick<Format, 'civilDate' | 'dateTime'> }
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
export function detailLines(detail: unknown, names: Names, { t, format }: Saying): DetailLine[] {
  if (typeof detail !== 'object' || detail === null) return []
  const inOrder = Object.entries(detail).toSorted(([a], [b]) => placeOf(a) - placeOf(b))
  return inOrder.flatMap(([name, raw]) => {
    const key = `audit.detail.${name}`
    const value = valueWords(name, raw, names, { t, format })
    return value === '' ? [] : [{ label: isKey(key) ? t(key) : name, value }]
  })
}

/** Who and what first, then when, then why; what is not named here comes last. */
const order = ['personId', 'title', 'name', 'position', 'superiorId', 'kind', 'unit', 'date', 'from', 'until', 'lastDay', 'basis']
const placeOf = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)

/** True where lines cannot hold what the record says. */
export const isDeep = (detail: unknown): boolean =>
  typeof detail === 'object' &&
  detail !== null &&
  Object.values(detail).some((value) => typeof value === 'object' && value !== null && !Array.isArray(value))

type Change = { action: string }
const isChange = (raw: unknown): raw is Change =>
  typeof raw === 'object' && raw !== null && 'action' in raw && typeof raw.action === 'string'

/** One change among several that a record is the outcome of: what was done, and with what. */
function changeWords({ action, ...detail }: Change, names: Names, saying: Saying): string {
  const values = detailLines(detail, names, saying).map(({ value }) => value)
  return [actWords(action, saying.t), values.join(', ')].filter(Boolean).join(': ')
}

/** As the program writes days and moments; a person's words may begin like one and be none. */
const isDay = (text: string): boolean => isCivilDate(text)
const isMoment = (text: string) => /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text))

const rights = ['author', 'approver', 'signatory', 'administrator', 'auditor'] as const

function valueWords(name: string, raw: unknown, names: Names, saying: Saying): string {
  const { t, format } = saying
  if (Array.isArray(raw)) return raw.map((one) => valueWords(name, one, names, saying)).join(raw.some(isChange) ? '; ' : ', ')
  if (isChange(raw)) return changeWords(raw, names, saying)
  if (raw === true) return t('audit.value.yes')
  if (typeof raw !== 'string' && typeof raw !== 'number') return ''
  const text = String(raw)
  if (isDay(text)) return format.civilDate(text)
  if (isMoment(text)) return format.dateTime(Date.parse(text))
  if (name === 'digest') return text.slice(0, 12)
  if (name === 'personId') return names.person ?? text
  if (name === 'position' || name === 'superiorId') return names.position ?? text
  const right = rights.find((one) => one === raw)
  if (right) return t(`account.right.${right}`)
  const key = `audit.value.${text}`
  return name === 'kind' && isKey(key) ? t(key) : text
}
