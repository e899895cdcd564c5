import { beforeAll, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import { createToken } from '#app/use-cases/account/create-token.server.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import { digestOf } from '#db/canonical-digest.ts'
import * as schema from '#db/schema.ts'
import { canonicalJson, type OutcomeId } from '#engine'
import { aDefinition, aLane, anApplicantLane, anEdge, anEnd, aStart, aTask } from '#test/builders/definition.ts'
import { anOffice, type Office } from '#test/builders/office.ts'
import { freshDatabase } from '#test/support/postgres.ts'
import { aSite, type Site } from '#test/support/site.ts'

const opened = await freshDatabase()
let office: Office
let site: Site
let as: string
let token: string
let page: string

const procedure = (step: string) =>
  aDefinition({
    lanes: [anApplicantLane(), aLane('clerk')],
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant' }),
      aTask(step, { lane: 'clerk', activity: `Mengerjakan ${step}` }),
      anEnd(),
    ],
    edges: [anEdge('start', 'apply'), anEdge('apply', step), anEdge(step, 'end')],
  })

beforeAll(async () => {
  office = await anOffice(opened, ['clerk'])
  office.setClock(Date.now())
  await office.publish('izin', procedure('check'))
  const body = canonicalJson(procedure('verify'))
  const second = {
    agencyId: office.agencyId,
    slug: 'izin',
    number: 2,
    status: 'superseded' as const,
    body,
    digest: digestOf(body),
  }
  await opened.db.insert(schema.versions).values(second)
  const administrator = await office.hire('Asha', [], ['administrator'])
  site = await aSite(office.ports)
  as = await site.signIn(idOf(administrator))
  const made = await createToken({ visitor: administrator, name: 'uji', days: 1 }, office.ports)
  token = made.ok ? made.value.token : ''
  page = `/susun/${office.agencyId}/izin/pindah`
})

const idOf = (visitor: Visitor) => (visitor.kind === 'person' ? visitor.person.id : '')

async function aRequest(): Promise<string> {
  const submission = { outcome: 'submit' as OutcomeId, data: {} }
  const visitor = { kind: 'anonymous' as const }
  const begun = await startInstance({ visitor, agencyId: office.agencyId, slug: 'izin', submission }, office.ports)
  if (!begun.ok) throw new Error(begun.refusal.code)
  return begun.value.instanceId
}

const versionOf = async (id: string) =>
  (await opened.execute<{ version: number }>('select version from instances where id = $1::uuid', [id]))[0]?.version

it('shows what needs a choice, keeps what was chosen when it is refused, moves, and takes back', async () => {
  const id = await aRequest()
  const shown = await (await site.ask(`${page}?versi=2`, { as })).text()
  expect(shown).toContain('Perlu pilihan Anda (1)')
  expect(shown).toContain('langkah ini tidak ada pada versi itu')
  const place = `at ${id} #check`
  const chosen = { form: 'move', version: '2', 'move[]': id, [place]: 'verify' }
  const refused = await site.post(`${page}?versi=2`, { ...chosen, reason: '' }, { as })
  expect(refused.status).toBe(409)
  const again = await refused.text()
  expect(again).toContain('permohonan nomor 1')
  expect(again).toMatch(/<option value="verify" selected/)
  expect(await versionOf(id)).toBe(1)
  const moved = await site.post(`${page}?versi=2`, { ...chosen, reason: 'versi baru' }, { as })
  expect([moved.status, moved.headers.get('Location')]).toEqual([302, `${page}?versi=2&selesai=moved`])
  expect(await versionOf(id)).toBe(2)
  const after = await (await site.ask(`${page}?versi=2&selesai=moved`, { as, headers: { 'Accept-Language': 'en' } })).text()
  expect(after).toContain('Take moves back')
  const undone = await site.post(page, { form: 'undo', 'undo[]': id, reason: 'keliru' }, { as })
  expect(undone.headers.get('Location')).toBe(`${page}?selesai=undone`)
  expect(await versionOf(id)).toBe(1)
})

it('does the same through the interface', async () => {
  const id = await aRequest()
  const send = async (path: string, body: unknown) => {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
    const answer = await site.ask(`/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    return { status: answer.status, body: await answer.json() }
  }
  expect(await send(`/instances/${id}/migrate`, { version: 2, dryRun: true })).toMatchObject({
    status: 200,
    body: { plan: { verdict: 'choice', places: [{ key: '#check', options: ['apply', 'verify'] }] }, instance: null },
  })
  expect(await send(`/instances/${id}/migrate`, { version: 2, reason: 'baru' })).toMatchObject({
    status: 422,
    body: { code: 'choice-required' },
  })
  const places = { '#check': 'verify' }
  expect(await send(`/instances/${id}/migrate`, { version: 2, places, reason: 'baru' })).toMatchObject({
    status: 200,
    body: { instance: { open: [{ node: 'verify' }] } },
  })
  expect(await send(`/instances/${id}/undo-migration`, { reason: 'keliru' })).toMatchObject({ status: 200 })
  const many = `/standards/${office.agencyId}/izin/migrations`
  expect(await send(many, { version: 2, dryRun: true })).toMatchObject({ body: { planned: [{}, { instance: id }], next: null } })
  const one = { id, places }
  expect(await send(many, { version: 2, instances: [one], reason: 'baru' })).toMatchObject({
    body: { moved: [{ instance: id }] },
  })
  expect(await send(`${many}/undo`, { instances: [id], reason: 'keliru' })).toMatchObject({ body: { moved: [{ instance: id }] } })
  expect(await versionOf(id)).toBe(1)
})

it('moves once, and takes back once, however often the form is sent', async () => {
  const id = await aRequest()
  const keyIn = async (path: string) => /name="key" value="([^"]+)"/.exec(await (await site.ask(path, { as })).text())?.[1] ?? ''
  const key = await keyIn(`${page}?versi=2`)
  const chosen = { form: 'move', version: '2', 'move[]': id, [`at ${id} #check`]: 'verify', key }
  const send = (fields: Record<string, string>) => site.post(`${page}?versi=2`, fields, { as })
  const refused = await send({ ...chosen, reason: '' })
  expect(await refused.text()).toContain(`name="key" value="${key}"`)
  const both = await Promise.all([1, 2].map(() => send({ ...chosen, reason: 'versi baru' })))
  for (const answer of both)
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, `${page}?versi=2&selesai=moved`])
  const other = await send({ ...chosen, reason: 'alasan lain' })
  expect(other.status).toBe(409)
  const text = await other.text()
  expect(text).toContain('sudah pernah dikirim dengan isian lain')
  expect(text).not.toContain(key)
  const undo = { form: 'undo', 'undo[]': id, reason: 'keliru', key: await keyIn(page) }
  for (const _ of [1, 2]) expect((await send(undo)).headers.get('Location')).toBe(`${page}?selesai=undone`)
  const moves = await opened.execute<{ type: string }>(
    `select type from events where instance_id = $1::uuid and type in ('Migrated', 'MigrationUndone') order by revision`,
    [id],
  )
  expect(moves.map(({ type }) => type)).toEqual(['Migrated', 'MigrationUndone'])
})
