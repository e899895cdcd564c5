import { it } from 'vitest'
import { aCall, aDefinition, anEdge, anEnd, aStart, aTask } from '#test/builders/definition.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { ownSubject } from './own-subject.ts'

const about = (title: string, components: Record<string, unknown> = {}) => aDefinition({ title, components })
const doing = (step: 'task' | 'call') =>
  aDefinition({
    title: 'Izin Keramaian',
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant' }),
      (step === 'call' ? aCall : aTask)('look', { activity: 'Melakukan pemeriksaan lapangan' }),
      anEnd(),
    ],
    edges: [anEdge('start', 'apply'), anEdge('apply', 'look'), anEdge('look', 'end')],
  })
const media = { facilities: { items: ['Surat Permohonan Pembuatan Media Cetak'] } }
const context = {
  self: { slug: 'own', version: 1 },
  inForce: [
    { slug: 'own', title: 'Izin Usaha Mikro', complaintLimits: [] },
    { slug: 'look', title: 'Pemeriksaan Lapangan', complaintLimits: [] },
    { slug: 'permits', title: 'Izin', complaintLimits: [] },
  ],
}

it('finds the words of another service', () => {
  verifyRule(ownSubject, {
    context,
    accepts: {
      'its own words': about('Izin Keramaian', { products: { items: ['Surat Izin Keramaian'] } }),
      'a title that is part of its own': about('Pemeriksaan Lapangan Ulang', {
        products: { items: ['Pemeriksaan lapangan ulang'] },
      }),
      'a title of one word': about('Kartu Kuning', { products: { items: ['Izin'] } }),
      'an older version of itself': about('Izin Usaha', { products: { items: ['Izin usaha mikro'] } }),
      'what a step calls': doing('call'),
      'a deed that is no name': about('Pembuatan Konten', { facilities: { items: ['Ruang pembuatan video'] } }),
      'services of every kind': about('Pelayanan Arsip', { products: { items: ['Standar Pelayanan Publik'] } }),
    },
    rejects: {
      'the title of another standard': [doing('task'), [{ code: 'other-subject', nodeId: 'look' }]],
      'a service named by the same deed': [
        about('Pembuatan Konten Media Sosial', media),
        [{ code: 'other-subject', path: 'components.facilities.items.0', params: { subject: 'Pembuatan Media Cetak' } }],
      ],
    },
  })
})
