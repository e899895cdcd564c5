import { readDuration } from '../calendar/read-duration.ts'
import type { Duration, DurationUnit } from '../definition/duration.ts'

/** The words of a cell of times, with the limit they mean; null where they cannot be counted. */
export function readTime(words: string, unit?: DurationUnit): { time: string; duration: Duration | null } {
  const time = words.trim() === '-' ? '' : words
  const read = readDuration(time, unit)
  return { time, duration: read.ok ? read.duration : null }
}
