import { expect, it } from 'vitest'
import { translator } from '#app/i18n/translator.ts'
import { slugOf } from './slug-of.ts'

it('makes the address out of the title when none was written', () => {
  expect(slugOf('  Peminjaman Ruang Rapat (Aula) & Café ')).toBe('peminjaman-ruang-rapat-aula-cafe')
  expect(slugOf(`${'a'.repeat(79)} b`)).toBe('a'.repeat(79))
  expect(slugOf('…')).toBe('')
})

it('tells when that happens by the name that the button has', () => {
  for (const locale of ['id', 'en'] as const) {
    const t = translator(locale)
    expect(t('authoring.new.slugHelp')).toContain(`“${t('authoring.new.submit')}”`)
  }
})
