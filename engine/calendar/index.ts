export { civilDate, civilTime, endOfDay, instantOf, isTimeZone, startOfDay } from './civil.ts'
export { CivilDay } from './civil-day.ts'
export { type Due, type DueUnit, dueAt } from './due-at.ts'
export { explainDue } from './explain.ts'
export { type Language, printDate, printDuration, printInstant, printWeekdayDate } from './print.ts'
export { type ReadDuration, readDuration } from './read-duration.ts'
export { followingOccurrence, nextOccurrence, replanned } from './recurrence.ts'
export {
  Calendar,
  CalendarTemplate,
  CalendarUnit,
  ClockTime,
  Holiday,
  OpenHours,
  Schedule,
  WeekHours,
  weekdays,
} from './schema.ts'
export { calendarOf } from './unit.ts'
export { CalendarWithoutHours } from './working-days.ts'
export { addWorkingMinutes, workingMinutesBetween } from './working-time.ts'
