import { expect, it } from 'vitest'
import { aDefinition, aField, aForm, aLane, anApplicantLane, anEdge, anEnd, aStart, aTask } from '#test/builders/definition.ts'
import { applyEdits } from '../edit/apply.ts'
import type { Edit } from '../edit/edit.ts'
import type { Definition } from '../schema.ts'
import { applyPartChanges, bringingBack, insist, PartChanges, partChangesBetween } from './index.ts'

const standard = aDefinition({
  lanes: [anApplicantLane(), aLane('officer', ['officer']), aLane('archive')],
  nodes: [
    aStart({ lane: 'applicant' }),
    aTask('apply', { lane: 'applicant', form: 'letter' }),
    aTask('process', { lane: 'officer' }),
    anEnd(),
  ],
  edges: [
    anEdge('start', 'apply', { id: 'e1' }),
    anEdge('apply', 'process', { id: 'e2' }),
    anEdge('process', 'end', { id: 'e3' }),
  ],
  forms: [aForm('letter', aField('text', 'a'), aField('text', 'b'), aField('text', 'c'))],
})

const after = (draft: Definition, ...edits: object[]): Definition => {
  const result = applyEdits(draft, edits as Edit[])
  if (!result.ok) throw new Error(`the edit was refused: ${result.refusal.code}`)
  return result.definition
}
const words = (node: string, activity: string) => ({ type: 'UpdateNode', node, patch: { activity } })
/** What I did meets what my colleague did first. */
const meeting = (theirs: object[], mine: object[]) => {
  const changes = partChangesBetween(standard, after(standard, ...mine))
  return applyPartChanges(after(standard, ...theirs), changes)
}
const activityOf = ({ flow }: Definition, id: string) => flow.nodes.find((node) => node.id === (id as string))

it('joins the words of two steps, and two members of one step', () => {
  const steps = meeting([words('apply', 'Mengisi surat')], [words('process', 'Memeriksa surat')])
  expect(steps.clashes).toEqual([])
  expect(activityOf(steps.definition, 'apply')).toMatchObject({ activity: 'Mengisi surat' })
  expect(activityOf(steps.definition, 'process')).toMatchObject({ activity: 'Memeriksa surat' })

  const members = meeting([words('process', 'Memeriksa')], [{ type: 'UpdateNode', node: 'process', patch: { remark: 'Segera' } }])
  expect(members.clashes).toEqual([])
  expect(activityOf(members.definition, 'process')).toMatchObject({ activity: 'Memeriksa', remark: 'Segera' })
})

it('lets the words stand that came first, and keeps the others beside them', () => {
  const { definition, clashes } = meeting([words('process', 'Memeriksa')], [words('process', 'Menelaah')])
  expect(activityOf(definition, 'process')).toMatchObject({ activity: 'Memeriksa' })
  expect(clashes).toMatchObject([{ why: 'changed', current: 'Memeriksa', change: { after: 'Menelaah' }, with: [] }])
})

it('takes the same words written twice for one', () => {
  expect(meeting([words('process', 'Memeriksa')], [words('process', 'Memeriksa')]).clashes).toEqual([])
})

it('leaves a step that the colleague wrote on, with its exits, when it was to be removed', () => {
  const { definition, clashes } = meeting([words('process', 'Memeriksa')], [{ type: 'RemoveNode', node: 'process' }])
  expect(definition).toEqual(after(standard, words('process', 'Memeriksa')))
  expect(clashes).toMatchObject([{ why: 'changed', change: { part: { of: 'node', id: 'process' } } }])
  expect(clashes[0]?.with.map(({ part }) => ('id' in part ? `${part.of} ${part.id}` : part.of))).toEqual(
    expect.arrayContaining(['edge e2', 'edge e3']),
  )
})

it('keeps the words written on a step that the colleague removed', () => {
  const { definition, clashes } = meeting([{ type: 'RemoveNode', node: 'process' }], [words('process', 'Menelaah')])
  expect(definition).toEqual(after(standard, { type: 'RemoveNode', node: 'process' }))
  expect(clashes).toMatchObject([{ why: 'gone', change: { after: 'Menelaah' } }])
})

it('leads no edge to a step that is gone', () => {
  const back = {
    type: 'UpdateNode',
    node: 'apply',
    patch: {
      outcomes: [
        { id: 'submit', kind: 'submit', label: 'submit' },
        { id: 'x', kind: 'other', label: 'Lain' },
      ],
    },
  }
  const edge = { type: 'Connect', edge: anEdge('apply', 'process', { id: 'e9', outcome: 'x' }) }
  const { definition, clashes } = meeting([{ type: 'RemoveNode', node: 'process' }], [back, edge])
  expect(definition.flow.edges.map(({ id }) => id)).not.toContain('e9')
  expect(clashes).toMatchObject([{ why: 'in-the-way', change: { part: { of: 'edge', id: 'e9' } } }])
})

it('does not take away the step to which the colleague led an edge', () => {
  const edge = { type: 'Reconnect', edge: 'e2', to: 'end' }
  const added = { type: 'AddNode', node: aTask('more', { lane: 'officer' }) }
  const theirs = [added, { type: 'Connect', edge: anEdge('more', 'process', { id: 'e8' }) }]
  const { definition, clashes } = meeting(theirs, [edge, { type: 'RemoveNode', node: 'process' }])
  expect(definition.flow.nodes.map(({ id }) => id)).toContain('process')
  expect(clashes).toMatchObject([{ why: 'in-the-way', change: { part: { of: 'node', id: 'process' } } }])
})

it('does not take away the lane into which the colleague put a step', () => {
  const { definition, clashes } = meeting(
    [{ type: 'UpdateNode', node: 'process', patch: { lane: 'archive' } }],
    [{ type: 'RemoveLane', lane: 'archive' }],
  )
  expect(definition.flow.lanes.map(({ id }) => id)).toContain('archive')
  expect(clashes).toHaveLength(1)
})

it('gives an exit to the one who led it somewhere first', () => {
  const two = after(
    standard,
    { type: 'RemoveEdge', edge: 'e3' },
    { type: 'AddNode', node: anEnd('refused', { lane: 'officer' }) },
  )
  const mine = partChangesBetween(two, after(two, { type: 'Connect', edge: anEdge('process', 'refused', { id: 'm' }) }))
  const theirs = after(two, { type: 'Connect', edge: anEdge('process', 'end', { id: 't' }) })
  const { definition, clashes } = applyPartChanges(theirs, mine)
  expect(definition).toEqual(theirs)
  expect(clashes).toMatchObject([{ why: 'in-the-way', change: { part: { of: 'edge', id: 'm' } } }])
})

it('puts what both added where each put it', () => {
  const add = (id: string, index: number) => ({ type: 'AddField', form: 'letter', field: aField('text', id), index })
  const { definition } = meeting([add('first', 0), add('last', 4)], [add('mine', 2)])
  expect(definition.forms[0]?.fields.map(({ id }) => id)).toEqual(['first', 'a', 'b', 'mine', 'c', 'last'])
})

it('moves a lane only if the colleague did not move it elsewhere', () => {
  const move = (index: number) => ({ type: 'MoveLane', lane: 'officer', index })
  const { definition, clashes } = meeting([move(0)], [move(2)])
  expect(definition.flow.lanes.map(({ id }) => id)).toEqual(['officer', 'applicant', 'archive'])
  expect(clashes).toMatchObject([{ why: 'changed', change: { part: { of: 'lane', member: 'order' } } }])
})

it('follows the latest hand on the canvas, where places mean nothing', () => {
  const put = (x: number) => ({ type: 'MoveNode', node: 'process', to: { x, y: 0 } })
  const { definition, clashes } = meeting([put(10)], [put(20)])
  expect(clashes).toEqual([])
  expect(definition.layout).toEqual({ process: { x: 20, y: 0 } })
})

it('takes nothing for a part that does not fit there, and says so', () => {
  const { definition, clashes } = applyPartChanges(
    standard,
    PartChanges.parse([
      { part: { of: 'node', id: 'process', member: 'activity' }, before: 'process', after: { deep: [1] } },
      { part: { of: 'node', id: 'other' }, after: { kind: 'end', id: 'another', lane: 'officer', result: 'completed' } },
      { part: { of: 'identity' } },
      { part: { of: 'component', key: 'fee' }, before: { kind: 'unset' } },
    ]),
  )
  expect(definition).toEqual(standard)
  expect(clashes.map(({ why }) => why)).toEqual(expect.arrayContaining(['invalid', 'invalid', 'invalid']))
})

it('reads only parts that a definition has', () => {
  const refused = [
    { part: { of: 'node', id: 'n', member: 'constructor' } },
    { part: { of: 'node', id: '__proto__' }, after: {} },
    { part: { of: 'anything' } },
    { part: { of: 'node', id: 'n' }, after: nest(40) },
    { part: { of: 'notes' }, more: true },
  ]
  for (const change of refused) expect(PartChanges.safeParse([change]).success, JSON.stringify(change).slice(0, 60)).toBe(false)
})

const nest = (depth: number): unknown => (depth === 0 ? 1 : [nest(depth - 1)])

it('makes a change after all when its author insists, over what stands there', () => {
  const { definition, clashes } = meeting([words('process', 'Memeriksa')], [words('process', 'Menelaah')])
  const insisted = clashes[0] && insist(definition, clashes[0])
  expect(insisted && activityOf(insisted, 'process')).toMatchObject({ activity: 'Menelaah' })
})

it('takes a step away after all, as if it were removed now', () => {
  const theirs = words('process', 'Memeriksa')
  const { definition, clashes } = meeting([theirs], [{ type: 'RemoveNode', node: 'process' }])
  expect(clashes[0] && insist(definition, clashes[0])).toEqual(after(standard, theirs, { type: 'RemoveNode', node: 'process' }))
})

it('brings a step back that the colleague removed, with its edges and the words of whoever wants it', () => {
  const mine = after(standard, words('process', 'Menelaah'))
  const theirs = after(standard, { type: 'RemoveNode', node: 'process' })
  const { definition, clashes } = applyPartChanges(theirs, partChangesBetween(standard, mine))
  const [clash] = clashes
  if (clash === undefined) throw new Error('the two should have met')
  const back = bringingBack(partChangesBetween(standard, theirs), clash.change.part, activityOf(mine, 'process'))
  expect(insist(definition, clash, back)).toEqual(mine)
})

it('brings a step back together with its lane, when the colleague removed both', () => {
  const mine = after(standard, words('process', 'Menelaah'))
  const emptied = [{ type: 'RemoveNode', node: 'process' }, intoArchive, { type: 'RemoveLane', lane: 'officer' }]
  const theirs = after(standard, ...emptied)
  const { definition, clashes } = applyPartChanges(theirs, partChangesBetween(standard, mine))
  const [clash] = clashes
  if (clash === undefined) throw new Error('the two should have met')
  const back = bringingBack(partChangesBetween(standard, theirs), clash.change.part, activityOf(mine, 'process'))
  expect(insist(definition, clash, back)).toEqual(after(mine, intoArchive))
})

const intoArchive = { type: 'UpdateNode', node: 'end', patch: { lane: 'archive' } }

it('says that a step cannot be brought back where it cannot stand, and loses no words over it', () => {
  const mine = after(standard, words('process', 'Menelaah'))
  const theirs = after(standard, { type: 'RemoveNode', node: 'process' })
  const { definition, clashes } = applyPartChanges(theirs, partChangesBetween(standard, mine))
  const [clash] = clashes
  if (clash === undefined) throw new Error('the two should have met')
  const back = bringingBack(partChangesBetween(standard, theirs), clash.change.part, activityOf(mine, 'process'))
  const later = after(definition, intoArchive, { type: 'RemoveLane', lane: 'officer' })
  expect(insist(later, clash, back)).toBeNull()
})

it('leads an exit elsewhere when its author insists, and nowhere when the step is gone', () => {
  const two = after(standard, { type: 'RemoveEdge', edge: 'e3' }, { type: 'AddNode', node: anEnd('refused') })
  const mine = partChangesBetween(two, after(two, { type: 'Connect', edge: anEdge('process', 'refused', { id: 'm' }) }))
  const theirs = after(two, { type: 'Connect', edge: anEdge('process', 'end', { id: 't' }) })
  const { definition, clashes } = applyPartChanges(theirs, mine)
  const insisted = clashes[0] && insist(definition, clashes[0])
  expect(insisted?.flow.edges.filter((edge) => edge.from === ('process' as string))).toMatchObject([{ id: 'm', to: 'refused' }])
  const without = after(theirs, { type: 'RemoveNode', node: 'refused' })
  expect(clashes[0] && insist(without, clashes[0])).toBeNull()
})

it('takes each part of a list once', () => {
  const change = (before: string, after: string) => ({ part: { of: 'identity', member: 'title' }, before, after })
  expect(PartChanges.safeParse([change('a', 'b')]).success).toBe(true)
  expect(PartChanges.safeParse([change('a', 'b'), change('b', 'c')]).success).toBe(false)
})

it('gives a tangle back whole in which each change waits for the next one', () => {
  const steps = Array.from({ length: 120 }, (_, index) => `t${index}`)
  const tangled = aDefinition({
    lanes: [aLane('officer', ['officer'])],
    nodes: [...steps.map((id) => aTask(id, { lane: 'officer' })), anEnd()],
    edges: steps.map((id) => anEdge(id, 'end', { id: `e-${id}` })),
  })
  const changes = PartChanges.parse(
    steps
      .slice(1)
      .map((id, index) => ({ part: { of: 'edge', id: `e-${steps[index]}`, member: 'from' }, before: steps[index], after: id })),
  )
  const { definition, clashes } = applyPartChanges(tangled, changes)
  expect(definition).toEqual(tangled)
  expect(clashes.flatMap((clash) => [clash.change, ...clash.with]).length).toBe(changes.length)
})
