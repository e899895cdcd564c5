import { describe, expect, it } from 'vitest'
import { parseTyped } from '#app/read-form.ts'
import { holidayChange, readHolidayLines } from './holiday-list.ts'
import { HolidayListInput } from './inputs.ts'

const christmas = { date: '2026-12-25', name: 'Natal', kind: 'national' as const, source: 'SKB 1497/2025' }

describe('a pasted list of holidays', () => {
  it.each([
    ['tabs', '2026-12-25\tNatal\tLibur nasional\tSKB 1497/2025'],
    ['semicolons', '25/12/2026; Natal ;LN;SKB 1497/2025;'],
    ['commas and quotes', '25-12-2026,"Natal",national,"SKB 1497/2025"'],
    ['a heading', 'Tanggal,Nama,Jenis,Dasar\r\n2026-12-25,Natal,LN,SKB 1497/2025\r\n\r\n'],
  ])('is read between %s', (_, text) => expect(readHolidayLines(text)).toEqual({ holidays: [christmas], problems: [] }))

  it('knows collective leave and local days, and needs no source', () =>
    expect(readHolidayLines('2026-12-24,"Cuti, Natal",CB\n2026-12-18,Hari Jadi,libur setempat').holidays).toEqual([
      { date: '2026-12-24', name: 'Cuti, Natal', kind: 'jointLeave' },
      { date: '2026-12-18', name: 'Hari Jadi', kind: 'local' },
    ]))

  it.each([
    ['2026-02-30,Nyepi,LN', 'line-date'],
    ['besok,Nyepi,LN', 'line-date'],
    ['2026-03-19,Nyepi', 'line-columns'],
    ['2026-03-19,Nyepi,LN,SKB,lagi', 'line-columns'],
    ['2026-03-19,,LN', 'line-columns'],
    ['2026-03-19,Nyepi,pasar', 'line-kind'],
    ['2026-12-25,Natal,LN', 'line-twice'],
    [`2026-03-19,${'x'.repeat(201)},LN`, 'line-too-long'],
  ])('names the line of %s', (line, code) => {
    const text = `2026-12-25,Natal,LN\n${line}\n2026-01-01,Tahun Baru,LN\n2026-01-32,x,LN`
    expect(readHolidayLines(text).problems).toEqual([
      { code, line: 2 },
      { code: 'line-date', line: 4 },
    ])
    const refused = parseTyped(HolidayListInput, { revision: '1', list: text })
    expect(refused.ok || refused.refusal).toEqual({
      code: 'invalid',
      errors: [
        { path: 'list', code, params: { line: 2 } },
        { path: 'list', code: 'line-date', params: { line: 4 } },
      ],
    })
  })

  it('of a heading alone holds nothing', () =>
    expect(parseTyped(HolidayListInput, { revision: '1', list: 'tanggal,nama,jenis' })).toMatchObject({
      refusal: { errors: [{ path: 'list', code: 'required' }] },
    }))

  it('replaces the national days and collective leave of its years alone', () => {
    const old = { ...christmas, date: '2026-12-24', kind: 'jointLeave' as const }
    const local = { date: '2026-12-18', name: 'Hari Jadi', kind: 'local' as const }
    const earlier = { ...christmas, date: '2025-12-25' }
    const decreed = { date: '2026-08-18', name: 'Cuti bersama', kind: 'jointLeave' as const }
    expect(holidayChange({ holidays: [earlier, local, old, christmas] }, [christmas, decreed])).toEqual({
      added: [decreed],
      removed: [old],
      holidays: [earlier, decreed, local, christmas],
    })
  })
})
