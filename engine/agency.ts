import { z } from 'zod'
import { PaperLayout } from './papers/paper-layout.ts'

const line = z.string().trim().max(200)

/** How to reach an office. It belongs to the agency, so that a new number touches no published version (D11). */
export const Contact = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  kind: z.enum(['phone', 'whatsapp', 'email', 'web', 'address', 'instagram', 'twitter', 'facebook', 'youtube']),
  value: line.min(1),
  /** The position or person who answers, printed in brackets. */
  who: line.optional(),
})
export type Contact = z.infer<typeof Contact>

/** What an agency's papers print about it. */
export const AgencyProfile = z.strictObject({
  /** "PEMERINTAH KABUPATEN …": the line above the agency's name on the letterhead. */
  government: line.min(1),
  name: line.min(1),
  shortName: line.min(1),
  /** Place written before the date of signing. */
  place: line.min(1),
  address: line.default(''),
  contacts: z.array(Contact).max(40).default([]),
  /** Extra letterhead lines, as printed. */
  letterhead: z.array(line).max(6).default([]),
  papers: PaperLayout.prefault({}),
})
export type AgencyProfile = z.infer<typeof AgencyProfile>
