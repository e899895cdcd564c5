import { describe, expect, it } from 'vitest'
import { type Catalogue, catalogues } from './catalogue.ts'
import { translator } from './translator.ts'

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)(?:, number)?\}\}/g)].map((match) => match[1]).sort()
const all: readonly Catalogue[] = catalogues

describe('the catalogues', () => {
  it('hold the same keys in both languages', () => {
    for (const catalogue of all) expect(Object.keys(catalogue.en).sort()).toEqual(Object.keys(catalogue.id).sort())
  })

  it('fill in the same places in both languages', () => {
    const differing = all.flatMap((catalogue) =>
      Object.entries(catalogue.id).filter(
        ([key, text]) => String(placeholders(text)) !== String(placeholders(catalogue.en[key] ?? '')),
      ),
    )
    expect(differing).toEqual([])
  })

  it('leave no text empty', () => {
    const texts = all.flatMap((catalogue) => [...Object.entries(catalogue.id), ...Object.entries(catalogue.en)])
    expect(texts.filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('give no key twice', () => {
    const keys = all.flatMap((catalogue) => Object.keys(catalogue.id))
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })
})

describe('the translator', () => {
  it('fills in what the text asks for, as it came', () => {
    expect(translator('id')('errors.input.too-long', { field: 'Nama & <alamat>', max: 200 })).toBe(
      '“Nama & <alamat>” terlalu panjang. Ringkas menjadi paling banyak 200 karakter.',
    )
  })

  it('keeps the languages of two readers apart', () => {
    expect([translator('id')('shell.signIn'), translator('en')('shell.signIn')]).toEqual(['Masuk', 'Sign in'])
  })

  it('writes numbers as each language does where the text asks for that', () => {
    const long = { field: 'Uraian', max: 20_000 }
    expect(translator('id')('errors.input.too-long', long)).toContain('paling banyak 20.000 karakter')
    expect(translator('en')('errors.input.too-long', long)).toContain('at most 20,000 characters')
  })

  it('never expands what a person wrote', () => {
    const hostile = '$t(shell.signIn) {{max}}'
    expect(translator('en')('errors.input.required', { field: hostile })).toBe(`Fill in “${hostile}”.`)
  })

  it('refuses unknown keys and missing words at compile time', () => {
    const t = translator('id')
    // @ts-expect-error no such key
    t('shell.nothing')
    // @ts-expect-error `max` is missing
    t('common.charactersMax')
    expect(t('common.charactersMax', { max: 5 })).toBe('Paling banyak 5 karakter')
  })
})
