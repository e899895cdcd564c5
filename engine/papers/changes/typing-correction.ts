import type { Definition } from '../../definition/schema.ts'
import { changesBetween } from './changes.ts'

/** One place of a standard that was written wrong: "tertulis … seharusnya dibaca …". */
export type Correction = { place: string; what: string | null; before: readonly string[]; after: readonly string[] }

/** A correction as an erratum prints it. */
export function correctionSentence({ place, what, before, after }: Correction): string {
  const where = what === null ? place : `${place}, ${what}`
  return `${where}: tertulis “${before.join('; ')}”, seharusnya dibaca “${after.join('; ')}”.`
}

export type Correcting = { ok: true; corrections: readonly Correction[] } | { ok: false; changes: readonly string[] }

/**
 * Whether a new text only mends typing errors of another, which needs no decree of its own (ralat). Words of sentences may
 * be mended, figures only in the names of rules; whatever says who does what, when, in which order, on what condition, in
 * which time or for how much is no typing error, nor is another sentence in the place of one. Answers the places to read
 * otherwise, or the sentences that say what is more than that.
 */
export function correctingOf(before: Definition, after: Definition): Correcting {
  const mended = withWordsOf(before, after, []) as Definition
  const more = changesBetween(mended, after)
  if (more.length > 0) return { ok: false, changes: more.map(({ sentence }) => sentence) }
  const corrections = changesBetween(before, after).map(({ place, what, before: wrong, after: right }) => ({
    ...{ place, what, before: wrong, after: right },
  }))
  return { ok: true, corrections }
}

type Path = readonly (string | number)[]

/** The earlier document with the words of the later one, wherever these may be mended. */
function withWordsOf(before: unknown, after: unknown, path: Path): unknown {
  if (typeof before === 'string' && typeof after === 'string') return isMended(before, after, path) ? after : before
  if (typeof before === 'number' && typeof after === 'number') return path.at(-1) === 'year' ? after : before
  if (Array.isArray(before) && Array.isArray(after)) {
    return before.length === after.length ? before.map((one, at) => withWordsOf(one, after[at], [...path, at])) : before
  }
  if (!isPlain(before) || !isPlain(after)) return before
  return Object.fromEntries(Object.entries(before).map(([key, value]) => [key, withWordsOf(value, after[key], [...path, key])]))
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Where words stand that no machine and no condition reads; `*` is any one part, `**` any number of them. */
const wordPlaces = [
  'identity/title',
  'identity/summary',
  'identity/unit',
  'flow/nodes/*/activity',
  'flow/nodes/*/statement',
  'flow/nodes/*/question',
  'flow/nodes/*/remark',
  'flow/nodes/*/name',
  'flow/nodes/*/requirements/*',
  'flow/nodes/*/output/*',
  'flow/nodes/*/outcomes/*/label',
  'flow/edges/*/label',
  'flow/edges/*/statement',
  'forms/*/title',
  'forms/*/fields/**/label',
  'forms/*/fields/**/help',
  'components/*/items/*',
  'components/procedure/**',
  'components/serviceTime/notes/*',
  'components/complaints/flow/*',
  'components/complaints/channels/*/text',
  'components/staffing/text',
  'labels/*',
  'sop/name',
  'sop/qualifications/*',
  'sop/related/*',
  'sop/equipment/*',
  'sop/warnings/*',
  'sop/records/*',
  'decree/dictums/*',
  'decree/copies/*',
].map(pattern)

/** Names of rules, of which number and year belong to the words. */
const rulePlaces = ['components/legalBasis/items/*/*', 'sop/legalBasis/*/*', 'decree/considering/*', 'decree/recalling/*'].map(
  pattern,
)

function pattern(place: string): RegExp {
  const parts = place.split('/').map((part) => ({ '**': '.+', '*': '[^/]+' })[part] ?? part)
  return new RegExp(`^${parts.join('/')}$`)
}

function isMended(before: string, after: string, path: Path): boolean {
  const place = path.join('/')
  if (before === after) return true
  if (rulePlaces.some((one) => one.test(place))) return isSlip(before, after)
  return wordPlaces.some((one) => one.test(place)) && figuresIn(before) === figuresIn(after) && isSlip(before, after)
}

const figuresIn = (words: string): string => (words.match(/\d+/g) ?? []).join(' ')

/** Of what was written at least so much stays: more is another sentence. */
const mostMended = 0.4

const isSlip = (before: string, after: string): boolean =>
  lettersBetween(before, after) <= Math.max(before.length, after.length) * mostMended

/** How many letters are added, left out or changed on the way from one text to another. */
function lettersBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const changed = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
