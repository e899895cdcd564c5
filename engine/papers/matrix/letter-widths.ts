/**
 * Widths of the letters of the papers' typeface in thousandths of its size, from the public metrics of Helvetica, which
 * Arimo, Arial and Liberation Sans share. Letters beyond ASCII are taken by their base letter; what is unknown is wide.
 */
const narrow = widths({ 191: "'", 222: 'ijl', 260: '|', 278: ' !,./:;I[\\]ft', 333: '-()`r', 334: '{}', 355: '"', 389: '*' })
const middle = widths({ 469: '^', 500: 'Jckvsxyz', 556: '#$0123456789?L_abdeghnopqu', 584: '+<=>~', 611: 'FTZ' })
const wide = widths({ 667: '&ABEKPSVXY', 722: 'CDHNRUw', 778: 'GOQ', 833: 'Mm', 889: '%', 944: 'W', 1015: '@' })
const known: ReadonlyMap<string, number> = new Map([...narrow, ...middle, ...wide])

/** Dashes, quotes and marks that Indonesian papers print. */
const others: Readonly<Record<string, number>> = {
  '–': 556,
  '—': 1000,
  '‘': 222,
  '’': 222,
  '“': 333,
  '”': 333,
  '…': 1000,
  '•': 350,
  '≤': 584,
  '≥': 584,
  '©': 737,
  '®': 737,
  '™': 1000,
}
const unknown = 1000
/** Pictures come from whatever typeface has them; this is as wide as any draws them. */
const picture = 1400
const bolder = 1.08

/** The width of a text set in `size` (mm), in mm. */
export function widthOf(text: string, size: number, bold = false): number {
  let sum = 0
  for (const letter of text) sum += letters.get(letter) ?? letterWidth(letter)
  return (sum / 1000) * size * (bold ? bolder : 1)
}

/** Each letter as it was first measured. */
const letters = new Map(known)

function letterWidth(letter: string): number {
  const [base = '', ...marks] = letter.normalize('NFD')
  const width = marks.length > 0 ? letterWidth(base) : plainWidth(letter)
  letters.set(letter, width)
  return width
}

function plainWidth(letter: string): number {
  if (/\p{Mark}|\p{Cf}/u.test(letter)) return 0
  return known.get(letter) ?? others[letter] ?? (/\p{Extended_Pictographic}/u.test(letter) ? picture : unknown)
}

function widths(groups: Readonly<Record<number, string>>): [string, number][] {
  return Object.entries(groups).flatMap(([width, letters]) =>
    [...letters].map((letter): [string, number] => [letter, Number(width)]),
  )
}
