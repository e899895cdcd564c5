import type { z } from 'zod'
import { anEdge } from '#app/public/rule-help/examples/change.ts'
import type { Definition } from '#engine/definition/schema.ts'
import { currentSchemaVersion, Definition as DefinitionSchema } from '#engine/definition/schema.ts'

export type DefinitionInput = z.input<typeof DefinitionSchema>
export type NodeInput = DefinitionInput['flow']['nodes'][number]
export type TaskInput = Extract<NodeInput, { kind: 'task' }>
export type LaneInput = DefinitionInput['flow']['lanes'][number]
export type EdgeInput = DefinitionInput['flow']['edges'][number]
export type FormInput = DefinitionInput['forms'][number]
export type FieldInput = FormInput['fields'][number]
export type OutcomeInput = TaskInput['outcomes'][number]

type Parts = {
  title?: string
  kind?: 'service' | 'sop'
  lanes?: LaneInput[]
  nodes?: NodeInput[]
  edges?: EdgeInput[]
  forms?: FormInput[]
  /** Limits of the whole procedure (component 3). */
  limits?: unknown[]
  components?: Record<string, unknown>
} & Partial<Record<'identity' | 'layout' | 'labels' | 'sop' | 'decree' | 'notes', unknown>>

/** The 14 components with nothing in them. */
const emptyComponents = () => ({
  requirements: {},
  procedure: {},
  serviceTime: {},
  fee: { kind: 'unset' },
  products: {},
  complaints: {},
  legalBasis: {},
  facilities: {},
  competence: {},
  supervision: {},
  staffing: {},
  serviceGuarantee: {},
  safetyGuarantee: {},
  evaluation: {},
})

/**
 * A small whole procedure: an applicant asks, an officer processes, it ends. Give `lanes`, `nodes`, `edges`, `forms`
 * to replace those parts. What comes out went through the schema.
 */
export function aDefinition(parts: Parts = {}): Definition {
  const { title = 'Standar contoh', kind = 'service', lanes, nodes, edges, forms, limits, components, ...rest } = parts
  return DefinitionSchema.parse({
    schemaVersion: currentSchemaVersion,
    identity: { title, kind },
    flow: {
      lanes: lanes ?? [anApplicantLane(), aLane('officer', ['officer'])],
      nodes: nodes ?? [
        aStart({ lane: 'applicant' }),
        aTask('apply', { lane: 'applicant' }),
        aTask('process', { lane: 'officer' }),
        anEnd(),
      ],
      edges: edges ?? [anEdge('start', 'apply'), anEdge('apply', 'process'), anEdge('process', 'end')],
    },
    forms: forms ?? [],
    ...rest,
    components: { ...emptyComponents(), ...(limits ? { serviceTime: { limits } } : {}), ...components },
  })
}

/** A lane of positions; its one position has the lane's id unless others are named. */
export const aLane = (id: string, positions: string[] = [id], over: Partial<LaneInput> = {}): LaneInput => ({
  id,
  name: id,
  kind: 'positions',
  positions,
  ...over,
})

export const anApplicantLane = (id = 'applicant'): LaneInput => ({ id, name: 'Pemohon', kind: 'applicant' })

export const aStart = (over: Partial<Extract<NodeInput, { kind: 'start' }>> = {}): NodeInput => ({
  kind: 'start',
  id: 'start',
  lane: 'applicant',
  by: 'applicant',
  ...over,
})

/** A step that is done by submitting it; give `outcomes` for a step that decides. */
export const aTask = (id: string, over: Partial<Extract<NodeInput, { kind: 'task' }>> = {}): NodeInput => ({
  kind: 'task',
  id,
  lane: 'officer',
  activity: `Mengerjakan ${id}`,
  outcomes: [anOutcome('submit')],
  ...over,
})

/** A step whose performer accepts, asks for a revision or rejects, as far as named. */
export const aReview = (
  id: string,
  kinds: OutcomeInput['kind'][] = ['accept', 'revise', 'reject'],
  over: Partial<Extract<NodeInput, { kind: 'task' }>> = {},
): NodeInput => aTask(id, { outcomes: kinds.map((kind) => anOutcome(kind)), ...over })

export const aDecision = (id: string, over: Partial<Extract<NodeInput, { kind: 'decision' }>> = {}): NodeInput => ({
  kind: 'decision',
  id,
  lane: 'officer',
  question: `${id}?`,
  ...over,
})

export const anEvent = (id: string, over: Partial<Extract<NodeInput, { kind: 'event' }>> = {}): NodeInput => ({
  kind: 'event',
  id,
  lane: 'officer',
  activity: `Menerima ${id}`,
  ...over,
})

export const aParallel = (id: string, over: Partial<Extract<NodeInput, { kind: 'parallel' }>> = {}): NodeInput => ({
  kind: 'parallel',
  id,
  lane: 'officer',
  ...over,
})

/** Waits for every branch unless another `quorum` is given. */
export const aJoin = (id: string, over: Partial<Extract<NodeInput, { kind: 'join' }>> = {}): NodeInput => ({
  kind: 'join',
  id,
  lane: 'officer',
  ...over,
})

/** Waits for an event that somebody reports, unless `until` says otherwise. */
export const aWait = (id: string, over: Partial<Extract<NodeInput, { kind: 'wait' }>> = {}): NodeInput => ({
  kind: 'wait',
  id,
  lane: 'officer',
  activity: `Menunggu ${id}`,
  until: { kind: 'report', event: `${id} diterima` },
  ...over,
})

/** Runs version 1 of the standard `another`. */
export const aCall = (id: string, over: Partial<Extract<NodeInput, { kind: 'call' }>> = {}): NodeInput => ({
  kind: 'call',
  id,
  lane: 'officer',
  activity: `Menjalankan ${id}`,
  standard: { slug: 'another', version: 1 },
  ...over,
})

export const anEnd = (id = 'end', over: Partial<Extract<NodeInput, { kind: 'end' }>> = {}): NodeInput => ({
  kind: 'end',
  id,
  lane: 'officer',
  result: 'completed',
  ...over,
})

export const anOutcome = (kind: OutcomeInput['kind'], over: Partial<OutcomeInput> = {}): OutcomeInput => ({
  id: kind,
  kind,
  label: kind,
  ...over,
})

export { anEdge }

export const aForm = (id: string, ...fields: FieldInput[]): FormInput => ({ id, fields })

type FieldOf<K extends FieldInput['kind']> = Extract<FieldInput, { kind: K }>

/** A field of a kind; choice kinds get the options `a`, `b`, `c`, and a group one text field, unless given. */
export function aField<K extends FieldInput['kind']>(kind: K, id: string, over: Partial<FieldOf<K>> = {}): FieldInput {
  const needed =
    kind === 'choice' || kind === 'choices'
      ? { options: ['a', 'b', 'c'].map((option) => ({ id: option, label: option.toUpperCase() })) }
      : kind === 'group'
        ? { fields: [{ kind: 'text', id: 'item', label: 'item' }] }
        : {}
  return { kind, id, label: id, ...needed, ...over } as FieldInput
}
