import type { Field } from '../definition/form.ts'

/** Declared fields by id. What is not in it does not exist for a condition. */
export type FieldMap = ReadonlyMap<string, Field>

/**
 * What a condition is asked about. Plain data plus the declared fields, so that the browser and the server ask alike.
 * `outcomes` holds the latest outcome of each step done so far; `lanes` the positions of each lane (fields of positions).
 */
export type Facts = {
  fields: FieldMap
  data: Readonly<Record<string, unknown>>
  outcomes: Readonly<Record<string, string>>
  lanes?: Readonly<Record<string, readonly string[]>>
}

/** Kleene's three values: what is missing or of the wrong type makes a condition unknown, never true or false. */
export type Truth = true | false | 'unknown'
