import { type Definition, needsClass, numberKey } from '#engine'

export type PublicationDates = { signedOn: string; effectiveOn: string }
/** The next of a series, with the archive classification where its pattern asks for one, or a number that another office gave. */
export type DecreeNumber = { kind: 'series'; seriesId: string; class?: string } | { kind: 'by-hand'; text: string }
type Wrong = { path: string; code: string; params?: Readonly<Record<string, string | number>> }

const longestNumber = 120
const longestClass = 40

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

export type Kind = Definition['identity']['kind']

/** A service standard is set by a decree; an SOP by a decree or under its own series. */
export const seriesFor = <S extends { kind: string }>(series: readonly S[], kind: Kind): S[] =>
  series.filter((one) => kind === 'sop' || one.kind === 'decree')

type Series = { id: string; kind: string; pattern: string }
export function wrongNumber(number: DecreeNumber, series: readonly Series[], kind: Kind): Wrong[] {
  if (number.kind === 'series') {
    const chosen = seriesFor(series, kind).find(({ id }) => id === number.seriesId)
    if (!chosen) return [{ path: 'number', code: 'unknown-series' }]
    return needsClass(chosen.pattern) ? wrongText('class', number.class ?? '', longestClass) : []
  }
  return wrongText('byHand', number.text, longestNumber)
}

function wrongText(path: string, text: string, max: number): Wrong[] {
  if (numberKey(text) === '' || /\p{C}/u.test(text)) return [{ path, code: 'required' }]
  return text.length > max ? [{ path, code: 'too-long', params: { max } }] : []
}
