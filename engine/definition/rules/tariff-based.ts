import type { DefinitionRule } from './finding.ts'

/** Nobody is charged without a regulation that sets the tariff, named beside it. */
export const tariffBased: DefinitionRule = {
  name: 'tariff-based',
  check({ components: { fee } }) {
    const charges = fee.kind === 'tariff' && fee.lines.some(({ rupiah }) => rupiah > 0)
    return charges && !fee.basis ? [{ code: 'tariff-without-basis', path: 'components.fee', params: { component: 'fee' } }] : []
  },
}
