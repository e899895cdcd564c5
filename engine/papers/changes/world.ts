import { printDuration } from '../../calendar/index.ts'
import { describeCondition } from '../../condition/index.ts'
import type { Condition } from '../../definition/condition.ts'
import type { Duration } from '../../definition/duration.ts'
import type { Quorum } from '../../definition/flow.ts'
import type { Definition } from '../../definition/schema.ts'
import { fieldsOf } from '../../form/fields-of.ts'
import { activityOf } from '../procedure.ts'

/** The names by which one version calls its own parts. */
export type World = {
  definition: Definition
  step: (id: string) => string
  lane: (id: string) => string
  field: (id: string) => string
  form: (id: string) => string
}

export function worldOf(definition: Definition): World {
  const { flow, forms } = definition
  const fields = fieldsOf(definition)
  const nodes = new Map(flow.nodes.map((node) => [node.id as string, node]))
  return {
    definition,
    step: (id) => {
      const node = nodes.get(id)
      return node ? quoted(nameOf(node)) : id
    },
    lane: (id) => flow.lanes.find((lane) => lane.id === id)?.name ?? id,
    field: (id) => quoted(fields.get(id as never)?.label ?? id),
    form: (id) => quoted(forms.find((form) => form.id === id)?.title || id),
  }
}

const ends = { completed: 'selesai', rejected: 'ditolak', cancelled: 'dihentikan' } as const

/** What a part of the flow is called, whether it makes a row of its own or not. */
export function nameOf(node: Definition['flow']['nodes'][number]): string {
  switch (node.kind) {
    case 'start':
      return 'Permulaan'
    case 'end':
      return node.name || `Akhir: ${ends[node.result]}`
    case 'parallel':
      return node.name || 'Percabangan'
    case 'join':
      return node.name || 'Penggabungan'
    default:
      return activityOf(node)
  }
}

export const quoted = (words: string): string => `“${words}”`

/** A word as it stands, nothing where it is empty. */
export const words = (text: string): string[] => (text === '' ? [] : [text])
export const listed = (texts: readonly string[]): string[] => (texts.length === 0 ? [] : [texts.join(', ')])
export const when = (holds: boolean, said: string): string[] => (holds ? [said] : [])

export const inWords = (condition: Condition, { definition }: World): string[] => [describeCondition(condition, definition, 'id')]

export function quorumWords(quorum: Quorum): string[] {
  switch (quorum.kind) {
    case 'any':
      return ['cukup salah satu']
    case 'all':
      return ['semua']
    case 'atLeast':
      return [`sedikitnya ${quorum.n}`]
  }
}

/** A time limit with what it counts from, which papers leave out. */
export function timeWords(duration: Duration, { step, field }: World): string[] {
  const { anchor, clock, unit } = duration
  const from = {
    start: () => 'sejak permohonan terdaftar',
    entered: () => '',
    completed: () => `sejak ${anchor.kind === 'completed' ? step(anchor.node) : ''} selesai`,
    field: () => `sejak ${anchor.kind === 'field' ? field(anchor.field) : ''}`,
  }[anchor.kind]()
  const around = clock === 'calendar' && (unit === 'minute' || unit === 'hour') ? 'siang malam' : ''
  return [[printDuration(duration, 'id'), around, from].filter((part) => part !== '').join(' ')]
}
