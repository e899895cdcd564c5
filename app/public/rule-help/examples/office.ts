import { Calendar, Duration, type RuleContext } from '#engine'

const hours = [
  ['07:30', '12:00'],
  ['13:00', '16:00'],
]
const positions = ['loket', 'tim', 'kepala', 'sekretaris'].map((id) => ({ id }))
const archive = {
  slug: 'arsip',
  title: 'Kearsipan',
  fields: [
    { id: 'siapa', label: 'Nama pemilik berkas', kind: 'text' as const },
    { id: 'rak', label: 'Rak', kind: 'text' as const },
  ],
  asksApplicant: false,
  calls: [],
}

/** An agency as the rules are told of it, around the examples of the help pages. */
export const exampleAgency = (): RuleContext => ({
  positions,
  holders: positions.map(({ id }) => ({ positionId: id, personId: `pemangku ${id}` })),
  calendar: Calendar.parse({
    zone: 'Asia/Jakarta',
    schedules: [{ from: '2026-01-01', week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: [], sun: [] } }],
  }),
  standards: [
    { ...archive, version: 1, superseded: true },
    { ...archive, version: 2, superseded: false },
  ],
  inForce: [
    { slug: 'izin-keramaian', title: 'Izin Keramaian', complaintLimits: [] },
    {
      slug: 'izin-reklame',
      title: 'Izin Pemasangan Reklame',
      complaintLimits: [{ class: 'Pengaduan ringan', duration: Duration.parse({ amount: 5, unit: 'workingDay' }) }],
    },
  ],
  contacts: [{ id: 'aduan', value: '(0281) 123456', who: 'Petugas pengaduan' }],
  regulations: [
    {
      issuer: ['komisi informasi'],
      number: '1',
      year: 2010,
      about: 'Standar Layanan Informasi Publik',
      replacedBy: 'Peraturan Komisi Informasi Nomor 1 Tahun 2021',
      source: 'Peraturan Komisi Informasi Nomor 1 Tahun 2021 tentang Standar Layanan Informasi Publik',
    },
  ],
  self: { slug: 'izin-keramaian', version: 3 },
})
