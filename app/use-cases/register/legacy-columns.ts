/** Columns of a list of older numbers, in the order that they have without a heading. */
export const legacyColumns = ['number', 'signedOn', 'about', 'name', 'office', 'status', 'act', 'effectiveOn', 'reason'] as const
export type LegacyColumn = (typeof legacyColumns)[number]
