import { it } from 'vitest'
import { aDefinition } from '#test/builders/definition.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { tariffBased } from './tariff-based.ts'

const charging = (rupiah: number, basis?: string) =>
  aDefinition({ components: { fee: { kind: 'tariff', lines: [{ what: 'Izin', rupiah }], ...(basis ? { basis } : {}) } } })

it('asks which regulation sets a tariff', () => {
  verifyRule(tariffBased, {
    accepts: {
      'a regulation named': charging(50_000, 'Peraturan Daerah Nomor 1 Tahun 2024'),
      'a tariff of nothing': charging(0),
      'a free service': aDefinition({ components: { fee: { kind: 'free' } } }),
    },
    rejects: { 'a tariff alone': [charging(50_000), [{ code: 'tariff-without-basis', path: 'components.fee' }]] },
  })
})
