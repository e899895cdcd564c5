import type { Field } from '../definition/form.ts'
import type { CivilDate } from '../instant.ts'

/** Declared fields by id. What is not in it does not exist for a condition. */
export type FieldMap = ReadonlyMap<string, Field>

/** Someone who acted, with the position that gave the right; an applicant is no person of the agency and holds none. */
export type PerformerFact = { personId: string | null; positionId: string | null }

/**
 * What a condition is asked about. Plain data plus the declared fields, so that the browser and the server ask alike.
 * `outcomes` holds the latest outcome of each step done so far; `lanes` the positions of each lane (fields of positions);
 * `performers` those who did each step in its latest round; `startedOn` the day of the start in the agency's zone. What is
 * left out is unknown.
 */
export type Facts = {
  fields: FieldMap
  data: Readonly<Record<string, unknown>>
  outcomes: Readonly<Record<string, string>>
  lanes?: Readonly<Record<string, readonly string[]>>
  performers?: Readonly<Record<string, readonly PerformerFact[]>>
  starter?: PerformerFact | null
  startedOn?: CivilDate | null
}

/** Kleene's three values: what is missing or of the wrong type makes a condition unknown, never true or false. */
export type Truth = true | false | 'unknown'
