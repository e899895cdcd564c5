import { z } from 'zod'
import { NodeId, PositionId, Slug } from '#engine/definition/ids.ts'

/** Who it is about: a holder of a position, counted from 0 in the order of their names. */
const Who = z.strictObject({ position: PositionId, holder: z.number().int().min(0).default(0) })
export type Who = z.infer<typeof Who>

/** Days from the day on which the office is furnished. */
const days = { from: z.number().int().min(0), until: z.number().int().min(0) }
const words = z.string().trim().min(1).max(200)

const Away = z.strictObject({
  who: Who,
  kind: z.enum(['leave', 'duty', 'sick']),
  ...days,
  note: words,
  standsIn: Who.optional(),
})
const Lent = z.strictObject({ who: Who, position: PositionId.optional(), to: Who, ...days, basis: words })
const Acting = z.strictObject({ position: PositionId, kind: z.enum(['plt', 'plh']), who: Who, ...days, basis: words })

/** What a supervisor does to a request afterwards. */
const Act = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('suspend'), reason: words }),
  z.strictObject({ kind: z.literal('send-back'), to: NodeId, reason: words }),
  z.strictObject({ kind: z.literal('reopen'), to: NodeId, reason: words }),
  z.strictObject({ kind: z.literal('correct'), data: z.record(z.string(), z.string()), reason: words }),
  z.strictObject({ kind: z.literal('extend'), amount: z.number().int().min(1), reason: words }),
  z.strictObject({ kind: z.literal('cancel'), reason: words }),
])
export type Act = z.infer<typeof Act>

const Request = z.strictObject({
  standard: Slug,
  daysAgo: z.number().int().min(0).max(60),
  steps: z.number().int().min(0).max(40),
  choose: z.enum(['onwards', 'revise-once', 'reject-once']).default('onwards'),
  given: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).default({}),
  acts: z.array(Act).default([]),
})

/** What goes on in an invented agency: requests, who is away and who stands in, and the version that some requests move to. */
export const Scenario = z.strictObject({
  requests: z.array(Request),
  /** When the clock began what it begins. */
  clockDaysAgo: z.number().int().min(0).max(60).default(0),
  /** How many of the requests that can go to the next version at once are taken there, and why. */
  moved: z.strictObject({ most: z.number().int().min(0), reason: words }).optional(),
  away: z.array(Away).default([]),
  lent: z.array(Lent).default([]),
  acting: z.array(Acting).default([]),
})
export type Scenario = z.infer<typeof Scenario>
