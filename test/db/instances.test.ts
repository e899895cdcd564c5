import { beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import { refusalStatus } from '#app/refusals.ts'
import { readFile } from '#app/use-cases/files/read-file.server.ts'
import { uploadFile } from '#app/use-cases/files/upload-file.server.ts'
import { cancelInstance } from '#app/use-cases/instances/cancel-instance.server.ts'
import { claimTask } from '#app/use-cases/instances/claim-task.server.ts'
import { completeByTicket } from '#app/use-cases/instances/complete-by-ticket.server.ts'
import { completeTask } from '#app/use-cases/instances/complete-task.server.ts'
import { delegateTask } from '#app/use-cases/instances/delegate-task.server.ts'
import { listInstances } from '#app/use-cases/instances/list-instances.server.ts'
import { readInbox } from '#app/use-cases/instances/read-inbox.server.ts'
import { readInstance } from '#app/use-cases/instances/read-instance.server.ts'
import { readTask } from '#app/use-cases/instances/read-task.server.ts'
import { reassignTask } from '#app/use-cases/instances/reassign-task.server.ts'
import { releaseTask } from '#app/use-cases/instances/release-task.server.ts'
import { saveTaskDraft } from '#app/use-cases/instances/save-task-draft.server.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import { trackTicket } from '#app/use-cases/instances/track-ticket.server.ts'
import { verifyChain } from '#db/chain.ts'
import * as schema from '#db/schema.ts'
import { historyOf } from '#db/stores/instances.ts'
import { type OutcomeId, type PositionId, replay } from '#engine'
import { aCoverage, aDisposition, anEntry } from '#test/builders/coverage.ts'
import { aDefinition, aLane, anApplicantLane, anEdge, anEnd, aStart, aTask } from '#test/builders/definition.ts'
import { anOffice, type Office } from '#test/builders/office.ts'
import { freshDatabase, isEmbedded } from '#test/support/postgres.ts'
import { unguarded } from '#test/support/unguarded.ts'

const statements: string[] = []
let opened: Awaited<ReturnType<typeof freshDatabase>>
let office: Office
let rina: Visitor
let budi: Visitor
let head: Visitor
let stranger: Visitor

const anonymous: Visitor = { kind: 'anonymous' }
const submit = (data: Record<string, unknown>, outcome = 'submit', reason?: string) => ({
  outcome: outcome as OutcomeId,
  data,
  ...(reason ? { reason } : {}),
})

beforeAll(async () => {
  opened = await freshDatabase({ onStatement: (text) => statements.push(text) })
  office = await anOffice(opened, ['clerk', 'head'])
  rina = await office.hire('Rina', ['clerk'])
  budi = await office.hire('Budi', ['clerk'])
  head = await office.hire('Kepala', ['head'], ['administrator'])
  await office.publish('liputan', aCoverage())
  const elsewhere = await anOffice(opened, ['clerk'])
  stranger = await elsewhere.hire('Orang Lain', ['clerk'], ['administrator'])
})

async function apply(title = 'Pelantikan', idempotencyKey?: string) {
  const { agencyId, ports } = office
  const input = { visitor: anonymous, agencyId, slug: 'liputan', submission: submit({ title }), idempotencyKey }
  const started = await startInstance(input, ports)
  if (!started.ok) throw new Error(JSON.stringify(started.refusal))
  return started.value
}

async function openTask(instanceId: string): Promise<string> {
  const found = await opened.execute<{ id: string }>(`select id from tasks where instance_id = $1::uuid and status = 'open'`, [
    instanceId,
  ])
  return found[0]?.id ?? 'none'
}

const complete = (visitor: Visitor, taskId: string, submission = submit({ draft: 'Naskah' }), idempotencyKey?: string) =>
  completeTask({ visitor, agencyId: office.agencyId, taskId, submission, idempotencyKey }, office.ports)

async function counted<T>(run: () => Promise<T>): Promise<number> {
  const before = statements.length
  await run()
  return statements.length - before
}

describe('a request', () => {
  it('is started by an applicant who gets a ticket of which only a hash is kept', async () => {
    const started = await apply()
    expect(started.ticket).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/)
    const [row] = await opened.execute<{ text: string }>('select i::text as text from instances i where id = $1::uuid', [
      started.instanceId,
    ])
    expect(row?.text).not.toContain(started.ticket)
    const tracked = await trackTicket({ ticket: ` ${started.ticket?.toLowerCase().replaceAll('-', ' ')}` }, office.ports)
    expect(tracked).toMatchObject({ ok: true, value: { title: 'Pelantikan', status: 'running', data: { title: 'Pelantikan' } } })
  })

  it('that an official started has a ticket where a citizen has a step in it, which the ticket does', async () => {
    const { agencyId, ports } = office
    await office.publish('dengan-warga', anEntry(true))
    await office.publish('tanpa-warga', anEntry(false))
    const input = { visitor: rina, agencyId, submission: submit({}), idempotencyKey: 'catat' }
    const begun = await startInstance({ ...input, slug: 'dengan-warga' }, ports)
    if (!begun.ok) throw new Error(begun.refusal.code)
    const { instanceId, ticket } = begun.value
    expect(ticket).toMatch(/^.{5}-.{5}-.{5}-.{5}$/)
    expect(await startInstance({ ...input, slug: 'dengan-warga' }, ports)).toEqual(begun)
    const step = { ticket: ticket ?? '', taskId: await openTask(instanceId), submission: submit({}) }
    expect(await completeByTicket(step, ports)).toMatchObject({ ok: true, value: { status: 'completed' } })
    const alone = await startInstance({ ...input, slug: 'tanpa-warga', idempotencyKey: 'lain' }, ports)
    expect(alone).toMatchObject({ ok: true, value: { ticket: null } })
  })

  it('runs through a revision to its end, and its state is the fold of its events (P2)', async () => {
    const { instanceId } = await apply()
    await complete(rina, await openTask(instanceId))
    await complete(head, await openTask(instanceId), submit({}, 'revise', 'Judul kurang'))
    const page = await readTask({ visitor: rina, agencyId: office.agencyId, taskId: await openTask(instanceId) }, office.ports)
    expect(page).toMatchObject({ ok: true, value: { mayAct: true, task: { round: 2 }, cameFrom: { reason: 'Judul kurang' } } })
    await complete(budi, await openTask(instanceId), submit({ draft: 'Naskah kedua' }))
    expect(await complete(head, await openTask(instanceId), submit({}, 'accept'))).toMatchObject({
      ok: true,
      value: { status: 'completed' },
    })
    const read = await readInstance({ visitor: rina, agencyId: office.agencyId, instanceId }, office.ports)
    if (!read.ok) throw new Error(read.refusal.code)
    expect(replay(read.value.history.map(({ event }) => event))).toEqual(read.value.instance.state)
  })

  it('gives the same answer to the same key, and none to another request under it (V15)', async () => {
    const first = await apply('Upacara', 'form-1')
    expect(await apply('Upacara', 'form-1')).toEqual(first)
    const { agencyId, ports } = office
    const other = {
      visitor: anonymous,
      agencyId,
      slug: 'liputan',
      submission: submit({ title: 'Lain' }),
      idempotencyKey: 'form-1',
    }
    expect(await startInstance(other, ports)).toMatchObject({ ok: false, refusal: { code: 'conflict', what: 'request-key' } })
    const taskId = await openTask(first.instanceId)
    const done = await complete(rina, taskId, submit({ draft: 'A' }), 'k')
    expect(await complete(rina, taskId, submit({ draft: 'A' }), 'k')).toEqual(done)
    expect(await complete(rina, taskId, submit({ draft: 'B' }), 'k')).toMatchObject({
      ok: false,
      refusal: { what: 'request-key' },
    })
  })

  it('twice at once under one key is started once', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => apply('Bersama', 'form-2')))
    expect(new Set(answers.map(({ instanceId }) => instanceId)).size).toBe(1)
    expect(new Set(answers.map(({ ticket }) => ticket)).size).toBe(1)
  })

  it('is cancelled by an administrator with a reason that its applicant reads', async () => {
    const { instanceId, ticket } = await apply()
    const input = { agencyId: office.agencyId, instanceId, reason: 'Acara batal' }
    expect(await cancelInstance({ ...input, visitor: rina }, office.ports)).toMatchObject({ refusal: { code: 'not-allowed' } })
    expect(await cancelInstance({ ...input, visitor: head }, office.ports)).toMatchObject({
      value: { status: 'cancelled', open: [] },
    })
    expect(await trackTicket({ ticket: ticket ?? '' }, office.ports)).toMatchObject({
      value: { status: 'cancelled', cancelReason: 'Acara batal' },
    })
  })

  it('does not exist for another agency (P8)', async () => {
    const { instanceId } = await apply()
    const taskId = await openTask(instanceId)
    const { agencyId, ports } = office
    const notFound = { ok: false, refusal: { code: 'not-found' } }
    expect(await readInstance({ visitor: stranger, agencyId, instanceId }, ports)).toEqual(notFound)
    expect(await readTask({ visitor: stranger, agencyId, taskId }, ports)).toEqual(notFound)
    expect(await complete(stranger, taskId)).toEqual(notFound)
    const own = stranger.kind === 'person' ? (stranger.person.seats[0]?.agencyId ?? '') : ''
    expect(await completeTask({ visitor: stranger, agencyId: own, taskId, submission: submit({ draft: 'x' }) }, ports)).toEqual(
      notFound,
    )
  })
})

describe('a task', () => {
  it('is completed exactly once by twenty clerks at once; the others hear that it is closed (P1)', async () => {
    const { instanceId } = await apply()
    const taskId = await openTask(instanceId)
    const clerks = await Promise.all(Array.from({ length: 20 }, (_, i) => office.hire(`Petugas ${i}`, ['clerk'])))
    const answers = await Promise.all(clerks.map((clerk) => complete(clerk, taskId)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.code]))
    expect(new Set(refusals)).toEqual(new Set(['task-closed']))
    expect(
      await opened.execute(`select count(*)::int as n from events where task_id = $1::uuid and type = 'TaskCompleted'`, [taskId]),
    ).toEqual([{ n: 1 }])
  })

  it('leaves the colleagues’ inboxes when claimed and returns when released', async () => {
    const { instanceId } = await apply()
    const taskId = await openTask(instanceId)
    const { agencyId, ports } = office
    const sees = async (visitor: Visitor) => {
      const inbox = await readInbox({ visitor, limit: 100 }, ports)
      return inbox.ok && inbox.value.items.some(({ id }) => id === taskId)
    }
    expect([await sees(rina), await sees(budi), await sees(head)]).toEqual([true, true, false])
    await claimTask({ visitor: rina, agencyId, taskId }, ports)
    expect([await sees(rina), await sees(budi)]).toEqual([true, false])
    expect(await complete(budi, taskId)).toMatchObject({ refusal: { code: 'task-claimed' } })
    await releaseTask({ visitor: rina, agencyId, taskId }, ports)
    expect(await sees(budi)).toBe(true)
    const to = budi.kind === 'person' ? budi.person.id : ''
    expect(await delegateTask({ visitor: rina, agencyId, taskId, to, reason: 'Cuti' }, ports)).toMatchObject({ ok: true })
    expect([await sees(rina), await sees(budi)]).toEqual([false, true])
    expect(await complete(budi, taskId)).toMatchObject({ ok: true })
  })

  it('that somebody took returns to the others when that person is transferred or disabled', async () => {
    const { agencyId, ports } = office
    const end = (id: string) =>
      opened.execute('update holders set until = to_timestamp($2::float8 / 1000) where person_id = $1::uuid', [id, ports.now()])
    const disable = (id: string) => opened.execute('update people set disabled_at = now() where id = $1::uuid', [id])
    for (const leave of [end, disable]) {
      const leaver = await office.hire('Yang Pindah', ['clerk'])
      if (leaver.kind !== 'person') throw new Error('nobody was hired')
      const { instanceId } = await apply()
      const taskId = await openTask(instanceId)
      await claimTask({ visitor: leaver, agencyId, taskId }, ports)
      const found = async () => {
        const inbox = await readInbox({ visitor: budi, limit: 100 }, ports)
        return inbox.ok ? inbox.value.items.find(({ id }) => id === taskId) : undefined
      }
      expect(await found()).toBeUndefined()
      await leave(leaver.person.id)
      expect(await found()).toMatchObject({ mine: false })
      expect(await readTask({ visitor: budi, agencyId, taskId }, ports)).toMatchObject({
        value: { mayAct: true, task: { claimedBy: null } },
      })
      expect(await claimTask({ visitor: budi, agencyId, taskId }, ports)).toMatchObject({ ok: true })
      expect(await found()).toMatchObject({ mine: true })
      expect(await complete(budi, taskId)).toMatchObject({ ok: true })
    }
  })

  it('is released or handed over by a supervisor with a reason that its history keeps', async () => {
    const { agencyId, ports } = office
    const { instanceId } = await apply()
    const taskId = await openTask(instanceId)
    const to = budi.kind === 'person' ? budi.person.id : ''
    await claimTask({ visitor: rina, agencyId, taskId }, ports)
    const input = { agencyId, taskId, reason: 'Rina sakit' }
    expect(await reassignTask({ ...input, visitor: budi, to }, ports)).toMatchObject({ refusal: { code: 'not-allowed' } })
    expect(await reassignTask({ ...input, visitor: stranger, to }, ports)).toMatchObject({ refusal: { code: 'not-found' } })
    expect(await readTask({ visitor: head, agencyId, taskId }, ports)).toMatchObject({
      value: { mayAct: false, mayReassign: true, task: { claimedBy: { name: 'Rina' } } },
    })
    expect(await reassignTask({ ...input, visitor: head, to: null }, ports)).toMatchObject({ ok: true })
    expect(await reassignTask({ ...input, visitor: head, to }, ports)).toMatchObject({ ok: true })
    const read = await readTask({ visitor: budi, agencyId, taskId }, ports)
    expect(read).toMatchObject({ value: { mayAct: true, mayReassign: false, task: { claimedBy: { name: 'Budi' } } } })
    expect(read.ok && read.value.history.slice(-2).map(({ event }) => event)).toMatchObject([
      { type: 'TaskReleased', by: { name: 'Kepala' }, reason: 'Rina sakit' },
      { type: 'TaskDelegated', by: { name: 'Kepala' }, to, reason: 'Rina sakit' },
    ])
    expect(await complete(budi, taskId)).toMatchObject({ ok: true })
  })

  it('keeps what was typed until it is sent (P14)', async () => {
    const { instanceId } = await apply()
    const taskId = await openTask(instanceId)
    const { agencyId, ports } = office
    await saveTaskDraft({ visitor: rina, agencyId, taskId, values: { draft: 'Setengah' } }, ports)
    expect(await readTask({ visitor: rina, agencyId, taskId }, ports)).toMatchObject({
      value: { task: { draft: { draft: 'Setengah' } } },
    })
    expect(await readTask({ visitor: budi, agencyId, taskId }, ports)).toMatchObject({ value: { task: { draft: null } } })
    const unbidden = { agencyId, taskId, values: { draft: 'Titipan' } }
    expect(await saveTaskDraft({ ...unbidden, visitor: head }, ports)).toMatchObject({ refusal: { code: 'not-allowed' } })
    expect(await saveTaskDraft({ ...unbidden, visitor: stranger }, ports)).toMatchObject({ refusal: { code: 'not-found' } })
    await complete(budi, taskId)
    expect(await saveTaskDraft({ visitor: rina, agencyId, taskId, values: {} }, ports)).toMatchObject({
      refusal: { what: 'task-closed' },
    })
  })

  it('refuses what the form does not have, and keeps the ticket’s steps for its holder', async () => {
    const { instanceId, ticket } = await apply()
    const taskId = await openTask(instanceId)
    expect(await complete(rina, taskId, submit({ draft: 'x', secret: 1 }))).toMatchObject({
      refusal: { code: 'invalid-input', errors: [{ path: 'secret', code: 'unknown-field' }] },
    })
    const byTicket = { ticket: ticket ?? '', taskId, submission: submit({ draft: 'x' }) }
    expect(await completeByTicket(byTicket, office.ports)).toMatchObject({ refusal: { code: 'not-a-candidate' } })
    expect(await completeByTicket({ ...byTicket, ticket: 'ABCDE' }, office.ports)).toMatchObject({
      refusal: { code: 'not-found' },
    })
  })
})

describe('a file', () => {
  async function* bytesOf(text: string) {
    yield Buffer.from(text, 'latin1')
  }
  const upload = (text: string, name = 'surat.pdf', uploadKey = 'rahasia') =>
    uploadFile({ visitor: anonymous, agencyId: office.agencyId, name, stream: bytesOf(text), uploadKey }, office.ports)

  it('is known by its content, whatever its name says', async () => {
    expect(await upload('%PDF-1.7\n…', '../../etc/surat\u0000.exe')).toMatchObject({
      value: { mediaType: 'application/pdf', name: 'surat.exe' },
    })
    expect(await upload('MZ\x90\x00program')).toMatchObject({ refusal: { code: 'invalid', errors: [{ code: 'file-kind' }] } })
    expect(await upload('<svg onload=alert(1)>')).toMatchObject({ refusal: { code: 'invalid' } })
    expect(await upload('PK\x03\x04 nothing known')).toMatchObject({ refusal: { code: 'invalid' } })
    expect(await upload('')).toMatchObject({ refusal: { errors: [{ code: 'file-empty' }] } })
    expect(await upload(`%PDF-${' '.repeat(11_000_000)}`)).toMatchObject({ refusal: { errors: [{ code: 'file-too-large' }] } })
  })

  it('is refused with a word and a status of its own where the store is full, and nothing of it is kept', async () => {
    const full = { ...office.ports.files, put: async () => ({ noRoom: true as const }) }
    const input = { visitor: anonymous, agencyId: office.agencyId, name: 'a.pdf', stream: bytesOf('%PDF-1.7'), uploadKey: 'k' }
    const count = () => office.ports.db.$count(schema.files)
    const before = await count()
    const sent = await uploadFile(input, { ...office.ports, files: full })
    expect(sent).toEqual({ ok: false, refusal: { code: 'no-room' } })
    expect(refusalStatus['no-room']).toBe(507)
    expect(await count()).toBe(before)
  })

  it('goes with the request of its sender and is read by those with a part in it', async () => {
    const sent = await upload('%PDF-1.7 surat')
    if (!sent.ok) throw new Error(sent.refusal.code)
    const { agencyId, ports } = office
    const start = {
      visitor: anonymous,
      agencyId,
      slug: 'liputan',
      submission: submit({ title: 'Dengan surat', letter: [sent.value.id] }),
    }
    expect(await startInstance({ ...start, uploadKey: 'lain' }, ports)).toMatchObject({
      refusal: { code: 'invalid-input', errors: [{ path: 'letter', code: 'unknown-file' }] },
    })
    const started = await startInstance({ ...start, uploadKey: 'rahasia' }, ports)
    if (!started.ok) throw new Error(started.refusal.code)
    const file = { agencyId, fileId: sent.value.id }
    expect(await readFile({ visitor: rina, ...file }, ports)).toMatchObject({ ok: true, value: { mediaType: 'application/pdf' } })
    expect(await readFile({ visitor: anonymous, fileId: file.fileId, ticket: started.value.ticket ?? '' }, ports)).toMatchObject({
      ok: true,
    })
    expect(await readFile({ visitor: anonymous, ...file }, ports)).toMatchObject({ refusal: { code: 'not-found' } })
    expect(await readFile({ visitor: stranger, ...file }, ports)).toMatchObject({ refusal: { code: 'not-found' } })
    expect(await startInstance({ ...start, uploadKey: 'rahasia' }, ports)).toMatchObject({ refusal: { code: 'invalid-input' } })
  })
})

describe('the pages of staff', () => {
  it('send no more statements when there are more rows', async () => {
    const { agencyId, ports } = office
    const { instanceId } = await apply()
    const taskId = await openTask(instanceId)
    const costs = async () => [
      await counted(() => readInbox({ visitor: rina }, ports)),
      await counted(() => listInstances({ visitor: head, agencyId }, ports)),
      await counted(() => listInstances({ visitor: rina, agencyId }, ports)),
      await counted(() => readTask({ visitor: rina, agencyId, taskId }, ports)),
      await counted(() => readInstance({ visitor: head, agencyId, instanceId }, ports)),
    ]
    const few = await costs()
    for (let i = 0; i < 30; i++) await apply(`Permohonan ${i}`)
    expect(await costs()).toEqual(few)
    expect(few).toEqual([1, 1, 1, 4, 3])
    expect(await counted(() => complete(rina, taskId))).toBe(2)
  })

  it('list a request disposed to one person for that person, not for all in the position, as of the moment asked', async () => {
    const { agencyId, ports } = office
    await office.publish('disposisi', aDisposition())
    const until = 'update holders set until = to_timestamp($2::float8 / 1000) where person_id = $1::uuid'
    const [named, colleague] = await Promise.all(['Yang Disebut', 'Rekan'].map((name) => office.hire(name, ['clerk'])))
    if (named?.kind !== 'person' || colleague?.kind !== 'person') throw new Error('nobody was hired')
    const apply = { visitor: anonymous, agencyId, slug: 'disposisi', submission: submit({}) }
    const begun = await startInstance(apply, ports)
    if (!begun.ok) throw new Error(begun.refusal.code)
    const { instanceId } = begun.value
    const assignees = [{ positionId: 'clerk' as PositionId, personId: named.person.id }]
    const disposition = { assignees, instruction: 'kerjakan' }
    const lists = async (visitor: Visitor) => {
      const list = await listInstances({ visitor, agencyId, slug: 'disposisi' }, ports)
      return list.ok && list.value.items.some(({ id }) => id === instanceId)
    }
    expect(await complete(head, await openTask(instanceId), { ...submit({}), disposition } as never)).toMatchObject({ ok: true })
    expect([await lists(named), await lists(colleague)]).toEqual([true, false])
    const open = await startInstance(apply, ports)
    if (!open.ok) throw new Error(open.refusal.code)
    await opened.execute(until, [named.person.id, ports.now() + 3_600_000])
    const taskId = await openTask(open.value.instanceId)
    const anyClerk = { assignees: [{ positionId: 'clerk' as PositionId, personId: null }], instruction: 'siapa saja' }
    await complete(head, taskId, { ...submit({}), disposition: anyClerk } as never)
    const list = await listInstances({ visitor: named, agencyId, slug: 'disposisi' }, ports)
    expect(list).toMatchObject({
      value: { items: expect.arrayContaining([expect.objectContaining({ id: open.value.instanceId })]) },
    })
  })

  it('shows a request to whoever did a part of a joint step, after others finished it as well', async () => {
    const { agencyId, ports } = office
    const together = { lane: 'clerk', jointLanes: ['head'], quorum: { kind: 'all' as const } }
    const lanes = [anApplicantLane(), aLane('clerk'), aLane('head')]
    const nodes = [
      aStart(),
      aTask('apply', { lane: 'applicant' }),
      aTask('study', together),
      aTask('close', { lane: 'head' }),
      anEnd(),
    ]
    const edges = [anEdge('start', 'apply'), anEdge('apply', 'study'), anEdge('study', 'close'), anEdge('close', 'end')]
    await office.publish('bersama', aDefinition({ lanes, nodes, edges }))
    const first = await office.hire('Sinta Pertama', ['clerk'])
    const bystander = await office.hire('Tono Penonton', ['clerk'])
    const begun = await startInstance({ visitor: anonymous, agencyId, slug: 'bersama', submission: submit({}) }, ports)
    if (!begun.ok) throw new Error(begun.refusal.code)
    const { instanceId } = begun.value
    for (const visitor of [first, head]) {
      expect(await complete(visitor, await openTask(instanceId), submit({}))).toMatchObject({ ok: true })
    }
    const lists = async (visitor: Visitor, status: 'running' | undefined) => {
      const list = await listInstances({ visitor, agencyId, slug: 'bersama', status }, ports)
      return list.ok && list.value.items.map(({ id }) => id)
    }
    for (const status of ['running', undefined] as const) {
      expect(await lists(first, status)).toEqual([instanceId])
      expect(await lists(bystander, status)).toEqual([])
    }
  })

  it('turn through the inbox and the list without losing or doubling a row', async () => {
    const { agencyId, ports } = office
    const seen = { tasks: [] as string[], instances: [] as string[] }
    for (let cursor: string | null = null, first = true; first || cursor; first = false) {
      const page = await readInbox({ visitor: budi, cursor, limit: 7 }, ports)
      if (!page.ok) throw new Error(page.refusal.code)
      seen.tasks.push(...page.value.items.map(({ id }) => id))
      cursor = page.value.next
    }
    for (let cursor: string | null = null, first = true; first || cursor; first = false) {
      const page = await listInstances({ visitor: head, agencyId, cursor, limit: 7 }, ports)
      if (!page.ok) throw new Error(page.refusal.code)
      seen.instances.push(...page.value.items.map(({ id }) => id))
      cursor = page.value.next
    }
    const [stored] = await opened.execute<{ n: number }>('select count(*)::int as n from instances where agency_id = $1', [
      agencyId,
    ])
    expect(new Set(seen.instances).size).toBe(stored?.n)
    expect(seen.instances.length).toBe(stored?.n)
    expect(new Set(seen.tasks).size).toBe(seen.tasks.length)
    expect(seen.tasks.length).toBeGreaterThan(25)
  })
})

describe('the record', () => {
  it('folds to the stored state for every instance (P2)', async () => {
    const stored = await opened.execute<{ id: string; agencyId: string; state: unknown }>(
      'select id, agency_id as "agencyId", state from instances',
    )
    for (const { id, agencyId, state } of stored) {
      const past = await historyOf(opened.db, agencyId, id)
      expect(replay(past.map(({ event }) => event))).toEqual(state)
    }
    expect(stored.length).toBeGreaterThan(30)
  })

  it('is whole, and one changed byte is found and named (P11)', async () => {
    expect(await verifyChain(opened)).toMatchObject({ ok: true })
    const { instanceId } = await apply('Yang diubah')
    await expect(opened.execute(`update events set type = type where instance_id = $1::uuid`, [instanceId])).rejects.toThrow()
    await expect(opened.execute(`delete from events where instance_id = $1::uuid`, [instanceId])).rejects.toThrow()
    const tamper = async (change: string, back: string) => {
      await unguarded(opened, `update events set ${change} where instance_id = $1::uuid and type = 'TaskCompleted'`, [instanceId])
      const report = await verifyChain(opened)
      await unguarded(opened, `update events set ${back} where instance_id = $1::uuid and type = 'TaskCompleted'`, [instanceId])
      return report
    }
    const broken = (why: string) => ({ ok: false, broken: { instanceId, why } })
    const data = (title: string) => `data = jsonb_set(data, '{data,title}', '"${title}"')`
    expect(await tamper(data('Yang diubaH'), data('Yang diubah'))).toMatchObject(broken('data'))
    expect(
      await tamper(`body = jsonb_set(body, '{outcome}', '"Submit"')`, `body = jsonb_set(body, '{outcome}', '"submit"')`),
    ).toMatchObject(broken('hash'))
    expect(await tamper(`at = at + interval '1 ms'`, `at = at - interval '1 ms'`)).toMatchObject(broken('columns'))
    expect(await verifyChain(opened)).toMatchObject({ ok: true })
  })
})

it.skipIf(isEmbedded())('two steps of one instance at the same moment both come through: the second decides again', async () => {
  const { instanceId } = await apply()
  const taskId = await openTask(instanceId)
  const { agencyId, ports } = office
  const claims = await Promise.all([rina, budi].map((visitor) => claimTask({ visitor, agencyId, taskId }, ports)))
  expect(claims.map((claim) => (claim.ok ? 'ok' : claim.refusal.code)).sort()).toEqual(['ok', 'task-claimed'])
})
