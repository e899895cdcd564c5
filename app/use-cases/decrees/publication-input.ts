import { type Definition, needsClass, numberKey } from '#engine'

export type PublicationDates = { signedOn: string; effectiveOn: string }
/**
 * The next of a series, with the archive classification where its pattern asks for one; one inserted after a serial of it, for
 * an act that was given none in its time; or a number that another office gave.
 */
export type DecreeNumber =
  | { kind: 'series'; seriesId: string; class?: string }
  | { kind: 'inserted'; seriesId: string; class?: string; after: string; reason: string }
  | { kind: 'by-hand'; text: string }
export type Wrong = { path: string; code: string; params?: Readonly<Record<string, string | number>> }

const longestNumber = 120
const longestClass = 40
const longestReason = 500
/** Further ahead than this no act is dated on purpose. */
const mostYearsAhead = 2

/**
 * Dates of the act in the agency's civil days: signed today at the latest and in force from signing on, on a later day
 * where the act may wait for it.
 */
export function wrongDates({ signedOn, effectiveOn }: PublicationDates, today: string, mayWait = true): Wrong[] {
  const wrong: Wrong[] = []
  if (!isCivilDate(signedOn)) wrong.push({ path: 'signedOn', code: 'bad-date' })
  else if (signedOn > today) wrong.push({ path: 'signedOn', code: 'in-future' })
  if (!isCivilDate(effectiveOn)) wrong.push({ path: 'effectiveOn', code: 'bad-date' })
  else if (effectiveOn < signedOn) wrong.push({ path: 'effectiveOn', code: 'before-signing' })
  else if (!mayWait && effectiveOn > today) wrong.push({ path: 'effectiveOn', code: 'in-future' })
  else if (Number(effectiveOn.slice(0, 4)) > Number(today.slice(0, 4)) + mostYearsAhead)
    wrong.push({ path: 'effectiveOn', code: 'too-far', params: { years: mostYearsAhead } })
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
  if (number.kind !== 'by-hand') {
    const chosen = seriesFor(series, kind).find(({ id }) => id === number.seriesId)
    if (!chosen) return [{ path: 'number', code: 'unknown-series' }]
    const wrong = needsClass(chosen.pattern) ? wrongText('class', number.class ?? '', longestClass) : []
    return number.kind === 'series' ? wrong : [...wrong, ...wrongInsertion(number)]
  }
  return wrongText('byHand', number.text, longestNumber)
}

function wrongInsertion({ after, reason }: Extract<DecreeNumber, { kind: 'inserted' }>): Wrong[] {
  const wrong: Wrong[] = /^[1-9]\d{0,6}$/.test(after.trim()) ? [] : [{ path: 'insertedAfter', code: 'required' }]
  return [...wrong, ...wrongText('numberReason', reason, longestReason)]
}

export function wrongText(path: string, text: string, max: number): Wrong[] {
  if (numberKey(text) === '' || /\p{C}/u.test(text)) return [{ path, code: 'required' }]
  return text.length > max ? [{ path, code: 'too-long', params: { max } }] : []
}
