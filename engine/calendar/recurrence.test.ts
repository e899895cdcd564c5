import { describe, expect, it } from 'vitest'
import { Recurrence } from '../definition/recurrence.ts'
import { civilDate, civilOf, civilTime, dayNumber, instantOf } from './civil.ts'
import { followingOccurrence, nextOccurrence, replanned } from './recurrence.ts'
import { Calendar } from './schema.ts'

const hours = [['08:00', '16:00']]
const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: [], sun: [] }
const calendarIn = (zone: string, ...holidays: string[]) =>
  Calendar.parse({
    zone,
    schedules: [{ from: '2020-01-01', week }],
    holidays: holidays.map((date) => ({ date, name: 'Libur', kind: 'national' })),
  })
const jakarta = calendarIn('Asia/Jakarta')

type Given = Parameters<typeof Recurrence.parse>[0]
/** The next few starts after a moment, as people read them. */
function starts(given: Given, after: string, calendar = jakarta, many = 4): string[] {
  const recurrence = Recurrence.parse(given)
  const found: string[] = []
  let at: number | null = instantOf(after.slice(0, 10), after.slice(11), calendar.zone)
  for (let i = 0; i < many && at !== null; i++) {
    at = nextOccurrence(recurrence, at, calendar)
    if (at !== null) found.push(`${civilDate(at, calendar.zone)} ${civilTime(at, calendar.zone)}`)
  }
  return found
}

describe('a start by the clock', () => {
  it('comes every month, on its last day where the month is too short', () => {
    const monthly = { every: 'month', day: 31, time: '08:00', onFreeDay: 'keep' } as const
    expect(starts(monthly, '2027-12-31 08:00')).toEqual([
      '2028-01-31 08:00',
      '2028-02-29 08:00',
      '2028-03-31 08:00',
      '2028-04-30 08:00',
    ])
    expect(starts({ ...monthly, day: 'last' }, '2027-01-31 07:59', jakarta, 3)).toEqual([
      '2027-01-31 08:00',
      '2027-02-28 08:00',
      '2027-03-31 08:00',
    ])
  })

  it('comes every quarter and every year in the month that is named', () => {
    expect(starts({ every: 'quarter', month: 2, day: 10, time: '09:30', onFreeDay: 'keep' }, '2026-11-10 09:30')).toEqual([
      '2027-02-10 09:30',
      '2027-05-10 09:30',
      '2027-08-10 09:30',
      '2027-11-10 09:30',
    ])
    expect(
      starts({ every: 'year', month: 2, day: 29, time: '00:00', onFreeDay: 'keep' }, '2026-12-01 00:00', jakarta, 2),
    ).toEqual(['2027-02-28 00:00', '2028-02-29 00:00'])
  })

  it('comes every week on its day, from 1 for Monday', () => {
    expect(starts({ every: 'week', day: 1, time: '07:30' }, '2026-11-26 12:00', jakarta, 2)).toEqual([
      '2026-11-30 07:30',
      '2026-12-07 07:30',
    ])
    expect(starts({ every: 'week', day: 'last', time: '07:30', onFreeDay: 'keep' }, '2026-11-26 12:00', jakarta, 1)).toEqual([
      '2026-11-29 07:30',
    ])
  })

  it('keeps a free day, goes to the working day after or before it, or is left out, as the author says', () => {
    // 1 May 2027 is a Saturday, 1 August 2027 a Sunday; 3 May is a holiday here.
    const calendar = calendarIn('Asia/Jakarta', '2027-05-03')
    const first = { every: 'month', day: 1, time: '08:00' } as const
    const from = '2027-04-15 00:00'
    expect(starts({ ...first, onFreeDay: 'keep' }, from, calendar, 2)).toEqual(['2027-05-01 08:00', '2027-06-01 08:00'])
    expect(starts({ ...first, onFreeDay: 'next' }, from, calendar, 2)).toEqual(['2027-05-04 08:00', '2027-06-01 08:00'])
    expect(starts({ ...first, onFreeDay: 'previous' }, from, calendar, 2)).toEqual(['2027-04-30 08:00', '2027-06-01 08:00'])
    expect(starts({ ...first, onFreeDay: 'skip' }, from, calendar, 3)).toEqual([
      '2027-06-01 08:00',
      '2027-07-01 08:00',
      '2027-09-01 08:00',
    ])
  })

  it('comes once where free days move two starts onto one day', () => {
    const wholeWeek = ['2027-03-08', '2027-03-09', '2027-03-10', '2027-03-11', '2027-03-12', '2027-03-15']
    const calendar = calendarIn('Asia/Jakarta', ...wholeWeek)
    expect(starts({ every: 'week', day: 1, time: '08:00' }, '2027-03-02 00:00', calendar, 2)).toEqual([
      '2027-03-16 08:00',
      '2027-03-22 08:00',
    ])
  })

  it('is moved out of a month by a long stretch of free days and not lost', () => {
    const calendar = calendarIn('Asia/Jakarta', '2027-03-01', '2027-03-02')
    const last = { every: 'month', day: 'last', time: '08:00' } as const
    // 28 February 2027 is a Sunday.
    expect(starts(last, '2027-02-27 00:00', calendar, 2)).toEqual(['2027-03-03 08:00', '2027-03-31 08:00'])
    expect(starts(last, '2027-03-01 00:00', calendar, 1)).toEqual(['2027-03-03 08:00'])
  })

  it('follows the clock on the wall of each zone, across its changes', () => {
    expect(nextOccurrence(Recurrence.parse({ every: 'week', day: 1, time: '08:00' }), 0, calendarIn('Asia/Jayapura'))).not.toBe(
      nextOccurrence(Recurrence.parse({ every: 'week', day: 1, time: '08:00' }), 0, jakarta),
    )
    const berlin = calendarIn('Europe/Berlin')
    const nightly = { every: 'week', day: 'last', time: '02:30', onFreeDay: 'keep' } as const
    // On 28 March 2027 the clock jumps from 2 to 3; on 31 October it shows 2.30 twice.
    expect(starts(nightly, '2027-03-22 00:00', berlin, 2)).toEqual(['2027-03-28 03:00', '2027-04-04 02:30'])
    expect(starts(nightly, '2027-10-25 00:00', berlin, 2)).toEqual(['2027-10-31 02:30', '2027-11-07 02:30'])
  })

  it('keeps its day in an office that has entered no working hours, and has none where every day of it is left out', () => {
    const unkept = Calendar.parse({ zone: 'Asia/Jakarta' })
    expect(starts({ every: 'month', day: 1, time: '08:00', onFreeDay: 'next' }, '2027-04-15 00:00', unkept, 1)).toEqual([
      '2027-05-01 08:00',
    ])
    expect(starts({ every: 'week', day: 7, time: '08:00', onFreeDay: 'skip' }, '2027-04-15 00:00')).toEqual([])
  })

  it('names the first month where the author names none, and the last of a quarter where it names a later one', () => {
    const keep = { day: 5, time: '08:00', onFreeDay: 'keep' } as const
    expect(starts({ ...keep, every: 'year' }, '2026-11-24 00:00', jakarta, 1)).toEqual(['2027-01-05 08:00'])
    expect(starts({ ...keep, every: 'quarter' }, '2026-11-24 00:00', jakarta, 1)).toEqual(['2027-01-05 08:00'])
    expect(starts({ ...keep, every: 'quarter', month: 7 }, '2026-11-24 00:00', jakarta, 2)).toEqual([
      '2026-12-05 08:00',
      '2027-03-05 08:00',
    ])
    expect(starts({ ...keep, every: 'month', month: 7 }, '2026-11-24 00:00', jakarta, 1)).toEqual(['2026-12-05 08:00'])
    expect(starts({ ...keep, every: 'week', day: 12 }, '2026-11-24 00:00', jakarta, 1)).toEqual(['2026-11-29 08:00'])
  })

  it('comes on the last day of December, and of a year that a shift of years has begun', () => {
    const last = { every: 'month', day: 'last', time: '08:00', onFreeDay: 'keep' } as const
    expect(starts(last, '2026-12-01 00:00', jakarta, 2)).toEqual(['2026-12-31 08:00', '2027-01-31 08:00'])
    const yearly = { every: 'year', month: 12, day: 31, time: '08:00', onFreeDay: 'keep' } as const
    expect(starts(yearly, '2026-12-31 08:00', jakarta, 1)).toEqual(['2027-12-31 08:00'])
  })

  it('is moved by a year and a day of free days at most, to either side', () => {
    const day = (days: number) => civilOf(dayNumber('2027-03-01') + days)
    const openFrom = (days: number) =>
      Calendar.parse({
        zone: 'Asia/Jakarta',
        schedules: [{ from: day(days), week: { ...week, sat: hours, sun: hours } }],
      })
    const openUntil = (days: number) =>
      Calendar.parse({
        zone: 'Asia/Jakarta',
        schedules: [{ from: '2020-01-01', until: day(-days), week: { ...week, sat: hours, sun: hours } }],
      })
    const next = { every: 'year', month: 3, day: 1, time: '08:00', onFreeDay: 'next' } as const
    expect(starts(next, '2027-03-01 00:00', openFrom(366), 1)).toEqual([`${day(366)} 08:00`])
    expect(starts(next, '2027-03-01 00:00', openFrom(367), 1)).toEqual(['2027-03-01 08:00'])
    const previous = { ...next, onFreeDay: 'previous' } as const
    expect(starts(previous, `${day(-366)} 00:00`, openUntil(366), 1)).toEqual([`${day(-366)} 08:00`])
    expect(starts(previous, `${day(-366)} 08:00`, openUntil(367), 1)).toEqual(['2027-03-01 08:00'])
  })

  it('is looked for on the days of ten years of weeks', () => {
    const monday = dayNumber('2027-03-01')
    const openIn = (weeks: number) =>
      Calendar.parse({ zone: 'Asia/Jakarta', schedules: [{ from: civilOf(monday + weeks * 7), week }] })
    const skipping = { every: 'week', day: 1, time: '08:00', onFreeDay: 'skip' } as const
    expect(starts(skipping, '2027-03-03 00:00', openIn(520), 1)).toEqual([`${civilOf(monday + 520 * 7)} 08:00`])
    expect(starts(skipping, '2027-03-03 00:00', openIn(521), 1)).toEqual([])
  })
})

describe('a calendar that changes between two starts', () => {
  const monthly = (onFreeDay: 'next' | 'previous' | 'keep' | 'skip') =>
    Recurrence.parse({ every: 'month', day: 1, time: '08:00', onFreeDay })
  const at = (text: string) => instantOf(text.slice(0, 10), text.slice(11), 'Asia/Jakarta')
  const newYear = calendarIn('Asia/Jakarta', '2027-01-01')
  const read = (moment: number | null) => moment && `${civilDate(moment, 'Asia/Jakarta')} ${civilTime(moment, 'Asia/Jakarta')}`

  it('gives no month a second start when the day on which it began becomes free', () => {
    const declared = calendarIn('Asia/Jakarta', '2026-12-01')
    expect(read(followingOccurrence(monthly('next'), at('2026-12-01 08:00'), declared))).toBe('2027-01-01 08:00')
    const planned = at('2027-01-01 08:00')
    expect(replanned(monthly('next'), planned, at('2026-12-01 10:00'), declared)).toBe(planned)
  })

  it('takes no month its start when the day named is free no more, though it has passed', () => {
    const planned = nextOccurrence(monthly('next'), at('2026-12-01 08:00'), newYear)
    expect(read(planned)).toBe('2027-01-04 08:00')
    expect(read(replanned(monthly('next'), planned ?? 0, at('2027-01-02 10:00'), jakarta))).toBe('2027-01-01 08:00')
    expect(read(followingOccurrence(monthly('next'), at('2027-01-01 08:00'), jakarta))).toBe('2027-02-01 08:00')
  })

  it.each([
    ['next', '2027-01-04 08:00'],
    ['previous', '2026-12-31 08:00'],
    ['keep', '2027-01-01 08:00'],
    ['skip', '2027-02-01 08:00'],
  ] as const)('moves the one planned as the author said: %s', (onFreeDay, moved) =>
    expect(read(replanned(monthly(onFreeDay), at('2027-01-01 08:00'), at('2026-12-15 09:00'), newYear))).toBe(moved),
  )

  it('that was moved to the day before comes after that for the next month, not for the same again', () => {
    expect(read(followingOccurrence(monthly('previous'), at('2026-12-31 08:00'), jakarta))).toBe('2027-02-01 08:00')
    expect(read(replanned(monthly('previous'), at('2026-12-31 08:00'), at('2026-12-30 09:00'), jakarta))).toBe('2027-01-01 08:00')
  })

  it('follows a start on its day where nothing has moved it', () => {
    for (const onFreeDay of ['next', 'previous', 'keep', 'skip'] as const)
      expect(read(followingOccurrence(monthly(onFreeDay), at('2026-12-01 08:00'), jakarta))).toBe('2027-01-01 08:00')
  })
})
