import { expect, it } from 'vitest'
import { applyEdits, type Definition, type Edit, partChangesBetween } from '#engine'
import { aDefinition } from '#test/builders/definition.ts'
import { historyOf, record, redo, undo } from '../history.ts'
import { goBack } from './going-back.ts'

const after = (draft: Definition, ...edits: object[]): Definition => {
  const result = applyEdits(draft, edits as Edit[])
  if (!result.ok) throw new Error(result.refusal.code)
  return result.definition
}
const words = (node: string, activity: string) => ({ type: 'UpdateNode', node, patch: { activity } })
const activities = ({ flow }: Definition) => flow.nodes.flatMap((node) => (node.kind === 'task' ? [node.activity] : []))
const titled = (title: string) => ({ type: 'SetIdentity', patch: { title } })

const begun = aDefinition()
/** I named the first step, then the standard; a colleague did something after that. */
function history(...theirs: object[]) {
  const named = after(begun, words('apply', 'Mengisi'))
  const mine = after(named, titled('Milik saya'))
  const newest = after(mine, ...theirs)
  const known = new WeakMap<Definition, number>([[newest, 1]])
  const list = record(record(historyOf(begun), named, 0), mine, 1)
  const news = [{ changes: partChangesBetween(mine, newest), newest }]
  const go = (from: typeof list, step: typeof undo<Definition>) => goBack(from, step, news, known)
  return { go, at: { ...list, present: newest } }
}

it('undoes what I did and leaves what the colleague did', () => {
  const { go, at } = history(words('process', 'Memeriksa'))
  const once = go(at, undo)
  expect(activities(once.present)).toEqual(['Mengisi', 'Memeriksa'])
  expect(once.present.identity.title).toBe('Standar contoh')
  const twice = go(once, undo)
  expect(activities(twice.present)).toEqual(['Mengerjakan apply', 'Memeriksa'])
  expect(go(twice, undo)).toEqual(twice)
  expect(go(go(twice, redo), redo).present).toEqual(at.present)
})

it('passes over a draft that would show no difference', () => {
  const { go, at } = history(titled('Milik Budi'))
  const once = go(at, undo)
  expect([once.present.identity.title, ...activities(once.present)]).toEqual([
    'Milik Budi',
    'Mengerjakan apply',
    'Mengerjakan process',
  ])
})

it('keeps the step that the colleague wrote on when I undo that I added it', () => {
  const added = after(begun, { type: 'AddNode', node: { ...begun.flow.nodes[1], id: 'more', activity: 'Baru' } })
  const newest = after(added, words('more', 'Tulisan Budi'))
  const known = new WeakMap<Definition, number>([[newest, 1]])
  const list = { ...record(historyOf(begun), added, 0), present: newest }
  const back = goBack(list, undo, [{ changes: partChangesBetween(added, newest), newest }], known)
  expect(activities(back.present)).toContain('Tulisan Budi')
})
