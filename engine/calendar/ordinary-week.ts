import { type Calendar, weekdays } from './schema.ts'

/** A week without holidays under the hours that stand open-ended and last: its open minutes, and the days that have some. */
export function ordinaryWeek({ schedules }: Pick<Calendar, 'schedules'>): { minutes: number; days: number } | null {
  const standing = schedules.filter(({ until }) => until === undefined).toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const week = standing.at(-1)?.week
  if (week === undefined) return null
  const open = weekdays.map((day) => week[day].reduce((sum, [opens, closes]) => sum + minuteOf(closes) - minuteOf(opens), 0))
  const days = open.filter((minutes) => minutes > 0).length
  return days === 0 ? null : { minutes: open.reduce((sum, minutes) => sum + minutes, 0), days }
}

function minuteOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}
