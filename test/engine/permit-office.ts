import { explainDue } from '#engine/calendar/explain.ts'
import { printInstant } from '#engine/calendar/print.ts'
import type { Calendar } from '#engine/calendar/schema.ts'
import type { Definition } from '#engine/definition/schema.ts'
import type { Seat, TaskDue } from '#engine/instance/messages.ts'
import type { InstanceState } from '#engine/instance/state.ts'
import {
  aDefinition,
  aField,
  aForm,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  aReview,
  aStart,
  aTask,
  type NodeInput,
} from '../builders/definition.ts'
import type { Story } from './given.ts'
import { aCalendar, aSeat, at } from './office.ts'

/** The posts of a permit office, by the names that stand on its doors. */
export const posts = {
  'petugas-loket': 'Petugas Loket Pelayanan',
  'analis-perizinan': 'Analis Perizinan',
  'kabid-perizinan': 'Kepala Bidang Perizinan',
  'kabid-pengawasan': 'Kepala Bidang Pengawasan',
  'kabid-data': 'Kepala Bidang Data dan Informasi',
  sekretaris: 'Sekretaris Dinas',
  'kepala-dinas': 'Kepala Dinas',
} as const
export type Post = keyof typeof posts

export const holds = (post: Post, who: string, over: Partial<Seat> = {}): Seat =>
  aSeat(post, who, { title: posts[post], ...over })

/** Who holds which post on a usual day. */
export const staff: readonly Seat[] = [
  holds('petugas-loket', 'rina'),
  holds('analis-perizinan', 'dimas'),
  holds('kabid-perizinan', 'sri'),
  holds('kabid-pengawasan', 'agus'),
  holds('kabid-data', 'yuni'),
  holds('sekretaris', 'hendra'),
  holds('kepala-dinas', 'wati'),
]

/** The staff, with other holders of some posts; a post given without anybody is vacant. */
export const staffWith = (...changes: readonly (Seat | Post)[]): Seat[] => {
  const changed = changes.map((one) => (typeof one === 'string' ? one : one.positionId))
  return [
    ...staff.filter(({ positionId }) => !changed.some((post) => post === positionId)),
    ...changes.filter((one) => typeof one !== 'string'),
  ]
}

type Over = { process?: Partial<Extract<NodeInput, { kind: 'task' }>>; sign?: NodeInput; limits?: unknown[] }

/** A research permit: handed in, looked through, studied, signed. What is missing is asked of the applicant. */
export function aPermit({ process = {}, sign, limits }: Over = {}): Definition {
  return aDefinition({
    title: 'Izin Penelitian',
    lanes: [anApplicantLane(), ...Object.keys(posts).map((id) => aLane(id))],
    nodes: [
      aStart(),
      aTask('memohon', { lane: 'applicant', form: 'permohonan' }),
      aReview('memeriksa', ['accept', 'revise'], { lane: 'petugas-loket' }),
      aTask('melengkapi', { lane: 'applicant', form: 'permohonan', pausesClock: true }),
      aTask('menelaah', { lane: 'analis-perizinan', form: 'telaah', ...process }),
      sign ?? aReview('menandatangani', ['accept'], { lane: 'kepala-dinas' }),
      anEnd('selesai', { lane: 'petugas-loket' }),
    ],
    edges: [
      anEdge('start', 'memohon'),
      anEdge('memohon', 'memeriksa'),
      anEdge('memeriksa', 'menelaah', { outcome: 'accept' }),
      anEdge('memeriksa', 'melengkapi', { outcome: 'revise' }),
      anEdge('melengkapi', 'memeriksa'),
      anEdge('menelaah', 'menandatangani'),
      anEdge('menandatangani', 'selesai', { outcome: 'accept' }),
    ],
    forms: [
      aForm('permohonan', aField('text', 'judul', { required: true })),
      aForm('telaah', aField('text', 'hasil', { required: true, maxLength: 200 })),
    ],
    limits: limits ?? [{ duration: { amount: 12, unit: 'workingDay', anchor: { kind: 'start' } } }],
  })
}

export const title = { data: { judul: 'Pola tanam padi di Ponjong' } }
export const study = { data: { hasil: 'Layak diberi izin' } }

/** The calendar of the office, with days that became free. */
export const withHolidays = (calendar: Calendar, ...days: Calendar['holidays']): Calendar => ({
  ...calendar,
  holidays: [...calendar.holidays, ...days],
})

const fasting: [string, string][] = [
  ['08:00', '12:00'],
  ['12:30', '15:00'],
]
const fastingFriday: [string, string][] = [
  ['08:00', '11:30'],
  ['12:30', '15:30'],
]
const fastingWeek = { mon: fasting, tue: fasting, wed: fasting, thu: fasting, fri: fastingFriday, sat: [], sun: [] }
const jointLeave = (date: string, name: string) => ({ date, name, kind: 'jointLeave' as const })
const national = (date: string, name: string) => ({ date, name, kind: 'national' as const })

/** The year 2026 around Nyepi and Idulfitri. */
export const idulfitri2026: Calendar = withHolidays(
  {
    ...aCalendar,
    schedules: [
      ...aCalendar.schedules,
      { from: '2026-02-19', until: '2026-03-20', name: 'Ramadan 1447 Hijriah', week: fastingWeek },
    ],
  },
  jointLeave('2026-03-18', 'Cuti bersama Nyepi'),
  national('2026-03-19', 'Nyepi'),
  jointLeave('2026-03-20', 'Cuti bersama Idulfitri'),
  national('2026-03-21', 'Idulfitri'),
  national('2026-03-22', 'Idulfitri'),
  jointLeave('2026-03-23', 'Cuti bersama Idulfitri'),
  jointLeave('2026-03-24', 'Cuti bersama Idulfitri'),
)

/** Why something is due, in the sentence that people in the office read. */
export const said = (due: TaskDue | null | undefined): string | null =>
  due ? explainDue(due.why, due.at, 'Asia/Jakarta', 'id') : null

/** When the whole request is due, as people say it. */
export const dueOf = ({ due }: Pick<InstanceState, 'due'>): string | null => due && printInstant(due.at, 'Asia/Jakarta', 'id')

export const openAt = ({ state }: Pick<Story, 'state'>, node: string) => state.open.find((task) => task.node === node)
export { at }
