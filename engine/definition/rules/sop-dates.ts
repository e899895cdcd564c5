import type { DefinitionRule } from './finding.ts'

/** An SOP is revised and begins to bind no earlier than it was made. */
export const sopDates: DefinitionRule = {
  name: 'sop-dates',
  check({ sop }) {
    const madeOn = sop?.madeOn
    if (!sop || madeOn === undefined) return []
    return (['revisedOn', 'effectiveOn'] as const)
      .filter((key) => (sop[key] ?? madeOn) < madeOn)
      .map((key) => ({ code: key === 'revisedOn' ? 'sop-revised-before-made' : 'sop-effective-before-made', path: 'sop' }))
  },
}
