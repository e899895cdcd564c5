import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import { limits } from '#app/limits.ts'
import type { Result } from '#app/result.ts'
import { deleteComment, editComment } from '#app/use-cases/comments/change-comment.server.ts'
import { openThread } from '#app/use-cases/comments/open-thread.server.ts'
import { readThreads } from '#app/use-cases/comments/read-threads.server.ts'
import { replyToThread } from '#app/use-cases/comments/reply-to-thread.server.ts'
import { settleThread } from '#app/use-cases/comments/settle-thread.server.ts'
import { createStandard } from '#app/use-cases/definitions/create-standard.server.ts'
import { openDraft } from '#app/use-cases/definitions/open-draft.server.ts'
import { saveDraft } from '#app/use-cases/definitions/save-draft.server.ts'
import { readNotices } from '#app/use-cases/notices/read-notices.server.ts'
import { applyEdit, type NodeId } from '#engine'
import { anOffice, morning, type Office } from '#test/builders/office.ts'
import { soundStandard } from '#test/builders/sound.ts'
import { type FreshDatabase, freshDatabase, isEmbedded } from '#test/support/postgres.ts'
import { aSite } from '#test/support/site.ts'

let opened: FreshDatabase
let office: Office
/** Writes; reviews; only works. */
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
const step = { kind: 'node', id: 'process' }
const talkOf = async (visitor: Visitor) => must(await readThreads(at(visitor), office.ports)).threads ?? []
const begin = async (visitor: Visitor, words: string, topic: unknown = step) =>
  must(await openThread({ ...at(visitor), topic, words }, office.ports)).thread
const newsOf = async (visitor: Visitor) =>
  must(await readNotices({ visitor }, office.ports)).items.map(({ kind, slug }) => `${kind} ${slug}`)

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

describe('a conversation', () => {
  it('goes from a question to an answer to an end, and tells whom it concerns', async () => {
    const thread = await begin(budi, 'Siapa yang memeriksa\nbila cuti?')
    must(await replyToThread({ ...at(asha), thread, words: 'Pelaksana harian.' }, office.ports))
    must(await settleThread({ ...at(budi), thread, settled: true }, office.ports))
    const [only] = await talkOf(budi)
    expect(only).toMatchObject({ topicKind: 'node', topicId: 'process', resolved: { name: 'Budi', at: morning } })
    expect(only?.comments.map(({ name, words, own }) => [name, words, own])).toEqual([
      ['Budi', 'Siapa yang memeriksa\nbila cuti?', true],
      ['Asha', 'Pelaksana harian.', false],
    ])
    expect((await newsOf(asha)).toSorted()).toEqual(['comment-added ruang', 'comment-resolved ruang'])
    expect(await newsOf(budi)).toEqual(['comment-replied ruang'])
  })

  it('is settled once by two who click at once, and can be taken up again', async () => {
    const thread = await begin(budi, 'Jelas?')
    const settle = (visitor: Visitor, settled: boolean) => settleThread({ ...at(visitor), thread, settled }, office.ports)
    expect((await Promise.all([settle(asha, true), settle(asha, true)])).map(code)).toEqual(['ok', 'ok'])
    expect(await newsOf(budi)).toEqual(['comment-resolved ruang'])
    must(await settle(budi, false))
    expect((await talkOf(asha))[0]?.resolved).toBeNull()
  })

  it.skipIf(isEmbedded())('is not written on in a comment that its author takes back at the same moment', async () => {
    const thread = await begin(budi, 'Jelas?')
    const comment = (await talkOf(budi))[0]?.comments[0]?.id ?? ''
    await opened.dedicated(async (execute) => {
      await execute('begin')
      await execute('select from comment_threads where id = $1::uuid for update', [thread])
      const editing = editComment({ ...at(budi), comment, words: 'Sudah jelas?' }, office.ports)
      const waiting = 'select pid from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))'
      while ((await execute(waiting)).length === 0);
      await execute(`update comments set words = '', deleted_at = now() where id = $1::uuid`, [comment])
      await execute('commit')
      expect(what(await editing)).toBe('comment-gone')
    })
  })

  it('keeps its words and the name of its step when the step is gone', async () => {
    await begin(budi, 'Perlu?')
    const { number, revision, definition } = must(await openDraft(at(asha), office.ports))
    const without = applyEdit(definition, { type: 'RemoveNode', node: 'process' as NodeId })
    if (!without.ok) throw new Error(without.refusal.code)
    must(await saveDraft({ ...at(asha), number, revision, definition: without.definition }, office.ports))
    const [thread] = await talkOf(asha)
    const before = definition.flow.nodes.find(({ id }) => id === 'process')
    expect(thread?.topicName).toBe(before?.kind === 'task' ? before.activity : 'none')
    expect(thread?.comments[0]?.words).toBe('Perlu?')
    const site = await aSite(office.ports)
    const as = await site.signIn(asha.kind === 'person' ? asha.person.id : '')
    const page = await (await site.ask(`/susun/${office.agencyId}/ruang/tinjau`, { as })).text()
    expect(page).toContain('Langkah ini sudah dihapus')
    expect(page).toContain('Perlu?')
    expect(what(await openThread({ ...at(budi), topic: step, words: 'Lagi' }, office.ports))).toBe('topic-unknown')
  })

  it('says that nothing changed until something does', async () => {
    const thread = await begin(budi, 'Satu')
    const { stamp } = must(await readThreads(at(asha), office.ports))
    const again = async () => must(await readThreads({ ...at(asha), since: stamp }, office.ports)).threads
    expect(await again()).toBeNull()
    must(await replyToThread({ ...at(asha), thread, words: 'Dua' }, office.ports))
    expect((await again())?.[0]?.comments).toHaveLength(2)
  })

  it('holds so many words, comments and no more', async () => {
    const words = (length: number) => 'x'.repeat(length)
    expect(code(await openThread({ ...at(budi), topic: step, words: '  \n ' }, office.ports))).toBe('invalid')
    expect(code(await openThread({ ...at(budi), topic: step, words: words(2001) }, office.ports))).toBe('invalid')
    expect(code(await openThread({ ...at(budi), topic: { kind: 'room', id: 'x' }, words: 'Apa' }, office.ports))).toBe('invalid')
    const thread = await begin(budi, words(2000))
    for (let said = 1; said < limits.comments.inThread; said++) {
      must(await replyToThread({ ...at(budi), thread, words: String(said) }, office.ports))
    }
    expect(what(await replyToThread({ ...at(budi), thread, words: 'lagi' }, office.ports))).toBe('thread-full')
    for (let said = 0; said < limits.comments.max - limits.comments.inThread - 1; said++) await begin(budi, String(said))
    const tooMany = await openThread({ ...at(budi), topic: step, words: 'lagi' }, office.ports)
    expect(code(tooMany)).toBe('rate-limited')
    expect(code(await openThread({ ...at(asha), topic: step, words: 'saya' }, office.ports))).toBe('ok')
  })
})

describe('what one said', () => {
  it('is changed and taken back by nobody else', async () => {
    await begin(budi, 'Salah')
    const comment = (await talkOf(budi))[0]?.comments[0]?.id ?? ''
    expect(what(await editComment({ ...at(asha), comment, words: 'Lain' }, office.ports))).toBe('comment-of-other')
    expect(what(await deleteComment({ ...at(asha), comment }, office.ports))).toBe('comment-of-other')
    must(await editComment({ ...at(budi), comment, words: 'Benar' }, office.ports))
    expect((await talkOf(asha))[0]?.comments[0]).toMatchObject({ words: 'Benar', editedAt: morning, own: false })
  })

  it('leaves its place to the answers when it is taken back, and nothing when there are none', async () => {
    const thread = await begin(budi, 'Rahasia')
    const comment = (await talkOf(budi))[0]?.comments[0]?.id ?? ''
    must(await replyToThread({ ...at(asha), thread, words: 'Baik' }, office.ports))
    must(await deleteComment({ ...at(budi), comment }, office.ports))
    expect((await talkOf(asha))[0]?.comments.map(({ words, deleted }) => [words, deleted])).toEqual([
      ['', true],
      ['Baik', false],
    ])
    expect(what(await deleteComment({ ...at(budi), comment }, office.ports))).toBe('comment-gone')
    const answer = (await talkOf(asha))[0]?.comments[1]?.id ?? ''
    must(await deleteComment({ ...at(asha), comment: answer }, office.ports))
    expect(await talkOf(asha)).toEqual([])
  })

  it('is text on the page, whatever it looks like', async () => {
    await begin(budi, '<script>alert(1)</script> & "kutipan"')
    const site = await aSite(office.ports)
    const as = await site.signIn(asha.kind === 'person' ? asha.person.id : '')
    const page = await (await site.ask(`/susun/${office.agencyId}/ruang/tinjau`, { as })).text()
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;kutipan&quot;')
    expect(page).not.toContain('<script>alert')
  })
})

describe('who works by a standard and does not review it', () => {
  it('reads its papers on the page of review and nothing that was said', async () => {
    await begin(budi, 'Antara kita')
    expect(code(await readThreads(at(citra), office.ports))).toBe('not-allowed')
    expect(code(await openThread({ ...at(citra), topic: step, words: 'Saya' }, office.ports))).toBe('not-allowed')
    const site = await aSite(office.ports)
    const as = await site.signIn(citra.kind === 'person' ? citra.person.id : '')
    const answer = await site.ask(`/susun/${office.agencyId}/ruang/tinjau`, { as })
    expect([answer.status, (await answer.text()).includes('Antara kita')]).toEqual([200, false])
  })
})

it('finds nothing of another agency, and nothing of another standard', async () => {
  const thread = await begin(budi, 'Di sini')
  const comment = (await talkOf(budi))[0]?.comments[0]?.id ?? ''
  const elsewhere = await anOffice(opened, ['clerk'])
  const dewi = await elsewhere.hire('Dewi', [], ['author', 'approver'])
  must(
    await createStandard(
      { visitor: dewi, agencyId: elsewhere.agencyId, slug: 'ruang', title: 'Lain', kind: 'sop' },
      elsewhere.ports,
    ),
  )
  const tries = (visitor: Visitor, agencyId: string, slug: string) => {
    const key = { visitor, agencyId, slug }
    return Promise.all([
      replyToThread({ ...key, thread, words: 'x' }, office.ports),
      settleThread({ ...key, thread, settled: true }, office.ports),
      editComment({ ...key, comment, words: 'x' }, office.ports),
      deleteComment({ ...key, comment }, office.ports),
    ])
  }
  expect((await tries(dewi, office.agencyId, 'ruang')).map(code)).toEqual(Array(4).fill('not-found'))
  expect((await tries(dewi, elsewhere.agencyId, 'ruang')).map(code)).toEqual(Array(4).fill('not-found'))
  must(await createStandard({ ...at(asha), slug: 'lain', title: 'Lain', kind: 'sop' }, office.ports))
  expect((await tries(budi, office.agencyId, 'lain')).map(code)).toEqual(Array(4).fill('not-found'))
  const gone = { ...at(budi), thread: randomUUID() }
  expect(code(await settleThread({ ...gone, settled: true }, office.ports))).toBe('not-found')
  expect((await talkOf(asha))[0]).toMatchObject({ resolved: null, comments: [{ words: 'Di sini' }] })
})

it('talks on the page of review by plain forms, and keeps what was refused', async () => {
  const site = await aSite(office.ports)
  const as = await site.signIn(budi.kind === 'person' ? budi.person.id : '')
  const address = `/susun/${office.agencyId}/ruang/tinjau`
  const post = (form: Record<string, string>) => site.post(address, form, { as })
  const long = 'y'.repeat(2001)
  const refused = await post({ form: 'thread', topic: 'component:fee', words: long })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain(long)
  const sent = await post({ form: 'thread', topic: 'component:fee', words: 'Mengapa gratis?' })
  expect(sent.status).toBe(302)
  expect(sent.headers.get('location')).toContain('#utas-')
  const page = await (await site.ask(`${address}?tempat=component:fee`, { as })).text()
  expect(page).toContain('Mengapa gratis?')
  expect(await (await site.ask(`${address}?tempat=component:products`, { as })).text()).not.toContain('Mengapa gratis?')
  const words = await (await site.ask(`/susun/${office.agencyId}/ruang/komponen`, { as })).text()
  expect(words).toContain('Komentari (1)')
})
