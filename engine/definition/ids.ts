import { z } from 'zod'

/** Lower-case words joined by hyphens, as they stand in addresses: `izin-keramaian`. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(80)

/** Ids inside one definition: a letter, then letters, digits, `_` or `-`; never a name of `Object.prototype`. */
const localId = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/)
  .refine((id) => !(id in Object.prototype), 'reserved name')

export const LaneId = localId.brand<'LaneId'>()
export const NodeId = localId.brand<'NodeId'>()
export const EdgeId = localId.brand<'EdgeId'>()
export const OutcomeId = localId.brand<'OutcomeId'>()
export const FormId = localId.brand<'FormId'>()
export const FieldId = localId.brand<'FieldId'>()
export const OptionId = localId.brand<'OptionId'>()
export const ScenarioId = localId.brand<'ScenarioId'>()
/** Id of a position of the agency; positions live with the agency, not in the definition. */
export const PositionId = localId.brand<'PositionId'>()
/** Id of a unit of the agency's calendar, with working hours of its own. */
export const CalendarUnitId = localId.brand<'CalendarUnitId'>()

export type LaneId = z.infer<typeof LaneId>
export type NodeId = z.infer<typeof NodeId>
export type EdgeId = z.infer<typeof EdgeId>
export type OutcomeId = z.infer<typeof OutcomeId>
export type FormId = z.infer<typeof FormId>
export type FieldId = z.infer<typeof FieldId>
export type OptionId = z.infer<typeof OptionId>
export type ScenarioId = z.infer<typeof ScenarioId>
export type PositionId = z.infer<typeof PositionId>
export type CalendarUnitId = z.infer<typeof CalendarUnitId>
