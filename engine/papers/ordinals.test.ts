import { describe, expect, it } from 'vitest'
import { dictumOrdinal, listLetter, romanNumeral } from './ordinals.ts'

describe('ordinals of a decree', () => {
  it('counts the diktum from KESATU to KEDUA PULUH and on', () => {
    const twenty = Array.from({ length: 20 }, (_, index) => dictumOrdinal(index + 1))
    expect(twenty).toEqual([
      ...['KESATU', 'KEDUA', 'KETIGA', 'KEEMPAT', 'KELIMA', 'KEENAM', 'KETUJUH', 'KEDELAPAN', 'KESEMBILAN', 'KESEPULUH'],
      ...['KESEBELAS', 'KEDUA BELAS', 'KETIGA BELAS', 'KEEMPAT BELAS', 'KELIMA BELAS', 'KEENAM BELAS', 'KETUJUH BELAS'],
      ...['KEDELAPAN BELAS', 'KESEMBILAN BELAS', 'KEDUA PULUH'],
    ])
    expect(dictumOrdinal(21)).toBe('KEDUA PULUH SATU')
    expect(dictumOrdinal(99)).toBe('KESEMBILAN PULUH SEMBILAN')
  })

  it('letters a list from a to z, then aa', () => {
    expect([1, 2, 26, 27, 28, 52, 53, 703].map(listLetter)).toEqual(['a', 'b', 'z', 'aa', 'ab', 'az', 'ba', 'aaa'])
  })

  it('numbers the lampiran in Roman numerals', () => {
    expect([1, 4, 9, 14, 40, 49, 89].map(romanNumeral)).toEqual(['I', 'IV', 'IX', 'XIV', 'XL', 'XLIX', 'LXXXIX'])
  })

  it.each([0, -1, 1.5, 100])('refuses %s as the place of a diktum', (place) => {
    expect(() => dictumOrdinal(place)).toThrow(RangeError)
  })
})
