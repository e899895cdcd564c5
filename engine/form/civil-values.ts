/** A real day of the calendar as `YYYY-MM-DD`. */
export function isCivilDate(value: unknown): value is string {
  const parts = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null
  return parts !== null && isDay(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

/** A time of day as `HH:mm`. */
export const isClockTime = (value: unknown): value is string =>
  typeof value === 'string' && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value)

/** A civil date and time as `YYYY-MM-DDTHH:mm`. */
export const isCivilDateTime = (value: unknown): value is string =>
  typeof value === 'string' && value[10] === 'T' && isCivilDate(value.slice(0, 10)) && isClockTime(value.slice(11))

export function isDay(year: number, month: number, day: number): boolean {
  if (year < 1000 || month < 1 || month > 12 || day < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day <= (days[month - 1] ?? 0)
}
