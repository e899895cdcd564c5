import { expect, it } from 'vitest'
import { type CitingVersion, registerOf } from './regulation-register.ts'

const version = (slug: string, number: number, items: string[], recalling: string[] = []): CitingVersion => ({
  slug,
  number,
  status: number === 1 ? 'superseded' : 'published',
  title: slug,
  components: { legalBasis: { items: items.map((text) => ({ text })) } },
  sop: null,
  decree: { recalling },
})
const law = 'Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik'
const local = 'Peraturan Bupati Purbalingga Nomor 7 Tahun 2019'
const change = {
  issuer: ['peraturan bupati purbalingga'],
  number: '7',
  year: 2019,
  about: '',
  replacedBy: 'Peraturan Bupati Purbalingga Nomor 3 Tahun 2026',
  source: 'Pasal 40',
}

it('holds each regulation once, with every version and part that cites it', () => {
  const entries = registerOf(
    [version('izin', 1, [law]), version('izin', 2, [`${law};`, local], ['UU Nomor 25 Tahun 2009;'])],
    [change],
  )
  expect(entries.map(({ text }) => text)).toEqual([local, law])
  const [one, other] = entries
  expect(other?.in.map(({ slug, number, components }) => [slug, number, components])).toEqual([
    ['izin', 1, ['legalBasis']],
    ['izin', 2, ['legalBasis', 'decree']],
  ])
  expect([one?.changes, other?.changes]).toEqual([[change], []])
})

it('keeps what has no number by its words, and says so', () => {
  const [entry] = registerOf([version('izin', 1, ['1. Keputusan rapat, '])], [])
  expect(entry).toMatchObject({ text: 'Keputusan rapat', isNumbered: false })
})
