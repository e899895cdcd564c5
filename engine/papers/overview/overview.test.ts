import { describe, expect, it } from 'vitest'
import { aDefinition } from '#test/builders/definition.ts'
import { aFullSop, aFullStandard, anAgencyProfile } from '#test/builders/papers.ts'
import { overlap, pairs, runsThrough } from '#test/engine/drawn.ts'
import { layoutOverview, overviewWords, serviceOverview } from './index.ts'

const agency = anAgencyProfile()
const overviewOf = (title?: string) => {
  const overview = serviceOverview(aFullStandard(title), agency)
  if (!overview) throw new Error('the standard has no flow or no product')
  return overview
}

describe('the overview of a service', () => {
  it('leads from who asks over the unit to what is handed over', () => {
    expect(overviewOf()).toMatchObject({
      applicant: { what: 'Mengajukan permohonan' },
      unit: { who: 'Bidang Layanan', what: 'Petugas, Kepala Bidang' },
      product: { what: 'Izin pemakaian ruang' },
      brings: '2 persyaratan',
      within: 'Maksimal 1 hari kerja',
    })
  })

  it('is none of an SOP, nor while the flow or the product is not written', () => {
    expect(serviceOverview(aFullSop(), agency)).toBeNull()
    expect(serviceOverview(aDefinition(), agency)).toBeNull()
  })

  it('draws three symbols with two arrows between them that touch no words', () => {
    const { symbols, labels, links, width } = layoutOverview(overviewOf())
    expect(symbols.map(({ shape }) => shape)).toEqual(['capsule', 'box', 'capsule'])
    expect(labels.map(({ lines }) => lines)).toEqual([['2 persyaratan'], ['Maksimal 1 hari kerja']])
    expect(pairs([...symbols, ...labels]).filter(([a, b]) => overlap(a, b))).toEqual([])
    expect(links.filter((link) => [...symbols, ...labels].some((box) => runsThrough(link, box)))).toEqual([])
    expect(Math.max(...labels.map((own) => own.x + own.width))).toBeLessThanOrEqual(width)
  })

  it('says itself in one sentence', () => {
    expect(overviewWords('Peminjaman', overviewOf()).description).toMatch(
      /: Mengajukan permohonan → 2 persyaratan → Bidang Layanan: .* → Produk pelayanan: Izin pemakaian ruang$/,
    )
  })
})
