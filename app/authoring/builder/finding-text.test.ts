import { expect, it } from 'vitest'
import { locales } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/translator.ts'
import { checkDefinition, definitionRules } from '#engine'
import { Definition } from '#engine/definition/schema.ts'
import { aDefinition, type DefinitionInput } from '#test/builders/definition.ts'
import { wholeAgency, wholeProcedure, wholeStandard } from '#test/builders/whole-standard.ts'
import { brokenDefinitions } from '#test/definitions/broken/all.ts'
import { findingText, findingWhy } from './finding-text.ts'

it.each(locales)('tells in %s why each rule is asked', (locale) => {
  const t = translator(locale)
  const told = definitionRules.map((rule) => findingWhy({ rule: rule.name }, t))
  expect(told.filter((why) => why.startsWith('builder.'))).toEqual([])
  expect(new Set(told).size).toBe(definitionRules.length)
})

it('names components and units as the reader calls them', () => {
  const definition = aDefinition({ components: { procedure: { intro: ['Loket → Camat'] } } })
  const [drawing] = checkDefinition(definition).filter(({ rule }) => rule === 'drawing-from-flow')
  const said = (locale: 'id' | 'en') => drawing && findingText(drawing, definition, translator(locale))
  expect(said('id')).toBe(
    'Prosedur: gambar alur diketik sebagai teks. Hapus baris itu; gambar dibuat sendiri dari langkah-langkahnya.',
  )
  expect(said('en')).toBe(
    'Procedure: a drawing of the flow is typed as words. Delete that line; the drawing is made from the steps.',
  )
  const short = { code: 'promise-too-short', rule: 'time-adds-up', severity: 'warning' } as const
  const params = { component: 'serviceTime', n: 7.5, amount: 5, unit: 'workingDay' }
  expect(findingText({ ...short, params }, definition, translator('en'))).toContain('7.5 working days')
})

it.each(locales)('says in %s whatever can be found, with nothing left to fill in', (locale) => {
  const t = translator(locale)
  const said = brokenDefinitions.flatMap(({ of, change, agency }) => {
    const draft: DefinitionInput = structuredClone(of ? wholeProcedure() : wholeStandard())
    change(draft)
    const definition = Definition.parse(draft)
    const findings = checkDefinition(definition, { ...wholeAgency(), ...agency })
    return findings.map((finding) => findingText(finding, definition, t))
  })
  expect(said.length).toBeGreaterThanOrEqual(brokenDefinitions.length)
  expect(said.filter((text) => /\{\{|""|“”|undefined| {2}|: \.|builder\./.test(text))).toEqual([])
})
