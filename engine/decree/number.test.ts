import { describe, expect, it } from 'vitest'
import { NumberPattern, needsClass, numberKey, parsePattern, printNumber } from './index.ts'

describe('numbers as offices print them', () => {
  it.each([
    ['{seq} /TAHUN {yyyy}', { seq: 298, signedOn: '2023-09-18' }, '298 /TAHUN 2023'],
    ['{seq:3} / SOP / {yyyy}', { seq: 10, signedOn: '2024-07-02' }, '010 / SOP / 2024'],
    ['{seq} TAHUN {yyyy}', { seq: 171, signedOn: '2020-05-04' }, '171 TAHUN 2020'],
    ['{seq:2} TAHUN {yyyy}', { seq: 2, signedOn: '2022-01-10' }, '02 TAHUN 2022'],
    ['{seq}/061/424.084/{yyyy}', { seq: 489, signedOn: '2021-03-01' }, '489/061/424.084/2021'],
    ['{class}/{seq} /401.301.3/{yyyy}', { seq: 35, signedOn: '2022-03-01', class: '067' }, '067/35 /401.301.3/2022'],
    ['{class}/{seq:3}/419.117/{yyyy}/SK', { seq: 20, signedOn: '2024-03-01', class: '300.1' }, '300.1/020/419.117/2024/SK'],
    ['{class}/{seq}/{roman}/{yyyy}', { seq: 7, signedOn: '2022-01-31', class: '188.4' }, '188.4/7/I/2022'],
    ['SOP-1-{seq}/17000/{yyyy}', { seq: 107, signedOn: '2025-12-30' }, 'SOP-1-107/17000/2025'],
    ['{class}/{seq}/{yyyy}', { seq: 12, signedOn: '2024-11-05', class: '067' }, '067/12/2024'],
  ])('%s', (pattern, input, printed) => expect(printNumber(NumberPattern.parse(pattern), input)).toBe(printed))

  it('does not cut a serial that outgrew its width', () =>
    expect(printNumber('{seq:3}/{yyyy}', { seq: 1234, signedOn: '2024-01-01' })).toBe('1234/2024'))
  it('knows which patterns need a classification', () => {
    expect(needsClass('{class}/{seq}/{yyyy}')).toBe(true)
    expect(needsClass('{seq}/{yyyy}')).toBe(false)
  })
})

describe('patterns that cannot number anything', () => {
  it.each([
    ['188.4/I/{yyyy}', 'no-serial'],
    ['{seq}/{seq}/{yyyy}', 'two-serials'],
    ['{seq}/{klas}', 'unknown-token'],
    ['{seq:0}/x', 'unknown-token'],
    ['{seq/{yyyy}', 'stray-brace'],
    ['{seq}/}', 'stray-brace'],
    ['  ', 'empty'],
    [`{seq}${'x'.repeat(90)}`, 'too-long'],
  ])('%s is refused as %s', (pattern, code) => {
    const parsed = parsePattern(pattern)
    expect(parsed.ok ? null : parsed.fault.code).toBe(code)
    expect(NumberPattern.safeParse(pattern).success).toBe(false)
  })
  it.each([
    ['a serial of 0', '{seq}', { seq: 0, signedOn: '2024-01-01' }],
    ['half a serial', '{seq}', { seq: 1.5, signedOn: '2024-01-01' }],
    ['no date', '{seq}', { seq: 1, signedOn: 'soon' }],
    ['a missing classification', '{class}/{seq}', { seq: 1, signedOn: '2024-01-01' }],
  ])('%s is a RangeError', (_, pattern, input) => expect(() => printNumber(pattern, input)).toThrow(RangeError))
})

it('P5: two spellings of one number are one number', () => {
  expect(numberKey('298 /TAHUN 2023')).toBe(numberKey('298 / Tahun 2023'))
  expect(numberKey('010 / SOP / 2024')).toBe('010/SOP/2024')
  expect(numberKey('12. b Tahun 2021')).not.toBe(numberKey('12 Tahun 2021'))
})
