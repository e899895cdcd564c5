import { describe, expect, it } from 'vitest'
import { checkDefinition, componentKeys, definitionRules, emptyDefinition, readinessOf } from '#engine'
import { homes } from '#engine/definition/readiness/parts.ts'
import { Definition } from '#engine/definition/schema.ts'
import type { DefinitionInput } from '#test/builders/definition.ts'
import { wholeAgency, wholeProcedure, wholeStandard } from '#test/builders/whole-standard.ts'
import { brokenDefinitions as broken } from './broken/all.ts'

const readyOf = (definition: Definition, context = wholeAgency()) =>
  readinessOf(definition, context, checkDefinition(definition, context))

it('asks every rule in some part', () => {
  expect(Object.keys(homes).toSorted()).toEqual(definitionRules.map(({ name }) => name).toSorted())
})

it('has all that is asked of a whole standard, in every part that it has', () => {
  const parts = readyOf(wholeStandard())
  expect(parts.map(({ part }) => part)).toEqual(['flow', 'people', 'time', 'forms', 'components', 'decree', 'channels'])
  for (const { met, of, missing } of parts) expect([met, missing]).toEqual([of, []])
  expect(parts.find(({ part }) => part === 'components')?.of).toBeGreaterThanOrEqual(componentKeys.length - 1)
})

it('asks no components of an SOP, but its first page', () => {
  expect(readyOf(wholeProcedure()).map(({ part }) => part)).toEqual(['flow', 'people', 'time', 'sop'])
  const without = readyOf({ ...wholeProcedure(), sop: null }).find(({ part }) => part === 'sop')
  expect(without?.missing).toMatchObject([{ rule: 'six-components', blocks: true }])
})

it('counts each of the fourteen components of an empty standard, complaints as a part of their own', () => {
  const parts = readyOf(emptyDefinition({ title: 'Izin', kind: 'service' }))
  const lacking = (name: string) => parts.find(({ part }) => part === name)?.missing ?? []
  const named = [...lacking('components'), ...lacking('channels')].flatMap(({ component }) => component ?? [])
  expect(named.toSorted()).toEqual([...componentKeys].toSorted())
  expect(lacking('channels')).toMatchObject([{ component: 'complaints', blocks: true }])
  expect(
    lacking('components')
      .map(({ blocks }) => blocks)
      .indexOf(false),
  ).toBe(5)
})

describe('what a broken definition lacks', () => {
  it.each(broken)('$rule: $name', ({ change, of, agency }) => {
    const draft: DefinitionInput = structuredClone(of ? wholeProcedure() : wholeStandard())
    change(draft)
    const definition = Definition.parse(draft)
    const context = { ...wholeAgency(), ...agency }
    const findings = checkDefinition(definition, context)
    const parts = readinessOf(definition, context, findings)
    expect(parts.flatMap(({ missing }) => missing.flatMap((one) => one.findings)).length).toBe(findings.length)
    for (const { of: asked, met, missing } of parts) expect(met + missing.length).toBe(asked)
  })
})
