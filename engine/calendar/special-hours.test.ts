import { describe, expect, it } from 'vitest'
import { at } from '#test/engine/office.ts'
import { Calendar } from './index.ts'
import { decisiveHours } from './special-hours.ts'
import { CalendarWithoutHours } from './working-days.ts'

const week = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
const special = (name: string, from: string, until: string) => ({ name, from, until, week })
const [posko, ramadan, later] = [
  special('Posko', '2026-02-25', '2026-02-26'),
  special('Ramadan', '2026-02-19', '2026-03-20'),
  special('Pekan layanan', '2026-04-01', '2026-04-05'),
]
const calendar = Calendar.parse({
  zone: 'Asia/Jakarta',
  schedules: [{ from: '2020-01-01', week }, posko, ramadan, later],
})
const [from, due] = [at('2026-02-20 10:00'), at('2026-03-02 16:00')]
const named = (count: (other: Calendar) => { at: number } | null, first = from, last = due, among = calendar) =>
  decisiveHours(first, last, among, count).map(({ name }) => name)
const without =
  (name: string, other: { at: number } | null) =>
  ({ schedules }: Calendar) =>
    schedules.some((hours) => hours.name === name) ? { at: due } : other

describe('P7: special hours are decisive', () => {
  it('when without them another moment would be due, or none', () => {
    expect(named(without('Ramadan', { at: due - 1 }))).toEqual(['Ramadan'])
    expect(named(without('Ramadan', null))).toEqual(['Ramadan'])
    expect(named(() => ({ at: due }))).toEqual([])
  })
  it('when without them there would be no working time to count in', () =>
    expect(
      named((other) => {
        if (other.schedules.length < 4) throw new CalendarWithoutHours(from)
        return { at: due }
      }),
    ).toEqual(['Ramadan', 'Posko']))
  it('each for itself, in the order of their days', () => {
    expect(decisiveHours(from, due, calendar, ({ schedules }) => ({ at: schedules.length }))).toEqual([
      { name: 'Ramadan', from: '2026-02-19', until: '2026-03-20' },
      { name: 'Posko', from: '2026-02-25', until: '2026-02-26' },
    ])
  })
  it('from the day on which they begin to the day on which they end, hours without an end never', () => {
    const other = () => ({ at: due + 1 })
    const on = (date: string) => named(other, at(`${date} 00:00`), at(`${date} 23:59`))
    expect(on('2026-02-18')).toEqual([])
    expect(on('2026-02-19')).toEqual(['Ramadan'])
    expect(on('2026-03-20')).toEqual(['Ramadan'])
    expect(on('2026-03-21')).toEqual([])
  })
  it('for the one that counts, of two with the same name and days', () => {
    const [first, second] = [special('Ramadan', '2026-02-19', '2026-03-20'), special('Ramadan', '2026-02-19', '2026-03-20')]
    const doubled = Calendar.parse({ zone: 'Asia/Jakarta', schedules: [{ from: '2020-01-01', week }, first, second] })
    const counts = ({ schedules }: Calendar) => schedules.some((hours) => hours === doubled.schedules[1])
    expect(named((other) => ({ at: counts(other) ? due : due + 1 }), from, due, doubled)).toEqual(['Ramadan'])
  })
  it('by the dates of the zone of the office', () => {
    const jayapura = { ...calendar, zone: 'Asia/Jayapura' }
    const evening = at('2026-02-18 22:30')
    expect(named(() => null, evening, evening)).toEqual([])
    expect(named(() => null, evening, evening, jayapura)).toEqual(['Ramadan'])
  })
  it('without a name too', () => {
    const nameless = Calendar.parse({
      zone: 'Asia/Jakarta',
      schedules: [{ from: '2026-02-19', until: '2026-03-20', week }],
    })
    expect(decisiveHours(from, due, nameless, () => null)).toEqual([{ name: '', from: '2026-02-19', until: '2026-03-20' }])
  })
})

describe('the calendar without some of its special hours', () => {
  const countedIn = () => {
    const seen: Calendar[] = []
    decisiveHours(from, due, calendar, (other) => {
      seen.push(other)
      return { at: due }
    })
    return seen
  }
  it('has all others', () => {
    expect(countedIn().map(({ schedules }) => schedules.map(({ name }) => name))).toEqual([
      [undefined, 'Ramadan', 'Pekan layanan'],
      [undefined, 'Posko', 'Pekan layanan'],
    ])
    expect(countedIn().every(({ zone }) => zone === 'Asia/Jakarta')).toBe(true)
  })
  it('is made once, so that counting in it does not begin anew', () => {
    const again = countedIn()
    for (const [i, other] of countedIn().entries()) expect(other).toBe(again[i])
  })
  it('hides no error but the want of hours', () =>
    expect(() =>
      decisiveHours(from, due, calendar, () => {
        throw new RangeError('no such day')
      }),
    ).toThrow('no such day'))
})
