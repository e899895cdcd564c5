/** A number with dots between thousands and a comma before decimals: `1.250.000`, `-12,5`. */
export function groupThousands(value: number): string {
  const [whole = '', decimals] = plainNumber(value).split(',')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, '.')
  return decimals === undefined ? grouped : `${grouped},${decimals}`
}

/** A number with a comma before decimals and nothing between thousands; very small or large ones keep their exponent. */
export const plainNumber = (value: number): string => String(value).replace('.', ',')

/**
 * A number as people here write it: `1.250.000`, `12,5`, `3.5`. A dot is a thousands mark where three digits follow
 * each one and no zero leads, and else a decimal point; null for what is no number.
 */
export function readNumber(text: string): number | null {
  const compact = text.replace(/\s/g, '')
  const grouped = /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/.test(compact)
  const plain = /^[+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i.test(compact)
  if (!grouped && !plain) return null
  const value = Number(grouped ? compact.replaceAll('.', '').replace(',', '.') : compact.replace(',', '.'))
  return Number.isFinite(value) ? value : null
}

/** An amount of rupiah: as a number, with or without `Rp` before it and `,00` or `,-` after it. */
export const readRupiah = (text: string): number | null =>
  readNumber(text.replace(/^\s*Rp\.?/i, '').replace(/,(?:-+|0+)\s*$/, ''))
