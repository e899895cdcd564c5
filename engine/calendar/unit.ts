import { civilOf, dayNumber } from './civil.ts'
import type { Calendar, CalendarUnit, Schedule } from './schema.ts'
import { byPrecedence } from './working-days.ts'

const ofUnits = new WeakMap<Calendar, Map<string, Calendar>>()

/**
 * The calendar in which a unit works. The same object for the same calendar and unit, so that counting days stays fast.
 * @param unitId null for the agency itself; a unit that is not there (any more) works as the agency does
 */
export function calendarOf(calendar: Calendar, unitId: string | null | undefined): Calendar {
  const unit = calendar.units.find(({ id }) => id === unitId)
  if (!unit) return calendar
  const made = ofUnits.get(calendar) ?? new Map<string, Calendar>()
  ofUnits.set(calendar, made)
  const found = made.get(unit.id) ?? ofUnit(calendar, unit)
  made.set(unit.id, found)
  return found
}

function ofUnit({ zone, schedules, holidays }: Calendar, unit: CalendarUnit): Calendar {
  return {
    ...{ zone, unit: unit.name, units: [] },
    schedules: [...unit.schedules, ...besides(unit.schedules, schedules)],
    holidays: [...holidays.filter(({ kind }) => !unit.worksOn.includes(kind)), ...unit.holidays],
  }
}

/**
 * What is left of the agency's hours beside those of the unit; hours without an end are the unit's for good. In order of
 * precedence, since two that are cut may begin on one day afterwards: what began later goes on to come first.
 */
function besides(own: readonly Schedule[], agency: readonly Schedule[]): readonly Schedule[] {
  return own.reduce((left, unit) => left.flatMap((hours) => outside(hours, unit)), byPrecedence(agency))
}

/** Hours without an end need no cutting around a span: the span counts first anyway. */
function outside(hours: Schedule, unit: Schedule): Schedule[] {
  const { from, until } = hours
  if (until === undefined) return unit.until === undefined && unit.from <= from ? [] : [hours]
  const pieces = [
    { from, until: earlier(until, shifted(unit.from, -1)) },
    ...(unit.until === undefined ? [] : [{ from: later(from, shifted(unit.until, 1)), until }]),
  ]
  return pieces.filter((piece) => piece.from <= piece.until).map((piece) => ({ ...hours, ...piece }))
}

const shifted = (date: string, days: number): string => civilOf(dayNumber(date) + days)
const earlier = (a: string, b: string): string => (a < b ? a : b)
const later = (a: string, b: string): string => (a > b ? a : b)
