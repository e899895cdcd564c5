import { expect, it } from 'vitest'
import { applyEdits, applyPartChanges, canonicalJson, type Definition, type Edit, partChangesBetween } from '#engine'
import { aDefinition } from '#test/builders/definition.ts'
import { fold } from './fold.ts'
import type { Heard } from './server-answer.ts'

const after = (draft: Definition, ...edits: object[]): Definition => {
  const result = applyEdits(draft, edits as Edit[])
  if (!result.ok) throw new Error(result.refusal.code)
  return result.definition
}
const words = (node: string, activity: string) => ({ type: 'UpdateNode', node, patch: { activity } })
const begun = aDefinition()
const heard = (batches: readonly [Definition, Definition, string?][], clashes?: Heard['clashes']): Heard => ({
  revision: 1 + batches.length,
  status: 'draft',
  present: [],
  news: {
    batches: batches.map(([from, to, who = 'budi'], index) => ({
      id: `b${index}`,
      revision: index + 2,
      personId: who,
      name: who === 'budi' ? 'Budi' : 'Asha',
      changes: partChangesBetween(from, to),
    })),
  },
  ...(clashes ? { clashes } : {}),
})

it('joins what I have not sent with what the colleague did', () => {
  const theirs = after(begun, words('process', 'Memeriksa'))
  const folded = fold({ server: begun, present: after(begun, words('apply', 'Mengisi')) }, null, heard([[begun, theirs]]), 'asha')
  expect(folded?.server).toEqual(theirs)
  expect(folded?.present).toEqual(after(theirs, words('apply', 'Mengisi')))
  expect(folded?.clashes).toEqual([])
})

it('takes what it sent for its own, and goes on with what was written since', () => {
  const sent = after(begun, words('apply', 'Mengisi'))
  const present = after(sent, words('apply', 'Mengisi surat'))
  const folded = fold({ server: begun, present }, { draft: sent }, heard([[begun, sent, 'asha']]), 'asha')
  expect(folded).toEqual({ server: sent, present, clashes: [], news: [] })
  expect(folded?.server).toBe(sent)
})

it('keeps my words beside those that came first, with who wrote them', () => {
  const theirs = after(begun, words('process', 'Memeriksa'))
  const folded = fold(
    { server: begun, present: after(begun, words('process', 'Menelaah')) },
    null,
    heard([[begun, theirs]]),
    'asha',
  )
  expect(folded?.present).toEqual(theirs)
  expect(folded?.clashes).toMatchObject([{ name: 'Budi', current: 'Memeriksa', change: { after: 'Menelaah' } }])
})

it('makes one matter of all that I wrote on a step that the colleague removed, and can bring it back', () => {
  const theirs = after(begun, { type: 'RemoveNode', node: 'process' })
  const mine = after(begun, words('process', 'Menelaah'), { type: 'UpdateNode', node: 'process', patch: { remark: 'Segera' } })
  const folded = fold({ server: begun, present: mine }, null, heard([[begun, theirs]]), 'asha')
  expect(folded?.clashes).toHaveLength(1)
  const [clash] = folded?.clashes ?? []
  expect(canonicalJson(applyPartChanges(folded?.present ?? begun, clash?.back ?? []).definition)).toBe(canonicalJson(mine))
})

it('asks for the whole draft when what it heard does not fit what it has', () => {
  const elsewhere = after(begun, words('process', 'Lain'))
  const theirs = after(elsewhere, words('process', 'Memeriksa'))
  expect(fold({ server: begun, present: begun }, null, heard([[elsewhere, theirs]]), 'asha')).toBeNull()
  const whole: Heard = { revision: 9, status: 'draft', present: [], news: { definition: theirs, name: 'Budi' } }
  expect(fold({ server: begun, present: begun }, null, whole, 'asha')?.present).toEqual(theirs)
})
