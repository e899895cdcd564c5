import { describe, expect, it } from 'vitest'
import { readLegacyList } from './legacy-list.ts'

const today = '2026-03-02'
const read = (text: string) => readLegacyList(text, today)
const faults = (text: string) => read(text).problems.map(({ row, column, code }) => `${row} ${column} ${code}`)
const line = (over: Record<string, string> = {}) =>
  Object.values({
    number: '12/2021',
    date: '4/1/2021',
    about: 'Izin',
    name: 'ASHA',
    office: '',
    status: '',
    act: '',
    from: '',
    why: '',
    ...over,
  }).join(';')

describe('a list of older numbers', () => {
  it('is read by its headings in any order; columns that nobody asks for are passed over', () => {
    const { rows, problems } = read(
      'No.\tTanggal Penetapan\tNOMOR\tPerihal\tPejabat\tStatus\tKeterangan\tPenulis\n1\t18 September 2023\t298 /TAHUN  2023\tStandar\tASHA\tBatal\tsalah objek\tX\n',
    )
    expect(problems).toEqual([])
    expect(rows).toEqual([
      {
        ...{ row: 2, number: '298 /TAHUN 2023', signedOn: '2023-09-18', effectiveOn: '2023-09-18', about: 'Standar' },
        ...{ signatoryName: 'ASHA', signatoryTitle: '', status: 'cancelled', act: 'set', reason: 'salah objek' },
      },
    ])
  })

  it('is read without headings in the order that is shown', () => {
    const { rows } = read(
      line({ office: 'Kepala Dinas', status: 'dicabut', act: 'perubahan', from: '2021-02-01', why: 'UU baru' }),
    )
    expect(rows).toMatchObject([
      { row: 1, number: '12/2021', effectiveOn: '2021-02-01', signatoryTitle: 'Kepala Dinas', status: 'revoked', act: 'amend' },
    ])
  })

  it.each([
    ['2021-1-4', null],
    ['2021-01-04', '2021-01-04'],
    ['4-1-2021', '2021-01-04'],
    ['4.1.2021', '2021-01-04'],
    ['4 Mei 2021', '2021-05-04'],
    ['31/2/2021', null],
    ['4/1/21', null],
    ['4 Foo 2021', null],
    ['1/1/1820', null],
  ])('takes the date %s for %s', (date, day) => expect(read(line({ date })).rows[0]?.signedOn ?? null).toBe(day))

  it.each([
    ['no number', { number: '' }, '1 number row-required'],
    ['no signatory', { name: '' }, '1 name row-required'],
    ['no date', { date: '' }, '1 signedOn row-required'],
    ['a day to come', { date: '3/3/2026' }, '1 signedOn row-future'],
    ['a strange status', { status: 'hilang' }, '1 status row-option'],
    ['a strange kind', { act: 'surat' }, '1 act row-option'],
    ['a status that every object has', { status: 'constructor' }, '1 status row-option'],
    ['a cancelled number without a reason', { status: 'batal' }, '1 reason row-reason'],
    ['an emoji', { name: 'ASHA 🎉' }, '1 name row-letter'],
    ['a mark that turns the direction', { about: 'Izin \u202Enaji' }, '1 about row-letter'],
    ['a title of a thousand letters', { about: 'x'.repeat(1000) }, '1 about row-too-long'],
  ])('names row and column of %s', (_, over, fault) => expect(faults(line(over))).toEqual([fault]))

  it('P5: names a number that comes twice, however it is spaced, and lets another year have it', () => {
    const list = [line({ number: '12 / 2021' }), line({ number: '12/2021' }), line({ date: '4/1/2022' })].join('\n')
    expect(faults(list)).toEqual(['2 number row-twice'])
  })

  it('names what is wrong in every row, in their order', () => {
    expect(faults([line({ number: '' }), line(), '', line({ date: 'x', name: '' })].join('\n'))).toEqual([
      '1 number row-required',
      '4 name row-required',
      '4 signedOn row-date',
    ])
  })
})
