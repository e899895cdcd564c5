/**
 * Letters that official papers print: Latin with its marks, Greek and Cyrillic, and the signs that offices write. The papers'
 * typeface has them all, and none of them turns the direction of what stands beside it.
 */
const printed: readonly (readonly [first: number, last: number])[] = [
  // Latin, with what marks its letters.
  [0x09, 0x0a],
  [0x20, 0x7e],
  [0xa0, 0xac],
  [0xae, 0x24f],
  [0x300, 0x304],
  [0x306, 0x30c],
  [0x327, 0x328],
  [0x1e00, 0x1eff],
  // Greek and Cyrillic.
  [0x370, 0x3ff],
  [0x400, 0x45f],
  // Dashes, quotes, marks, small figures, currency.
  [0x2010, 0x2015],
  [0x2018, 0x201e],
  [0x2020, 0x2022],
  [0x2026, 0x2026],
  [0x2030, 0x2030],
  [0x2032, 0x2033],
  [0x2039, 0x203a],
  [0x2044, 0x2044],
  [0x2070, 0x2070],
  [0x2074, 0x2079],
  [0x2080, 0x2089],
  [0x20ac, 0x20ac],
  // Number, trade and ohm signs, fractions, arrows, sums and comparisons, plain shapes.
  [0x2116, 0x2116],
  [0x2122, 0x2122],
  [0x2126, 0x2126],
  [0x2153, 0x2154],
  [0x215b, 0x215e],
  [0x2190, 0x2195],
  [0x2202, 0x2202],
  [0x2206, 0x2206],
  [0x220f, 0x220f],
  [0x2211, 0x2212],
  [0x221a, 0x221a],
  [0x221e, 0x221e],
  [0x2248, 0x2248],
  [0x2260, 0x2260],
  [0x2264, 0x2265],
  [0x25a0, 0x25a1],
  [0x25b2, 0x25b2],
  [0x25ba, 0x25ba],
  [0x25bc, 0x25bc],
  [0x25c4, 0x25c4],
  [0x25ca, 0x25cb],
  [0x25cf, 0x25cf],
]

const isPrinted = (letter: string): boolean => {
  const code = letter.codePointAt(0) ?? 0
  return /\P{Cn}/u.test(letter) && printed.some(([first, last]) => code >= first && code <= last)
}

/** The first letter of a text that papers cannot print, or null. */
export function unprintableIn(text: string): string | null {
  for (const letter of text.normalize('NFC')) if (!isPrinted(letter)) return letter
  return null
}

export const isPrintable = (text: string): boolean => unprintableIn(text) === null

/** A letter as one can point to it though it cannot be seen: `🎉 (U+1F389)`. */
export function letterName(letter: string): string {
  const code = `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return /^[\p{C}\p{M}\p{Z}]$/u.test(letter) ? code : `${letter} (${code})`
}
