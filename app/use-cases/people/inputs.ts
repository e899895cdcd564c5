import { z } from 'zod'
import { PositionId } from '#engine/definition/ids.ts'
import { isPrintable } from '#engine/definition/printable.ts'

export const rights = ['author', 'approver', 'signatory', 'administrator', 'auditor'] as const
export const Rights = z.array(z.enum(rights)).max(rights.length).default([])

/** A field left empty says nothing. */
const optional = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .default('')
    .transform((text) => text || null)

/** Eighteen digits, written with or without spaces; many holders have none. */
const Nip = z
  .string()
  .max(40)
  .default('')
  .transform((text) => text.replace(/\s/g, '') || null)
  .refine((nip) => nip === null || /^\d{18}$/.test(nip), 'bad-nip')

export const PersonDetails = z.object({
  name: z.string().trim().min(1).max(120).refine(isPrintable, 'letter-unprintable'),
  nip: Nip,
  rank: optional(80),
  phone: optional(40),
})
export type PersonDetails = z.infer<typeof PersonDetails>

export const Invitation = PersonDetails.extend({
  email: z.email().max(200),
  rights: Rights,
  positionId: z.union([z.literal('').transform(() => null), PositionId]).default(null),
}).refine((typed) => typed.rights.length > 0 || typed.positionId !== null, { path: ['rights'], message: 'needs-foothold' })
export type Invitation = z.infer<typeof Invitation>
