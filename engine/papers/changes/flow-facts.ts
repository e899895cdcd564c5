import { exitsOf } from '../../definition/exits.ts'
import type { Edge, FlowNode, Lane, NodeKind, Outcome, TaskNode } from '../../definition/flow.ts'
import { stepRows } from '../../definition/rows.ts'
import { type Fact, factsOf, type Place, type SaidOf } from './fact.ts'
import { inWords, listed, nameOf, quorumWords, quoted, timeWords, type World, when, words } from './world.ts'

const lanes: SaidOf<Lane, World> = {
  id: null,
  name: { name: 'nama', lines: words },
  kind: {
    name: 'siapa',
    lines: (kind) => [{ positions: 'jabatan', applicant: 'pemohon', public: 'masyarakat', system: 'sistem' }[kind]],
  },
  positions: { name: 'jabatan', lines: listed },
  aliases: { name: 'sebutan lain', lines: listed },
  calendarUnit: { name: 'kalender unit', lines: words },
}

const stepWords = {
  statement: { name: 'kalimat standar', lines: words },
  requirements: { name: 'kelengkapan', lines: (items: readonly string[]) => items },
  output: { name: 'output', lines: (items: readonly string[]) => items },
  remark: { name: 'keterangan', lines: words },
} as const

const activity = { name: 'kegiatan', lines: words } as const
const place = {
  id: null,
  kind: {
    name: 'jenis',
    lines: (kind: NodeKind) => [
      {
        start: 'permulaan',
        task: 'tugas',
        decision: 'keputusan otomatis',
        parallel: 'percabangan',
        join: 'penggabungan',
        wait: 'menunggu',
        event: 'peristiwa',
        call: 'standar lain',
        end: 'akhir',
      }[kind],
    ],
  },
  lane: { name: 'pelaksana', lines: (id: string, { lane }: World) => [lane(id)] },
  /** A note of the authors is printed nowhere. */
  note: null,
} as const
const pauses = { name: 'hitungan waktu', lines: (value: boolean) => when(value, 'berhenti selama langkah ini terbuka') } as const

type NodeWords = { readonly [Kind in NodeKind]: SaidOf<Extract<FlowNode, { kind: Kind }>, World> }

const nodes: NodeWords = {
  start: {
    ...place,
    by: {
      name: 'dimulai oleh',
      lines: (by) => [
        { applicant: 'pemohon', staff: 'petugas', complaint: 'pengadu', schedule: 'jadwal', call: 'standar lain' }[by],
      ],
    },
    every: { name: 'jadwal', lines: scheduleWords },
  },
  task: {
    ...place,
    ...stepWords,
    activity,
    assignment: { name: 'petugas', lines: assignmentWords },
    jointLanes: { name: 'dikerjakan bersama', lines: (ids, { lane }) => listed(ids.map(lane)) },
    quorum: { name: 'banyaknya yang mengerjakan', lines: (quorum) => (quorum.kind === 'any' ? [] : quorumWords(quorum)) },
    notPerformersOf: { name: 'bukan oleh pelaksana', lines: (ids, { step }) => listed(ids.map(step)) },
    form: { name: 'formulir', lines: (id, { form }) => [form(id)] },
    outcomes: { name: 'putusan', lines: (outcomes) => outcomes.map(outcomeWords) },
    disposition: {
      name: 'disposisi',
      lines: ({ lane: id, to, min, max }, { lane }) => [
        `kepada ${to === 'person' ? 'orang' : 'jabatan'} ${lane(id)}, ${min === max ? min : `${min} sampai ${max}`}`,
      ],
    },
    duration: { name: 'waktu', lines: timeWords },
    sharesTimeWith: { name: 'satu waktu dengan langkah', lines: (id, { step }) => [step(id)] },
    deadline: { name: 'tindakan jatuh tempo', lines: deadlineWords },
    pausesClock: pauses,
  },
  decision: {
    ...place,
    question: { name: 'pertanyaan', lines: words },
    statement: stepWords.statement,
    ordered: { name: 'urutan', lines: (value) => when(value, 'cabang pertama yang benar yang dijalani') },
    /** Test rows say nothing that a procedure does not do. */
    examples: null,
  },
  parallel: { ...place, name: { name: 'nama', lines: words } },
  join: { ...place, name: { name: 'nama', lines: words }, quorum: { name: 'yang ditunggu', lines: quorumWords } },
  wait: { ...place, ...stepWords, activity, until: { name: 'menunggu', lines: waitWords }, pausesClock: pauses },
  call: {
    ...place,
    ...stepWords,
    activity,
    standard: { name: 'standar yang dijalankan', lines: ({ slug, version }) => [`${slug} versi ${version}`] },
    passes: { name: 'data yang diteruskan', lines: (pairs, { field }) => pairs.map(({ from, to }) => `${field(from)} ke ${to}`) },
    returns: { name: 'data yang diterima', lines: (pairs, { field }) => pairs.map(({ from, to }) => `${from} ke ${field(to)}`) },
  },
  event: { ...place, ...stepWords, activity },
  end: {
    ...place,
    result: {
      name: 'hasil',
      lines: (result) => [{ completed: 'selesai', rejected: 'ditolak', cancelled: 'dihentikan' }[result]],
    },
    name: { name: 'nama', lines: words },
  },
}

const edges: SaidOf<Edge, World> = {
  id: null,
  from: null,
  to: { name: 'menuju', lines: (id, { step }) => [step(id)] },
  /** By its outcome an exit is known from version to version; see `exitFacts`. */
  outcome: null,
  when: { name: 'syarat', lines: inWords },
  otherwise: { name: 'syarat', lines: () => ['bila tidak ada yang lain'] },
  label: { name: 'sebutan', lines: words },
  statement: stepWords.statement,
}

/** What a flow says: its lanes, its steps in row order, and the ways out of each. */
export function flowFacts(world: World): Fact[] {
  const { flow } = world.definition
  const numbers = new Map(stepRows(world.definition).map(({ number, node }) => [node.id as string, number]))
  const places = new Map(flow.nodes.map((node, index) => [node.id as string, placeOf(node, index, numbers)]))
  return [
    ...flow.lanes.flatMap((lane, index) =>
      factsOf(
        lane,
        lanes,
        `lane/${lane.id}`,
        { key: `lane/${lane.id}`, name: `Pelaksana ${quoted(lane.name)}`, order: index },
        world,
      ),
    ),
    ...flow.nodes.flatMap((node) => [
      ...factsOf(node, nodes[node.kind] as SaidOf<FlowNode, World>, `node/${node.id}`, placeIn(places, node.id), world),
      ...exitFacts(node, placeIn(places, node.id), world),
    ]),
    orderFact(world),
  ]
}

/** The order of steps and lanes, which papers number and draw. */
function orderFact({ definition: { flow } }: World): Fact {
  const lanes = flow.lanes.map(({ id, name }) => ({ id: `lane ${id}`, name: quoted(name) }))
  const steps = flow.nodes.map((node) => ({ id: `node ${node.id}`, name: quoted(nameOf(node)) }))
  const order = [...lanes, ...steps]
  const place = { key: 'flow', name: 'Alur', order: 0 }
  return { key: 'flow/order', place, name: 'pelaksana dan langkah', lines: [], same: '', order }
}

function placeOf(node: FlowNode, index: number, numbers: ReadonlyMap<string, number>): Place {
  const number = numbers.get(node.id)
  const name = number === undefined ? nameOf(node) : `Langkah ${number}`
  return { key: `node/${node.id}`, name, order: 1000 + (number ?? 500 + index) }
}

const placeIn = (places: ReadonlyMap<string, Place>, id: string): Place => places.get(id) ?? { key: id, name: id, order: 0 }

/** What the ways out of a step say, each known by its outcome, or by its place among those that have none. */
function exitFacts(node: FlowNode, place: Place, world: World): Fact[] {
  const { flow } = world.definition
  const exits = exitsOf(node, flow.edges)
  return exits.flatMap((edge, index) => {
    const alike = exits.slice(0, index).filter(({ outcome }) => outcome === edge.outcome).length
    const facts = factsOf(edge, edges, `node/${node.id}/exit/${edge.outcome ?? ''}#${alike}`, place, world)
    const called = edge.label || outcomeName(node, edge)
    return facts.map((fact) => ({ ...fact, name: called ? `${fact.name} bila ${quoted(called)}` : `${fact.name} sesudahnya` }))
  })
}

function outcomeName(node: FlowNode, { outcome }: Edge): string {
  return (node.kind === 'task' && node.outcomes.find(({ id }) => id === outcome)?.label) || ''
}

function outcomeWords({ label, reason, kind }: Outcome): string {
  const kinds = { submit: 'serahkan', accept: 'terima', revise: 'perbaiki', reject: 'tolak', other: 'lainnya' }
  const asked = reason === 'required' || kind === 'revise' || kind === 'reject' ? ', dengan alasan' : ''
  return `${quoted(label)} (${kinds[kind]}${asked})`
}

function assignmentWords(assignment: TaskNode['assignment'], { step }: World): string[] {
  switch (assignment.kind) {
    case 'lane':
      return []
    case 'positions':
      return [`jabatan ${assignment.positions.join(', ')}`]
    case 'disposition':
      return [`yang ditunjuk dalam ${step(assignment.from)}`]
    case 'starter':
      return ['yang memulai']
    case 'performer':
      return [`pelaksana ${step(assignment.of)}`]
    case 'superior':
      return [`atasan langsung pelaksana ${assignment.of ? step(assignment.of) : 'yang memulai'}`]
  }
}

type Lead = { amount: number; unit: 'minute' | 'hour' | 'workingDay' | 'calendarDay' }
const leadUnits = { minute: 'menit', hour: 'jam', workingDay: 'hari kerja', calendarDay: 'hari' } as const

/** What a deadline does; for the whole procedure nothing comes afterwards. */
export function deadlineWords(
  {
    warn,
    escalate,
    afterwards,
  }: { warn?: Lead | undefined; escalate: boolean; afterwards?: NonNullable<TaskNode['deadline']>['afterwards'] },
  { step }: World,
): string[] {
  const then = afterwards ?? { kind: 'keep' as const }
  return [
    ...(warn ? [`diingatkan ${warn.amount} ${leadUnits[warn.unit]} sebelumnya`] : []),
    ...(escalate ? ['atasan langsung diberi tahu'] : ['atasan langsung tidak diberi tahu']),
    ...(then.kind === 'return' ? [`dikembalikan ke ${step(then.to)}`] : []),
    ...(then.kind === 'reassign' ? [`dialihkan kepada ${then.to === 'superior' ? 'atasan langsung' : then.to.join(', ')}`] : []),
  ]
}

function waitWords(until: Extract<FlowNode, { kind: 'wait' }>['until'], world: World): string[] {
  switch (until.kind) {
    case 'duration':
      return timeWords(until.duration, world)
    case 'moment':
      return [`sampai ${world.field(until.field)}`]
    case 'report': {
      const most = until.atMost ? `, paling lama ${timeWords(until.atMost, world).join('')}` : ''
      const form = until.form ? `, dengan formulir ${world.form(until.form)}` : ''
      return [`${quoted(until.event)}${most}${form}`]
    }
  }
}

type Schedule = NonNullable<Extract<FlowNode, { kind: 'start' }>['every']>

function scheduleWords({ every, month, day, time, onFreeDay }: Schedule): string[] {
  const periods = { week: 'minggu', month: 'bulan', quarter: 'triwulan', year: 'tahun' }
  const free = { keep: 'tetap', next: 'hari kerja berikutnya', previous: 'hari kerja sebelumnya', skip: 'dilewati' }
  const inMonth = month === undefined ? '' : ` bulan ke-${month}`
  const which = day === 'last' ? 'hari terakhir' : `hari ke-${day}`
  return [`setiap ${periods[every]}${inMonth}, ${which}, pukul ${time.replace(':', '.')}; bila libur: ${free[onFreeDay]}`]
}
