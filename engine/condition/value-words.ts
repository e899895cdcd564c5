import { printDate } from '../calendar/print.ts'
import type { Field } from '../definition/form.ts'
import { isCivilDate, isCivilDateTime } from '../form/civil-values.ts'
import { groupThousands } from '../form/number-text.ts'
import { type ConditionLocale, conditionWords } from './words.ts'

/** A value as people read it: `Rp1.000.000`, `24 Desember 2026`, `"Ringan"`; nothing for what has no words, a file say. */
export function valueInWords(value: unknown, field: Field | undefined, locale: ConditionLocale, range = false): string {
  const words = conditionWords[locale]
  if (Array.isArray(value)) {
    if (field?.kind === 'file' || field?.kind === 'group') return ''
    return value.map((one) => valueInWords(one, field, locale)).join(range ? ` ${words.and} ` : ', ')
  }
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') {
    if (field?.kind === 'rupiah') return `Rp${groupThousands(value)}`
    return locale === 'id'
      ? groupThousands(value)
      : groupThousands(value).replaceAll(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'))
  }
  if (typeof value !== 'string') return ''
  if (field?.kind === 'date' && isCivilDate(value)) return printDate(value, locale)
  if (field?.kind === 'dateTime' && isCivilDateTime(value)) return momentInWords(value, locale)
  if (field?.kind === 'time') return clock(value, locale)
  const label = field && 'options' in field ? field.options.find(({ id }) => id === value)?.label : undefined
  return `"${label ?? value}"`
}

function momentInWords(value: string, locale: ConditionLocale): string {
  const at = locale === 'id' ? 'pukul' : 'at'
  return `${printDate(value.slice(0, 10), locale)} ${at} ${clock(value.slice(11), locale)}`
}

const clock = (time: string, locale: ConditionLocale): string => (locale === 'id' ? time.replace(':', '.') : time)
