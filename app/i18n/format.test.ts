import { expect, it } from 'vitest'
import { formatter } from './format.ts'

const at = Date.UTC(2026, 10, 20, 23, 30)

it('writes a moment in the zone of the agency', () => {
  expect(formatter('id', 'Asia/Jakarta').dateTime(at)).toBe('21 Nov 2026, 06.30 WIB')
  expect(formatter('id', 'Asia/Jayapura').dateTime(at)).toBe('21 Nov 2026, 08.30 WIT')
  expect(formatter('en', 'Asia/Makassar').dateTime(at)).toBe('21 Nov 2026, 07:30 WITA')
})

it('writes a civil date as the same day everywhere', () => {
  expect(formatter('id', 'Asia/Jayapura').civilDate('2026-11-21')).toBe('21 November 2026')
})

it('counts from now in words', () => {
  expect(formatter('id').relative(at + 2 * 86_400_000, at)).toBe('lusa')
  expect(formatter('en').relative(at - 3 * 3_600_000, at)).toBe('3 hours ago')
})

it('writes money and sizes for people', () => {
  expect(formatter('id').rupiah(1_250_000)).toBe('Rp\u00a01.250.000')
  expect(formatter('id').bytes(1_540_000)).toBe('1,5 MB')
  expect(formatter('en').bytes(0)).toBe('0 B')
})
