import { type Duration, type DurationUnit, durationInRange } from '../definition/duration.ts'
import { limits } from '../definition/limits.ts'

export type ReadDuration =
  | { ok: true; duration: Duration }
  | { ok: false; code: 'empty' | 'no-amount' | 'no-unit' | 'out-of-range' }

const unitNames: readonly (readonly [RegExp, DurationUnit])[] = [
  [/^(?:hari kerja|hk|working days?)(?![a-z])/, 'workingDay'],
  [/^(?:hari kalender|hari|calendar days?|days?)(?![a-z])/, 'calendarDay'],
  [/^(?:menit kerja|menit|mnt|minutes?|min)(?![a-z])/, 'minute'],
  [/^(?:jam kerja|jam|hours?)(?![a-z])/, 'hour'],
  [/^(?:minggu|pekan|weeks?)(?![a-z])/, 'week'],
  [/^(?:bulan|bln|months?)(?![a-z])/, 'month'],
]
const most = /^(?:paling lama|paling lambat|selambat-lambatnya|maksimum|maksimal|maks\.?|at most)\s+/
const span = /^(\d{1,6})(?:\s*(?:-|–|—|s\/d|s\.d\.?|sd|sampai(?: dengan)?|hingga)\s*(\d{1,6}))?\s*(?:\([^)]*\)\s*)?/
const dayAndNight = /^(\d{1,3})\s*[x×]\s*24\s*jam(?![a-z])/
const dayItself = /^(?:hari[\s-]*h|the same day)(?![a-z])/
/** A second amount right behind the first. */
const moreTime =
  /^[\s,]*(?:dan |and )?(\d{1,4})\s*(?:\([^)]*\)\s*)?(menit|mnt|minutes?|min|jam|hours?|hari|days?|minggu|weeks?|bulan|months?)(?: kerja| kalender)?(?![a-z])/
const numberWords = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh', 'sebelas']

/**
 * Reads a time limit as officers write it: "2 jam", "maks. 1 hari kerja", "3-5 hari", "3 (tiga) hari", "2 x 24 jam",
 * "Hari H setelah kegiatan". What follows the unit becomes the note. `unit` is meant where a bare number stands, as under a
 * heading "Waktu (menit)". It counts from the moment the step opens: words do not say from when.
 */
export function readDuration(text: string, unit?: DurationUnit): ReadDuration {
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ').trim()
  if (plain === '') return { ok: false, code: 'empty' }
  const whole = plain.toLowerCase()
  const begun = inDigits(whole.replace(most, ''))
  const base = { clock: 'working', anchor: { kind: 'entered' }, maximum: most.test(whole) } as const
  // Only the beginning was rewritten, so what is left is found from the end.
  const after = (length: number) => plain.slice(plain.length - (begun.length - length))
  const same = dayItself.exec(begun)
  if (same) return made({ ...base, amount: 0, unit: 'sameDay' }, after(same[0].length))
  const nights = dayAndNight.exec(begun)
  if (nights) return made({ ...base, amount: Number(nights[1]) * 24, unit: 'hour', clock: 'calendar' }, after(nights[0].length))
  const size = span.exec(begun)
  if (size === null) return { ok: false, code: 'no-amount' }
  const rest = begun.slice(size[0].length)
  const named = unitNames.find(([name]) => name.test(rest))
  const chosen = named?.[1] ?? (rest === '' ? unit : undefined)
  if (chosen === undefined) return { ok: false, code: 'no-unit' }
  const length = size[0].length + (named?.[0].exec(rest)?.[0].length ?? 0)
  const also = moreTime.exec(begun.slice(length))
  if (also !== null)
    return together(base, [chosen, Number(size[1])], also, size[2] === undefined ? after(length + also[0].length) : null)
  const upTo = size[2] === undefined ? {} : { upTo: Number(size[2]) }
  return made({ ...base, amount: Number(size[1]), ...upTo, unit: chosen }, after(length))
}

/** "1 jam 30 menit" as 90 minutes; days and hours have no common measure. */
function together(
  base: Pick<Duration, 'clock' | 'anchor' | 'maximum'>,
  [unit, hours]: readonly [DurationUnit, number],
  [, minutes, word = '']: RegExpExecArray,
  words: string | null,
): ReadDuration {
  const asMinutes = unit === 'hour' && /^(?:menit|mnt|min)/.test(word)
  if (!asMinutes || words === null) return { ok: false, code: 'no-unit' }
  return made({ ...base, amount: hours * 60 + Number(minutes), unit: 'minute' }, words)
}

/** "sehari" as "1 hari", "tiga jam" as "3 jam", "1,5 jam" as "90 menit". */
function inDigits(text: string): string {
  const half = /^(\d{1,4})[,.]5 jam(?![a-z])/.exec(text)
  if (half) return `${Number(half[1]) * 60 + 30} menit${text.slice(half[0].length)}`
  const plain = text
    .replace(/^(?:setengah|1\/2|½|0[,.]5) jam(?![a-z])/, '30 menit')
    .replace(/^se(?=(?:hari|jam|menit|minggu|pekan|bulan)(?![a-z]))/, '1 ')
  const word = /^([a-z]+) /.exec(plain)
  const amount = numberWords.indexOf(word?.[1] ?? '')
  return word && amount > 0 ? `${amount} ${plain.slice(word[0].length)}` : plain
}

function made(duration: Duration, words: string): ReadDuration {
  const { amount, upTo, unit } = duration
  const sizes = upTo === undefined ? [amount] : [amount, upTo]
  const fits = unit === 'sameDay' || (sizes.every((size) => durationInRange({ amount: size, unit })) && amount < (upTo ?? 1e9))
  const note = words.replace(/^[\s,;:.]+/, '').trim()
  if (!fits || note.length > limits.label) return { ok: false, code: 'out-of-range' }
  return { ok: true, duration: { ...duration, ...(note === '' ? {} : { note }) } }
}
