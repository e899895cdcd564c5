import { z } from 'zod'
import { PositionId } from '#engine/definition/ids.ts'

const words = z.string().trim().max(200)
const nobody = z.literal('').transform(() => null)

const inOrder = (typed: { from: string; until: string }) => typed.until >= typed.from
const wrongOrder = { path: ['until'], message: 'ends-before-it-begins' }

/** Days away, the last one included; whoever is named does all that calls the person meanwhile. */
export const AbsenceInput = z
  .object({
    kind: z.enum(['leave', 'duty', 'sick']),
    from: z.iso.date(),
    until: z.iso.date(),
    note: words.default('').transform((text) => text || null),
    delegateId: z.union([nobody, z.uuid()]).default(null),
  })
  .refine(inOrder, wrongOrder)
  .refine((typed) => typed.delegateId === null || typed.note !== null, { path: ['note'], message: 'required' })
export type AbsenceInput = z.infer<typeof AbsenceInput>

/** `positionId` null lends all that calls the person. */
export const DelegationInput = z
  .object({
    positionId: z.union([nobody, PositionId]).default(null),
    delegateId: z.uuid(),
    from: z.iso.date(),
    until: z.iso.date(),
    basis: words.min(1),
  })
  .refine(inOrder, wrongOrder)
export type DelegationInput = z.infer<typeof DelegationInput>
