import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import type { Result } from '#app/result.ts'
import { approveDraft } from '#app/use-cases/definitions/approve-draft.server.ts'
import { createStandard } from '#app/use-cases/definitions/create-standard.server.ts'
import { offerBlock } from '#app/use-cases/definitions/offer-block.server.ts'
import { openDraft } from '#app/use-cases/definitions/open-draft.server.ts'
import { readReview } from '#app/use-cases/definitions/read-review.server.ts'
import { readSource } from '#app/use-cases/definitions/read-sources.server.ts'
import { saveBlock } from '#app/use-cases/definitions/shared-blocks.server.ts'
import { submitDraft } from '#app/use-cases/definitions/submit-draft.server.ts'
import { blockOf } from '#engine'
import { anOffice, type Office } from '#test/builders/office.ts'
import { soundStandard } from '#test/builders/sound.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'
import { aSite } from '#test/support/site.ts'

let opened: FreshDatabase
let office: Office
let asha: Visitor
/** Writes and may approve, as long as the words are not her own. */
let gita: Visitor
let budi: Visitor

function must<T>(result: Result<T, { code: string }>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const at = (visitor: Visitor, slug: string) => ({ visitor, agencyId: office.agencyId, slug })
const begin = (visitor: Visitor, slug: string, over: object = {}) =>
  createStandard({ ...at(visitor, slug), title: 'Ruang baca', kind: 'service', from: soundStandard(), ...over }, office.ports)
const approve = async (visitor: Visitor, slug: string) => {
  const { digest } = must(await readReview(at(visitor, slug), office.ports))
  const approved = await approveDraft({ ...at(visitor, slug), digest }, office.ports)
  return approved.ok ? 'ok' : approved.refusal.code
}
/** Asha sends it for review; then Gita and Budi would approve it. */
const approvals = async (slug: string) => {
  must(await submitDraft(at(asha, slug), office.ports))
  return [await approve(gita, slug), await approve(budi, slug)]
}

beforeAll(async () => {
  opened = await freshDatabase()
})
beforeEach(async () => {
  office = await anOffice(opened, ['clerk'])
  asha = await office.hire('Asha', [], ['author'])
  gita = await office.hire('Gita', [], ['author', 'approver'])
  budi = await office.hire('Budi', [], ['approver'])
})

it('V11: who wrote a draft does not approve a copy of it', async () => {
  must(await begin(gita, 'asal'))
  const source = must(await readSource({ ...at(asha, 'asal'), number: 1 }, office.ports))
  must(await begin(asha, 'salinan', { from: source.definition, copied: source.copied, source }))
  expect(await approvals('salinan')).toEqual(['own-work', 'ok'])
})

it('V11: nor a copy of it that was made while it waited to be set', async () => {
  must(await begin(gita, 'asal'))
  must(await submitDraft(at(gita, 'asal'), office.ports))
  expect(await approve(budi, 'asal')).toBe('ok')
  const source = must(await readSource({ ...at(asha, 'asal'), number: 1 }, office.ports))
  must(await begin(asha, 'salinan', { from: source.definition, copied: source.copied, source }))
  expect(await approvals('salinan')).toEqual(['own-work', 'ok'])
})

it('V11: nor a standard that was made of a stretch of it', async () => {
  must(await begin(gita, 'asal'))
  const site = await aSite(office.ports)
  const as = await site.signIn(asha.kind === 'person' ? asha.person.id : '')
  const made = await site.ask(`/susun/${office.agencyId}/asal/bungkus`, {
    as,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: office.ports.settings.origin },
    body: JSON.stringify({ title: 'Sebagian', slug: 'sebagian', definition: soundStandard() }),
  })
  expect(made.status).toBe(201)
  expect(await approvals('sebagian')).toEqual(['own-work', 'ok'])
})

it('V11: nor a standard that was given a shared part of theirs, in its draft or as it began', async () => {
  const key = 'facilities'
  const save = async (visitor: Visitor, revision: number, text: string[]) =>
    must(await saveBlock({ visitor, agencyId: office.agencyId, key, revision, text }, office.ports))
  const was = blockOf(soundStandard(), key) as string[]
  must(await begin(asha, 'lama'))
  await save(asha, 0, was.length > 0 ? was : ['Meja'])
  await save(gita, 1, ['Ruang tunggu'])
  const offered = must(await offerBlock({ visitor: asha, agencyId: office.agencyId, key, slugs: ['lama'] }, office.ports))
  expect(offered.map(({ outcome }) => outcome)).toEqual(['added'])
  expect(await approvals('lama')).toEqual(['own-work', 'ok'])

  const empty = soundStandard()
  const from = { ...empty, components: { ...empty.components, facilities: { items: [] } } }
  must(await begin(asha, 'baru', { from, blocks: true }))
  expect(blockOf(must(await openDraft(at(asha, 'baru'), office.ports)).definition, key)).toEqual(['Ruang tunggu'])
  expect(await approvals('baru')).toEqual(['own-work', 'ok'])
})

it('words of a standard in force are everybody’s to copy and to approve', async () => {
  await office.publish('asal', soundStandard())
  const source = must(await readSource({ ...at(asha, 'asal'), number: 1 }, office.ports))
  must(await begin(asha, 'salinan', { from: source.definition, copied: source.copied, source }))
  must(await submitDraft(at(asha, 'salinan'), office.ports))
  expect(await approve(gita, 'salinan')).toBe('ok')
})
