import { describe, expect, it } from 'vitest'
import {
  aCall,
  aDefinition,
  aField,
  aForm,
  aJoin,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  aParallel,
  aStart,
  aTask,
  aWait,
} from '#test/builders/definition.ts'
import { canonicalJson } from '../canonical.ts'
import { parseDefinition } from '../parse.ts'
import type { Definition } from '../schema.ts'
import { applyEdit } from './apply.ts'
import type { Edit } from './edit.ts'

/** Two opinions side by side, then a wait, another standard, and a step whose performer and deadline look back. */
const branched = () =>
  aDefinition({
    lanes: [anApplicantLane(), aLane('officer'), aLane('legal'), aLane('spare')],
    forms: [aForm('asked', aField('date', 'day'), aField('text', 'name')), aForm('letter', aField('text', 'number'))],
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant', form: 'asked' }),
      aParallel('split'),
      aTask('technical'),
      aTask('lawful', { lane: 'legal' }),
      aJoin('both'),
      aWait('reply', {
        until: {
          kind: 'report',
          event: 'Surat',
          form: 'letter',
          atMost: { amount: 5, unit: 'workingDay', anchor: { kind: 'completed', node: 'technical' } },
        },
      }),
      aCall('sub', { passes: [{ from: 'name', to: 'who' }], returns: [{ from: 'number', to: 'number' }] }),
      aWait('held', { until: { kind: 'moment', field: 'day' } }),
      aTask('finish', {
        jointLanes: ['spare'],
        assignment: { kind: 'performer', of: 'technical' },
        duration: { amount: 2, unit: 'workingDay' },
        deadline: { afterwards: { kind: 'return', to: 'technical' } },
      }),
      aTask('sign', { assignment: { kind: 'superior', of: 'technical' } }),
      anEnd(),
      anEnd('no', { result: 'rejected' }),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'split'),
      anEdge('split', 'technical'),
      anEdge('split', 'lawful'),
      anEdge('technical', 'both'),
      anEdge('lawful', 'both'),
      anEdge('both', 'reply'),
      anEdge('reply', 'sub'),
      anEdge('reply', 'no', { outcome: 'lapsed' }),
      anEdge('sub', 'held'),
      anEdge('held', 'finish'),
      anEdge('finish', 'sign'),
      anEdge('sign', 'end'),
    ],
  })

function apply(raw: unknown, before: Definition = branched()) {
  const result = applyEdit(before, raw as Edit)
  if (result.ok)
    expect(parseDefinition(JSON.parse(canonicalJson(result.definition)))).toEqual({ ok: true, definition: result.definition })
  return result
}
function applied(raw: unknown, before: Definition = branched()): Definition {
  const result = apply(raw, before)
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.definition
}
function refusal(raw: unknown, before: Definition = branched()): string {
  const result = apply(raw, before)
  return result.ok ? 'accepted' : result.refusal.code
}
const edges = ({ flow }: Definition) => flow.edges.map((edge) => `${edge.from}-${edge.outcome ?? ''}>${edge.to}`)
const node = ({ flow }: Definition, id: string) => flow.nodes.find((candidate) => candidate.id === id)

describe('branches', () => {
  it('gives what splits another exit, without outcome or condition', () => {
    const wished = { ...anEdge('split', 'finish'), outcome: 'submit', otherwise: true }
    const draft = applied({ type: 'Connect', edge: wished })
    expect(edges(draft).at(-1)).toBe('split->finish')
    expect(draft.flow.edges.at(-1)).not.toHaveProperty('otherwise')
  })

  it('splits into no more branches than fit', () => {
    let draft = branched()
    for (let number = 3; number <= 20; number += 1)
      draft = applied({ type: 'Connect', edge: anEdge('split', 'finish', { id: `more-${number}` }) }, draft)
    expect(refusal({ type: 'Connect', edge: anEdge('split', 'finish', { id: 'more-21' }) }, draft)).toBe('too-many')
  })

  it('lets a join lead on one way only', () => {
    expect(refusal({ type: 'Connect', edge: anEdge('both', 'finish') })).toBe('has-exit')
  })

  it('puts a step into a branch, and takes a join away without losing what comes after', () => {
    const more = applied({
      type: 'AddNode',
      node: aTask('check', { lane: 'legal' }),
      place: { onEdge: 'lawful-both', through: 'e9' },
    })
    expect(edges(more)).toEqual(expect.arrayContaining(['lawful->check', 'check-submit>both']))
    const without = applied({ type: 'RemoveNode', node: 'both' })
    expect(edges(without)).toEqual(expect.arrayContaining(['technical->reply', 'lawful->reply']))
  })
})

describe('waits and calls', () => {
  it('gives each result one exit, beside the one for all others', () => {
    expect(refusal({ type: 'Connect', edge: anEdge('reply', 'finish', { id: 'x' }) })).toBe('has-exit')
    expect(refusal({ type: 'Connect', edge: anEdge('reply', 'finish', { outcome: 'lapsed' }) })).toBe('has-exit')
    expect(refusal({ type: 'Connect', edge: anEdge('held', 'no', { outcome: 'lapsed' }) })).toBe('unknown-outcome')
    expect(edges(applied({ type: 'Connect', edge: anEdge('sub', 'no', { outcome: 'rejected' }) }))).toContain('sub-rejected>no')
    expect(refusal({ type: 'Connect', edge: anEdge('sub', 'no', { outcome: 'lapsed' }) })).toBe('unknown-outcome')
  })

  it('adds a step on the first result that has no exit when the usual one leads to an end', () => {
    const place = { after: 'sub', edge: 'e8', through: 'e9' }
    expect(edges(applied({ type: 'AddNode', node: anEnd('stop'), place })).at(-1)).toBe('sub-completed>stop')
  })

  it('drops the exit for a limit that is taken away', () => {
    const patch = { until: { kind: 'report', event: 'Surat' } }
    expect(edges(applied({ type: 'UpdateNode', node: 'reply', patch }))).not.toContain('reply-lapsed>no')
  })

  it('gives a report its form, and takes it away', () => {
    const without = applied({ type: 'RemoveForm', form: 'letter' })
    expect(node(without, 'reply')).not.toHaveProperty('until.form')
    expect(node(applied({ type: 'AddForm', form: aForm('again'), task: 'reply' }, without), 'reply')).toMatchObject({
      until: { form: 'again' },
    })
    expect(refusal({ type: 'AddForm', form: aForm('f3'), task: 'held' })).toBe('unknown-node')
  })

  it('follows a renamed field into waits and mappings', () => {
    const day = applied({ type: 'UpdateField', form: 'asked', field: 'day', to: aField('date', 'date-held') })
    expect(node(day, 'held')).toMatchObject({ until: { field: 'date-held' } })
    const name = applied({ type: 'UpdateField', form: 'asked', field: 'name', to: aField('text', 'full-name') })
    expect(node(name, 'sub')).toMatchObject({ passes: [{ from: 'full-name', to: 'who' }] })
  })

  it('drops a mapping with its own field, and keeps the name of a date that is waited for', () => {
    expect(node(applied({ type: 'RemoveField', form: 'letter', field: 'number' }), 'sub')).toMatchObject({ returns: [] })
    expect(node(applied({ type: 'RemoveField', form: 'asked', field: 'name' }), 'sub')).toMatchObject({ passes: [] })
    expect(node(applied({ type: 'RemoveField', form: 'asked', field: 'day' }), 'held')).toMatchObject({ until: { field: 'day' } })
  })
})

describe('what looks back at a step that goes', () => {
  const draft = applied({ type: 'RemoveNode', node: 'technical' })

  it('falls to its lane, keeps the step where it is, counts from when it opens', () => {
    expect(node(draft, 'finish')).toMatchObject({ assignment: { kind: 'lane' }, deadline: { afterwards: { kind: 'keep' } } })
    expect(node(draft, 'sign')).toMatchObject({ assignment: { kind: 'lane' } })
    expect(node(draft, 'reply')).toMatchObject({ until: { atMost: { anchor: { kind: 'entered' } } } })
  })
})

it('keeps a lane that does a step together with another', () => {
  expect(refusal({ type: 'RemoveLane', lane: 'spare' })).toBe('lane-in-use')
})
