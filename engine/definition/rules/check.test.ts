import { expect, it } from 'vitest'
import { aDefinition } from '#test/builders/definition.ts'
import { checkDefinition, checkWith, isPublishable, isRunnable } from './check.ts'

it('says nothing against running the example, but not that it may be set', () => {
  const findings = checkDefinition(aDefinition(), { positions: [{ id: 'officer' }] })
  expect(isRunnable(findings)).toBe(true)
  expect(isPublishable(findings)).toBe(false)
})

it('turns a rule that throws into a finding', () => {
  const broken = {
    name: 'broken',
    check: () => {
      throw new Error('no such thing')
    },
  }
  expect(checkWith([broken], aDefinition(), {})).toEqual([
    { code: 'rule-failed', rule: 'broken', severity: 'error', params: { rule: 'broken', why: 'no such thing' } },
  ])
})
