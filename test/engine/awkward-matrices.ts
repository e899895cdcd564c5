import type { EdgeId, LaneId } from '#engine/definition/ids.ts'
import type { SopExit, SopStep } from '#engine/papers/index.ts'
import type { MatrixPaper } from './any-matrix.ts'

type Way = { to: number | null; label?: string }
/** One row: its lane or lanes from 0, what is done, and where it leads besides on to the next. */
type Row = { lanes: readonly number[]; activity: string; ways?: readonly Way[] } & Partial<
  Pick<SopStep, 'requirements' | 'time' | 'sharesTime' | 'output' | 'remarks'>
>

const lane = (index: number): LaneId => `lane-${index}` as LaneId

/** A paper of these lanes and rows; each row leads on to the next, the last one ends the procedure. */
export function aPaperOf(names: readonly string[], rows: readonly Row[]): MatrixPaper {
  return {
    lanes: names.map((name, index) => ({ id: lane(index), name })),
    steps: rows.map((row, index) => stepOf(row, index, rows.length)),
  }
}

function stepOf({ lanes, ways = [], ...words }: Row, index: number, count: number): SopStep {
  const [own = 0, ...joint] = lanes
  const last = index === count - 1
  const onward: SopExit = { edge: `${index}-on` as EdgeId, label: ways.length > 0 ? 'Ya' : null, to: [last ? null : index + 2] }
  const others = ways.map(({ to, label = 'Tidak' }, place): SopExit => ({ edge: `${index}-${place}` as EdgeId, label, to: [to] }))
  return {
    number: index + 1,
    lane: lane(own),
    joint: joint.map(lane),
    mark: others.length > 0 ? 'diamond' : index === 0 || last ? 'capsule' : 'box',
    requirements: [],
    time: '1 hari kerja',
    sharesTime: false,
    output: [],
    remarks: [],
    first: index === 0,
    exits: [onward, ...others],
    leadsTo: [],
    ...words,
  }
}

const officers = [
  'Pemohon',
  'Petugas Loket',
  'Pengadministrasi Umum',
  'Analis Perizinan',
  'Surveyor',
  'Kepala Seksi Perizinan',
  'Kepala Bidang Pelayanan',
  'Bendahara Penerimaan',
  'Sekretaris Dinas',
  'Kepala Dinas',
]

const work = [
  'Menyerahkan berkas permohonan',
  'Memeriksa kelengkapan berkas',
  'Mencatat permohonan dalam buku register',
  'Menelaah berkas dan menyusun lembar kajian',
  'Melakukan peninjauan lapangan dan membuat berita acara',
  'Memverifikasi hasil kajian',
  'Menetapkan besaran retribusi',
  'Menerima pembayaran retribusi',
  'Memberi paraf pada rancangan izin',
  'Menandatangani izin',
]

const step = (index: number, more: Partial<Row> = {}): Row => ({
  lanes: [index % officers.length],
  activity: work[index % work.length] ?? '',
  requirements: index % 3 === 0 ? ['Berkas permohonan', 'Kartu tanda penduduk'] : ['Lembar disposisi'],
  output: index % 2 === 0 ? ['Berkas lengkap'] : [],
  ...more,
})

const rows = (count: number, more: Readonly<Record<number, Partial<Row>>> = {}): Row[] =>
  Array.from({ length: count }, (_, index) => step(index, more[index + 1]))

const long =
  'Pengembalian berkas kepada pemohon untuk dilengkapi sesuai dengan ketentuan peraturan perundang-undangan yang berlaku, dengan surat pemberitahuan tertulis yang memuat alasan pengembalian, daftar kekurangan persyaratan, jangka waktu melengkapi berkas, serta nama dan nomor telepon petugas yang dapat dihubungi oleh pemohon pada jam kerja, dan dicatat dalam buku register pengembalian berkas di loket layanan'

const turning = '\u202eKepala\u202c \u2067Dinas\u2069'

/** Flows that are drawn seldom and go wrong first, each small enough to be looked at. */
export const awkward: Readonly<Record<string, MatrixPaper>> = {
  'ten lanes': aPaperOf(
    officers,
    rows(14, {
      2: { ways: [{ to: 1, label: 'Tidak lengkap' }] },
      6: {
        ways: [
          { to: 4, label: 'Perlu kajian ulang' },
          { to: null, label: 'Tolak' },
        ],
      },
      9: { lanes: [8], ways: [{ to: 6, label: 'Tidak' }] },
    }),
  ),
  'four pages with six lines across them': aPaperOf(
    officers.slice(0, 6),
    rows(34, {
      2: { lanes: [1], ways: [{ to: 30, label: 'Tidak berlaku' }] },
      4: { lanes: [3], ways: [{ to: 20, label: 'Langsung' }] },
      7: { lanes: [0], ways: [{ to: 33, label: 'Batal' }] },
      8: { lanes: [1] },
      9: { lanes: [2] },
      10: { lanes: [3] },
      17: { lanes: [2], ways: [{ to: 3, label: 'Ulang' }] },
      18: { lanes: [3] },
      19: { lanes: [4] },
      20: { lanes: [5] },
      25: { lanes: [4], ways: [{ to: 12, label: 'Perbaiki' }] },
      29: { lanes: [2], ways: [{ to: 1, label: 'Tidak lengkap' }] },
    }).map((row) => ({ ...row, lanes: row.lanes.map((own) => own % 6) })),
  ),
  'words of 400 letters': aPaperOf(
    ['Pemohon', `${long.slice(0, 398)}.`, 'Kepala Dinas'],
    [
      { lanes: [0], activity: long },
      { lanes: [1], activity: 'Memeriksa', ways: [{ to: 1, label: long }], remarks: [long] },
      { lanes: [2], activity: 'M'.repeat(400), requirements: ['Nomorregistrasipermohonan'.repeat(16)] },
    ],
  ),
  'letters that turn lines or are pictures': aPaperOf(
    ['Pemohon 🙂', turning, 'رئيس Dinas'],
    [
      { lanes: [0], activity: 'Menyerahkan berkas 📄📄📄 kepada petugas 👩‍👩‍👧‍👦 di loket' },
      { lanes: [1], activity: `Memeriksa \u202eberkas\u200f lengkap`, ways: [{ to: 1, label: 'Tidak \u202e✅' }] },
      { lanes: [2], activity: 'Menandatangani (מסמך) surat 🇮🇩', output: ['שלום', '📜 Surat'] },
    ],
  ),
  'one step only': aPaperOf(['Petugas Loket'], [{ lanes: [0], activity: 'Melayani pengunjung' }]),
  'work of all ten lanes together': aPaperOf(officers, [
    { lanes: [1], activity: 'Mengundang rapat' },
    { lanes: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], activity: 'Membahas permohonan dalam rapat' },
    { lanes: [9], activity: 'Menyetujui hasil rapat', ways: [{ to: 2, label: 'Bahas lagi' }] },
    { lanes: [1], activity: 'Menyampaikan hasil' },
  ]),
}
