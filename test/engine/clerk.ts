import { type Calendar, type CalendarUnit, type Schedule, weekdays } from '#engine/calendar/schema.ts'
import { type WallDay, wallClock, wallDays, windowMinutes, windowStart } from './wall-clock.ts'

const MINUTE = 60_000

/** Thrown when the answer lies outside the minutes that the clerk has watched. */
export class BeyondTheWindow extends Error {}

/**
 * A clerk with a watch, who counts working time minute by minute: an office is open in a minute when the clock has shown
 * its opening and not yet its closing. Knows nothing of the engine but the shape of a calendar.
 */
export class Clerk {
  readonly #clock
  readonly #days
  readonly #openByDate = new Map<string, Schedule['week']['mon']>()

  constructor(
    readonly calendar: Calendar,
    readonly unit: CalendarUnit | null = null,
  ) {
    this.#clock = wallClock(calendar.zone)
    this.#days = wallDays(calendar.zone)
  }

  isOpen(at: number): boolean {
    const minute = this.#minute(at)
    return this.#hoursOf(minute.date).some(([opens, closes]) => opens <= minute.shown && minute.shown < closes)
  }

  /** The end of the minute in which the last of `minutes` open minutes passed. */
  afterOpenMinutes(from: number, minutes: number): number {
    let at = from
    for (let left = minutes; left > 0; at += MINUTE) if (this.isOpen(at)) left -= 1
    return at
  }

  /** The beginning of the minute from which `minutes` open minutes passed until then. */
  beforeOpenMinutes(until: number, minutes: number): number {
    let at = until
    for (let left = minutes; left > 0; ) {
      at -= MINUTE
      if (this.isOpen(at)) left -= 1
    }
    return at
  }

  openMinutesBetween(from: number, to: number): number {
    let sum = 0
    for (let at = from; at < to; at += MINUTE) if (this.isOpen(at)) sum += 1
    return sum
  }

  /** The closing of the n-th working day after the day on which what came at `from` counts as received. */
  afterWorkingDays(from: number, days: number): number {
    let day = this.#dayOf(from)
    const closed = () => this.closing(this.#date(day))
    for (let closing = closed(); closing === null || closing < from; closing = closed()) day += 1
    return this.#closingAfter(day, days)
  }

  /** The closing of the n-th working day after the day that ends at `until` or in which that lies. */
  workingDaysMore(until: number, days: number): number {
    return this.#closingAfter(this.#dayOf(until - 1), days)
  }

  /** The first moment of a date. */
  startOf(date: string): number {
    return windowStart + this.#day(this.#days.findIndex((day) => day.date === date)).first * MINUTE
  }

  #closingAfter(from: number, days: number): number {
    let day = from
    const closed = () => this.closing(this.#date(day))
    for (let left = days; left > 0; ) {
      day += 1
      if (closed() !== null) left -= 1
    }
    return closed() ?? 0
  }

  /** The first open minute of the n-th working day before the day that ends at `until` or in which that lies. */
  openingBefore(until: number, days: number): number {
    let day = this.#dayOf(until - 1)
    for (let left = days; left > 0; ) {
      day -= 1
      if (this.closing(this.#date(day)) !== null) left -= 1
    }
    let at = windowStart + this.#day(day).first * MINUTE
    while (!this.isOpen(at)) at += MINUTE
    return at
  }

  /** The last moment of the day that lies `days` after that of `from`, or of the first working day from there on. */
  endOfDayAfter(from: number, days: number): number {
    return this.#endRolledOn(this.#dayOf(from) + days)
  }

  /** The same for the day of next month with the number of this one, or that month's last. */
  endOfDayNextMonth(from: number): number {
    const [year = 0, month = 0, day = 0] = this.dateOf(from).split('-').map(Number)
    const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`
    return this.#endRolledOn(this.#days.findLastIndex(({ date }) => date.startsWith(next) && Number(date.slice(8)) <= day))
  }

  endOfSameDay(from: number): number {
    return this.#end(this.dateOf(from))
  }

  dateOf(at: number): string {
    return this.#minute(at).date
  }

  /** The end of the last open minute of a date; null on a free day. */
  closing(date: string): number | null {
    for (let at = this.#end(date) + 1 - MINUTE; at >= windowStart && this.dateOf(at) === date; at -= MINUTE)
      if (this.isOpen(at)) return at + MINUTE
    return null
  }

  #endRolledOn(index: number): number {
    let day = index
    while (this.closing(this.#date(day)) === null) day += 1
    return this.#end(this.#date(day))
  }

  #end(date: string): number {
    const last = this.#days.find((day) => day.date === date)?.last ?? -1
    return windowStart + (last + 1) * MINUTE - 1
  }

  /** The first and the last date were watched for a part of their hours alone. */
  #day(index: number): WallDay {
    const day = this.#days[index]
    if (day === undefined || index < 1 || index >= this.#days.length - 1) throw new BeyondTheWindow(String(index))
    return day
  }

  #date(index: number): string {
    return this.#day(index).date
  }

  #dayOf(at: number): number {
    const today = this.dateOf(at)
    return this.#days.findIndex(({ date }) => date === today)
  }

  #minute(at: number) {
    const minute = this.#clock[Math.floor((at - windowStart) / MINUTE)]
    if (minute === undefined || at >= windowStart + windowMinutes * MINUTE) throw new BeyondTheWindow(String(at))
    return minute
  }

  #hoursOf(date: string): Schedule['week']['mon'] {
    const known = this.#openByDate.get(date)
    if (known) return known
    const weekday = weekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'mon'
    const hours = this.#isHoliday(date) ? [] : (this.#scheduleOf(date)?.week[weekday] ?? [])
    this.#openByDate.set(date, hours)
    return hours
  }

  /** A unit's hours before the agency's; hours with an end before those without; of two alike those that began last. */
  #scheduleOf(date: string): Schedule | undefined {
    const inForce = (list: readonly Schedule[]) =>
      list.filter(({ from, until }) => from <= date && (until === undefined || date <= until))
    const latest = (list: readonly Schedule[]) =>
      list.reduce<Schedule | undefined>((best, one) => (best === undefined || one.from > best.from ? one : best), undefined)
    const chosen = (list: readonly Schedule[]) =>
      latest(inForce(list).filter(({ until }) => until !== undefined)) ?? latest(inForce(list))
    return chosen(this.unit?.schedules ?? []) ?? chosen(this.calendar.schedules)
  }

  #isHoliday(date: string): boolean {
    const { unit, calendar } = this
    const shared = calendar.holidays.filter(({ kind }) => !unit?.worksOn.includes(kind))
    return [...shared, ...(unit?.holidays ?? [])].some((holiday) => holiday.date === date)
  }
}
