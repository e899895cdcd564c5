import fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyEdits, canonicalJson, type Definition, type Edit, emptyDefinition, type NodeId } from '#engine'
import { anyEdits, groundEdits } from '#test/builders/edits.ts'
import { newWords } from '#test/builders/new-words.ts'
import { tries } from '#test/support/tries.ts'
import { alignments, planAlign } from './moves/align.ts'
import { clipOf } from './moves/clip.ts'
import { matchLanes } from './moves/lane-match.ts'
import { planPlaces } from './moves/places.ts'
import { planDuplicate, planLaneOf, planRemove } from './moves/plan-copies.ts'
import { planFromExit } from './moves/plan-exit.ts'
import { planPaste } from './moves/plan-paste.ts'
import { planReview } from './moves/plan-review.ts'
import { planWrap } from './moves/plan-wrap.ts'
import { createBuilder } from './store.ts'

const home = { agency: 'dinas', slug: 'izin' }
const elsewhere = { agency: 'kecamatan', slug: 'pinjam' }

type Move = (draft: Definition, ids: readonly NodeId[]) => readonly Edit[]
/** What hands, keys and menus do to several steps, as the edits it comes to. */
const moves: readonly Move[] = [
  (draft, ids) => planDuplicate(draft, ids)?.edits ?? [],
  (draft, ids) => pasted(draft, ids, home),
  (draft, ids) => pasted(draft, ids, elsewhere),
  (_, ids) => planRemove(ids),
  (draft, ids) => draft.flow.lanes.slice(-1).flatMap(({ id }) => planLaneOf(ids, id)),
  ...alignments.map(
    (how): Move =>
      (draft, ids) =>
        planAlign(draft, ids, how),
  ),
  (draft, ids) => planPlaces(draft, new Map(ids.map((id, index) => [id, { x: 40 * index, y: 90 * index }]))),
  (draft, [first]) => (first && planReview(draft, first, newWords)?.edits) ?? [],
  (draft, [first]) => (first && planFromExit(draft, { from: first }, 'task', newWords)?.edits) ?? [],
  (draft, ids) => {
    const plan = planWrap(draft, ids, 'Bagian')
    return plan.ok ? plan.wrap.edits({ slug: 'bagian', version: 1 }) : []
  },
]

function pasted(draft: Definition, ids: readonly NodeId[], from: typeof home): readonly Edit[] {
  const clip = clipOf(draft, ids, from)
  return clip ? planPaste(draft, clip, matchLanes(draft, clip, home), home).edits : []
}

const words = fc.string({ maxLength: 8 })
/** Kinds of edit that the common ones leave out. */
const otherEdits = fc.oneof(
  words.map((name) => ({ type: 'UpdateLane', lane: 'l2', patch: { name } })),
  words.map((title) => ({ type: 'UpdateForm', form: 'f1', title })),
  fc.record({ x: fc.integer({ min: 0, max: 256 }), y: fc.integer() }).map((at) => ({ type: 'SetLayout', layout: { n1: at } })),
  words.map((text) => ({ type: 'SetComponent', key: 'products', value: { items: [text] } })),
  words.map((number) => ({ type: 'SetSop', sop: { number } })),
  fc.constant({ type: 'SetDecree', decree: null }),
  words.map((label) => ({ type: 'SetLabels', labels: { fee: label } })),
  words.map((note) => ({ type: 'SetNotes', notes: [note] })),
)
const act = fc.oneof(
  {
    weight: 6,
    arbitrary: anyEdits.map(
      (edit): Move =>
        () => [edit as Edit],
    ),
  },
  {
    weight: 2,
    arbitrary: otherEdits.map(
      (edit): Move =>
        () => [edit as unknown as Edit],
    ),
  },
  { weight: 4, arbitrary: fc.constantFrom(...moves) },
)
const step = fc.record({
  act,
  from: fc.nat(40),
  count: fc.integer({ min: 1, max: 4 }),
  pause: fc.constantFrom(100, 2000),
  typed: fc.boolean(),
})

const begun = (): Definition => {
  const ground = applyEdits(emptyDefinition({ title: 'Standar', kind: 'sop' }), groundEdits as Edit[])
  if (!ground.ok) throw new Error(JSON.stringify(ground.refusal))
  return ground.definition
}

it('gives back the same bytes when any 200 edits and moves are undone and done again', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 200, maxLength: 200, size: 'max' }), (steps) => {
      let now = 0
      const store = createBuilder(begun(), { number: 1, revision: 1 }, () => now)
      const present = () => store.getState().history.present
      const bytes = [canonicalJson(present())]
      for (const { act: move, from, count, pause, typed } of steps) {
        now += pause
        const { nodes } = present().flow
        const ids = nodes.slice(from % Math.max(1, nodes.length)).map(({ id }) => id)
        const { past } = store.getState().history
        store.getState().edit(move(present(), ids.slice(0, count)), typed ? { key: 'typing' } : {})
        const { history } = store.getState()
        // What is typed in one go is undone together; what changed nothing or was refused is nothing to undo.
        if (history.past.length > past.length) bytes.push(canonicalJson(present()))
        else bytes[bytes.length - 1] = canonicalJson(present())
      }
      for (const before of bytes.slice(0, -1).toReversed()) {
        store.getState().undo()
        expect(canonicalJson(present())).toBe(before)
      }
      for (const after of bytes.slice(1)) {
        store.getState().redo()
        expect(canonicalJson(present())).toBe(after)
      }
    }),
    { numRuns: tries(10), verbose: 1 },
  )
})

it('tries every kind of edit there is', () => {
  const kinds = {
    ...{ AddNode: 0, RemoveNode: 0, UpdateNode: 0, RenameOutcome: 0, MoveNode: 0, SetLayout: 0, Connect: 0, Reconnect: 0 },
    ...{ UpdateEdge: 0, RemoveEdge: 0, AddLane: 0, UpdateLane: 0, MoveLane: 0, RemoveLane: 0, AddForm: 0, UpdateForm: 0 },
    ...{ RemoveForm: 0, AddField: 0, UpdateField: 0, MoveField: 0, RemoveField: 0, SetIdentity: 0, SetComponent: 0, SetSop: 0 },
    ...{ SetDecree: 0, SetLabels: 0, SetNotes: 0, AddScenario: 0, UpdateScenario: 0, RemoveScenario: 0 },
  } satisfies Record<Edit['type'], number>
  const found = new Set(fc.sample(fc.oneof(anyEdits, otherEdits), { numRuns: 1500, seed: 7 }).map((edit) => (edit as Edit).type))
  expect(Object.keys(kinds).filter((kind) => !found.has(kind as Edit['type']))).toEqual([])
})
