import { numberKey } from '#engine'

export type PublicationDates = { signedOn: string; effectiveOn: string }
/** The next of a series, or a number that another office gave. */
export type DecreeNumber = { kind: 'series'; seriesId: string } | { kind: 'by-hand'; text: string }
type Wrong = { path: string; code: string; params?: Readonly<Record<string, string | number>> }

const longestNumber = 120

/**
 * Dates of the act in the agency's civil days: signed today at the latest, in force from signing on and today at the
 * latest, because the standard in force ends at the moment this one is set.
 */
export function wrongDates({ signedOn, effectiveOn }: PublicationDates, today: string): Wrong[] {
  const wrong: Wrong[] = []
  if (!isCivilDate(signedOn)) wrong.push({ path: 'signedOn', code: 'bad-date' })
  else if (signedOn > today) wrong.push({ path: 'signedOn', code: 'in-future' })
  if (!isCivilDate(effectiveOn)) wrong.push({ path: 'effectiveOn', code: 'bad-date' })
  else if (effectiveOn < signedOn) wrong.push({ path: 'effectiveOn', code: 'before-signing' })
  else if (effectiveOn > today) wrong.push({ path: 'effectiveOn', code: 'in-future' })
  return wrong
}

function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const read = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().slice(0, 10) === text
}

export function wrongNumber(number: DecreeNumber, series: readonly { id: string; pattern: string }[]): Wrong[] {
  if (number.kind === 'series')
    return series.some(({ id }) => id === number.seriesId) ? [] : [{ path: 'number', code: 'unknown-series' }]
  if (numberKey(number.text) === '') return [{ path: 'number', code: 'required' }]
  if (number.text.length > longestNumber) return [{ path: 'number', code: 'too-long', params: { max: longestNumber } }]
  return []
}
