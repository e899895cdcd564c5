import { describe, expect, it } from 'vitest'
import { aField } from '#test/builders/definition.ts'
import { aScenario, starts, wholeWalk } from '#test/builders/scenario.ts'
import { wholeAgency, wholeStandard } from '#test/builders/whole-standard.ts'
import { aCalendar } from '#test/engine/office.ts'
import { runScenarios } from '../../trial/scenarios.ts'
import { canonicalJson } from '../canonical.ts'
import { parseDefinition } from '../parse.ts'
import type { Definition } from '../schema.ts'
import { applyEdit } from './apply.ts'
import type { Edit } from './edit.ts'

const kept: Definition = { ...wholeStandard(), scenarios: [wholeWalk()] }

function applied(edit: unknown, before: Definition = kept): Definition {
  const result = applyEdit(before, edit as Edit)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  expect(parseDefinition(JSON.parse(canonicalJson(result.definition)))).toEqual({ ok: true, definition: result.definition })
  return result.definition
}
const refusal = (edit: unknown, before: Definition = kept) => {
  const result = applyEdit(before, edit as Edit)
  return result.ok ? null : result.refusal.code
}
const { calendar = aCalendar, positions } = wholeAgency()
const holds = (definition: Definition) => runScenarios(definition, { calendar, positions }).map(({ run }) => run.ok)

describe('a scenario of a draft', () => {
  it('is added, renamed and removed, and the bytes are then those from before', () => {
    const before = wholeStandard()
    const added = applied({ type: 'AddScenario', scenario: wholeWalk() }, before)
    expect(added.scenarios).toHaveLength(1)
    const renamed = applied({ type: 'UpdateScenario', scenario: 'walk', patch: { name: 'Revisi sekali' } }, added)
    expect(renamed.scenarios?.[0]).toEqual({ ...wholeWalk(), name: 'Revisi sekali' })
    const removed = applied({ type: 'RemoveScenario', scenario: 'walk' }, renamed)
    expect(canonicalJson(removed)).toBe(canonicalJson(before))
    expect(removed).not.toHaveProperty('scenarios')
  })

  it('is refused where its id is taken, it is not there, or there are too many', () => {
    expect(refusal({ type: 'AddScenario', scenario: wholeWalk() })).toBe('duplicate-id')
    expect(refusal({ type: 'RemoveScenario', scenario: 'other' })).toBe('unknown-scenario')
    expect(refusal({ type: 'UpdateScenario', scenario: 'walk', patch: { acts: [] } })).toBe('invalid')
    const many = { ...kept, scenarios: Array.from({ length: 40 }, (_, index) => wholeWalk({ id: `s${index}` })) }
    expect(refusal({ type: 'AddScenario', scenario: wholeWalk() }, many)).toBe('too-many')
  })

  it('has no more than 200 acts, and none that names a field as programs do', () => {
    const acts = Array.from({ length: 201 }, () => starts('apply'))
    expect(refusal({ type: 'AddScenario', scenario: { ...wholeWalk({ id: 'long' }), acts } })).toBe('invalid')
    const strange = { ...wholeWalk({ id: 'strange' }), acts: [{ ...starts('apply'), answers: { constructor: 'x' } }] }
    expect(refusal({ type: 'AddScenario', scenario: strange })).toBe('invalid')
  })
})

describe('the names in a walk', () => {
  it('follow a field that is renamed, and let go of one that is removed', () => {
    const to = aField('text', 'full-name', { label: 'Nama', required: true })
    const renamed = applied({ type: 'UpdateField', form: 'request', field: 'name', to })
    expect(renamed.scenarios?.[0]?.acts[0]).toMatchObject({ answers: { 'full-name': 'Siti' } })
    expect(holds(renamed)).toEqual([true])
    const removed = applied({ type: 'RemoveField', form: 'request', field: 'marks' })
    expect(removed.scenarios?.[0]?.acts[0]).not.toHaveProperty('answers.marks')
    expect(holds(removed)).toEqual([true])
  })

  it('follow into the rows of a group', () => {
    const member = aField('text', 'who')
    const group = aField('group', 'guests', { fields: [member] } as never)
    const draft = applied({ type: 'AddField', form: 'request', field: group })
    const walk = aScenario(
      [starts('apply', { answers: { guests: [{ who: 'Ani' }] } })],
      { steps: ['apply'], open: ['check'] },
      { id: 'rows' },
    )
    const walked = applied({ type: 'AddScenario', scenario: walk }, draft)
    const to = aField('text', 'guest')
    const renamed = applied({ type: 'UpdateField', form: 'request', field: 'who', group: 'guests', to }, walked)
    expect(renamed.scenarios?.[1]?.acts[0]).toMatchObject({ answers: { guests: [{ guest: 'Ani' }] } })
  })

  it('follow an outcome that is renamed; one that is gone stays, so that the walk is found broken', () => {
    const renamed = applied({ type: 'RenameOutcome', node: 'check', outcome: 'accept', to: 'approved' })
    expect(renamed.scenarios?.[0]?.acts[4]).toMatchObject({ node: 'check', outcome: 'approved' })
    expect(holds(renamed)).toEqual([true])
    const check = kept.flow.nodes.find(({ id }) => id === 'check')
    const outcomes = check?.kind === 'task' ? check.outcomes.filter(({ id }) => id !== 'revise') : []
    const without = applied({ type: 'UpdateNode', node: 'check', patch: { outcomes } })
    expect(without.scenarios).toEqual(kept.scenarios)
    expect(holds(without)).toEqual([false])
  })

  it('follow a first step whose only outcome is renamed', () => {
    const renamed = applied({ type: 'RenameOutcome', node: 'apply', outcome: 'submit', to: 'sent' })
    expect(renamed.scenarios?.[0]?.acts[0]).toMatchObject({ do: 'start', outcome: 'sent' })
  })

  it('let go of a step that is removed, in what is done and what is expected', () => {
    const without = applied({ type: 'RemoveNode', node: 'visit' })
    expect(without.scenarios?.[0]?.expects.steps).not.toContain('visit')
    expect(holds(without)).toEqual([true])
  })

  it('leave a walk of that step alone as it was', () => {
    const alone = { ...kept, scenarios: [aScenario([starts('apply')], { steps: ['apply'], open: ['check'] })] }
    expect(applied({ type: 'RemoveNode', node: 'apply' }, alone).scenarios).toEqual(alone.scenarios)
  })
})
