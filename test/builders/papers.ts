import { AgencyProfile } from '#engine/agency.ts'
import type { Definition } from '#engine/definition/schema.ts'
import type { Publication } from '#engine/papers/index.ts'
import {
  aCall,
  aDefinition,
  aField,
  aForm,
  aJoin,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  anOutcome,
  aParallel,
  aReview,
  aStart,
  aTask,
  aWait,
} from './definition.ts'

/** An agency with a letterhead made from its address and contacts. */
export const anAgencyProfile = (over: Record<string, unknown> = {}): AgencyProfile =>
  AgencyProfile.parse({
    government: 'Pemerintah Kabupaten Contoh',
    name: 'Dinas Perpustakaan',
    shortName: 'Dispus',
    place: 'Kota Contoh',
    address: 'Jl. Melati No. 1',
    contacts: [
      { id: 'phone', kind: 'phone', value: '(0281) 555111' },
      { id: 'web', kind: 'web', value: 'https://dispus.example.go.id' },
      { id: 'complaints-wa', kind: 'whatsapp', value: '08123456789', who: 'Petugas Aduan' },
      { id: 'mail', kind: 'email', value: 'dispus@example.go.id' },
    ],
    ...over,
  })

export const aSignatory = () => ({
  name: 'ASHA WIDYA, S.Sos',
  title: 'Kepala Dinas Perpustakaan Kabupaten Contoh',
  nip: '197001012000031001',
  rank: 'Pembina Tingkat I',
  seat: 'definitive' as const,
})

/** A version in force since its decree number 7; give `status` and the like for others. */
export const aPublication = (over: Partial<Publication> = {}): Publication => ({
  status: 'published',
  version: 2,
  digest: 'ab'.repeat(32),
  decree: {
    number: '7 /TAHUN 2026',
    signedOn: '2026-03-17',
    effectiveOn: '2026-04-01',
    signatory: aSignatory(),
    about: 'Standar Pelayanan Peminjaman Ruang Baca',
  },
  supersededBy: null,
  ...over,
})

export const anUnsetPublication = (): Publication => aPublication({ status: 'approved', version: 1, decree: null })

export const aReplacedPublication = (): Publication =>
  aPublication({
    status: 'superseded',
    version: 1,
    supersededBy: { version: 2, number: '12 /TAHUN 2027', signedOn: '2027-01-04' },
  })

/** A standard with something in every part of every paper: one review that may send back, complaint limits, a decree text. */
export function aFullStandard(title = 'Peminjaman Ruang Baca', parts: Record<string, unknown> = {}): Definition {
  const day = (amount: number, over = {}) => ({ amount, unit: 'workingDay', ...over })
  return aDefinition({
    identity: { title, kind: 'service', ordinal: 6, unit: 'Bidang Layanan', summary: 'Ruang baca untuk kegiatan warga.' },
    lanes: [
      anApplicantLane('reader'),
      aLane('clerk', ['clerk'], { name: 'Petugas' }),
      aLane('head', ['head'], { name: 'Kepala Bidang' }),
    ],
    nodes: [
      aStart({ lane: 'reader' }),
      aTask('apply', {
        lane: 'reader',
        activity: 'Mengajukan permohonan',
        statement: 'Pemohon mengajukan permohonan tertulis.',
        requirements: ['Surat permohonan', 'Kartu anggota'],
        output: ['Permohonan terdaftar'],
      }),
      aReview('check', ['accept', 'revise'], {
        lane: 'clerk',
        activity: 'Memeriksa permohonan',
        statement: 'Petugas memeriksa permohonan.',
        outcomes: [anOutcome('accept', { label: 'Lengkap' }), anOutcome('revise', { label: 'Tidak lengkap' })],
        duration: { amount: 4, unit: 'hour' },
        remark: 'Lihat SOP Kearsipan',
      }),
      aTask('grant', { lane: 'head', activity: 'Menyerahkan izin', statement: 'Kepala bidang menyerahkan izin.' }),
      anEnd(),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'check'),
      anEdge('check', 'grant', { outcome: 'accept' }),
      anEdge('check', 'apply', { outcome: 'revise', statement: 'Jika tidak lengkap, permohonan dikembalikan.' }),
      anEdge('grant', 'end'),
    ],
    labels: { serviceTime: 'Jangka Waktu Penyelesaian' },
    components: {
      requirements: { items: ['Surat permohonan yang ditandatangani.', 'Kartu anggota.'] },
      serviceTime: { limits: [{ duration: day(1, { maximum: true }) }], notes: ['Dihitung sejak berkas lengkap.'] },
      fee: { kind: 'tariff', lines: [{ what: 'Ruang besar', rupiah: 1250000, per: 'hari' }], basis: 'Perda No. 3 Tahun 2020' },
      products: { items: ['Izin pemakaian ruang'] },
      complaints: {
        channels: [
          { kind: 'inPerson' },
          { kind: 'whatsapp', contact: 'complaints-wa' },
          { kind: 'phone', text: 'Telp/Fax', value: '-/-' },
          { kind: 'web', text: 'SP4N-LAPOR (www.lapor.go.id)' },
          { kind: 'instagram', value: '@dispus' },
          { kind: 'facebook', value: 'Dispus' },
          { kind: 'email' },
        ],
        flow: ['Pengguna menyampaikan aduan', 'Pengelola menjawab'],
        limits: [
          { class: 'Pengaduan ringan', duration: { amount: 3, unit: 'hour' } },
          { class: 'Pengaduan berat', duration: day(30, { maximum: true }) },
        ],
      },
      legalBasis: { items: [{ text: 'Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik' }] },
      staffing: { count: 2 },
      evaluation: { items: ['Rapat bulanan.', 'Survei tahunan.'] },
    },
    decree: {
      about: `Standar Pelayanan ${title}`,
      considering: ['bahwa perlu acuan;', 'bahwa berdasarkan huruf a perlu keputusan;'],
      recalling: ['Undang-Undang Nomor 25 Tahun 2009;', 'Peraturan Pemerintah Nomor 96 Tahun 2012;'],
      dictums: ['Menetapkan standar pelayanan dalam lampiran;', 'Keputusan ini berlaku sejak tanggal ditetapkan.'],
      copies: ['Bupati Contoh', 'Inspektur'],
    },
    ...parts,
  })
}

/** The same procedure as an SOP with its identity page; the boxes that documents leave open are open. */
export const aFullSop = (): Definition =>
  aFullStandard('Peminjaman Ruang Baca', {
    identity: { title: 'Peminjaman Ruang Baca', kind: 'sop' },
    sop: {
      name: 'PEMINJAMAN RUANG BACA',
      number: '010 / SOP / 2026',
      madeOn: '2026-03-02',
      legalBasis: [{ text: 'Undang-Undang Nomor 14 Tahun 2008' }, { text: 'Undang-Undang Nomor 25 Tahun 2009' }],
      qualifications: ['Memahami pelayanan publik'],
      equipment: ['Komputer', 'Jaringan internet'],
      records: ['Disimpan sebagai salinan lunak'],
    },
  })

/** An SOP with two opinions side by side, work done together, a wait for a letter and for a day, and another standard. */
export const aBranchedSop = (): Definition =>
  aFullStandard('Izin Bersama', {
    identity: { title: 'Izin Bersama', kind: 'sop' },
    sop: {},
    lanes: [
      anApplicantLane('reader'),
      aLane('clerk', ['clerk'], { name: 'Petugas' }),
      aLane('head', ['head'], { name: 'Kepala Bidang' }),
      aLane('legal', ['legal'], { name: 'Bagian Hukum' }),
    ],
    forms: [aForm('asked', aField('date', 'day', { label: 'Tanggal kegiatan' }))],
    nodes: [
      aStart({ lane: 'reader' }),
      aTask('apply', { lane: 'reader', activity: 'Mengajukan permohonan', form: 'asked' }),
      aParallel('split', { lane: 'clerk' }),
      aTask('technical', { lane: 'head', activity: 'Memberi pertimbangan teknis' }),
      aTask('lawful', { lane: 'legal', activity: 'Memberi pertimbangan hukum' }),
      aJoin('both', { lane: 'clerk' }),
      aTask('meet', {
        lane: 'clerk',
        activity: 'Membahas permohonan',
        jointLanes: ['head', 'legal'],
        quorum: { kind: 'atLeast', n: 2 },
        remark: 'Hasil dituangkan dalam berita acara.',
      }),
      aWait('letter', {
        lane: 'clerk',
        activity: 'Menunggu surat rekomendasi',
        until: { kind: 'report', event: 'Surat rekomendasi diterima', atMost: { amount: 5, unit: 'workingDay' } },
      }),
      aCall('archive', { lane: 'clerk', activity: 'Menjalankan standar kearsipan' }),
      aWait('held', { lane: 'reader', activity: 'Menunggu hari kegiatan', until: { kind: 'moment', field: 'day' } }),
      anEnd('end', { lane: 'clerk' }),
      anEnd('no', { lane: 'clerk', result: 'rejected' }),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'split'),
      anEdge('split', 'technical', { statement: 'Pertimbangan teknis dan hukum diminta bersamaan.' }),
      anEdge('split', 'lawful'),
      anEdge('technical', 'both'),
      anEdge('lawful', 'both'),
      anEdge('both', 'meet', { statement: 'Setelah keduanya ada, permohonan dibahas.' }),
      anEdge('meet', 'letter'),
      anEdge('letter', 'archive'),
      anEdge('letter', 'no', { outcome: 'lapsed' }),
      anEdge('archive', 'held'),
      anEdge('held', 'end'),
    ],
  })

/** Checking and noting have one working day together, which papers print in one cell. */
export const aSopWithOneTime = (): Definition => {
  const duration = { amount: 1, unit: 'workingDay' } as const
  return aDefinition({
    kind: 'sop',
    title: 'SOP Pencatatan Berkas',
    sop: { number: '011 / SOP / 2026' },
    lanes: [aLane('clerk', ['clerk'], { name: 'Petugas' }), aLane('head', ['head'], { name: 'Kepala' })],
    nodes: [
      aStart({ lane: 'clerk' }),
      aTask('receive', { lane: 'clerk', activity: 'Menerima berkas' }),
      aTask('check', { lane: 'clerk', activity: 'Memeriksa berkas', duration }),
      aTask('note', { lane: 'clerk', activity: 'Mencatat berkas', duration, sharesTimeWith: 'check' }),
      aTask('sign', { lane: 'head', activity: 'Menandatangani berkas', duration }),
      anEnd('end', { lane: 'head' }),
    ],
    edges: [
      anEdge('start', 'receive'),
      anEdge('receive', 'check'),
      anEdge('check', 'note'),
      anEdge('note', 'sign'),
      anEdge('sign', 'end'),
    ],
  })
}
