import type { Instant } from '../instant.ts'
import { civilDate, civilOf, type DayNumber, dayNumber, shownAt, startOfDay, weekdayOf } from './civil.ts'
import { type Calendar, type Schedule, type WeekHours, weekdays } from './schema.ts'

type DayHours = WeekHours['mon']
export type OpenSpan = { opens: Instant; closes: Instant }

/**
 * How far a search for working time goes: ten years' worth of working days (`limits.longest`) at one day a week fit in,
 * and a mistaken calendar cannot hang.
 */
export const horizonDays = 40_000
const daysKept = 10_000

/** Thrown when working time is asked of a calendar that has none, or too little to ever get there. */
export class CalendarWithoutHours extends Error {
  override readonly name = 'CalendarWithoutHours'
  readonly code = 'calendar-without-hours'
  constructor(readonly from: Instant) {
    super(`calendar: no working time within ${horizonDays} days of ${new Date(from).toISOString()}`)
  }
}

/** A calendar made ready for counting; kept per calendar object, so a calendar must not be changed in place. */
export class WorkingDays {
  readonly zone: string
  readonly hasHours: boolean
  readonly #schedules: readonly { from: DayNumber; until: DayNumber; week: readonly DayHours[] }[]
  readonly #holidays = new Map<DayNumber, string>()
  readonly #spans = new Map<DayNumber, readonly OpenSpan[]>()

  constructor(calendar: Calendar) {
    this.zone = calendar.zone
    this.#schedules = byPrecedence(calendar.schedules).map((schedule) => ({
      from: dayNumber(schedule.from),
      until: schedule.until === undefined ? Number.POSITIVE_INFINITY : dayNumber(schedule.until),
      week: weekdays.map((day) => schedule.week[day]),
    }))
    this.hasHours = calendar.schedules.some(({ week }) => weekdays.some((day) => week[day].length > 0))
    for (const { date, name } of calendar.holidays) {
      const known = this.#holidays.get(dayNumber(date))
      this.#holidays.set(dayNumber(date), known === undefined || known === name ? name : `${known}; ${name}`)
    }
  }

  dayOf(instant: Instant): DayNumber {
    return dayNumber(civilDate(instant, this.zone))
  }

  isWorking(day: DayNumber): boolean {
    return this.open(day).length > 0
  }

  /** Whether the day would be worked if it were no holiday. */
  hasUsualHours(day: DayNumber): boolean {
    return this.#hours(day).length > 0
  }

  holidayName(day: DayNumber): string | undefined {
    return this.#holidays.get(day)
  }

  /** The open spans of a day, in order; none on a free day. */
  open(day: DayNumber): readonly OpenSpan[] {
    if (this.#holidays.has(day) || !this.hasUsualHours(day)) return []
    const known = this.#spans.get(day)
    if (known) return known
    if (this.#spans.size >= daysKept) this.#spans.clear()
    const spans = this.#place(day)
    this.#spans.set(day, spans)
    return spans
  }

  /** The first opening of a day; the beginning of a free one. */
  opening(day: DayNumber): Instant {
    return this.open(day)[0]?.opens ?? startOfDay(civilOf(day), this.zone)
  }

  /** The last closing of a day; the end of a free one. */
  closing(day: DayNumber): Instant {
    return this.open(day).at(-1)?.closes ?? startOfDay(civilOf(day + 1), this.zone)
  }

  #hours(day: DayNumber): DayHours {
    const schedule = this.#schedules.find(({ from, until }) => from <= day && day <= until)
    return schedule?.week[weekdayOf(day)] ?? []
  }

  #place(day: DayNumber): readonly OpenSpan[] {
    const midnight = startOfDay(civilOf(day), this.zone)
    const steady = startOfDay(civilOf(day + 1), this.zone) - midnight === 86_400_000
    const place = (time: string) => (steady ? midnight + minutesOf(time) * 60_000 : shownAt(civilOf(day), time, this.zone))
    return this.#hours(day)
      .map(([opens, closes]) => ({ opens: place(opens), closes: place(closes) }))
      .filter(({ opens, closes }) => opens < closes)
  }
}

const ready = new WeakMap<Calendar, WorkingDays>()

export function workingDaysOf(calendar: Calendar): WorkingDays {
  const known = ready.get(calendar)
  if (known) return known
  const days = new WorkingDays(calendar)
  ready.set(calendar, days)
  return days
}

/** Spans with an end come before open-ended hours; of two alike the later beginning counts, and then the first in the list. */
export function byPrecedence(schedules: readonly Schedule[]): readonly Schedule[] {
  const rank = (schedule: Schedule) => (schedule.until === undefined ? 1 : 0)
  return [...schedules].sort((a, b) => rank(a) - rank(b) || dayNumber(b.from) - dayNumber(a.from))
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
