const units = ['', 'SATU', 'DUA', 'TIGA', 'EMPAT', 'LIMA', 'ENAM', 'TUJUH', 'DELAPAN', 'SEMBILAN']

function cardinal(n: number): string {
  if (n < 10) return units[n] ?? ''
  if (n === 10) return 'SEPULUH'
  if (n === 11) return 'SEBELAS'
  if (n < 20) return `${units[n - 10]} BELAS`
  return [`${units[Math.floor(n / 10)]} PULUH`, units[n % 10]].filter(Boolean).join(' ')
}

/**
 * The heading of the n-th diktum of a decree: KESATU, KEDUA … KEDUA PULUH SATU.
 * @throws {RangeError} outside 1 to 99
 */
export function dictumOrdinal(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 99) throw new RangeError(`diktum: expected 1 to 99, got ${n}`)
  return `KE${cardinal(n)}`
}

/**
 * The n-th letter of a lettered list: a … z, aa, ab …
 * @throws {RangeError} when n is not a positive whole number
 */
export function listLetter(n: number): string {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`list letter: expected a positive whole number, got ${n}`)
  const rest = Math.floor((n - 1) / 26)
  return (rest > 0 ? listLetter(rest) : '') + String.fromCharCode(97 + ((n - 1) % 26))
}

/**
 * Roman numeral of a lampiran.
 * @throws {RangeError} outside 1 to 89
 */
export function romanNumeral(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 89) throw new RangeError(`roman numeral: expected 1 to 89, got ${n}`)
  const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']
  const tens = ['', 'X', 'XX', 'XXX', 'XL', 'L', 'LX', 'LXX', 'LXXX']
  return `${tens[Math.floor(n / 10)]}${ones[n % 10]}`
}
