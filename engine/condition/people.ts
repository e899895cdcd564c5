import type { Answer } from './compare.ts'

/** In a list of persons: someone who acted and is no person of the agency, an applicant. */
export const nobody = ''

/**
 * Whether somebody is in both lists. An applicant may be anybody, so beside one it is unknown that nobody is; an empty list
 * is nobody who acted yet.
 */
export function sharePerson(one: unknown, other: unknown): Answer {
  if (!isList(one) || !isList(other)) return null
  if (one.some((person) => person !== nobody && other.includes(person))) return true
  return one.includes(nobody) || other.includes(nobody) ? null : false
}

/** Whether somebody acted in this position; an applicant acts in none. */
export function actedIn(positions: unknown, position: unknown): Answer {
  return isList(positions) && typeof position === 'string' && position !== nobody ? positions.includes(position) : null
}

const isList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')
