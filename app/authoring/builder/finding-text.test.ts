import { expect, it } from 'vitest'
import { locales } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/translator.ts'
import { checkDefinition, definitionRules } from '#engine'
import { aDefinition } from '#test/builders/definition.ts'
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
