import { describe, expect, it } from 'vitest'
import { checkDefinition, definitionRules } from '#engine'
import { Definition } from '#engine/definition/schema.ts'
import type { DefinitionInput } from '#test/builders/definition.ts'
import { wholeAgency, wholeProcedure, wholeStandard } from '#test/builders/whole-standard.ts'
import { brokenDefinitions as broken } from './broken/all.ts'

const good = (of?: 'procedure'): Definition => (of ? wholeProcedure() : wholeStandard())

describe('a good definition', () => {
  it.each([undefined, 'procedure' as const])('has nothing that a rule finds: %s', (of) => {
    expect(checkDefinition(good(of), wholeAgency())).toEqual([])
  })
})

describe.each(definitionRules.map(({ name }) => name))('broken so that %s finds it', (rule) => {
  it.each(broken.filter((one) => one.rule === rule))('$name', ({ code, change, of, agency }) => {
    const draft: DefinitionInput = structuredClone(good(of))
    change(draft)
    const findings = checkDefinition(Definition.parse(draft), { ...wholeAgency(), ...agency })
    expect(findings.filter((finding) => finding.rule === rule).map((finding) => finding.code)).toContain(code)
    expect(findings.filter((finding) => finding.rule !== rule)).toEqual([])
  })
})

it('leaves no rule without a definition that it alone finds', () => {
  expect(definitionRules.map(({ name }) => name).filter((name) => !broken.some(({ rule }) => rule === name))).toEqual([])
  expect(broken.length).toBeGreaterThanOrEqual(120)
  expect(definitionRules.length).toBeGreaterThanOrEqual(45)
})
