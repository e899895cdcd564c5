import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import type { Result } from '#app/result.ts'
import { ok } from '#app/result.ts'
import { createStandard } from '#app/use-cases/definitions/create-standard.server.ts'
import { discardDraft } from '#app/use-cases/definitions/discard-draft.server.ts'
import { editShownDraft } from '#app/use-cases/definitions/edit-shown-draft.server.ts'
import { hearDraft } from '#app/use-cases/definitions/hear-draft.server.ts'
import { openDraft } from '#app/use-cases/definitions/open-draft.server.ts'
import { readReview } from '#app/use-cases/definitions/read-review.server.ts'
import { saveDraft } from '#app/use-cases/definitions/save-draft.server.ts'
import { sendChanges } from '#app/use-cases/definitions/send-changes.server.ts'
import { startFromVersion } from '#app/use-cases/definitions/start-from-version.server.ts'
import { submitDraft } from '#app/use-cases/definitions/submit-draft.server.ts'
import { sweepRecords } from '#app/use-cases/files/sweep-records.server.ts'
import { applyEdits, applyPartChanges, canonicalJson, type Definition, type Edit, partChangesBetween } from '#engine'
import { anOffice, morning, type Office } from '#test/builders/office.ts'
import { soundStandard } from '#test/builders/sound.ts'
import { type FreshDatabase, freshDatabase, isEmbedded } from '#test/support/postgres.ts'

let opened: FreshDatabase
let office: Office
let asha: Visitor
let budi: Visitor

const code = (result: Result<unknown, { code: string }>) => (result.ok ? 'ok' : result.refusal.code)
function must<T>(result: Result<T, { code: string }>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const at = (visitor: Visitor) => ({ visitor, agencyId: office.agencyId, slug: 'ruang' })
const after = (draft: Definition, ...edits: object[]): Definition => {
  const result = applyEdits(draft, edits as Edit[])
  if (!result.ok) throw new Error(result.refusal.code)
  return result.definition
}
const opens = async (visitor = asha) => must(await openDraft(at(visitor), office.ports))
const sends = (visitor: Visitor, changes: unknown, id: string = randomUUID(), number = 1) =>
  sendChanges({ ...at(visitor), number, batch: { id, changes } }, office.ports)
const hears = (visitor: Visitor, revision: number, step: string | null = null, id: string = randomUUID()) =>
  hearDraft({ ...at(visitor), number: 1, revision, window: { id, step } }, office.ports)
const titled = (draft: Definition, title: string) => after(draft, { type: 'SetIdentity', patch: { title } })
const united = (draft: Definition, unit: string) => after(draft, { type: 'SetIdentity', patch: { unit } })

beforeAll(async () => {
  opened = await freshDatabase()
})

beforeEach(async () => {
  office = await anOffice(opened, ['clerk'])
  asha = await office.hire('Asha', [], ['author'])
  budi = await office.hire('Budi', [], ['author'])
  must(await createStandard({ ...at(asha), title: 'Ruang baca', kind: 'service', from: soundStandard() }, office.ports))
})

it.skipIf(isEmbedded())('P14: what two officers send at once on different parts is joined', async () => {
  const { definition, revision } = await opens()
  const sent = await Promise.all([
    sends(asha, partChangesBetween(definition, titled(definition, 'Milik Asha'))),
    sends(budi, partChangesBetween(definition, united(definition, 'Bidang Budi'))),
  ])
  expect(sent.map((one) => must(one).clashes)).toEqual([[], []])
  expect(sent.map((one) => must(one).revision).sort()).toEqual([revision + 1, revision + 2])
  expect((await opens()).definition.identity).toMatchObject({ title: 'Milik Asha', unit: 'Bidang Budi' })
})

it.skipIf(isEmbedded())('P14: of two who write the same words at once the first stands, and the second is told', async () => {
  const { definition } = await opens()
  const sent = await Promise.all(
    (
      [
        [asha, 'Milik Asha'],
        [budi, 'Milik Budi'],
      ] as const
    ).map(([who, title]) => sends(who, partChangesBetween(definition, titled(definition, title)))),
  )
  const [first, second] = sent.map((one) => must(one).clashes).toSorted((a, b) => a.length - b.length)
  const { title } = (await opens()).definition.identity
  expect(first).toEqual([])
  expect(second).toMatchObject([{ why: 'changed', current: title }])
})

it('V15: a batch sent twice counts once, and gets the same answer', async () => {
  const { definition } = await opens()
  must(await sends(budi, partChangesBetween(definition, titled(definition, 'Milik Budi'))))
  const mine = partChangesBetween(
    definition,
    after(definition, { type: 'SetIdentity', patch: { title: 'Lain', unit: 'Bidang' } }),
  )
  const id = randomUUID()
  const first = must(await sends(asha, mine, id))
  must(await sends(budi, partChangesBetween(united(definition, 'Bidang'), definition)))
  const again = must(await sends(asha, mine, id))
  expect(again.clashes).toEqual(first.clashes)
  expect(first.clashes).toHaveLength(1)
  expect((await opens()).definition.identity.unit).toBe(definition.identity.unit)
  expect(code(await sends(budi, mine, id))).toBe('conflict')
})

it('hears in order what was done since, also by whoever saves the whole draft, and comes to the same bytes', async () => {
  const { definition, revision } = await opens()
  must(await sends(budi, partChangesBetween(definition, titled(definition, 'Satu'))))
  const two = must(await sends(budi, partChangesBetween(titled(definition, 'Satu'), titled(definition, 'Dua'))))
  const whole = united(titled(definition, 'Dua'), 'Bidang')
  must(await saveDraft({ ...at(budi), number: 1, revision: two.revision, definition: whole }, office.ports))
  const { news, revision: now } = must(await hears(asha, revision))
  if (!('batches' in news)) throw new Error('the log reaches back that far')
  expect(news.batches.map((batch) => [batch.revision, batch.name])).toEqual([
    [revision + 1, 'Budi'],
    [revision + 2, 'Budi'],
    [now, 'Budi'],
  ])
  const heard = news.batches.reduce((draft, { changes }) => applyPartChanges(draft, changes).definition, definition)
  expect(canonicalJson(heard)).toBe(canonicalJson((await opens()).definition))
})

it('gives the whole draft to whoever is behind what the log holds', async () => {
  const { definition, revision } = await opens()
  must(await sends(budi, partChangesBetween(definition, titled(definition, 'Satu'))))
  office.setClock(morning + 8 * 24 * 3_600_000)
  expect(await sweepRecords(office.ports)).toBeGreaterThan(0)
  const { news } = must(await hears(asha, revision))
  expect('definition' in news && news.definition.identity.title).toBe('Satu')
  const late = must(await sends(asha, partChangesBetween(definition, united(definition, 'Bidang'))))
  expect(late.clashes).toEqual([])
  expect((await opens()).definition.identity).toMatchObject({ title: 'Satu', unit: 'Bidang' })
})

it('says who else has the draft open and at which step, and forgets who is not seen any more', async () => {
  const { revision } = await opens()
  const window = randomUUID()
  must(await hears(budi, revision, 'process', window))
  office.setClock(morning + 4_000)
  must(await hears(budi, revision, 'process', window))
  const step = must(await hears(asha, revision)).present
  expect(step).toEqual([expect.objectContaining({ name: 'Budi', step: 'process', since: morning, windowId: window })])
  must(await hearDraft({ ...at(budi), number: 1, revision, window: { id: window, step: null, leaving: true } }, office.ports))
  expect(must(await hears(budi, revision)).present.map(({ name }) => name)).toEqual(['Asha'])
  office.setClock(morning + 60_000)
  expect(must(await hears(budi, revision)).present).toEqual([])
})

it('P8: takes nothing from and tells nothing to people of another agency, or whose right was taken away', async () => {
  const elsewhere = await anOffice(opened, ['head'])
  const citra = await elsewhere.hire('Citra', [], ['author'])
  const dewi = await office.hire('Dewi', [], [])
  const { definition, revision } = await opens()
  const changes = partChangesBetween(definition, titled(definition, 'Milik orang lain'))
  expect([await sends(citra, changes), await hears(citra, revision)].map(code)).toEqual(['not-found', 'not-found'])
  for (const result of [await sends(dewi, changes), await hears(dewi, revision)]) expect(code(result)).not.toBe('ok')
  expect((await opens()).definition).toEqual(definition)
  expect(must(await hears(asha, revision)).present).toEqual([])
})

it('does not send what one person wrote under the name of another who signed in since', async () => {
  const { definition, revision } = await opens()
  const openedBy = asha.kind === 'person' ? asha.person.id : ''
  const changes = partChangesBetween(definition, titled(definition, 'Milik Asha'))
  const said = { ...at(budi), number: 1, revision, openedBy, window: { id: randomUUID(), step: null } }
  expect(code(await sendChanges({ ...said, batch: { id: randomUUID(), changes } }, office.ports))).toBe('not-signed-in')
  expect(code(await hearDraft(said, office.ports))).toBe('not-signed-in')
})

it('refuses what is no change or too many of them, and names the place', async () => {
  const { definition } = await opens()
  const refused = await sends(asha, [{ part: { of: 'node', id: 'process', member: '__proto__' }, after: 1 }])
  expect(!refused.ok && refused.refusal).toMatchObject({ code: 'invalid', errors: [{ path: 'changes.0.part.member' }] })
  const many = Array.from({ length: 5001 }, () => ({ part: { of: 'notes' }, after: [] }))
  expect(code(await sends(asha, many))).toBe('invalid')
  const fat = Array.from({ length: 60 }, (_, n) => ({ part: { of: 'form', id: `f${n}` }, after: aLongForm(`f${n}`) }))
  expect(code(await sends(asha, fat))).toBe('invalid')
  expect((await opens()).definition).toEqual(definition)
})

const aLongForm = (id: string) => ({
  id,
  fields: Array.from({ length: 12 }, (_, n) => ({
    kind: 'note',
    id: `n${n}`,
    label: 'Catatan',
    help: 'x'.repeat(1900),
    required: false,
  })),
})

it('V16: changes made on a version that was laid aside do not land on the next one', async () => {
  const { definition } = await opens()
  must(await discardDraft(at(asha), office.ports))
  expect(code(await sends(asha, partChangesBetween(definition, titled(definition, 'Terlambat'))))).toBe('conflict')
  must(await startFromVersion({ ...at(budi), version: 1 }, office.ports))
  const refused = await sends(asha, partChangesBetween(definition, titled(definition, 'Terlambat')))
  expect(!refused.ok && refused.refusal).toMatchObject({ code: 'draft-conflict', number: 2 })
})

it('says when the draft was sent for review meanwhile', async () => {
  const { definition, revision } = await opens()
  must(await submitDraft(at(budi), office.ports))
  expect(must(await hears(asha, revision)).status).toBe('in-review')
  expect(code(await sends(asha, partChangesBetween(definition, titled(definition, 'Terlambat'))))).toBe('conflict')
})

it('V11: whose changes are in a draft wrote it', async () => {
  const citra = await office.hire('Citra', [], ['author', 'approver'])
  const { definition } = await opens()
  must(await sends(citra, partChangesBetween(definition, titled(definition, 'Dari Citra'))))
  must(await submitDraft(at(asha), office.ports))
  expect(must(await readReview(at(citra), office.ports)).own).toBe(true)
})

it('a log of what was done is only added to', async () => {
  const { definition } = await opens()
  must(await sends(asha, partChangesBetween(definition, titled(definition, 'Satu'))))
  await expect(opened.execute(`update draft_batches set changes = '[]'`)).rejects.toThrow()
})

it('a page of words joins what was drawn meanwhile, and refuses where the two meet', async () => {
  const { definition, revision } = await opens()
  const edits = (visitor: Visitor, change: (shown: Definition) => Definition, from = revision) =>
    editShownDraft({ ...at(visitor), number: 1, revision: from, change: (shown) => ok(change(shown)) }, office.ports)
  must(await sends(budi, partChangesBetween(definition, titled(definition, 'Milik Budi'))))
  must(await sends(budi, partChangesBetween(titled(definition, 'Milik Budi'), titled(definition, 'Tetap milik Budi'))))
  must(await edits(asha, (shown) => united(shown, 'Bidang Asha')))
  expect((await opens()).definition.identity).toMatchObject({ title: 'Tetap milik Budi', unit: 'Bidang Asha' })
  const refused = await edits(asha, (shown) => titled(shown, 'Milik Asha'))
  expect(!refused.ok && refused.refusal).toMatchObject({ code: 'draft-conflict', name: 'Asha' })
  expect(code(await edits(asha, (shown) => united(shown, 'Lain'), 0))).toBe('draft-conflict')
  expect((await opens()).definition.identity).toMatchObject({ title: 'Tetap milik Budi', unit: 'Bidang Asha' })
})
