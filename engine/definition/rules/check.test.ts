import { expect, it } from 'vitest'
import { aDefinition } from '#test/builders/definition.ts'
import { checkDefinition, checkWith, definitionRules, isPublishable, isRunnable } from './check.ts'
import { ruleNames } from './rule-names.ts'

it('says nothing against running the example, but not that it may be set', () => {
  const findings = checkDefinition(aDefinition(), { positions: [{ id: 'officer' }] })
  expect(isRunnable(findings)).toBe(true)
  expect(isPublishable(findings)).toBe(false)
})

it('turns a rule that throws into a finding', () => {
  const broken = {
    name: 'sound' as const,
    check: () => {
      throw new Error('no such thing')
    },
  }
  expect(checkWith([broken], aDefinition(), {})).toEqual([
    { code: 'rule-failed', rule: 'sound', severity: 'error', params: { rule: 'sound', why: 'no such thing' } },
  ])
})

it('asks every rule that has a name, each once', () => {
  expect(definitionRules.map(({ name }) => name)).toEqual(ruleNames)
})
