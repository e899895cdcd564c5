import { currentSchemaVersion } from '#engine'
import { anEdge, type Draft, type DraftNode } from './change.ts'

const days = (amount: number) => ({ amount, unit: 'workingDay' as const })
const submit = [{ id: 'kirim', kind: 'submit' as const, label: 'Kirim' }]

/** A step that is done by sending it, unless outcomes are given. */
export const aStep = (
  id: string,
  lane: string,
  activity: string,
  over: Partial<Extract<DraftNode, { kind: 'task' }>> = {},
): DraftNode => ({ kind: 'task', id, lane, activity, outcomes: submit, ...over })

const lanes: Draft['flow']['lanes'] = [
  { id: 'pemohon', name: 'Pemohon', kind: 'applicant' },
  { id: 'loket', name: 'Petugas Loket', kind: 'positions', positions: ['loket'] },
  { id: 'tim', name: 'Tim Teknis', kind: 'positions', positions: ['tim'] },
  { id: 'kepala', name: 'Kepala Dinas', kind: 'positions', positions: ['kepala', 'sekretaris'] },
]

const nodes: DraftNode[] = [
  { kind: 'start', id: 'mulai', lane: 'pemohon', by: 'applicant' },
  aStep('ajukan', 'pemohon', 'Mengajukan permohonan', { form: 'permohonan' }),
  aStep('periksa', 'loket', 'Memeriksa kelengkapan berkas', {
    outcomes: [
      { id: 'lengkap', kind: 'accept', label: 'Lengkap' },
      { id: 'kurang', kind: 'revise', label: 'Kurang lengkap' },
    ],
    duration: days(1),
  }),
  aStep('kaji', 'tim', 'Mengkaji lokasi kegiatan', { duration: days(1) }),
  aStep('putuskan', 'kepala', 'Memutuskan izin', {
    outcomes: [
      { id: 'setuju', kind: 'accept', label: 'Setujui' },
      { id: 'tolak', kind: 'reject', label: 'Tolak' },
    ],
    duration: days(2),
  }),
  aStep('serahkan', 'loket', 'Menyerahkan izin', { duration: days(1) }),
  { kind: 'end', id: 'selesai', lane: 'loket', result: 'completed' },
  { kind: 'end', id: 'ditolak', lane: 'kepala', result: 'rejected' },
]

const edges: Draft['flow']['edges'] = [
  anEdge('mulai', 'ajukan'),
  anEdge('ajukan', 'periksa'),
  anEdge('periksa', 'kaji', { outcome: 'lengkap' }),
  anEdge('periksa', 'ajukan', { outcome: 'kurang' }),
  anEdge('kaji', 'putuskan'),
  anEdge('putuskan', 'serahkan', { outcome: 'setuju' }),
  anEdge('putuskan', 'ditolak', { outcome: 'tolak' }),
  anEdge('serahkan', 'selesai'),
]

const forms: Draft['forms'] = [
  {
    id: 'permohonan',
    fields: [
      { kind: 'text', id: 'nama', label: 'Nama pemohon', required: true },
      {
        kind: 'choice',
        id: 'jenis',
        label: 'Jenis kegiatan',
        required: true,
        options: [
          { id: 'hajatan', label: 'Hajatan' },
          { id: 'konser', label: 'Konser' },
          { id: 'lain', label: 'Lainnya' },
        ],
      },
      { kind: 'rupiah', id: 'biaya', label: 'Biaya kegiatan', required: true, min: 0, max: 100_000_000 },
      { kind: 'date', id: 'tanggal', label: 'Tanggal kegiatan', required: true },
      { kind: 'file', id: 'surat', label: 'Surat permohonan', required: true, min: 1, max: 3 },
    ],
  },
]

const lines = (...items: string[]) => ({ items })
const components = (): Draft['components'] => ({
  requirements: lines('Surat permohonan', 'Fotokopi KTP pemohon'),
  procedure: { intro: ['Layanan dibuka setiap hari kerja.'] },
  serviceTime: { limits: [{ duration: days(6) }] },
  fee: { kind: 'free', words: [] },
  products: lines('Surat izin keramaian'),
  complaints: {
    channels: [
      { kind: 'box', text: 'Kotak saran' },
      { kind: 'phone', contact: 'aduan' },
    ],
    flow: ['Pengguna layanan menyampaikan aduan', 'Petugas pengaduan menjawab aduan'],
    limits: [{ class: 'Pengaduan ringan', duration: days(5) }],
  },
  legalBasis: { items: [{ text: 'Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik', number: '25', year: 2009 }] },
  facilities: lines('Ruang tunggu', 'Komputer'),
  competence: lines('Memahami peraturan keramaian'),
  supervision: lines('Pengawasan oleh atasan langsung'),
  staffing: { count: 4, text: '4 (empat) orang' },
  serviceGuarantee: lines('Dilayani sesuai standar ini'),
  safetyGuarantee: lines('Data pemohon dijaga kerahasiaannya'),
  evaluation: lines('Survei kepuasan sekali setahun'),
})

/** A small service that no rule finds anything in; each example changes what its page is about. */
export const goodService = (): Draft =>
  structuredClone({
    schemaVersion: currentSchemaVersion,
    identity: { title: 'Izin Keramaian', kind: 'service' as const },
    flow: { lanes, nodes, edges },
    forms,
    components: components(),
    decree: {
      about: 'Standar Pelayanan Izin Keramaian',
      considering: ['bahwa standar pelayanan perlu ditetapkan;'],
      recalling: ['Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;'],
    },
  })

/** An operating procedure that the clock begins each month, likewise. */
export const goodProcedure = (): Draft => ({
  ...goodService(),
  identity: { title: 'Rekap Bulanan Izin', kind: 'sop' },
  flow: {
    lanes: [{ id: 'loket', name: 'Petugas Loket', kind: 'positions', positions: ['loket'] }],
    nodes: [
      { kind: 'start', id: 'mulai', lane: 'loket', by: 'schedule', every: { every: 'month', day: 1, time: '08:00' } },
      aStep('susun', 'loket', 'Menyusun rekap izin', { duration: days(1) }),
      { kind: 'end', id: 'selesai', lane: 'loket', result: 'completed' },
    ],
    edges: [anEdge('mulai', 'susun'), anEdge('susun', 'selesai')],
  },
  forms: [],
  sop: {
    name: 'Rekap Bulanan Izin',
    madeOn: '2026-01-05',
    effectiveOn: '2026-01-06',
    legalBasis: [{ text: 'Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik' }],
  },
})
