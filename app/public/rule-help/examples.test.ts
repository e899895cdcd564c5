import { describe, expect, it } from 'vitest'
import { locales } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/translator.ts'
import { checkDefinition, Definition, ruleNames } from '#engine'
import { agencyOf, definitionOf } from './examples/example.ts'
import { exampleAgency } from './examples/office.ts'
import { goodProcedure, goodService } from './examples/standard.ts'
import { ruleExamples } from './examples.ts'

it.each([
  ['service', goodService],
  ['procedure', goodProcedure],
])('begins from a good %s', (_, good) => {
  expect(checkDefinition(Definition.parse(good()), exampleAgency())).toEqual([])
})

describe.each(ruleNames)('the example of %s', (rule) => {
  const example = ruleExamples[rule]

  it('is found where it is wrong, by no other rule than those it names', () => {
    const found = checkDefinition(definitionOf(example, 'wrong'), agencyOf(example, 'wrong')).map((finding) => finding.rule)
    expect(found).toContain(rule)
    expect(found.filter((name) => name !== rule && !(example.also ?? []).includes(name))).toEqual([])
  })

  it('is good where it is right', () => {
    expect(checkDefinition(definitionOf(example, 'right'), agencyOf(example, 'right'))).toEqual([])
  })

  it.each(locales)('shows the difference in words: %s', (locale) => {
    const reader = { locale, t: translator(locale) }
    const [wrong, right] = (['wrong', 'right'] as const).map((side) => example.shows(definitionOf(example, side), reader))
    expect(wrong?.length).toBeGreaterThan(0)
    expect(right?.length).toBeGreaterThan(0)
    // Who is in office is no part of a definition.
    if (example.agency === undefined) expect(wrong).not.toEqual(right)
  })
})
