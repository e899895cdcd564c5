import fc from 'fast-check'
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
} from '#test/builders/definition.ts'

/** A piece of a flow with one way in and one way out. */
type Piece =
  | {
      kind: 'task'
      lane: string
      revise: boolean
      reject: boolean
      joint: 'no' | 'any' | 'all' | 'two'
      due: Due | null
      eyes: boolean
      who: Who
    }
  | { kind: 'wait'; until: 'report' | 'lapse' | 'duration' | 'worked' | 'moment'; pauses: boolean }
  | { kind: 'call'; byResult: boolean }
  | { kind: 'event' }
  | { kind: 'choice'; ordered: boolean; first: Piece; second: Piece }
  | { kind: 'sides'; quorum: 'any' | 'all' | 'two'; loose: boolean; branches: readonly Piece[] }
  | { kind: 'row'; pieces: readonly Piece[] }
type Due = {
  unit: 'hour' | 'workingDay' | 'calendarDay'
  amount: number
  from: 'entered' | 'day' | 'apply'
  then: 'keep' | 'return' | 'superior'
  warn: boolean
}
type Who = 'lane' | 'starter' | 'performer' | 'superior'

const due: fc.Arbitrary<Due> = fc.record({
  unit: fc.constantFrom('hour', 'workingDay', 'calendarDay'),
  amount: fc.integer({ min: 1, max: 5 }),
  from: fc.constantFrom('entered', 'entered', 'entered', 'day', 'apply'),
  then: fc.constantFrom('keep', 'keep', 'return', 'superior'),
  warn: fc.boolean(),
})
const task = fc.record({
  kind: fc.constant('task' as const),
  lane: fc.constantFrom('officer', 'officer', 'officer', 'head', 'applicant', 'vacant'),
  revise: fc.boolean(),
  reject: fc.boolean(),
  joint: fc.constantFrom('no', 'no', 'any', 'all', 'two'),
  due: fc.option(due),
  eyes: fc.boolean(),
  who: fc.constantFrom('lane', 'lane', 'lane', 'starter', 'performer', 'superior'),
})
const { piece } = fc.letrec<{ piece: Piece; row: Piece }>((tie) => ({
  row: fc.array(tie('piece'), { minLength: 1, maxLength: 2 }).map((pieces) => ({ kind: 'row', pieces })),
  piece: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 5, arbitrary: task },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('wait' as const),
        until: fc.constantFrom('report', 'lapse', 'duration', 'worked', 'moment', 'moment'),
        pauses: fc.boolean(),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('call' as const), byResult: fc.boolean() }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'event' as const }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('choice' as const),
        ordered: fc.boolean(),
        first: tie('row'),
        second: tie('row'),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('sides' as const),
        quorum: fc.constantFrom('any', 'all', 'two'),
        loose: fc.constantFrom(false, false, true),
        branches: fc.array(tie('row'), { minLength: 2, maxLength: 3 }),
      }),
    },
  ),
}))

const isA = (field: string, value: unknown) => ({ kind: 'field', field, op: 'is', value })

class Drawing {
  nodes: NodeInput[] = []
  edges: EdgeInput[] = []
  #count = 0
  #last: string | null = null

  /** Draws a piece behind an exit; answers the exits that leave it. */
  draw(part: Piece, from: EdgeInput[]): EdgeInput[] {
    if (part.kind === 'row') return part.pieces.reduce((exits, one) => this.draw(one, exits), from)
    this.#count += 1
    const id = `${part.kind[0]}${this.#count}`
    switch (part.kind) {
      case 'task':
        return this.#task(id, part, from)
      case 'wait':
        this.#put(waitNode(id, part), from)
        return [
          ...(part.until === 'lapse' ? [anEdge(id, '', { outcome: 'lapsed', id: `${id}-l` })] : []),
          anEdge(id, '', { id: `${id}-o` }),
        ]
      case 'call':
        this.#put(aCall(id, { passes: [{ from: 'class', to: 'class' }], returns: [{ from: 'class', to: 'class' }] }), from)
        return [
          anEdge(id, '', { id: `${id}-o` }),
          ...(part.byResult ? [anEdge(id, '', { outcome: 'rejected', id: `${id}-r` })] : []),
        ]
      case 'event':
        this.#put(anEvent(id), from)
        return [anEdge(id, '', { id: `${id}-o` })]
      case 'choice': {
        this.#put(aDecision(id, { ordered: part.ordered }), from)
        const first = this.draw(part.first, [anEdge(id, '', { id: `${id}-a`, when: isA('class', 'a') as never })])
        const second = this.draw(part.second, [anEdge(id, '', { id: `${id}-b`, otherwise: true })])
        return [...first, ...second]
      }
      case 'sides':
        return this.#sides(id, part, from)
    }
  }

  #sides(id: string, { quorum, loose, branches }: Extract<Piece, { kind: 'sides' }>, from: EdgeInput[]): EdgeInput[] {
    this.#put(aParallel(id), from)
    const exits = branches.flatMap((branch, i) => this.draw(branch, [anEdge(id, '', { id: `${id}-${i}` })]))
    const join = `${id}j`
    // A branch that ends by itself leaves the others waiting for it, where all are asked for.
    if (loose) this.edges.push(...exits.splice(0, 1).map((edge) => ({ ...edge, to: 'end' })))
    this.#put(
      aJoin(join, { quorum: loose ? { kind: 'all' } : quorum === 'two' ? { kind: 'atLeast', n: 2 } : { kind: quorum } }),
      exits,
    )
    return [anEdge(join, '', { id: `${join}-o` })]
  }

  #task(id: string, part: Extract<Piece, { kind: 'task' }>, from: EdgeInput[]): EdgeInput[] {
    const earlier = this.#last
    const kinds = ['accept' as const, ...(part.revise ? ['revise' as const] : []), ...(part.reject ? ['reject' as const] : [])]
    const lanes = part.lane === 'officer' ? ['head'] : ['officer']
    const joint =
      part.joint === 'no'
        ? {}
        : { jointLanes: lanes, quorum: part.joint === 'two' ? { kind: 'atLeast' as const, n: 2 } : { kind: part.joint } }
    const who = part.who === 'performer' ? { kind: part.who, of: 'apply' } : part.who === 'lane' ? undefined : { kind: part.who }
    const then = part.due?.then
    const node = aTask(id, {
      lane: part.lane,
      form: 'f',
      outcomes: kinds.map((kind) => anOutcome(kind)),
      pausesClock: part.lane === 'applicant',
      ...joint,
      ...(who ? { assignment: who } : {}),
      ...(part.eyes && earlier ? { notPerformersOf: [earlier] } : {}),
      ...(part.due
        ? {
            duration: { amount: part.due.amount, unit: part.due.unit, anchor: anchors[part.due.from] },
            deadline: {
              ...(part.due.warn ? { warn: { amount: 1, unit: 'hour' as const } } : {}),
              afterwards:
                then === 'return' && earlier
                  ? { kind: 'return' as const, to: earlier }
                  : then === 'superior'
                    ? { kind: 'reassign' as const, to: 'superior' as const }
                    : { kind: 'keep' as const },
            },
          }
        : {}),
    })
    this.#put(node, from)
    if (part.revise) this.edges.push(anEdge(id, id, { id: `${id}-v`, outcome: 'revise' }))
    if (part.reject) this.edges.push(anEdge(id, 'refused', { id: `${id}-x`, outcome: 'reject' }))
    this.#last = id
    return [anEdge(id, '', { id: `${id}-o`, outcome: 'accept' })]
  }

  #put(node: NodeInput, from: EdgeInput[]): void {
    this.nodes.push(node)
    this.edges.push(...from.map((edge) => ({ ...edge, to: node.id })))
  }
}

const anchors = {
  entered: { kind: 'entered' },
  day: { kind: 'field', field: 'day' },
  apply: { kind: 'completed', node: 'apply' },
} as const

function waitNode(id: string, { until, pauses: pausesClock }: Extract<Piece, { kind: 'wait' }>): NodeInput {
  const hours = { amount: 2, unit: 'hour' as const, clock: 'calendar' as const }
  if (until === 'duration') return aWait(id, { pausesClock, until: { kind: 'duration', duration: hours } })
  const worked = { amount: 9, unit: 'hour' as const }
  if (until === 'worked') return aWait(id, { pausesClock, until: { kind: 'duration', duration: worked } })
  if (until === 'moment') return aWait(id, { pausesClock, until: { kind: 'moment', field: 'day' } })
  return aWait(id, { pausesClock, until: { kind: 'report', event: id, ...(until === 'lapse' ? { atMost: worked } : {}) } })
}

const lanes = [
  anApplicantLane(),
  aLane('officer', ['p1', 'p2']),
  aLane('head', ['head']),
  aLane('vacant', ['p3']),
  { ...aLane('system', []), kind: 'system' as const },
]

/** An edge or two led elsewhere, as a tired author does. */
const slips = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 2 })

/** Any flow of all kinds of node, mostly sound; now and then an edge leads where it should not. */
export const anyFlow: fc.Arbitrary<Definition> = fc
  .tuple(
    fc.array(piece, { minLength: 1, maxLength: 3 }),
    fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 2, arbitrary: slips }),
  )
  .map(([pieces, wrong]) => {
    const drawing = new Drawing()
    const exits = drawing.draw({ kind: 'row', pieces }, [anEdge('apply', '')])
    const edges = [...drawing.edges, ...exits.map((edge) => ({ ...edge, to: 'end' }))]
    const ids = [...drawing.nodes.map(({ id }) => id), 'end', 'end']
    for (const [which, where] of wrong) {
      const edge = edges[which % edges.length]
      const to = ids[where % ids.length]
      if (edge && to) edge.to = to
    }
    return aDefinition({
      lanes,
      nodes: [
        aStart(),
        aStart({ id: 'clock', lane: 'system', by: 'schedule', every: { every: 'month', day: 1, time: '08:00' } }),
        aStart({ id: 'called', lane: 'system', by: 'call' }),
        aTask('apply', { lane: 'applicant', form: 'f' }),
        ...drawing.nodes,
        anEnd(),
        anEnd('refused', { result: 'rejected' }),
      ],
      edges: [
        anEdge('start', 'apply'),
        anEdge('clock', 'apply', { id: 'clock-o' }),
        anEdge('called', 'apply', { id: 'called-o' }),
        ...edges,
      ],
      forms: [
        aForm(
          'f',
          aField('choice', 'class'),
          aField('date', 'day'),
          aField('text', 'secret', { visibleWhen: isA('class', 'b') as never }),
        ),
      ],
      limits: [{ duration: { amount: 3, unit: 'workingDay', anchor: { kind: 'start' } } }],
    })
  })
