import { beforeAll, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import { createToken } from '#app/use-cases/account/create-token.server.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import type { OutcomeId } from '#engine'
import { anOffice, type Office } from '#test/builders/office.ts'
import { aPermit } from '#test/e2e/support/under-way.ts'
import { freshDatabase } from '#test/support/postgres.ts'
import { aSite, type Site } from '#test/support/site.ts'

let office: Office
let site: Site
let supervisor: string
let technical: string

beforeAll(async () => {
  const opened = await freshDatabase()
  office = await anOffice(opened, ['teknis', 'keuangan', 'kepala'])
  office.setClock(Date.now())
  await office.publish('izin', aPermit())
  site = await aSite(office.ports)
  supervisor = await tokenOf(await office.hire('Wati', [], ['administrator']))
  technical = await tokenOf(await office.hire('Tono', ['teknis']))
})

async function tokenOf(visitor: Visitor): Promise<string> {
  const made = await createToken({ visitor, name: 'uji', days: 1 }, office.ports)
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value.token
}

async function aRequest(): Promise<string> {
  const submission = { outcome: 'submit' as OutcomeId, data: { title: 'Pasar malam', day: '2027-01-04' } }
  const { agencyId, ports } = office
  const started = await startInstance({ visitor: { kind: 'anonymous' }, agencyId, slug: 'izin', submission }, ports)
  if (!started.ok) throw new Error(JSON.stringify(started.refusal))
  return `/api/v1/instances/${started.value.instanceId}`
}

const read = async (at: string, token = supervisor) => {
  const answer = await site.ask(at, { headers: { Authorization: `Bearer ${token}` } })
  return { tag: answer.headers.get('ETag') ?? '', body: await answer.json() }
}

async function send(at: string, body: unknown, { token = supervisor, match }: { token?: string; match?: string } = {}) {
  const headers = {
    Authorization: `Bearer ${token}`,
    'Content-Type': 'application/json',
    ...(match === undefined ? {} : { 'If-Match': match }),
  }
  const answer = await site.ask(at, { method: 'POST', body: JSON.stringify(body), headers })
  return { status: answer.status, tag: answer.headers.get('ETag') ?? '', body: await answer.json() }
}

it('tells where every branch of a request stands', async () => {
  const at = await aRequest()
  const { body } = await read(at, technical)
  expect(body.tokens).toEqual(['split.1/split-study', 'split.1/split-reply'])
  expect(body.open).toMatchObject([
    {
      node: 'study',
      branch: 'split.1/split-study',
      needed: 2,
      parties: [
        { party: 'teknis', done: null },
        { party: 'keuangan', done: null },
      ],
    },
  ])
  expect(body.waits).toMatchObject([{ node: 'reply', kind: 'report', mayReport: true }])
  expect(body.may).toMatchObject({ suspend: false, correct: false })
  expect((await read(at)).body.may).toMatchObject({ suspend: true, resume: false, correct: true, reopen: false })
})

it('acts only on the revision that was read, where one is named', async () => {
  const at = await aRequest()
  const { tag } = await read(at)
  const suspended = await send(`${at}/suspend`, { reason: 'Menunggu putusan' }, { match: tag })
  expect(suspended.status).toBe(200)
  expect(suspended.tag).not.toBe(tag)
  expect(await send(`${at}/resume`, {}, { match: tag })).toMatchObject({ status: 412, body: { code: 'precondition-failed' } })
  expect(await send(`${at}/resume`, {}, { match: 'kemarin' })).toMatchObject({ status: 412 })
  expect((await read(at)).body.suspended).toMatchObject({ reason: 'Menunggu putusan' })
  expect(await send(`${at}/resume`, {}, { match: suspended.tag })).toMatchObject({ status: 200 })
  expect(await send(`${at}/resume`, {})).toMatchObject({ status: 409, body: { code: 'not-suspended' } })
})

it('extends, corrects, sends back, cancels and reopens, each refused in its own words', async () => {
  const at = await aRequest()
  expect(await send(`${at}/extend`, { amount: 0, unit: 'workingDay', reason: 'x' })).toMatchObject({
    status: 422,
    body: { code: 'duration-out-of-range' },
  })
  expect(await send(`${at}/extend`, { amount: 2, unit: 'workingDay', reason: 'Data kurang' })).toMatchObject({ status: 200 })
  expect((await read(at)).body.deadline.extensions).toEqual([{ amount: 2, unit: 'workingDay', reason: 'Data kurang' }])
  expect(await send(`${at}/correct`, { data: { title: 'Pasar malam' }, reason: 'x' })).toMatchObject({
    status: 422,
    body: { code: 'nothing-to-change' },
  })
  expect(await send(`${at}/correct`, { data: { title: 'Pasar pagi' }, reason: 'Salah tulis' })).toMatchObject({ status: 200 })
  expect((await read(at)).body.data.title).toBe('Pasar pagi')
  expect(await send(`${at}/send-back`, { to: 'decide', reason: 'x' })).toMatchObject({
    status: 422,
    body: { code: 'step-not-done' },
  })
  expect(await send(`${at}/send-back`, { to: 'apply', reason: 'Ulangi' })).toMatchObject({ body: { open: [{ node: 'apply' }] } })
  expect(await send(`${at}/reopen`, { to: 'apply', reason: 'x' })).toMatchObject({ status: 409, body: { code: 'still-running' } })
  await send(`${at}/cancel`, { reason: 'Ditarik' })
  expect(await send(`${at}/reopen`, { to: 'apply', reason: 'Keberatan' })).toMatchObject({ body: { status: 'running' } })
})

it('takes news from outside from those who look after the wait alone', async () => {
  const at = await aRequest()
  const { wait } = (await read(at, technical)).body.waits[0]
  const report = { data: { letter: '005/12/2026' } }
  expect(await send(`${at}/waits/${wait}/report`, { data: {} }, { token: technical })).toMatchObject({ status: 422 })
  expect(await send(`${at}/waits/${wait}/report`, report)).toMatchObject({ status: 403 })
  expect(await send(`${at}/waits/${wait}/report`, report, { token: technical })).toMatchObject({ status: 200 })
  expect(await send(`${at}/waits/${wait}/report`, report, { token: technical })).toMatchObject({
    status: 409,
    body: { code: 'wait-over' },
  })
})
