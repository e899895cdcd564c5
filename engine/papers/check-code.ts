/** Letters and digits that a printed code is written with: none that is taken for another of them, so no 0, O, 1 and I. */
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const sealSymbols = 16
const groupSize = 6

/** What was typed or scanned as a code: the seal that it holds, or what is wrong with it as a code. */
export type ReadCode =
  | { ok: true; seal: string }
  | { ok: false; problem: 'empty' | 'length' | 'mistyped' }
  | { ok: false; problem: 'letter'; letter: string }

/**
 * Writes a seal as a code that people can type: three groups of six, the last two symbols a check over all of them.
 * @param seal  80 bits as 20 lower-case hex digits
 * @throws {RangeError} when it is not
 */
export function printCode(seal: string): string {
  if (!/^[0-9a-f]{20}$/.test(seal)) throw new RangeError(`seal: expected 20 hex digits, got "${seal}"`)
  const bits = BigInt(`0x${seal}`)
  const symbols = Array.from({ length: sealSymbols }, (_, place) => Number((bits >> BigInt(5 * (sealSymbols - 1 - place))) & 31n))
  const text = [...symbols, ...remainder([...symbols, 0, 0])].map((symbol) => letters[symbol]).join('')
  return text.replaceAll(/.{6}(?=.)/g, '$&-')
}

/**
 * Reads a code as people type it: small letters, spaces and dashes are all the same. One or two wrong symbols, and any
 * two that changed places, are always noticed.
 */
export function readCode(typed: string): ReadCode {
  const text = typed.toUpperCase().replaceAll(/[\s\p{Pd}\p{Cf}]/gu, '')
  if (text === '') return { ok: false, problem: 'empty' }
  const strange = [...text].find((letter) => !letters.includes(letter))
  if (strange !== undefined) return { ok: false, problem: 'letter', letter: strange }
  if (text.length !== 3 * groupSize) return { ok: false, problem: 'length' }
  const symbols = [...text].map((letter) => letters.indexOf(letter))
  if (remainder(symbols).some((symbol) => symbol !== 0)) return { ok: false, problem: 'mistyped' }
  const bits = symbols.slice(0, sealSymbols).reduce((all, symbol) => (all << 5n) | BigInt(symbol), 0n)
  return { ok: true, seal: bits.toString(16).padStart(20, '0') }
}

/** Each thing in a text that is written as a code, whole ones only, in their order and once each. */
export function codesIn(text: string): string[] {
  const found = text.match(new RegExp(`[${letters}]{6}-[${letters}]{6}-[${letters}]{6}`, 'g')) ?? []
  return [...new Set(found)].filter((code) => readCode(code).ok)
}

/**
 * Symbols as a polynomial over the field of 32 elements, modulo (x + 1)(x + α). A code is a multiple of it, so that any
 * two codes differ in three symbols at least.
 */
function remainder(symbols: readonly number[]): [number, number] {
  let [high, low] = [0, 0]
  for (const symbol of symbols) {
    const twice = doubled(high)
    ;[high, low] = [low ^ twice ^ high, symbol ^ twice]
  }
  return [high, low]
}

/** Times α, modulo x⁵ + x² + 1. */
const doubled = (symbol: number) => (symbol < 16 ? symbol << 1 : (symbol << 1) ^ 0b100101)
