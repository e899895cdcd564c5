import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import type { Result } from '#app/result.ts'
import { approveDraft } from '#app/use-cases/definitions/approve-draft.server.ts'
import { createStandard } from '#app/use-cases/definitions/create-standard.server.ts'
import { openDraft } from '#app/use-cases/definitions/open-draft.server.ts'
import { readReview } from '#app/use-cases/definitions/read-review.server.ts'
import { saveDraft } from '#app/use-cases/definitions/save-draft.server.ts'
import { submitDraft } from '#app/use-cases/definitions/submit-draft.server.ts'
import { readNotices } from '#app/use-cases/notices/read-notices.server.ts'
import { makeSuggestion } from '#app/use-cases/suggestions/make-suggestion.server.ts'
import { readSuggestions } from '#app/use-cases/suggestions/read-suggestions.server.ts'
import { settleSuggestion, withdrawSuggestion } from '#app/use-cases/suggestions/settle-suggestion.server.ts'
import { constraintOf } from '#db/rows.ts'
import { applyEdits, type Definition, type Edit, type NodeId, partChangesBetween } from '#engine'
import { anOffice, type Office } from '#test/builders/office.ts'
import { soundStandard } from '#test/builders/sound.ts'
import { type FreshDatabase, freshDatabase, isEmbedded } from '#test/support/postgres.ts'
import { aSite } from '#test/support/site.ts'

let opened: FreshDatabase
let office: Office
let asha: Visitor
let budi: Visitor
let citra: Visitor

const code = (result: Result<unknown, { code: string }>) => (result.ok ? 'ok' : result.refusal.code)
const what = (result: Result<unknown>) => (!result.ok && result.refusal.code === 'conflict' ? result.refusal.what : code(result))
function must<T>(result: Result<T, { code: string }>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const at = (visitor: Visitor) => ({ visitor, agencyId: office.agencyId, slug: 'ruang' })
const draftNow = async () => must(await openDraft(at(asha), office.ports))
function edited(definition: Definition, ...edits: Edit[]): Definition {
  const result = applyEdits(definition, edits)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.definition
}
const title = (words: string): Edit => ({ type: 'SetIdentity', patch: { title: words } })
const activity = (words: string): Edit => ({ type: 'UpdateNode', node: 'process' as NodeId, patch: { activity: words } })

async function suggest(visitor: Visitor, ...edits: Edit[]) {
  const { definition, number } = await draftNow()
  const changes = partChangesBetween(definition, edited(definition, ...edits))
  return makeSuggestion({ ...at(visitor), number, changes, note: 'Lebih jelas' }, office.ports)
}
async function write(...edits: Edit[]) {
  const { definition, number, revision } = await draftNow()
  must(await saveDraft({ ...at(asha), number, revision, definition: edited(definition, ...edits) }, office.ports))
}
const shown = async (visitor: Visitor) => must(await readSuggestions(at(visitor), office.ports)).suggestions
const keys = async () => (await shown(asha))[0]?.parts?.map(({ key }) => key) ?? []
const settle = (visitor: Visitor, suggestion: string, take: readonly string[], reason = '') =>
  settleSuggestion({ ...at(visitor), suggestion, take, reason }, office.ports)
const textNow = async () => {
  const { definition } = await draftNow()
  const step = definition.flow.nodes.find(({ id }) => id === 'process')
  return [definition.identity.title, step?.kind === 'task' ? step.activity : null]
}
const newsOf = async (visitor: Visitor) => must(await readNotices({ visitor }, office.ports)).items.map(({ kind }) => kind)

beforeAll(async () => {
  opened = await freshDatabase()
})

beforeEach(async () => {
  office = await anOffice(opened, ['clerk'])
  asha = await office.hire('Asha', [], ['author'])
  budi = await office.hire('Budi', [], ['approver'])
  citra = await office.hire('Citra', ['clerk'])
  must(await createStandard({ ...at(asha), title: 'Ruang baca', kind: 'service', from: soundStandard() }, office.ports))
})

describe('a suggestion', () => {
  it('changes nothing until an author takes it, and then all of it', async () => {
    const before = await textNow()
    const { id } = must(await suggest(budi, title('Ruang baca umum'), activity('Memeriksa berkas')))
    expect(await textNow()).toEqual(before)
    const [one] = await shown(asha)
    expect(one?.parts?.map(({ changes, clashes }) => [changes.length, clashes])).toEqual([
      [1, false],
      [1, false],
    ])
    expect(one?.parts?.flatMap(({ changes }) => changes.map(({ after }) => after))).toEqual([
      ['Ruang baca umum'],
      ['Memeriksa berkas'],
    ])
    expect(must(await settle(asha, id, await keys())).verdict).toBe('accepted')
    expect(await textNow()).toEqual(['Ruang baca umum', 'Memeriksa berkas'])
    expect([await newsOf(asha), await newsOf(budi)]).toEqual([['suggestion-made'], ['suggestion-settled']])
  })

  it('is taken in part, and what is left is given a reason', async () => {
    const { id } = must(await suggest(budi, title('Lain'), activity('Memeriksa berkas')))
    const part = (await keys()).filter((key) => key.startsWith('node'))
    expect(code(await settle(asha, id, part))).toBe('invalid')
    expect(must(await settle(asha, id, part, 'Judul sudah tepat')).verdict).toBe('partly')
    expect(await textNow()).toEqual(['Ruang baca', 'Memeriksa berkas'])
    expect((await shown(budi))[0]?.settled).toMatchObject({ verdict: 'partly', reason: 'Judul sudah tepat', name: 'Asha' })
  })

  it('is declined with a reason, once', async () => {
    const { id } = must(await suggest(budi, title('Lain')))
    expect(must(await settle(asha, id, [], 'Tidak perlu')).verdict).toBe('declined')
    expect(what(await settle(asha, id, [], 'Tidak perlu'))).toBe('suggestion-settled')
    expect((await textNow())[0]).toBe('Ruang baca')
  })

  it.skipIf(isEmbedded())('is settled by one of two authors who decide at once', async () => {
    const dewi = await office.hire('Dewi', [], ['author'])
    const { id } = must(await suggest(budi, title('Lain')))
    const take = await keys()
    const answers = await Promise.all([settle(asha, id, take), settle(dewi, id, [], 'Tidak')])
    expect(answers.map(what).sort()).toEqual(['ok', 'suggestion-settled'])
  })

  it('shows what was written there meanwhile, and takes only what still fits', async () => {
    const { id } = must(await suggest(budi, title('Lain'), activity('Memeriksa berkas')))
    await write(title('Ruang baca daerah'))
    const parts = (await shown(asha))[0]?.parts ?? []
    expect(parts.map(({ clashes }) => clashes)).toEqual([true, false])
    expect(
      what(
        await settle(
          asha,
          id,
          parts.map(({ key }) => key),
        ),
      ),
    ).toBe('suggestion-clashes')
    must(
      await settle(
        asha,
        id,
        parts.filter(({ clashes }) => !clashes).map(({ key }) => key),
        'Judul sudah berubah',
      ),
    )
    expect(await textNow()).toEqual(['Ruang baca daerah', 'Memeriksa berkas'])
  })

  it('is taken back by whoever made it', async () => {
    const { id } = must(await suggest(budi, title('Lain')))
    const withdraw = (visitor: Visitor) => withdrawSuggestion({ ...at(visitor), suggestion: id }, office.ports)
    expect(what(await withdraw(asha))).toBe('suggestion-of-other')
    expect(must(await withdraw(budi)).verdict).toBe('withdrawn')
    expect(what(await settle(asha, id, [], 'x'))).toBe('suggestion-settled')
  })

  it('says something, and is made by whoever may review', async () => {
    expect(what(await suggest(budi))).toBe('nothing-suggested')
    expect(what(await suggest(budi, { type: 'MoveNode', node: 'process' as NodeId, to: { x: 9, y: 9 } }))).toBe(
      'nothing-suggested',
    )
    expect(code(await suggest(citra, title('Lain')))).toBe('not-allowed')
    const made = { ...at(budi), number: 1, note: '' }
    expect(code(await makeSuggestion({ ...made, changes: [{ part: { of: 'moon' } }] }, office.ports))).toBe('invalid')
    const { id } = must(await suggest(budi, title('Lain')))
    expect(code(await settle(budi, id, await keys()))).toBe('not-allowed')
    expect(code(await readSuggestions(at(citra), office.ports))).toBe('not-allowed')
  })
})

describe('V11: whose suggestion was taken', () => {
  it('wrote the version and does not approve it', async () => {
    const { id } = must(await suggest(budi, title('Lain')))
    must(await settle(asha, id, await keys()))
    must(await submitDraft(at(asha), office.ports))
    const { digest, own } = must(await readReview(at(budi), office.ports))
    expect(own).toBe(true)
    expect(code(await approveDraft({ ...at(budi), digest }, office.ports))).toBe('own-work')
  })

  it('approves it still where the suggestion was declined', async () => {
    const { id } = must(await suggest(budi, title('Lain')))
    must(await settle(asha, id, [], 'Tidak perlu'))
    must(await submitDraft(at(asha), office.ports))
    const { digest } = must(await readReview(at(budi), office.ports))
    expect(code(await approveDraft({ ...at(budi), digest }, office.ports))).toBe('ok')
  })
})

it('finds nothing of another agency', async () => {
  const { id } = must(await suggest(budi, title('Lain')))
  const elsewhere = await anOffice(opened, ['clerk'])
  const dewi = await elsewhere.hire('Dewi', [], ['author', 'approver'])
  expect(code(await settle(dewi, id, [], 'x'))).toBe('not-found')
  expect(code(await withdrawSuggestion({ ...at(dewi), suggestion: id }, office.ports))).toBe('not-found')
  expect(code(await readSuggestions(at(dewi), office.ports))).toBe('not-found')
  const lies = { visitor: dewi, agencyId: elsewhere.agencyId, slug: 'ruang', suggestion: id }
  expect(code(await settleSuggestion({ ...lies, take: [], reason: 'x' }, office.ports))).toBe('not-found')
})

it('is decided on a page of plain forms', async () => {
  const { id } = must(await suggest(budi, title('<b>Lain</b>'), activity('Memeriksa berkas')))
  const site = await aSite(office.ports)
  const as = await site.signIn(asha.kind === 'person' ? asha.person.id : '')
  const address = `/susun/${office.agencyId}/ruang/saran`
  const page = await (await site.ask(address, { as })).text()
  expect(page).toContain('&lt;b&gt;Lain&lt;/b&gt;')
  expect(page).toContain('Lebih jelas')
  const form = new FormData()
  for (const [name, value] of [
    ['form', 'take'],
    ['suggestion', id],
    ['part[]', (await keys())[1] ?? ''],
    ['reason', ''],
  ] as const)
    form.append(name, value)
  expect((await site.post(address, form, { as })).status).toBe(422)
  form.set('reason', 'Judul sudah tepat')
  const done = await site.post(address, form, { as })
  expect([done.status, done.headers.get('location')]).toEqual([302, `${address}?selesai=partly`])
  expect(await textNow()).toEqual(['Ruang baca', 'Memeriksa berkas'])
})

it('stays as it was made and as it was settled', async () => {
  const { id } = must(await suggest(budi, title('Lain')))
  const refusedBy = (text: string) =>
    opened.execute(text, [id]).then(
      () => 'nothing',
      (error: unknown) => constraintOf(error),
    )
  expect(await refusedBy(`update suggestions set note = 'x' where id = $1::uuid`)).toBe('suggestions_settled_once')
  must(await withdrawSuggestion({ ...at(budi), suggestion: id }, office.ports))
  expect(await refusedBy(`update suggestions set verdict = 'accepted' where id = $1::uuid`)).toBe('suggestions_settled_once')
  expect(await refusedBy('delete from suggestions where id = $1::uuid')).toBe('suggestions_kept')
})
