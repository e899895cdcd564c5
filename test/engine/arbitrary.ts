import fc from 'fast-check'
import type { EdgeId, OutcomeId } from '#engine/definition/ids.ts'
import type { Definition } from '#engine/definition/schema.ts'
import { exitsOf } from '#engine/instance/graph.ts'
import type { Actor, Command, Seat, TaskId } from '#engine/instance/messages.ts'
import type { InstanceState } from '#engine/instance/state.ts'
import {
  aDecision,
  aDefinition,
  aField,
  aForm,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  anEvent,
  anOutcome,
  aStart,
  aTask,
  type EdgeInput,
  type NodeInput,
} from '#test/builders/definition.ts'
import { anApplicant, anOfficial, aSeat, person, position } from './office.ts'

/** Positions `p3` is vacant, and `asha` sits on two chairs. */
export const seats: Seat[] = [
  aSeat('p1', 'asha'),
  aSeat('p2', 'asha', { kind: 'plt' }),
  aSeat('p2', 'budi'),
  aSeat('head', 'dewi'),
]

const lanes = [
  anApplicantLane(),
  aLane('officer', ['p1', 'p2']),
  aLane('head'),
  aLane('vacant', ['p3']),
  { ...aLane('public', []), kind: 'public' as const },
]
const outcomeKinds = ['submit', 'accept', 'revise', 'reject'] as const
const when = (field: string, op: string, value?: unknown) => ({
  kind: 'field',
  field,
  op,
  ...(value === undefined ? {} : { value }),
})
const condition = fc.constantFrom<unknown>(
  when('class', 'is', 'a'),
  when('class', 'is-not', 'a'),
  when('count', 'at-most', 5),
  when('title', 'filled'),
  { kind: 'group', combine: 'none', of: [when('class', 'is', 'b'), when('agreed', 'is', true)] },
  { kind: 'outcome', node: 'n1', is: 'accept' },
)

const form = fc
  .record({ hideTitle: fc.option(condition), hideCount: fc.option(condition), required: fc.boolean() })
  .map(({ hideTitle, hideCount, required }) =>
    aForm(
      'f',
      aField('choice', 'class', { required }),
      aField('yesNo', 'agreed'),
      aField('text', 'title', { maxLength: 5, ...(hideTitle ? { visibleWhen: hideTitle } : {}) }),
      aField('number', 'count', hideCount ? { visibleWhen: hideCount } : {}),
      aField('group', 'items', { max: 2 }),
    ),
  )

const anchor = fc.constantFrom(
  { kind: 'start' as const },
  { kind: 'entered' as const },
  { kind: 'completed' as const, node: 'n1' },
)
const duration = fc.record({
  amount: fc.integer({ min: 0, max: 40 }),
  unit: fc.constantFrom('minute', 'hour', 'workingDay', 'calendarDay', 'sameDay'),
  anchor,
})

const node = (index: number): fc.Arbitrary<NodeInput> => {
  const id = `n${index}`
  const task = fc
    .record({
      lane: fc.constantFrom('applicant', 'officer', 'officer', 'head', 'vacant', 'public'),
      outcomes: fc.uniqueArray(fc.constantFrom(...outcomeKinds), { minLength: 1, maxLength: 3 }),
      form: fc.boolean(),
      disposes: fc.boolean(),
      disposed: fc.option(fc.integer({ min: 0, max: 5 })),
      eyes: fc.boolean(),
      pausesClock: fc.boolean(),
      duration: fc.option(duration),
    })
    .map((t) =>
      aTask(id, {
        lane: t.lane,
        outcomes: t.outcomes.map((kind) => anOutcome(kind)),
        pausesClock: t.pausesClock,
        notPerformersOf: t.eyes ? ['n1'] : [],
        assignment:
          t.disposed === null
            ? { kind: 'lane' }
            : t.disposed === 5
              ? { kind: 'starter' }
              : { kind: 'disposition', from: `n${t.disposed}` },
        ...(t.form ? { form: 'f' } : {}),
        ...(t.disposes ? { disposition: { lane: 'officer', to: 'position' as const, max: 2 } } : {}),
        ...(t.duration ? { duration: t.duration as never } : {}),
      }),
    )
  return fc.oneof(
    { weight: 5, arbitrary: task },
    { weight: 2, arbitrary: fc.constant(aDecision(id)) },
    { weight: 1, arbitrary: fc.constant(anEvent(id)) },
  )
}

const size = 5
const target = fc.constantFrom(...Array.from({ length: size }, (_, i) => `n${i}`), 'end', 'refused', 'nowhere')

/** Exits as an author might leave them: mostly one for each outcome, sometimes none, two, or one that leads nowhere. */
const edgesFrom = (from: NodeInput): fc.Arbitrary<EdgeInput[]> => {
  const name = (edges: EdgeInput[]) => edges.map((edge, i) => ({ ...edge, id: `${from.id}-${i}` }))
  if (from.kind === 'task') {
    const exits = from.outcomes.map(({ id }) =>
      fc
        .array(target, { minLength: 0, maxLength: 2, size: 'medium' })
        .map((to) => (to.length === 2 ? to.slice(1) : to).map((t) => anEdge(from.id, t, { outcome: id }))),
    )
    return fc.tuple(...exits).map((lists) => name(lists.flat()))
  }
  if (from.kind === 'decision') {
    return fc
      .tuple(fc.array(fc.tuple(target, condition), { maxLength: 2 }), fc.option(target))
      .map(([exits, other]) =>
        name([
          ...exits.map(([to, rule]) => anEdge(from.id, to, { when: rule })),
          ...(other ? [anEdge(from.id, other, { otherwise: true })] : []),
        ]),
      )
  }
  return target.map((to) => name([anEdge(from.id, to)]))
}

/** Any drawing of all five kinds of node, sound or not; its first step is the applicant's. */
export const anyDefinition: fc.Arbitrary<Definition> = fc
  .tuple(
    fc.tuple(...Array.from({ length: size }, (_, i) => node(i))),
    form,
    fc.array(fc.record({ when: condition, duration }), { maxLength: 2 }),
    fc.constantFrom('applicant' as const, 'complaint' as const),
  )
  .chain(([nodes, oneForm, limits, by]) =>
    fc.tuple(...nodes.map(edgesFrom)).map((edges) =>
      aDefinition({
        lanes,
        nodes: [
          aStart({ by }),
          aTask('apply', { lane: 'applicant', form: 'f' }),
          ...nodes,
          anEnd(),
          anEnd('refused', { result: 'rejected' }),
        ],
        edges: [anEdge('start', 'apply'), anEdge('apply', 'n0'), ...edges.flat()],
        forms: [oneForm],
        limits: limits as never[],
      }),
    ),
  )

/** Raw input of people, programs and enemies. */
const raw: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record(
      {
        class: fc.constantFrom('a', 'b', 'c'),
        agreed: fc.boolean(),
        title: fc.constantFrom('satu', ' dua '),
        count: fc.integer({ min: -3, max: 9 }),
        items: fc.constant([{ item: 'x' }]),
      },
      { requiredKeys: ['class'] },
    ),
  },
  { weight: 1, arbitrary: fc.constant({}) },
  {
    weight: 2,
    arbitrary: fc.dictionary(
      fc.constantFrom('class', 'agreed', 'title', 'count', 'items', '__proto__', 'constructor', 'toString', 'x'),
      fc.anything({ maxDepth: 2 }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('{"__proto__":{"class":"a"}}', '{"class":"a","constructor":{"prototype":{}}}')
      .map((json) => JSON.parse(json)),
  },
)

export type AnyStep = {
  command: (state: InstanceState, definition: Definition) => Command
  actor: (state: InstanceState) => Actor
  minutes: number
}

const actors = ['applicant', 'asha', 'budi', 'dewi', 'stranger', 'system', 'fitting', 'fitting', 'fitting', 'fitting'] as const
const actorArbitrary = fc.constantFrom(...actors).map((name) => (state: InstanceState): Actor => {
  if (name === 'system') return { kind: 'system' }
  if (name === 'applicant') return anApplicant
  if (name !== 'fitting') return anOfficial(name, seats)
  const task = state.open[0]
  if (state.status === 'new' || task?.candidates.some(({ kind }) => kind === 'applicant')) return anApplicant
  const holder = seats.find((seat) =>
    task?.candidates.some((one) =>
      'positionId' in one ? one.positionId === seat.positionId : 'personId' in one && one.personId === seat.personId,
    ),
  )
  return anOfficial(task?.claimedBy ?? holder?.personId ?? 'asha', seats)
})

/** One act of an unruly world: mostly what could be done now, often what could not. */
export const anyStep: fc.Arbitrary<AnyStep> = fc
  .record({
    type: fc.constantFrom(
      'Start',
      'Complete',
      'Complete',
      'Complete',
      'Complete',
      'Complete',
      'Claim',
      'Release',
      'Delegate',
      'Cancel',
      'Resolve',
      'Resolve',
      'Resolve',
      'Again',
      'Again',
    ),
    pick: fc.nat(5),
    raw,
    clean: fc.boolean(),
    reason: fc.constantFrom('', 'alasan', undefined),
    actor: actorArbitrary,
    minutes: fc.integer({ min: 0, max: 5000 }),
  })
  .map(({ type, pick, raw: data, clean, reason, actor, minutes }) => ({
    actor,
    minutes,
    command: (state, definition): Command => {
      const open = state.open[0]
      const taskId = (
        type === 'Again' ? (state.closedTasks[pick % Math.max(1, state.closedTasks.length)] ?? 'none') : (open?.taskId ?? 'none')
      ) as TaskId
      const step = definition.flow.nodes.find(({ id }) => id === (open?.node ?? 'apply'))
      const outcomes = step?.kind === 'task' ? step.outcomes : []
      const outcome = (outcomes[pick % Math.max(1, outcomes.length)]?.id ?? 'submit') as OutcomeId
      const sendsBack = outcome === 'revise' || outcome === 'reject'
      const submission = {
        outcome,
        data: clean && step?.kind === 'task' && !step.form ? {} : data,
        ...(clean ? { reason: 'alasan' } : reason === undefined ? {} : { reason }),
        ...(step?.kind === 'task' && step.disposition && !sendsBack
          ? {
              disposition: {
                assignees: [{ positionId: position(pick % 2 ? 'p1' : 'p2'), personId: pick > 3 ? person('asha') : null }],
                instruction: 'kerjakan',
              },
            }
          : {}),
      }
      switch (type) {
        case 'Start':
          return { type, submission }
        case 'Claim':
        case 'Release':
          return { type, taskId }
        case 'Delegate':
          return { type, taskId, to: person(pick % 2 ? 'dewi' : 'nobody'), reason: reason ?? 'cuti' }
        case 'Cancel':
          return { type, reason: pick === 0 ? 'batal' : '' }
        case 'Resolve': {
          const incident = state.incidents[0]
          const exits = incident ? exitsOf(definition, incident.node) : []
          return {
            type: 'ResolveIncident',
            edgeId: exits[pick % Math.max(1, exits.length)]?.id ?? ('none' as EdgeId),
            reason: 'dilanjutkan',
          }
        }
        default:
          return { type: 'Complete', taskId, submission: state.status === 'new' ? { ...submission, data } : submission }
      }
    },
  }))
