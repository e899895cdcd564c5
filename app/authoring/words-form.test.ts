import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { applyEdits, canonicalJson, type Definition, limits, parseDefinition } from '#engine'
import { aFullStandard } from '#test/builders/papers.ts'
import { editsOf } from './words-edits.ts'
import { fieldOf, wordsOf } from './words-form.ts'
import { itemsOf, linesOf, readTariff } from './words-lines.ts'

const shipped = readdirSync('definitions/agencies', { recursive: true, encoding: 'utf8' })
  .filter((path) => /standards.[^/]+\.json$/.test(path))
  .flatMap((path): [string, Definition][] => {
    const parsed = parseDefinition(JSON.parse(readFileSync(`definitions/agencies/${path}`, 'utf8')).definition)
    return parsed.ok ? [[path, parsed.definition]] : []
  })

it.each([...shipped, ['a full standard', aFullStandard()] as [string, Definition]])(
  '%s comes back unchanged from its form',
  (_, definition) => {
    const { edits, problems } = editsOf(wordsOf(definition), definition)
    expect(problems).toEqual([])
    const edited = applyEdits(definition, edits)
    expect(edited.ok && canonicalJson(edited.definition)).toBe(canonicalJson(definition))
  },
)

it('reads lines as items, drops bullets and joins what is indented', () => {
  expect(itemsOf('- Surat\r\n\r\n• Kartu\n  anggota\n')).toEqual(['Surat', 'Kartu\nanggota'])
  expect(itemsOf(linesOf(['satu\ndua', 'tiga']))).toEqual(['satu\ndua', 'tiga'])
})

it('reads a tariff as it is written by hand and refuses a line without an amount', () => {
  expect(readTariff('Fotokopi | Rp 1.500,00 | lembar\nPindai|500')).toEqual([
    { what: 'Fotokopi', rupiah: 1500, per: 'lembar' },
    { what: 'Pindai', rupiah: 500 },
  ])
  expect(readTariff('Fotokopi')).toBeNull()
})

it('names the field of a place that does not fit', () => {
  const long = { ...wordsOf(aFullStandard()), requirements: `pendek\n${'x'.repeat(2001)}` }
  const edited = applyEdits(aFullStandard(), editsOf(long, aFullStandard()).edits)
  const path = !edited.ok && edited.refusal.code === 'invalid' ? edited.refusal.errors[0]?.path : undefined
  expect(fieldOf(path ?? '')).toBe('requirements')
})

it('gives a component the heading that the office writes, and its official one when the field is emptied', () => {
  const standard = aFullStandard()
  const labelsFrom = (words: Record<string, string>, definition: Definition) => {
    const edited = applyEdits(definition, editsOf(words, definition).edits)
    return edited.ok ? edited.definition : definition
  }
  const named = labelsFrom({ ...wordsOf(standard), 'heading-fee': '  Retribusi ', 'heading-staffing': '' }, standard)
  expect(named.labels).toEqual({ ...standard.labels, fee: 'Retribusi' })
  expect(wordsOf(named)['heading-fee']).toBe('Retribusi')
  expect(labelsFrom({ ...wordsOf(named), 'heading-fee': ' ' }, named).labels.fee).toBeUndefined()
})

it('names the heading that is too long', () => {
  const long = { ...wordsOf(aFullStandard()), 'heading-fee': 'x'.repeat(limits.label + 1) }
  const edited = applyEdits(aFullStandard(), editsOf(long, aFullStandard()).edits)
  const path = !edited.ok && edited.refusal.code === 'invalid' ? edited.refusal.errors[0]?.path : undefined
  expect(fieldOf(path ?? '')).toBe('heading-fee')
})

it('adds a regulation that was chosen from the register, once', () => {
  const standard = aFullStandard()
  const basis = (add: string) => {
    const edited = applyEdits(standard, editsOf({ ...wordsOf(standard), 'legalBasis-add': add }, standard).edits)
    return edited.ok ? edited.definition.components.legalBasis.items.map(({ text }) => text) : []
  }
  const before = standard.components.legalBasis.items.map(({ text }) => text)
  expect(basis('Peraturan Bupati Nomor 3 Tahun 2026')).toEqual([...before, 'Peraturan Bupati Nomor 3 Tahun 2026'])
  expect(basis(before[0] ?? '')).toEqual(before)
})
