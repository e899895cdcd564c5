import { Calendar } from '#engine/calendar/schema.ts'
import { Duration } from '#engine/definition/duration.ts'
import type { RuleContext } from '#engine/definition/rules/finding.ts'
import type { Definition } from '#engine/definition/schema.ts'
import {
  aCall,
  aDecision,
  aDefinition,
  aField,
  aForm,
  aJoin,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  anEvent,
  anOutcome,
  aParallel,
  aStart,
  aTask,
  aWait,
  type EdgeInput,
  type NodeInput,
} from './definition.ts'
import { is } from './one-by-one.ts'

const days = (amount: number, over: object = {}) => ({ amount, unit: 'workingDay' as const, ...over })
const judged = [
  anOutcome('accept', { label: 'Setujui' }),
  anOutcome('revise', { label: 'Minta perbaikan' }),
  anOutcome('reject', { label: 'Tolak' }),
]

const nodes: NodeInput[] = [
  aStart(),
  aTask('apply', { lane: 'applicant', activity: 'Mengajukan permohonan', form: 'request' }),
  aTask('check', {
    lane: 'desk',
    activity: 'Memeriksa berkas',
    outcomes: judged,
    duration: days(1),
    deadline: { warn: { amount: 2, unit: 'hour' }, afterwards: { kind: 'reassign', to: 'superior' } },
  }),
  aTask('complete', { lane: 'applicant', activity: 'Melengkapi berkas', pausesClock: true }),
  aParallel('both', { lane: 'desk' }),
  aTask('study', {
    lane: 'experts',
    activity: 'Mengkaji permohonan',
    form: 'study',
    duration: days(2),
    disposition: { lane: 'field', to: 'position', min: 1, max: 2 },
  }),
  aWait('reply', {
    lane: 'desk',
    activity: 'Menunggu surat balasan',
    until: { kind: 'report', event: 'Surat balasan diterima', form: 'reply', atMost: days(3) },
  }),
  aJoin('met', { lane: 'desk' }),
  aTask('visit', {
    lane: 'field',
    activity: 'Meninjau lokasi',
    assignment: { kind: 'disposition', from: 'study' },
    duration: days(1),
  }),
  aCall('archive', {
    lane: 'desk',
    activity: 'Mengarsipkan berkas',
    standard: { slug: 'arsip', version: 2 },
    passes: [{ from: 'name', to: 'who' }],
    returns: [{ from: 'shelf', to: 'shelf' }],
  }),
  aDecision('cost', { lane: 'head', question: 'Apakah biayanya besar?' }),
  aTask('meet', {
    lane: 'head',
    activity: 'Membahas permohonan',
    jointLanes: ['experts'],
    quorum: { kind: 'all' },
    duration: days(1),
  }),
  aTask('decide', {
    lane: 'head',
    activity: 'Memutuskan izin',
    outcomes: judged.filter(({ kind }) => kind !== 'revise'),
    notPerformersOf: ['study', 'meet'],
    sharesTimeWith: 'meet',
    duration: days(1, { anchor: { kind: 'entered' } }),
  }),
  anEvent('told', { lane: 'desk', activity: 'Memberitahukan keputusan' }),
  aTask('hand', {
    lane: 'desk',
    activity: 'Menyerahkan izin',
    assignment: { kind: 'performer', of: 'check' },
    duration: days(1),
  }),
  anEnd('done', { lane: 'desk' }),
  anEnd('refused', { lane: 'desk', result: 'rejected' }),
]
const edges: EdgeInput[] = [
  anEdge('start', 'apply'),
  anEdge('apply', 'check'),
  anEdge('check', 'both', { outcome: 'accept' }),
  anEdge('check', 'complete', { outcome: 'revise' }),
  anEdge('check', 'refused', { outcome: 'reject' }),
  anEdge('complete', 'check'),
  anEdge('both', 'study'),
  anEdge('both', 'reply'),
  anEdge('study', 'met'),
  anEdge('reply', 'met'),
  anEdge('reply', 'met', { outcome: 'lapsed' }),
  anEdge('met', 'visit'),
  anEdge('visit', 'archive'),
  anEdge('archive', 'cost'),
  anEdge('cost', 'meet', { when: { kind: 'field', field: 'fee', op: 'more-than', value: 5_000_000 } as never }),
  anEdge('cost', 'decide', { otherwise: true }),
  anEdge('meet', 'decide'),
  anEdge('decide', 'told', { outcome: 'accept' }),
  anEdge('decide', 'refused', { outcome: 'reject' }),
  anEdge('told', 'hand'),
  anEdge('hand', 'done'),
]
const forms = [
  aForm(
    'request',
    aField('text', 'name', { label: 'Nama', required: true }),
    aField('choice', 'sort', { label: 'Jenis', required: true }),
    aField('text', 'other', { label: 'Jenis lain', required: true, visibleWhen: is('sort', 'c') }),
    aField('rupiah', 'fee', { label: 'Biaya', required: true, min: 0, max: 100_000_000 }),
    aField('date', 'day', { label: 'Tanggal kegiatan', required: true }),
    aField('choices', 'marks', { label: 'Perlengkapan', min: 1, max: 2 }),
    aField('file', 'letter', { label: 'Surat permohonan', required: true, min: 1, max: 3 }),
  ),
  aForm(
    'study',
    aField('longText', 'result', { label: 'Hasil kajian', required: true }),
    aField('position', 'adviser', { label: 'Penasihat', lane: 'experts' }),
    aField('text', 'shelf', { label: 'Rak' }),
  ),
  aForm('reply', aField('letterNumber', 'number', { label: 'Nomor surat', required: true })),
]
const lines = (...items: string[]) => ({ items })
const components = {
  requirements: lines('Surat permohonan', 'Daftar peserta'),
  procedure: { intro: ['Layanan dibuka setiap hari kerja.'] },
  serviceTime: {
    limits: [{ when: is('sort', 'a'), duration: days(12) }, { duration: days(12) }],
    deadline: { warn: { amount: 1, unit: 'workingDay' } },
  },
  fee: { kind: 'tariff', lines: [{ what: 'Izin', rupiah: 50_000 }], basis: 'Peraturan Daerah Nomor 1 Tahun 2024' },
  products: lines('Surat izin'),
  complaints: {
    channels: [
      { kind: 'box', text: 'Kotak Saran' },
      { kind: 'phone', contact: 'office' },
    ],
    flow: ['Pengguna layanan menyampaikan aduan', 'Petugas menjawab aduan'],
    limits: [{ class: 'Pengaduan ringan', duration: days(5) }],
  },
  legalBasis: { items: [{ text: 'Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik', number: '25', year: 2009 }] },
  facilities: lines('Komputer'),
  competence: lines('Memahami pelayanan publik'),
  supervision: lines('Pengawasan oleh atasan langsung'),
  staffing: { count: 6, text: '6 (enam) orang' },
  serviceGuarantee: lines('Layanan sesuai standar'),
  safetyGuarantee: lines('Data pemohon dijaga'),
  evaluation: lines('Survei sekali setahun'),
}

/** A service with something of everything that rules look at, and nothing that they would find. */
export const wholeStandard = (): Definition =>
  aDefinition({
    title: 'Izin Keramaian',
    lanes: [
      anApplicantLane(),
      ...['desk', 'experts', 'field', 'head'].map((id) =>
        aLane(id, id === 'head' ? ['head', 'deputy'] : [id], { name: names[id] ?? id }),
      ),
    ],
    ...{ nodes, edges, forms, components },
    decree: {
      about: 'Standar Pelayanan Izin Keramaian',
      considering: ['bahwa perlu ditetapkan;'],
      recalling: ['Undang-Undang Nomor 25 Tahun 2009;'],
    },
  })
const names: Record<string, string> = { desk: 'Loket', experts: 'Tim Teknis', field: 'Petugas Lapangan', head: 'Kepala Dinas' }

/** An operating procedure that the clock begins every month. */
export const wholeProcedure = (): Definition =>
  aDefinition({
    title: 'Rekap Bulanan',
    kind: 'sop',
    lanes: [aLane('desk', ['desk'], { name: 'Loket' })],
    nodes: [
      aStart({ lane: 'desk', by: 'schedule', every: { every: 'month', day: 1, time: '08:00' } }),
      aTask('write', { lane: 'desk', activity: 'Menyusun rekap', duration: days(1) }),
      anEnd('done', { lane: 'desk' }),
    ],
    edges: [anEdge('start', 'write'), anEdge('write', 'done')],
    sop: {
      name: 'Rekap Bulanan',
      madeOn: '2026-01-05',
      effectiveOn: '2026-01-06',
      legalBasis: [{ text: 'Undang-Undang Nomor 25 Tahun 2009' }],
    },
  })

const hours = [
  ['07:30', '12:00'],
  ['13:00', '16:00'],
]
const positions = ['desk', 'experts', 'field', 'head', 'deputy'].map((id) => ({ id }))
const archive = {
  slug: 'arsip',
  title: 'Kearsipan',
  fields: [
    { id: 'who', label: 'Nama', kind: 'text' as const },
    { id: 'shelf', label: 'Rak', kind: 'text' as const },
  ],
  asksApplicant: false,
}

/** The agency around both, as the rules are told of it. */
export const wholeAgency = (): RuleContext => ({
  positions,
  holders: positions.map(({ id }) => ({ positionId: id, personId: `person of ${id}` })),
  calendar: Calendar.parse({
    zone: 'Asia/Jakarta',
    schedules: [{ from: '2026-01-01', week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: [], sun: [] } }],
  }),
  standards: [
    { ...archive, version: 1, superseded: true, calls: [] },
    { ...archive, version: 2, superseded: false, calls: [] },
    { ...archive, slug: 'putar', title: 'Putaran', version: 1, superseded: false, calls: [{ slug: 'izin', version: 3 }] },
    { ...archive, slug: 'tanya', title: 'Tanya', version: 1, superseded: false, calls: [], asksApplicant: true },
  ],
  inForce: [
    { slug: 'izin', title: 'Izin Keramaian', complaintLimits: [] },
    { slug: 'usaha', title: 'Izin Usaha Mikro', complaintLimits: [{ class: 'Ringan', duration: Duration.parse(days(5)) }] },
  ],
  contacts: [
    { id: 'office', value: '(0281) 8902091' },
    { id: 'person', value: '081234567890', who: 'Riyang Widya' },
  ],
  regulations: [
    {
      issuer: ['komisi informasi'],
      number: '1',
      year: 2010,
      about: 'Layanan informasi',
      replacedBy: 'Peraturan Komisi Informasi Nomor 1 Tahun 2021',
      source: 'Peraturan Komisi Informasi Nomor 1 Tahun 2021',
    },
  ],
  self: { slug: 'izin', version: 3 },
})
