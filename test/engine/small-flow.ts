import fc from 'fast-check'
import type { Definition } from '#engine/definition/schema.ts'
import {
  aCall,
  aDecision,
  aDefinition,
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

const kinds = ['submit', 'accept', 'revise'] as const
const quorum = fc.constantFrom<NonNullable<Extract<NodeInput, { kind: 'join' }>['quorum']>>(
  { kind: 'all' as const },
  { kind: 'all' as const },
  { kind: 'any' as const },
  { kind: 'atLeast' as const, n: 2 },
  { kind: 'atLeast' as const, n: 1 },
  { kind: 'atLeast' as const, n: 3 },
)
const until = fc.constantFrom<Extract<NodeInput, { kind: 'wait' }>['until']>(
  { kind: 'report', event: 'surat datang' },
  { kind: 'report', event: 'surat datang', atMost: { amount: 3, unit: 'workingDay' } },
  { kind: 'moment', field: 'day' },
  { kind: 'duration', duration: { amount: 1, unit: 'calendarDay' } },
  { kind: 'duration', duration: { amount: 1, unit: 'calendarDay', anchor: { kind: 'start' } } },
)
const when = { kind: 'field', field: 'x', op: 'filled' }

/** What a drawing consists of; a hole is filled by another piece, a sequence goes on to what follows. */
type Piece =
  | { kind: 'task'; outcomes: number; side: number[] }
  | { kind: 'decision'; side: number[] }
  | { kind: 'wait'; until: Extract<NodeInput, { kind: 'wait' }>['until']; side: number[] }
  | { kind: 'call'; side: number[] }
  | { kind: 'event' }
  | { kind: 'parallel'; branches: Piece[][]; join: Extract<NodeInput, { kind: 'join' }>['quorum'] | null }

const side = fc.array(fc.nat(30), { minLength: 2, maxLength: 2, size: 'max' })
const simple: fc.Arbitrary<Piece> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('task' as const), outcomes: fc.constantFrom(1, 1, 2, 3), side }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('decision' as const), side }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), until, side }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('call' as const), side }) },
  { weight: 1, arbitrary: fc.constant<Piece>({ kind: 'event' }) },
)
const branching = (depth: number): fc.Arbitrary<Piece> =>
  fc.record<Extract<Piece, { kind: 'parallel' }>>({
    kind: fc.constant('parallel' as const),
    branches: fc.array(fc.array(piece(depth - 1), { maxLength: 2, size: 'max' }), { minLength: 2, maxLength: 3, size: 'max' }),
    join: fc.option(quorum, { freq: 8 }),
  })
function piece(depth: number): fc.Arbitrary<Piece> {
  if (depth === 0) return simple
  return fc.oneof({ weight: 3, arbitrary: simple }, { weight: 2, arbitrary: branching(depth) })
}

/** How a drawing that made sense is spoilt: the end of one edge is moved, an edge is lost or doubled. */
type Slip = { kind: 'turn' | 'lose' | 'double'; edge: number; to: number }
const slip: fc.Arbitrary<Slip> = fc.record({
  kind: fc.constantFrom('turn', 'turn', 'turn', 'lose', 'double'),
  edge: fc.nat(40),
  to: fc.nat(40),
})

type Drawing = { nodes: NodeInput[]; edges: EdgeInput[] }

class Pencil {
  readonly drawing: Drawing = { nodes: [], edges: [] }
  #sides: { from: string; over: Partial<EdgeInput>; to: number }[] = []

  add(node: NodeInput): string {
    this.drawing.nodes.push(node)
    return node.id
  }

  edge(from: string, to: string, over: Partial<EdgeInput> = {}): void {
    this.drawing.edges.push(anEdge(from, to, { ...over, id: `e${this.drawing.edges.length}` }))
  }

  /** Draws what leads to `next`; answers where it begins. */
  sequence(pieces: readonly Piece[], next: string): string {
    return pieces.reduceRight((to, one) => this.#piece(one, to), next)
  }

  #piece(one: Piece, next: string): string {
    const id = `n${this.drawing.nodes.length}`
    switch (one.kind) {
      case 'task': {
        const outcomes = kinds.slice(0, one.outcomes)
        this.add(aTask(id, { outcomes: outcomes.map((kind) => anOutcome(kind)) }))
        outcomes.forEach((outcome, index) => {
          if (index === 0) this.edge(id, next, outcomes.length > 1 ? { outcome } : {})
          else this.#later(id, { outcome }, one.side[index - 1])
        })
        return id
      }
      case 'decision':
        this.add(aDecision(id))
        this.edge(id, next, { otherwise: true })
        this.#later(id, { when: when as never }, one.side[0])
        return id
      case 'wait':
        this.add(aWait(id, { until: one.until }))
        this.edge(id, next)
        if (one.until.kind === 'report' && one.until.atMost && (one.side[1] ?? 0) > 9)
          this.#later(id, { outcome: 'lapsed' }, one.side[0])
        return id
      case 'call':
        this.add(aCall(id))
        this.edge(id, next)
        if ((one.side[1] ?? 0) > 9) this.#later(id, { outcome: 'rejected' }, one.side[0])
        return id
      case 'event':
        this.add(anEvent(id))
        this.edge(id, next)
        return id
      case 'parallel': {
        this.add(aParallel(id))
        const join = one.join ? this.add(aJoin(`${id}j`, { quorum: one.join })) : 'end'
        const firsts = one.branches.map((branch) => this.sequence(branch, join))
        for (const first of firsts) this.edge(id, first)
        if (one.join) this.edge(join, next)
        return id
      }
    }
  }

  #later(from: string, over: Partial<EdgeInput>, to = 0): void {
    this.#sides.push({ from, over, to })
  }

  /** The exits whose ends are chosen once all is drawn: mostly a rejection, else anywhere. */
  finish(slips: readonly Slip[]): Drawing {
    const anywhere = this.drawing.nodes.map(({ id }) => id)
    for (const { from, over, to } of this.#sides)
      this.edge(from, to < 12 ? 'refused' : (anywhere[to % anywhere.length] ?? 'end'), over)
    const { nodes, edges } = this.drawing
    for (const { kind, edge, to } of slips) {
      const at = edge % Math.max(1, edges.length)
      const old = edges[at]
      if (!old) continue
      if (kind === 'lose') edges.splice(at, 1)
      else if (kind === 'turn') edges[at] = { ...old, to: anywhere[to % anywhere.length] ?? 'end' }
      else edges.push({ ...old, id: `d${edges.length}`, to: anywhere[to % anywhere.length] ?? 'end' })
    }
    const used = new Set(edges.map(({ to }) => to))
    return { nodes: nodes.filter(({ id, kind }) => kind !== 'end' || used.has(id)), edges }
  }
}

/** A small drawing of every kind of node: nested branches and loops that make sense, often spoilt by a slip of the hand. */
export const aSmallFlow: fc.Arbitrary<Definition> = fc
  .record({
    main: fc.array(piece(2), { minLength: 1, maxLength: 3, size: 'max' }),
    again: fc.option(fc.array(simple, { maxLength: 1 }), { freq: 5 }),
    slips: fc.oneof(
      { weight: 1, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(slip, { minLength: 1, maxLength: 3, size: 'max' }) },
    ),
    lost: fc.boolean(),
  })
  .map(({ main, again, slips, lost }) => {
    const pencil = new Pencil()
    pencil.add(anEnd())
    pencil.add(anEnd('refused', { result: lost ? 'rejected' : 'cancelled' }))
    const first = pencil.sequence(main, 'end')
    pencil.add(aTask('apply', { lane: 'applicant' }))
    pencil.edge('apply', first)
    pencil.add(aStart())
    pencil.edge('start', 'apply')
    if (again) {
      pencil.add(aStart({ id: 'called', by: 'call', lane: 'officer' }))
      pencil.edge('called', pencil.sequence(again, first))
    }
    return aDefinition({ lanes: [anApplicantLane(), aLane('officer')], ...pencil.finish(slips) })
  })
