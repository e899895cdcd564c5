import { describe, expect, it } from 'vitest'
import {
  aDecision,
  aDefinition,
  aField,
  aForm,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  anOutcome,
  aReview,
  aStart,
  aTask,
} from '#test/builders/definition.ts'
import { canonicalJson } from '../canonical.ts'
import { parseDefinition } from '../parse.ts'
import type { Definition } from '../schema.ts'
import { applyEdit, applyEdits } from './apply.ts'
import type { Edit } from './edit.ts'

const oc = (outcome: string) => ({ outcome: outcome as never })
/** Edits in a test are written as plain data; ids get their brand here. */
const edit = (raw: unknown) => raw as Edit

const reviewed = () =>
  aDefinition({
    lanes: [anApplicantLane(), aLane('officer'), aLane('spare')],
    forms: [aForm('letter', aField('text', 'sender'), aField('date', 'sent'), aField('group', 'items'))],
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant', form: 'letter' }),
      aReview('check', ['accept', 'revise']),
      aTask('finish', {
        notPerformersOf: ['check'],
        duration: { amount: 1, unit: 'workingDay', anchor: { kind: 'completed', node: 'check' } },
        sharesTimeWith: 'check',
      }),
      aDecision('which'),
      anEnd(),
      anEnd('stopped', { result: 'cancelled' }),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'check'),
      anEdge('check', 'finish', oc('accept')),
      anEdge('check', 'apply', oc('revise')),
      anEdge('finish', 'which'),
      anEdge('which', 'end', { otherwise: true }),
      anEdge('which', 'stopped', {
        when: {
          kind: 'group',
          combine: 'all',
          of: [
            { kind: 'field', field: 'sender', op: 'is', value: 'x' },
            { kind: 'outcome', node: 'check', is: 'revise' },
          ],
        } as never,
      }),
    ],
    layout: { check: { x: 1, y: 2 } },
  })

/** Applies the edit, and holds that the earlier draft kept its bytes and the new one still parses. */
function applied(raw: unknown, before: Definition = reviewed()): Definition {
  const bytes = canonicalJson(before)
  const result = applyEdit(before, edit(raw))
  expect(canonicalJson(before)).toBe(bytes)
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  expect(parseDefinition(JSON.parse(canonicalJson(result.definition)))).toEqual({ ok: true, definition: result.definition })
  return result.definition
}
function refusal(raw: unknown, before: Definition = reviewed()): string {
  const bytes = canonicalJson(before)
  const result = applyEdit(before, edit(raw))
  expect(canonicalJson(before)).toBe(bytes)
  return result.ok ? 'accepted' : result.refusal.code
}
const edges = ({ flow }: Definition) => flow.edges.map((edge) => `${edge.from}-${edge.outcome ?? ''}>${edge.to}`)
const task = ({ flow }: Definition, id: string) => {
  const node = flow.nodes.find((candidate) => candidate.id === id)
  if (node?.kind !== 'task') throw new Error(`no task ${id}`)
  return node
}

describe('nodes', () => {
  it('inserts a step on an edge: the edge leads to it, its first outcome leads on', () => {
    const step = aTask('new', { outcomes: [anOutcome('accept'), anOutcome('revise')] })
    const draft = applied({ type: 'AddNode', node: step, place: { onEdge: 'apply-check', through: 'e9' }, at: { x: 5, y: 6 } })
    expect(edges(draft).slice(1, 2)).toEqual(['apply->new'])
    expect(edges(draft).at(-1)).toBe('new-accept>check')
    expect(draft.flow.nodes.map(({ id }) => id).slice(0, 3)).toEqual(['start', 'apply', 'new'])
    expect(draft.layout).toMatchObject({ new: { x: 5, y: 6 } })
  })

  it('adds a step after another on its main exit, or on its first free one', () => {
    const onMain = applied({ type: 'AddNode', node: aTask('new'), place: { after: 'check', edge: 'e8', through: 'e9' } })
    expect(edges(onMain)).toContain('check-accept>new')
    expect(edges(onMain)).toContain('new-submit>finish')
    const alone = applied({ type: 'AddNode', node: aTask('alone') })
    const onFree = applied({ type: 'AddNode', node: aTask('new'), place: { after: 'alone', edge: 'e8', through: 'e9' } }, alone)
    expect(edges(onFree).at(-1)).toBe('alone-submit>new')
  })

  it('refuses an end in the middle of an edge, a known id, an unknown lane', () => {
    expect(refusal({ type: 'AddNode', node: anEnd('x'), place: { onEdge: 'apply-check', through: 'e9' } })).toBe('cannot-insert')
    expect(refusal({ type: 'AddNode', node: aTask('apply') })).toBe('duplicate-id')
    expect(refusal({ type: 'AddNode', node: aTask('x', { lane: 'gone' }) })).toBe('unknown-lane')
    expect(refusal({ type: 'AddNode', node: { ...aTask('x'), script: 1 } })).toBe('invalid')
  })

  it('bridges what it removes where the flow goes on one way, and lets go of every reference', () => {
    const draft = applied({ type: 'RemoveNode', node: 'check' })
    expect(edges(draft)).toContain('apply->finish')
    expect(task(draft, 'finish').notPerformersOf).toEqual([])
    expect(task(draft, 'finish').duration?.anchor).toEqual({ kind: 'entered' })
    expect(task(draft, 'finish')).not.toHaveProperty('sharesTimeWith')
    expect(draft.flow.edges.at(-1)?.when).toEqual({
      kind: 'group',
      combine: 'all',
      of: [{ kind: 'field', field: 'sender', op: 'is', value: 'x' }],
    })
    expect(draft.layout).toEqual({})
  })

  it('leaves exits open where removal is ambiguous', () => {
    expect(edges(applied({ type: 'RemoveNode', node: 'which' }))).not.toContain('finish->end')
  })

  it('changes words, and takes away what is given as undefined', () => {
    const draft = applied({ type: 'UpdateNode', node: 'finish', patch: { activity: 'Menyelesaikan', duration: undefined } })
    expect(task(draft, 'finish')).toMatchObject({ activity: 'Menyelesaikan' })
    expect(task(draft, 'finish')).not.toHaveProperty('duration')
    expect(refusal({ type: 'UpdateNode', node: 'finish', patch: { activity: '' } })).toBe('invalid')
    expect(refusal({ type: 'UpdateNode', node: 'start', patch: { activity: 'x' } })).toBe('invalid')
    expect(refusal({ type: 'UpdateNode', node: 'finish', patch: { lane: 'gone' } })).toBe('unknown-lane')
  })

  it('takes the exits of outcomes that go, and names those of a step that gets a second one', () => {
    const fewer = applied({ type: 'UpdateNode', node: 'check', patch: { outcomes: [anOutcome('accept')] } })
    expect(edges(fewer)).not.toContain('check-revise>apply')
    expect(fewer.flow.edges.at(-1)?.when).toEqual({
      kind: 'group',
      combine: 'all',
      of: [{ kind: 'field', field: 'sender', op: 'is', value: 'x' }],
    })
    const more = applied({ type: 'UpdateNode', node: 'finish', patch: { outcomes: [anOutcome('submit'), anOutcome('reject')] } })
    expect(edges(more)).toContain('finish-submit>which')
  })

  it('renames an outcome wherever it is named', () => {
    const draft = applied({ type: 'RenameOutcome', node: 'check', outcome: 'revise', to: 'repair' })
    expect(edges(draft)).toContain('check-repair>apply')
    expect(canonicalJson(draft.flow.edges.at(-1)?.when)).toContain('"is":"repair"')
    expect(refusal({ type: 'RenameOutcome', node: 'check', outcome: 'revise', to: 'accept' })).toBe('duplicate-id')
    expect(refusal({ type: 'RenameOutcome', node: 'check', outcome: 'gone', to: 'a' })).toBe('unknown-outcome')
  })

  it('moves on the canvas without touching the flow', () => {
    const before = reviewed()
    const draft = applied({ type: 'MoveNode', node: 'check', to: { x: 9, y: 9 } }, before)
    expect(applied({ type: 'MoveNode', node: 'check', to: { x: -0, y: 9 } }).layout).toEqual({ check: { x: 0, y: 9 } })
    expect(draft.flow).toBe(before.flow)
    expect(applied({ type: 'SetLayout', layout: {} }, before).layout).toEqual({})
  })
})

describe('edges', () => {
  it('connects, one exit to each outcome', () => {
    const open = applied({ type: 'RemoveEdge', edge: 'check-revise-apply' })
    expect(edges(applied({ type: 'Connect', edge: { id: 'e9', from: 'check', to: 'apply', ...oc('revise') } }, open))).toContain(
      'check-revise>apply',
    )
    expect(refusal({ type: 'Connect', edge: { id: 'e9', from: 'check', to: 'end', ...oc('accept') } })).toBe('has-exit')
    expect(refusal({ type: 'Connect', edge: { id: 'e9', from: 'check', to: 'end' } })).toBe('has-exit')
    expect(refusal({ type: 'Connect', edge: { id: 'e9', from: 'start', to: 'end' } })).toBe('has-exit')
    expect(refusal({ type: 'Connect', edge: { id: 'e9', from: 'end', to: 'apply' } })).toBe('no-way-out-of-end')
    expect(refusal({ type: 'Connect', edge: { id: 'e9', from: 'which', to: 'start' } })).toBe('no-way-into-start')
    expect(refusal({ type: 'Connect', edge: { id: 'e9', from: 'which', to: 'gone' } })).toBe('unknown-node')
  })

  it('reconnects either end', () => {
    expect(edges(applied({ type: 'Reconnect', edge: 'check-revise-apply', to: 'end' }))).toContain('check-revise>end')
    const moved = applied({ type: 'Reconnect', edge: 'check-revise-apply', from: 'which' })
    expect(edges(moved)).toContain('which->apply')
    expect(refusal({ type: 'Reconnect', edge: 'check-revise-apply', from: 'finish' })).toBe('has-exit')
  })

  it('keeps one default at a decision', () => {
    const draft = applied({ type: 'UpdateEdge', edge: 'which-stopped', patch: { otherwise: true } })
    expect(draft.flow.edges.filter((edge) => edge.otherwise).map(({ id }) => id)).toEqual(['which-stopped'])
    expect(draft.flow.edges.at(-1)).not.toHaveProperty('when')
    const back = applied(
      { type: 'UpdateEdge', edge: 'which-stopped', patch: { when: { kind: 'field', field: 'sent', op: 'filled' } } },
      draft,
    )
    expect(back.flow.edges.at(-1)).not.toHaveProperty('otherwise')
  })
})

describe('lanes', () => {
  it('adds, changes, moves and removes them; a lane in use stays', () => {
    const added = applied({ type: 'AddLane', lane: aLane('new'), index: 1 })
    expect(added.flow.lanes.map(({ id }) => id)).toEqual(['applicant', 'new', 'officer', 'spare'])
    expect(applied({ type: 'UpdateLane', lane: 'officer', patch: { name: 'Petugas' } }).flow.lanes[1]).toMatchObject({
      name: 'Petugas',
      positions: ['officer'],
    })
    expect(applied({ type: 'MoveLane', lane: 'applicant', index: 2 }).flow.lanes.map(({ id }) => id)).toEqual([
      'officer',
      'spare',
      'applicant',
    ])
    expect(applied({ type: 'RemoveLane', lane: 'spare' }).flow.lanes).toHaveLength(2)
    expect(refusal({ type: 'RemoveLane', lane: 'officer' })).toBe('lane-in-use')
  })
})

describe('forms', () => {
  it('adds a form to its step, and takes it from it again', () => {
    const added = applied({ type: 'AddForm', form: aForm('f2'), task: 'finish' })
    expect(task(added, 'finish').form).toBe('f2')
    expect(task(applied({ type: 'RemoveForm', form: 'f2' }, added), 'finish')).not.toHaveProperty('form')
    expect(applied({ type: 'UpdateForm', form: 'letter', title: 'Surat' }).forms[0]?.title).toBe('Surat')
  })

  it('adds, changes, moves and removes fields, inside a group too', () => {
    const first = applied({ type: 'AddField', form: 'letter', field: aField('email', 'mail'), index: 0 })
    expect(first.forms[0]?.fields.map(({ id }) => id)).toEqual(['mail', 'sender', 'sent', 'items'])
    const inner = applied({ type: 'AddField', form: 'letter', group: 'items', field: aField('number', 'count') })
    expect(inner.forms[0]?.fields[2]).toMatchObject({ fields: [{ id: 'item' }, { id: 'count' }] })
    const moved = applied({ type: 'MoveField', form: 'letter', field: 'sent', index: 0 })
    expect(moved.forms[0]?.fields.map(({ id }) => id)).toEqual(['sent', 'sender', 'items'])
    expect(refusal({ type: 'RemoveField', form: 'letter', group: 'items', field: 'item' })).toBe('invalid')
    expect(refusal({ type: 'AddField', form: 'letter', field: aField('text', 'sender') })).toBe('duplicate-id')
  })

  it('moves a field into a repeating group and out of it, with what asks for it', () => {
    const into = applied({ type: 'MoveField', form: 'letter', field: 'sender', index: 0, into: 'items' })
    expect(into.forms[0]?.fields).toMatchObject([{ id: 'sent' }, { id: 'items', fields: [{ id: 'sender' }, { id: 'item' }] }])
    expect(canonicalJson(into.flow.edges.at(-1)?.when)).toContain('sender')
    const back = applyEdit(
      into,
      edit({ type: 'MoveField', form: 'letter', field: 'sender', index: 0, group: 'items', into: null }),
    )
    expect(back).toEqual({ ok: true, definition: reviewed() })
  })

  it('refuses to empty a group, to put one into another, and to name a group that is not there', () => {
    expect(refusal({ type: 'MoveField', form: 'letter', field: 'item', index: 0, group: 'items', into: null })).toBe('invalid')
    const two = [
      { type: 'AddField', form: 'letter', field: { ...aField('group', 'others'), fields: [aField('text', 'other')] } },
      { type: 'MoveField', form: 'letter', field: 'others', index: 0, into: 'items' },
    ]
    expect(applyEdits(reviewed(), two.map(edit))).toMatchObject({ ok: false, refusal: { code: 'invalid' } })
    expect(refusal({ type: 'MoveField', form: 'letter', field: 'sender', index: 0, into: 'nowhere' })).toBe('unknown-field')
    expect(refusal({ type: 'MoveField', form: 'letter', field: 'items', index: 0, into: 'items' })).toBe('unknown-field')
  })

  it('renames a field in the conditions that ask for it, and drops them with the field', () => {
    const renamed = applied({ type: 'UpdateField', form: 'letter', field: 'sender', to: aField('text', 'from') })
    expect(canonicalJson(renamed.flow.edges.at(-1)?.when)).toContain('"field":"from"')
    const removed = applied({ type: 'RemoveField', form: 'letter', field: 'sender' })
    expect(canonicalJson(removed.flow.edges.at(-1)?.when)).not.toContain('sender')
  })
})

describe('words of the standard', () => {
  it('sets identity, components, the SOP block, the decree and headings', () => {
    expect(applied({ type: 'SetIdentity', patch: { title: 'Judul baru', unit: 'Bidang' } }).identity).toMatchObject({
      title: 'Judul baru',
      kind: 'service',
    })
    expect(applied({ type: 'SetComponent', key: 'products', value: { items: ['Konten'] } }).components.products.items).toEqual([
      'Konten',
    ])
    expect(applied({ type: 'SetSop', sop: { number: '1' } }).sop).toMatchObject({ number: '1', equipment: [] })
    expect(applied({ type: 'SetDecree', decree: { about: 'Standar' } }).decree).toMatchObject({ about: 'Standar' })
    expect(applied({ type: 'SetLabels', labels: { fee: 'Biaya' } }).labels).toEqual({ fee: 'Biaya' })
    expect(applied({ type: 'SetNotes', notes: ['dugaan'] }).notes).toEqual(['dugaan'])
    expect(refusal({ type: 'SetComponent', key: 'fee', value: { kind: 'bribe' } })).toBe('invalid')
  })
})

it('applies a list of edits all or none', () => {
  const good = edit({ type: 'RemoveEdge', edge: 'start-apply' })
  expect(applyEdits(reviewed(), [good, edit({ type: 'RemoveEdge', edge: 'gone' })])).toMatchObject({ ok: false })
  expect(applyEdits(reviewed(), [good])).toMatchObject({ ok: true })
})
