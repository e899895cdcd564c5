import { expect, it } from 'vitest'
import { aFullStandard } from '#test/builders/papers.ts'
import { type BlockText, blockEdit, blockOf, blockStanding, mayTakeBlock, readBlock } from './blocks.ts'
import { applyEdits } from './edit/index.ts'

const texts: BlockText[] = [['Maklumat lama'], ['Maklumat baru']]

it('tells a newer text from an older one, and both from words of the standard itself', () => {
  expect(blockStanding(['Maklumat baru'], texts)).toBe('same')
  expect(blockStanding(['Maklumat lama'], texts)).toBe('older')
  expect(blockStanding(['Lain'], texts)).toBe('own')
  expect(blockStanding([], texts)).toBe('empty')
  expect(blockStanding(['Lain'], [])).toBe('own')
})

it('gives a draft the text only where nobody worked on that part', () => {
  expect(mayTakeBlock(['Lain'], ['Lain'], texts)).toBe(true)
  expect(mayTakeBlock(['Lain, diubah'], ['Lain'], texts)).toBe(false)
  expect(mayTakeBlock(['Maklumat lama'], null, texts)).toBe(true)
  expect(mayTakeBlock([], null, texts)).toBe(true)
  expect(mayTakeBlock(['Lain'], null, texts)).toBe(false)
})

it('puts channels into a standard and leaves its way and time of complaints alone', () => {
  const before = aFullStandard('Ruang')
  const channels = readBlock('complaints', [{ kind: 'email', value: 'lapor@contoh.go.id' }])
  if (channels === null) throw new Error('no channels')
  const edited = applyEdits(before, [blockEdit(before, 'complaints', channels)])
  if (!edited.ok) throw new Error(edited.refusal.code)
  expect(blockOf(edited.definition, 'complaints')).toEqual(channels)
  expect(edited.definition.components.complaints.limits).toEqual(before.components.complaints.limits)
  expect(readBlock('complaints', ['bukan saluran'])).toBeNull()
  expect(readBlock('evaluation', [{ kind: 'email' }])).toBeNull()
})
