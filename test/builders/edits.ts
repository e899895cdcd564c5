import fc from 'fast-check'
import {
  aCall,
  aDecision,
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
  aReview,
  aStart,
  aTask,
  aWait,
} from './definition.ts'
import { aScenario, does, starts } from './scenario.ts'

const of = <T extends string>(...ids: T[]) => fc.constantFrom(...ids)
const node = of('n1', 'n2', 'n3', 'n4')
const edge = of('e1', 'e2', 'e3', 'e4', 'e5')
const lane = of('l1', 'l2', 'l3')
const form = of('f1', 'f2')
const field = of('x', 'y', 'z')
const outcome = of('submit', 'accept', 'revise', 'other', 'lapsed', 'rejected')
const index = fc.integer({ min: -1, max: 5 })
const text = fc.string({ maxLength: 5 })
const point = fc.record({ x: fc.double({ noNaN: true }), y: fc.integer() })

const nodes = fc
  .tuple(
    fc.constantFrom(
      'start',
      'task',
      'review',
      'back',
      'decision',
      'parallel',
      'join',
      'report',
      'moment',
      'call',
      'event',
      'end',
    ),
    node,
    lane,
  )
  .map(([kind, id, where]) => {
    const over = { lane: where }
    switch (kind) {
      case 'start':
        return aStart({ ...over, id })
      case 'task':
        return aTask(id, { ...over, form: 'f1' })
      case 'review':
        return aReview(id, ['accept', 'revise'], {
          ...over,
          notPerformersOf: ['n1'],
          assignment: { kind: 'disposition', from: 'n2' },
        })
      case 'back':
        return aTask(id, {
          ...over,
          jointLanes: ['l2'],
          assignment: { kind: 'superior', of: 'n1' },
          duration: { amount: 2, unit: 'hour', anchor: { kind: 'completed', node: 'n2' } },
          deadline: { warn: { amount: 1, unit: 'hour' }, afterwards: { kind: 'return', to: 'n1' } },
        })
      case 'parallel':
        return aParallel(id, over)
      case 'join':
        return aJoin(id, { ...over, quorum: { kind: 'atLeast', n: 2 } })
      case 'report':
        return aWait(id, {
          ...over,
          until: { kind: 'report', event: 'Kabar', form: 'f1', atMost: { amount: 1, unit: 'week' } },
        })
      case 'moment':
        return aWait(id, { ...over, until: { kind: 'moment', field: 'x' } })
      case 'call':
        return aCall(id, { ...over, passes: [{ from: 'x', to: 'there' }], returns: [{ from: 'there', to: 'y' }] })
      case 'decision':
        return aDecision(id, over)
      case 'event':
        return anEvent(id, over)
      default:
        return anEnd(id, over)
    }
  })
const leaf = fc.oneof(
  field.map((id) => ({ kind: 'field', field: id, op: 'filled' })),
  fc.tuple(node, outcome).map(([id, is]) => ({ kind: 'outcome', node: id, is })),
)
const condition = fc.oneof(
  leaf,
  fc.array(leaf, { minLength: 1, maxLength: 3 }).map((parts) => ({ kind: 'group', combine: 'any', of: parts })),
)
const fields = fc
  .tuple(of('text', 'date', 'choice', 'group'), field, fc.option(condition, { nil: undefined }))
  .map(([kind, id, visibleWhen]) => aField(kind, id, { visibleWhen } as never))

const place = fc.oneof(
  fc.record({ onEdge: edge, through: edge }),
  fc.record({ after: node, edge, through: edge }),
  fc.constant(undefined),
)
/** Any edit of a small draft, of those that are refused too. */
export const anyEdits: fc.Arbitrary<unknown> = fc.oneof(
  fc.record({ type: fc.constant('AddNode'), node: nodes, place, at: fc.option(point, { nil: undefined }) }),
  fc.record({ type: fc.constant('AddNode'), node: nodes }),
  fc.record({ type: fc.constant('RemoveNode'), node }),
  fc.record({
    type: fc.constant('UpdateNode'),
    node,
    patch: fc.record(
      {
        activity: text,
        lane,
        outcomes: fc.subarray(['submit', 'accept', 'other'] as const).map((kinds) => kinds.map((kind) => anOutcome(kind))),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({ type: fc.constant('RenameOutcome'), node, outcome, to: outcome }),
  fc.record({ type: fc.constant('MoveNode'), node, to: point }),
  fc
    .tuple(edge, node, node, fc.option(outcome, { nil: undefined }))
    .map(([id, from, to, named]) => ({ type: 'Connect', edge: anEdge(from, to, { id, outcome: named as never }) })),
  fc.record({ type: fc.constant('Reconnect'), edge, from: node, to: node }, { requiredKeys: ['type', 'edge'] }),
  fc.record({
    type: fc.constant('UpdateEdge'),
    edge,
    patch: fc.record({ when: condition, otherwise: fc.constant(true), label: text }, { requiredKeys: [] }),
  }),
  fc.record({ type: fc.constant('RemoveEdge'), edge }),
  fc.tuple(lane, index).map(([id, at]) => ({ type: 'AddLane', lane: id === 'l1' ? anApplicantLane(id) : aLane(id), index: at })),
  fc.record({ type: fc.constant('MoveLane'), lane, index }),
  fc.record({ type: fc.constant('RemoveLane'), lane }),
  fc.tuple(form, node).map(([id, task]) => ({ type: 'AddForm', form: aForm(id), task })),
  fc.record({ type: fc.constant('RemoveForm'), form }),
  fc.record({ type: fc.constant('AddField'), form, field: fields, index }),
  fc.record({ type: fc.constant('UpdateField'), form, field, to: fields }),
  fc.record({ type: fc.constant('MoveField'), form, field, index }),
  fc.record({
    type: fc.constant('MoveField'),
    ...{ form, field, index, group: fc.option(field, { nil: undefined }), into: fc.option(field) },
  }),
  fc.record({ type: fc.constant('RemoveField'), form, field }),
  fc
    .tuple(of('s1', 's2'), node, outcome, field)
    .map(([id, at, named, asked]) => ({ type: 'AddScenario', scenario: aWalk(id, at, named, asked) })),
  fc.record({ type: fc.constant('UpdateScenario'), scenario: of('s1', 's2'), patch: fc.record({ name: text }) }),
  fc.record({ type: fc.constant('RemoveScenario'), scenario: of('s1', 's2') }),
  fc.record({ type: fc.constant('SetIdentity'), patch: fc.record({ title: text, unit: text }) }),
)

const aWalk = (id: string, at: string, named: string, asked: string) =>
  aScenario([starts(at, { answers: { [asked]: 'x' } }), does(at, named)], { steps: [at as never], end: at as never }, { id })

/** Enough to make most edits find what they name. */
export const groundEdits: readonly unknown[] = [
  { type: 'AddLane', lane: anApplicantLane('l1') },
  { type: 'AddLane', lane: aLane('l2') },
  { type: 'AddForm', form: aForm('f1') },
  { type: 'AddNode', node: aTask('n1', { lane: 'l2' }) },
  {
    type: 'AddNode',
    node: aReview('n2', ['accept', 'revise'], { lane: 'l2' }),
    place: { after: 'n1', edge: 'e1', through: 'e2' },
  },
]
