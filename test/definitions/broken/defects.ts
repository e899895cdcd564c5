import type { FindingCode } from '#engine'
import { aLane, type DefinitionInput } from '#test/builders/definition.ts'
import { set, taskOf } from './change.ts'

/** The twelve faults of published papers, each in its own words where they can be said. */
export const defects: [name: string, code: FindingCode, has: (draft: DefinitionInput) => void][] = [
  [
    'D1: the number of the decree is empty',
    'number-left-open',
    ({ components }) => set(components.procedure, { notes: ['No. SK :'] }),
  ],
  [
    'D2: the promise is elastic',
    'promise-elastic',
    ({ components }) =>
      set(components.serviceTime, {
        notes: ['Maksimal pengerjaan dapat berubah sesuai dengan banyaknya konten dan tingkat kerumitan.'],
      }),
  ],
  [
    'D3: one office has two clocks for a complaint',
    'complaint-clocks-differ',
    ({ components }) =>
      set(components.complaints, { limits: [{ class: 'Pengaduan ringan', duration: { amount: 3, unit: 'hour' } }] }),
  ],
  [
    'D4: the words of another service are left from a copy',
    'other-subject',
    ({ identity, components }) => {
      identity.title = 'Pembuatan Konten Media Sosial'
      set(components.facilities, { items: ['Surat Permohonan Pembuatan Media Cetak'] })
    },
  ],
  [
    'D5: letters are typed, and begin at c',
    'numbering-typed',
    ({ components }) => set(components.products, { items: ['c. Surat izin', 'd. Salinan'] }),
  ],
  [
    'D6: the drawing has three boxes, the flow more steps',
    'drawing-differs',
    ({ components }) => set(components.procedure, { intro: ['Pemohon Liputan → Dinkominfo (Bidang IKP) → Liputan Kegiatan'] }),
  ],
  [
    'D7: the same actor is drawn twice to hide the way back',
    'lane-twice',
    ({ flow }) => flow.lanes.push(aLane('again', ['head'], { name: 'Kepala Dinas (2)' })),
  ],
  [
    'D7: and in words',
    'drawing-actor-twice',
    ({ components }) => set(components.procedure, { intro: ['Kabid PIKP → Admin → Kabid PIKP'] }),
  ],
  ['D8: who does a step is lost', 'unknown-lane', (draft) => set(taskOf(draft, 'hand'), { lane: 'lost' })],
  [
    'D9: a time is words',
    'time-in-words',
    (draft) => set(taskOf(draft, 'hand'), { duration: undefined, remark: 'Hari H setelah kegiatan berlangsung' }),
  ],
  [
    'D10: the legal basis has been replaced',
    'law-replaced',
    ({ components }) =>
      components.legalBasis.items?.push({
        text: 'Peraturan Komisi Informasi Nomor 1 Tahun 2010 tentang Standar Layanan Informasi Publik',
      }),
  ],
  [
    'D11: a channel is empty',
    'channel-empty',
    ({ components }) => components.complaints.channels?.push({ kind: 'phone', value: '-/-' }),
  ],
  [
    'D11: a channel is a person',
    'channel-personal',
    ({ components }) => components.complaints.channels?.push({ kind: 'whatsapp', value: '0817465999 (Riyang Herlambang)' }),
  ],
  [
    'D12: one person is promised where four roles work',
    'staffing-below-lanes',
    ({ components }) => set(components, { staffing: { count: 1, text: '1 (satu) orang Staf' } }),
  ],
]
