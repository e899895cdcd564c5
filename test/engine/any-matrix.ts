import fc from 'fast-check'
import type { EdgeId, LaneId } from '#engine/definition/ids.ts'
import type { SopExit, SopPaper, SopStep } from '#engine/papers/index.ts'

/** The lanes and steps of a paper, as a matrix is drawn from them. */
export type MatrixPaper = Pick<SopPaper, 'lanes' | 'steps'>

const lane = (index: number): LaneId => `lane-${index}` as LaneId
const words = fc.constantFrom(
  '',
  'Surat',
  'Memeriksa kelengkapan berkas permohonan',
  'Dokumen/berkas pendukung yang dilegalisasi pejabat',
)
const labels = ['Ya', 'Tidak', 'Tidak lengkap', 'Perlu perbaikan menyeluruh', 'Pertanggungjawaban']

type Rough = {
  lane: number
  joint: number
  ways: { to: number; back: boolean; ends: boolean; splits: boolean; label: number }[]
  words: string
}

const rough = (lanes: number): fc.Arbitrary<Rough> =>
  fc.record({
    lane: fc.nat(lanes - 1),
    joint: fc.nat(9),
    ways: fc.oneof(
      { weight: 6, arbitrary: fc.constant<Rough['ways']>([]) },
      { weight: 3, arbitrary: fc.array(way, { minLength: 1, maxLength: 1 }) },
      { weight: 1, arbitrary: fc.array(way, { minLength: 2, maxLength: 3 }) },
    ),
    words,
  })
const way = fc.record({
  to: fc.nat(1000),
  back: fc.boolean(),
  ends: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
  splits: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  label: fc.nat(labels.length - 1),
})

/** Papers of up to `rows` rows and 10 lanes with at most `loops` ways back; each row goes on to the next. */
export const aMatrixPaper = (rows = 40, loops = 6): fc.Arbitrary<MatrixPaper> =>
  fc
    .integer({ min: 1, max: 10 })
    .chain((lanes) => fc.tuple(fc.constant(lanes), fc.array(rough(lanes), { minLength: 1, maxLength: rows, size: 'max' })))
    .map(([lanes, steps]) => paperOf(lanes, steps, loops))

function paperOf(lanes: number, rough: readonly Rough[], loops: number): MatrixPaper {
  let left = loops
  const steps = rough.map((own, index): SopStep => {
    const ways = own.ways.filter((way) => {
      if (!way.back || way.ends) return true
      left -= 1
      return left >= 0
    })
    const sharesTime = own.words !== '' && rough[index - 1]?.words === own.words
    return { ...stepOf({ ...own, ways }, index, rough.length, lanes), sharesTime }
  })
  return { lanes: Array.from({ length: lanes }, (_, index) => ({ id: lane(index), name: `Pelaksana ${index + 1}` })), steps }
}

function stepOf(own: Rough, index: number, rows: number, lanes: number): SopStep {
  const last = index === rows - 1
  const main: SopExit = { edge: `${index}-on` as EdgeId, label: null, to: [last ? null : index + 2] }
  const ways = own.ways.map((way, place): SopExit => exitOf(way, place, index, rows))
  const exits = ways.length === 0 ? [main] : [{ ...main, label: 'Ya' }, ...ways]
  const joint = own.joint === 0 && lanes > 1 ? [lane((own.lane + 1) % lanes)] : []
  return {
    number: index + 1,
    activity: own.words || 'Mencatat',
    lane: lane(own.lane),
    joint,
    mark: exits.length > 1 ? 'diamond' : index === 0 || last ? 'capsule' : 'box',
    requirements: own.words ? [own.words] : [],
    time: own.words ? '2 hari kerja' : '',
    sharesTime: false,
    output: [],
    remarks: [],
    first: index === 0,
    exits,
    leadsTo: [],
  }
}

function exitOf(way: Rough['ways'][number], place: number, index: number, rows: number): SopExit {
  const forward = index + 1 < rows ? index + 2 + (way.to % (rows - index - 1)) : null
  const target = way.ends ? null : way.back ? 1 + (way.to % (index + 1)) : forward
  const second = way.splits && forward !== null && forward !== target ? [forward] : []
  return { edge: `${index}-${place}` as EdgeId, label: labels[way.label] ?? null, to: [target, ...second] }
}
