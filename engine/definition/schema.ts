import { z } from 'zod'
import { ComponentKey, Components, DecreeText, SopBlock } from './components.ts'
import { Flow } from './flow.ts'
import { Form } from './form.ts'
import { CalendarUnitId, NodeId } from './ids.ts'
import { limits } from './limits.ts'
import { Scenario } from './scenario.ts'

export const currentSchemaVersion = 2

export const Identity = z.strictObject({
  title: z.string().trim().min(1).max(limits.label),
  /** `service`: a service standard (14 components). `sop`: an operating procedure (identity page and matrix). */
  kind: z.enum(['service', 'sop']),
  summary: z.string().trim().max(limits.sentence).optional(),
  /** The unit that serves, as printed ("Bidang IKP"). */
  unit: z.string().trim().max(limits.label).optional(),
  /** Place in the printed collection of the agency ("6."), where it has one. */
  ordinal: z.number().int().min(1).max(9999).optional(),
  /** The unit of the agency's calendar whose working time counts; without one the agency's does. */
  calendarUnit: CalendarUnitId.optional(),
})

/** Canvas units; no part of the meaning. */
export const Layout = z.record(NodeId, z.strictObject({ x: z.number().min(-1e6).max(1e6), y: z.number().min(-1e6).max(1e6) }))

/**
 * One version of a standard: everything a running instance and a printed paper need, as plain data.
 * @see docs/decisions/003-definition-is-one-document.md
 */
export const Definition = z.strictObject({
  schemaVersion: z.literal(currentSchemaVersion),
  identity: Identity,
  flow: Flow,
  layout: Layout.default({}),
  forms: z.array(Form).max(limits.forms),
  components: Components,
  /** Headings as this agency prints them, where they differ from the official ones. */
  labels: z.partialRecord(ComponentKey, z.string().trim().min(1).max(limits.label)).default({}),
  sop: SopBlock.nullable().default(null),
  decree: DecreeText.nullable().default(null),
  /** Where the source was ambiguous and how it was read; for authors, never printed. */
  notes: z.array(z.string().trim().min(1).max(limits.sentence)).max(limits.items).default([]),
  /** Walks that have to end as they say; they run at each check. Left out rather than empty, so that older texts keep their bytes. */
  scenarios: z.array(Scenario).min(1).max(limits.scenarios).optional(),
})
export type Definition = z.infer<typeof Definition>
export type Identity = z.infer<typeof Identity>
export type Layout = z.infer<typeof Layout>
