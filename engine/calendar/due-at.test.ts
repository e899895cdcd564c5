import { describe, expect, it } from 'vitest'
import indonesia from '#definitions/calendars/indonesia.json'
import { Duration } from '../definition/duration.ts'
import {
  Calendar,
  CalendarTemplate,
  CalendarWithoutHours,
  civilDate,
  civilTime,
  dueAt,
  endOfDay,
  explainDue,
  instantOf,
  startOfDay,
  weekdays,
  workingMinutesBetween,
} from './index.ts'

const zone = 'Asia/Jakarta'
const { schedules, holidays } = CalendarTemplate.parse(indonesia)
const office = Calendar.parse({ zone, schedules, holidays })
const moment = (text: string) => instantOf(text.slice(0, 10), text.slice(11) || '10:00', zone)

function due(duration: Partial<Duration>, from: string, calendar = office): string | null {
  const found = dueAt(Duration.parse({ amount: 1, unit: 'workingDay', ...duration }), moment(from), calendar)
  return found && new Date(found.at + 7 * 3_600_000).toISOString().slice(0, 16)
}
const workingDays = (amount: number, from: string) => due({ amount }, from)
const whyOf = (duration: Partial<Duration>, from: string, calendar = office) =>
  dueAt(Duration.parse({ amount: 1, unit: 'workingDay', ...duration }), moment(from), calendar)?.why

const vectors: readonly [number, string, string][] = [
  [1, '2026-12-23', '2026-12-28 16:00'],
  [5, '2026-12-23', '2027-01-04 16:00'],
  [1, '2026-03-17', '2026-03-25 16:00'],
  [14, '2026-03-17', '2026-04-14 16:00'],
  [14, '2026-11-20', '2026-12-10 16:00'],
  [30, '2026-11-20', '2027-01-07 16:00'],
  [60, '2026-11-20', '2027-02-19 15:30'],
  [1, '2027-03-05', '2027-03-16 16:00'],
]

describe.each([
  ['Asia/Jakarta', 'WIB'],
  ['Asia/Makassar', 'WITA'],
  ['Asia/Jayapura', 'WIT'],
])('P7: the test vectors of Indonesian offices in %s', (region, letters) => {
  const there = Calendar.parse({ zone: region, schedules, holidays })
  const dueThere = (duration: Partial<Duration>, date: string, time = '10:00') => {
    const wish = Duration.parse({ amount: 1, unit: 'workingDay', ...duration })
    const found = dueAt(wish, instantOf(date, time, region), there)
    return found && `${civilDate(found.at, region)} ${civilTime(found.at, region)}`
  }
  it.each(vectors)('%i working days from %s end %s', (amount, from, end) => expect(dueThere({ amount }, from)).toBe(end))
  it('4 jam from Friday 14.00 end Monday 09.00', () =>
    expect(dueThere({ amount: 4, unit: 'hour' }, '2026-11-20', '14:00')).toBe('2026-11-23 09:00'))
  it('Hari H ends that day, also on a Sunday', () =>
    expect(dueThere({ unit: 'sameDay' }, '2026-11-22', '00:00')).toBe('2026-11-22 23:59'))
  it('says so in the words of the region', () => {
    const found = dueAt(Duration.parse({ amount: 1, unit: 'workingDay' }), instantOf('2026-12-23', '10:00', region), there)
    expect(found && explainDue(found.why, found.at, region, 'id')).toBe(
      `Jatuh tempo Senin, 28 Desember 2026 pukul 16.00 ${letters} karena 24–25 Desember libur (Cuti bersama Hari Raya Natal, ` +
        `Hari Raya Natal). Dihitung 1 hari kerja sejak Rabu, 23 Desember 2026 pukul 10.00 ${letters}.`,
    )
  })
})

describe('P7: working days end at closing time, across holidays and collective leave', () => {
  it('counts what comes at closing time as of that day, and a moment later as of the next', () => {
    expect(workingDays(1, '2026-11-18T16:00')).toBe('2026-11-19T16:00')
    expect(workingDays(1, '2026-11-18T16:01')).toBe('2026-11-20T16:30')
  })

  it('counts what comes on a Sunday as received on Monday at opening', () => {
    const found = dueAt(Duration.parse({ amount: 1, unit: 'workingDay' }), moment('2026-11-22T09:00'), office)
    expect(found?.why.from).toBe(moment('2026-11-23T07:30'))
    expect(found?.at).toBe(moment('2026-11-24T16:00'))
  })

  it('names the holidays that it passed over', () => {
    const found = dueAt(Duration.parse({ amount: 1, unit: 'workingDay' }), moment('2026-12-23'), office)
    expect(found?.why.skipped).toEqual([
      { date: '2026-12-24', name: 'Cuti bersama Hari Raya Natal' },
      { date: '2026-12-25', name: 'Hari Raya Natal' },
    ])
  })

  it('binds the upper end of a range', () => expect(due({ amount: 1, upTo: 5 }, '2026-11-16')).toBe('2026-11-23T16:00'))
})

describe('hours and minutes', () => {
  it('counts open hours, without the break and the weekend', () =>
    expect(due({ amount: 4, unit: 'hour' }, '2026-11-20T14:00')).toBe('2026-11-23T09:00'))
  it('keeps Ramadan hours', () => expect(due({ amount: 7, unit: 'hour' }, '2026-02-23T08:00')).toBe('2026-02-24T08:30'))
  it('ends full time at closing, not at the next opening', () =>
    expect(due({ amount: 3, unit: 'hour' }, '2026-11-19T13:00')).toBe('2026-11-19T16:00'))
  it('runs day and night on the calendar clock', () =>
    expect(due({ amount: 4, unit: 'hour', clock: 'calendar' }, '2026-11-22T21:00')).toBe('2026-11-23T01:00'))
  it('counts minutes', () => expect(due({ amount: 90, unit: 'minute' }, '2026-11-19T11:30')).toBe('2026-11-19T14:00'))
})

describe('P7: a deadline keeps from when and by which rule it was counted', () => {
  const keeps = (duration: Partial<Duration>, from: string) => whyOf(duration, from)
  const christmas = [
    { date: '2026-12-24', name: 'Cuti bersama Hari Raya Natal' },
    { date: '2026-12-25', name: 'Hari Raya Natal' },
  ]

  it('in open hours and minutes, from the next opening on and over the holidays before it', () => {
    expect(keeps({ amount: 2, unit: 'hour' }, '2026-12-24T10:00')).toEqual({
      from: moment('2026-12-28T07:30'),
      amount: 2,
      unit: 'workingHour',
      skipped: christmas,
    })
    expect(keeps({ amount: 90, unit: 'minute' }, '2026-11-24T10:00')).toEqual({
      from: moment('2026-11-24T10:00'),
      amount: 90,
      unit: 'workingMinute',
      skipped: [],
    })
  })
  it('on the clock of the calendar, whatever is free', () =>
    expect(keeps({ amount: 48, unit: 'hour', clock: 'calendar' }, '2026-12-24T10:00')).toEqual({
      from: moment('2026-12-24T10:00'),
      amount: 48,
      unit: 'hour',
      skipped: [],
    }))
  it('of the same day once, whatever amount was written', () =>
    expect(keeps({ amount: 3, unit: 'sameDay' }, '2026-11-22T20:00')).toEqual({
      from: moment('2026-11-22T20:00'),
      amount: 1,
      unit: 'sameDay',
      skipped: [],
    }))
  it('of a range its upper end, and of a bare day every day that it rolled over', () =>
    expect(keeps({ amount: 1, upTo: 2, unit: 'calendarDay' }, '2026-12-23T10:00')).toEqual({
      from: moment('2026-12-23T10:00'),
      amount: 2,
      unit: 'calendarDay',
      skipped: [
        { date: '2026-12-25', name: 'Hari Raya Natal' },
        { date: '2026-12-26', name: '' },
        { date: '2026-12-27', name: '' },
      ],
    }))
  it('and names no holiday that fell on a day without work anyway', () => {
    const onSaturday = Calendar.parse({ ...office, holidays: [{ date: '2026-11-21', name: 'HUT', kind: 'local' }] })
    expect(whyOf({}, '2026-11-20T10:00', onSaturday)?.skipped).toEqual([])
    expect(whyOf({ amount: 8, unit: 'hour' }, '2026-11-20T10:00', onSaturday)?.skipped).toEqual([])
  })
  it('and no holiday that begins as the last hour ends', () => {
    const always = [['00:00', '24:00']]
    const week = Object.fromEntries(weekdays.map((day) => [day, always]))
    const ward = { zone, schedules: [{ from: '2020-01-01', week }] }
    const free = Calendar.parse({ ...ward, holidays: [{ date: '2026-11-26', name: 'Pilkada', kind: 'national' }] })
    expect(due({ amount: 24, unit: 'hour' }, '2026-11-25T00:00', free)).toBe('2026-11-26T00:00')
    expect(whyOf({ amount: 24, unit: 'hour' }, '2026-11-25T00:00', free)?.skipped).toEqual([])
    expect(whyOf({ amount: 25, unit: 'hour' }, '2026-11-25T00:00', free)?.skipped).toMatchObject([{ name: 'Pilkada' }])
  })
})

it('P7: a working day is looked for on forty thousand days and no more', () => {
  const hour = [['08:00', '09:00']]
  const week = Object.fromEntries(weekdays.map((day) => [day, hour]))
  const first = '2026-11-24'
  const again = (days: number) => civilDate(startOfDay(first, zone) + days * 86_400_000, zone)
  const twice = (days: number) =>
    Calendar.parse({
      zone,
      schedules: [
        { from: first, until: first, week },
        { from: again(days), week },
      ],
    })
  expect(due({}, `${first}T08:30`, twice(39_999))).toBe(`${again(39_999)}T09:00`)
  expect(() => due({}, `${first}T08:30`, twice(40_000))).toThrow(CalendarWithoutHours)
})

describe('P7: special hours are named when they changed the answer', () => {
  const ramadan = [{ name: 'Ramadan 1447 Hijriah', from: '2026-02-19', until: '2026-03-20' }]
  const opensLate = moment('2026-02-23T08:00')

  it('in working hours that would have ended earlier', () =>
    expect(whyOf({ amount: 7, unit: 'hour' }, '2026-02-23T08:00')?.hours).toEqual(ramadan))
  it('in a working day that ends at another closing', () =>
    expect(whyOf({}, '2026-02-23T08:00')).toEqual({
      from: opensLate,
      amount: 1,
      unit: 'workingDay',
      skipped: [],
      hours: ramadan,
    }))
  it('when what came at 15.30 came after closing', () => {
    expect(whyOf({ amount: 24 }, '2026-02-23T15:00')?.from).toBe(moment('2026-02-23T15:00'))
    expect(whyOf({ amount: 24 }, '2026-02-23T15:00')?.hours).toBeUndefined()
    expect(whyOf({ amount: 24 }, '2026-02-23T15:01')?.from).toBe(moment('2026-02-24T08:00'))
    expect(whyOf({ amount: 24 }, '2026-02-23T15:01')?.hours).toEqual(ramadan)
  })
  it('not when they lie before, behind or between without changing anything', () => {
    expect(whyOf({}, '2026-02-13T08:00')?.hours).toBeUndefined()
    expect(whyOf({}, '2026-02-18T08:00')?.hours).toEqual(ramadan)
    expect(whyOf({}, '2026-03-20T08:00')?.hours).toBeUndefined()
    expect(whyOf({ amount: 2, unit: 'hour' }, '2026-02-23T08:00')?.hours).toBeUndefined()
    expect(whyOf({ amount: 60 }, '2026-01-20')?.hours).toBeUndefined()
    expect(whyOf({}, '2026-04-06')?.hours).toBeUndefined()
    expect(whyOf({ unit: 'calendarDay' }, '2026-02-23')).toEqual({
      from: moment('2026-02-23'),
      amount: 1,
      unit: 'calendarDay',
      skipped: [],
    })
  })
  it('from their first day to their last, without a name too', () => {
    const half = { mon: [['08:00', '10:00']], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
    const special = Calendar.parse({
      ...office,
      schedules: [...schedules, { from: '2026-11-16', until: '2026-11-16', week: half }],
    })
    expect(whyOf({ amount: 4, unit: 'hour' }, '2026-11-16T08:00', special)?.hours).toEqual([
      { name: '', from: '2026-11-16', until: '2026-11-16' },
    ])
    expect(whyOf({ amount: 4, unit: 'hour' }, '2026-11-17T08:00', special)?.hours).toBeUndefined()
  })
  it('when they are the only hours there are', () => {
    const week = { mon: [['08:00', '12:00']], tue: [['08:00', '12:00']], wed: [], thu: [], fri: [], sat: [], sun: [] }
    const only = Calendar.parse({ zone, schedules: [{ from: '2026-11-16', until: '2026-11-17', name: 'Posko', week }] })
    expect(whyOf({}, '2026-11-16T08:00', only)?.hours).toEqual([{ name: 'Posko', from: '2026-11-16', until: '2026-11-17' }])
  })
})

describe('days, weeks, months and the same day', () => {
  it('ends a bare day at midnight', () => expect(due({ unit: 'calendarDay' }, '2026-11-17')).toBe('2026-11-18T23:59'))
  it('rolls a bare day forward to a working day and names what it rolled over', () => {
    const found = dueAt(Duration.parse({ amount: 1, unit: 'calendarDay' }), moment('2026-12-24'), office)
    expect(found?.at).toBe(moment('2026-12-29T00:00') - 1)
    expect(found?.why.skipped.map((day) => day.name)).toEqual(['Hari Raya Natal', '', ''])
  })
  it('counts weeks and months by the calendar', () => {
    expect(due({ unit: 'week', amount: 2 }, '2026-11-02')).toBe('2026-11-16T23:59')
    expect(due({ unit: 'month' }, '2027-01-31')).toBe('2027-03-01T23:59')
  })
  it('ends the same day at its midnight, even on a Sunday', () =>
    expect(due({ unit: 'sameDay', amount: 0 }, '2026-11-22T20:00')).toBe('2026-11-22T23:59'))
  it('sets no limit for an amount of 0', () => expect(due({ amount: 0 }, '2026-11-17')).toBeNull())
})

describe('calendars', () => {
  const never = Calendar.parse({ zone })
  const monday = { mon: [['08:00', '12:00']], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }

  it('says so when working time is asked of a calendar without hours', () => {
    expect(() => due({}, '2026-11-17', never)).toThrow(CalendarWithoutHours)
    expect(() => due({ unit: 'hour' }, '2026-11-17', never)).toThrow(CalendarWithoutHours)
    expect(due({ unit: 'calendarDay' }, '2026-11-17', never)).toBe('2026-11-18T23:59')
  })
  it('keeps the hours of the region: the same letter is due an hour earlier in Makassar', () => {
    const makassar = { ...office, zone: 'Asia/Makassar' }
    const from = instantOf('2026-11-18', '10:00', 'Asia/Makassar')
    const found = dueAt(Duration.parse({ amount: 1, unit: 'workingDay' }), from, makassar)
    expect(found?.at).toBe(moment('2026-11-19T15:00'))
  })
  it('counts on past the year 9999', () => {
    expect(dueAt(Duration.parse({ amount: 30, unit: 'workingDay' }), moment('9999-12-31'), office)?.at).toBeGreaterThan(
      moment('9999-12-31'),
    )
  })
  it('knows the date in zones whose clocks rest, move, or moved long ago', () => {
    const noon = Date.UTC(2026, 6, 1, 22, 30)
    expect(civilDate(noon, 'Asia/Jakarta')).toBe('2026-07-02')
    expect(civilDate(noon, 'Europe/Paris')).toBe('2026-07-02')
    expect(civilDate(noon, 'America/New_York')).toBe('2026-07-01')
    expect(startOfDay('1963-01-01', 'Asia/Jakarta')).toBe(Date.UTC(1962, 11, 31, 16, 30))
  })
  it('keeps local time across a change of clocks', () => {
    const paris = Calendar.parse({ zone: 'Europe/Paris', schedules: [{ from: '2026-01-01', week: monday }] })
    const found = dueAt(
      Duration.parse({ amount: 1, unit: 'workingDay' }),
      instantOf('2026-03-23', '09:00', 'Europe/Paris'),
      paris,
    )
    expect(found?.at).toBe(instantOf('2026-03-30', '12:00', 'Europe/Paris'))
  })
  it.each([
    ['skips the hour after its opening', '2026-03-28', '2026-03-29', '02:30', '04:00', 60],
    ['skips its closing', '2026-03-28', '2026-03-29', '00:00', '02:30', 120],
    ['skips its only hour', '2026-03-28', '2026-03-29', '02:00', '03:00', 0],
    ['skips nothing', '2026-03-27', '2026-03-28', '02:00', '03:00', 60],
    ['comes twice, before the second closing', '2026-10-24', '2026-10-25', '00:00', '04:00', 300],
  ])('opens and closes by the clock on the wall when a change of clocks %s', (_, before, date, opens, closes, minutes) => {
    const week = Object.fromEntries(weekdays.map((day) => [day, [[opens, closes]]]))
    const night = Calendar.parse({ zone: 'Europe/Paris', schedules: [{ from: '2026-01-01', week }] })
    const start = startOfDay(date, 'Europe/Paris')
    expect(workingMinutesBetween(start, endOfDay(date, 'Europe/Paris'), night)).toBe(minutes)
    const received = instantOf(before, '02:00', 'Europe/Paris')
    const closing = dueAt(Duration.parse({ amount: 1, unit: 'workingDay' }), received, night)?.at
    expect(closing && civilDate(closing, 'Europe/Paris')).toBe(minutes === 0 ? '2026-03-30' : date)
  })
  it('never counts a minute twice when the clocks skip the gap between two spans', () => {
    const spans = [
      ['00:00', '02:30'],
      ['03:00', '04:00'],
    ]
    const week = Object.fromEntries(weekdays.map((day) => [day, spans]))
    const night = Calendar.parse({ zone: 'Europe/Paris', schedules: [{ from: '2026-01-01', week }] })
    const start = startOfDay('2026-03-29', 'Europe/Paris')
    expect(workingMinutesBetween(start, start + 6 * 3_600_000, night)).toBe(180)
  })

  it.each([
    ['an unknown zone', { zone: 'Asia/Ponjong' }],
    [
      'hours that close before they open',
      { zone, schedules: [{ from: '2026-01-01', week: { ...monday, mon: [['12:00', '08:00']] } }] },
    ],
    [
      'overlapping hours',
      {
        zone,
        schedules: [
          {
            from: '2026-01-01',
            week: {
              ...monday,
              mon: [
                ['08:00', '12:00'],
                ['11:00', '13:00'],
              ],
            },
          },
        ],
      },
    ],
    ['a date that does not exist', { zone, holidays: [{ date: '2026-02-30', name: 'x', kind: 'local' }] }],
    ['an unknown field', { zone, hollidays: [] }],
  ])('refuses %s', (_, raw) => expect(Calendar.safeParse(raw).success).toBe(false))

  it('counts the working days of the years as announced', () => {
    const count = (year: number) =>
      Array.from({ length: 365 }, (_, day) => startOfDay(`${year}-01-01`, zone) + day * 86_400_000).filter(
        (at) => workingMinutesBetween(at, at + 86_400_000, office) > 0,
      ).length
    expect([count(2025), count(2026), count(2027)]).toEqual([237, 240, 242])
  })
})
