import { expect, it } from 'vitest'
import { anEdge, aTask } from '#test/builders/definition.ts'
import { aFullStandard } from '#test/builders/papers.ts'
import { applyEdits, type Edit } from '../../definition/edit/index.ts'
import { parseDefinition } from '../../definition/parse.ts'
import type { Definition } from '../../definition/schema.ts'
import { offersFrom, takeOffers } from './offers.ts'

const base = () => aFullStandard('Peminjaman Ruang')
function edited(definition: Definition, ...edits: unknown[]): Definition {
  const result = applyEdits(definition, edits as Edit[])
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.definition
}
const products = (...items: string[]) => ({ type: 'SetComponent', key: 'products', value: { items } })
const longerFlow = () =>
  edited(
    base(),
    { type: 'AddNode', node: aTask('log', { lane: 'clerk', activity: 'Mencatat di agenda' }) },
    { type: 'Reconnect', edge: base().flow.edges.find(({ from, to }) => from === 'apply' && to === 'check')?.id, to: 'log' },
    { type: 'Connect', edge: anEdge('log', 'check') },
  )
const keys = (offers: readonly { key: string }[]) => offers.map(({ key }) => key)

it('offers what the source changed, in words, and nothing that stands here already', () => {
  const theirs = edited(base(), products('Surat izin', 'Kartu akses'), {
    type: 'SetIdentity',
    patch: { summary: 'Untuk warga.' },
  })
  expect(keys(offersFrom(base(), theirs, base()))).toEqual(['identity/', 'component/products'])
  const ours = edited(base(), products('Surat izin', 'Kartu akses'))
  const [only, ...none] = offersFrom(base(), theirs, ours)
  expect(none).toEqual([])
  expect(only?.key).toBe('identity/')
  expect(only?.clashes).toBe(false)
  expect(only?.theirs.map(({ after }) => after.join())).toContain('Untuk warga.')
})

it('says both texts where both changed the same, and lets the one that is chosen stand', () => {
  const theirs = edited(base(), products('Surat izin', 'Kartu akses'))
  const ours = edited(base(), products('Surat pinjam'))
  const [offer] = offersFrom(base(), theirs, ours)
  if (!offer) throw new Error('nothing offered')
  expect(offer.clashes).toBe(true)
  expect(offer.theirs.flatMap(({ after }) => after)).toContain('Kartu akses')
  expect(offer.ours.flatMap(({ after }) => after)).toContain('Surat pinjam')
  const taken = takeOffers(ours, [offer])
  expect(taken.left).toEqual([])
  expect(taken.definition.components.products.items).toEqual(['Surat izin', 'Kartu akses'])
  expect(offersFrom(base(), theirs, taken.definition)).toEqual([])
})

it('takes a new step with the lines that lead to it as one', () => {
  const ours = edited(base(), products('Surat pinjam'))
  const offers = offersFrom(base(), longerFlow(), ours)
  expect(keys(offers)).toEqual(['flow/'])
  const { definition, left } = takeOffers(ours, offers)
  expect(left).toEqual([])
  expect(parseDefinition(definition).ok).toBe(true)
  expect(definition.flow.nodes.map(({ id }) => id)).toContain('log')
  expect(definition.components.products.items).toEqual(['Surat pinjam'])
})

it('names what cannot be taken any more, and leaves the standard as it is there', () => {
  const theirs = edited(base(), { type: 'UpdateNode', node: 'check', patch: { activity: 'Menelaah permohonan' } })
  const ours = edited(base(), { type: 'RemoveNode', node: 'check' })
  const offers = offersFrom(base(), theirs, ours)
  expect(offers.map(({ key, clashes }) => [key, clashes])).toEqual([['node/check', true]])
  expect(takeOffers(ours, offers)).toEqual({ definition: ours, left: ['node/check'] })
})
