import { z } from 'zod'
import { isPrintable } from '#engine/definition/printable.ts'

const line = (max: number) => z.string().trim().max(max).refine(isPrintable, 'letter-unprintable')
const reason = line(500).min(1)

/** Characters of a list that is pasted or sent as a file. */
export const longestList = 120_000

export const NumberList = z.object({
  series: z
    .string()
    .max(80)
    .default('')
    .transform((id) => id || null),
  list: z.string().trim().min(1).max(longestList),
})

export const InsertedNumber = z.object({
  series: z.string().min(1).max(80),
  after: z.coerce.number<string>().int().min(1).max(9_999_999),
  class: line(40)
    .default('')
    .transform((text) => text || null),
  signedOn: z.iso.date(),
  about: line(500).min(1),
  name: line(200).min(1),
  office: line(200).default(''),
  reason,
})

export const CancelledNumber = z.object({ id: z.uuid(), reason })
