import { z } from 'zod'
import { CivilDay, limits, RegulationChange } from '#engine'
import { isPrintable } from '#engine/definition/printable.ts'

const line = z.string().trim().min(1).max(limits.label).refine(isPrintable, 'letter-unprintable')

export const NewRegulationChange = z.object({
  /** The regulation as the register names it (`regulationKey`). */
  regulation: z.string().max(limits.sentence),
  change: RegulationChange,
  by: line.refine((text) => /\d/.test(text), 'needs-a-number'),
  since: z
    .union([z.literal(''), CivilDay])
    .default('')
    .transform((day) => day || null),
  source: line,
})

export const WithdrawnChange = z.object({ id: z.uuid() })
