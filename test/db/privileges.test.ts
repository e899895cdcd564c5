import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import type { Result } from '#app/result.ts'
import { runSweep } from '#app/server/jobs.ts'
import type { LogLine } from '#app/server/log.ts'
import { openWorld, type World } from '#app/server/world.ts'
import { readSettings } from '#app/settings.ts'
import { findVisitor } from '#app/use-cases/account/find-visitor.server.ts'
import { hashPassword } from '#app/use-cases/account/passwords.server.ts'
import { sessionCookie } from '#app/use-cases/account/session-cookie.server.ts'
import { signIn } from '#app/use-cases/account/sign-in.server.ts'
import { signOut } from '#app/use-cases/account/sign-out.server.ts'
import { openSeries } from '#app/use-cases/agencies/manage-series.server.ts'
import { addPosition } from '#app/use-cases/agencies/save-position.server.ts'
import { publish } from '#app/use-cases/decrees/publish.server.ts'
import { approveDraft } from '#app/use-cases/definitions/approve-draft.server.ts'
import { createStandard } from '#app/use-cases/definitions/create-standard.server.ts'
import { submitDraft } from '#app/use-cases/definitions/submit-draft.server.ts'
import { sweepRecords } from '#app/use-cases/files/sweep-records.server.ts'
import { completeTask } from '#app/use-cases/instances/complete-task.server.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import { invitePerson } from '#app/use-cases/people/invite-person.server.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { sweepNames } from '#db/queue.ts'
import { sqlState } from '#db/rows.ts'
import { people } from '#db/schema.ts'
import type { OutcomeId } from '#engine'
import { aCoverage } from '#test/builders/coverage.ts'
import { anOffice } from '#test/builders/office.ts'
import { soundStandard } from '#test/builders/sound.ts'
import { asRole, cloneTemplate, emptyDatabase, isEmbedded } from '#test/support/postgres.ts'
import { statement } from '#test/support/postgres-server.ts'

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

describe.skipIf(isEmbedded())('V17: the program as a role that owns nothing', () => {
  const role = `baku_${randomUUID().slice(0, 8)}`
  let owner: string
  let folder: string
  let world: World

  beforeAll(async () => {
    owner = await cloneTemplate()
    folder = await mkdtemp(join(tmpdir(), 'baku-role-'))
    await statement(inject('postgres'), `create role ${role} login`)
    world = await openWorld(settings({ DATABASE_OWNER_URL: owner }))
  })

  afterAll(async () => {
    await world?.opened.close()
    await rm(folder, { recursive: true, force: true })
  })

  const settings = (more: Record<string, string>) =>
    readSettings({ DATABASE_URL: asRole(owner, role), DATA_DIR: folder, ...more })

  it('starts on what its owner has migrated, fills it, and gives no warning', async () => {
    expect(world.warnings).not.toContain('database-owner')
    expect(await world.readiness()).toBeNull()
    expect(await world.opened.execute('select count(*) > 0 as filled from standards')).toEqual([{ filled: true }])
    expect(await migrateDatabase(world.opened)).toEqual([])
  })

  it('asks for its owner where the database is not at the level of the program', async () => {
    await statement(owner, 'create table saved as select * from drizzle.__drizzle_migrations')
    for (const behind of [
      'delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)',
      'delete from drizzle.__drizzle_migrations',
    ]) {
      await statement(owner, behind)
      const start = openWorld(settings({}))
      await expect(start).rejects.toMatchObject({ code: 'database-owner-needed', data: { role } })
    }
    await statement(owner, 'insert into drizzle.__drizzle_migrations select * from saved; drop table saved')
    const empty = await emptyDatabase()
    const first = openWorld(readSettings({ DATABASE_URL: asRole(empty, role), DATA_DIR: folder }))
    await expect(first).rejects.toMatchObject({ code: 'database-owner-needed', data: { role } })
  })

  it('warns when it could undo what the database holds', async () => {
    const asOwner = await openWorld(readSettings({ DATABASE_URL: owner, DATA_DIR: folder }))
    expect(asOwner.warnings).toContain('database-owner')
    await asOwner.opened.close()
  })

  it('does its work: offices, people, requests, tasks, sweeping', async () => {
    const office = await anOffice(world.opened, ['clerk', 'head'])
    await office.publish('liputan', aCoverage())
    const { agencyId, ports } = office
    const clerk = await office.hire('Rina', ['clerk'])
    const admin = await office.hire('Kepala', ['head'], ['administrator'])
    const details = { title: 'Sekretaris', unit: null, superiorId: null, signs: false }
    expect(await addPosition({ visitor: admin, agencyId, details }, ports)).toMatchObject({ ok: true })
    const invited = { name: 'Budi', email: 'budi@example.test', nip: null, rank: null, phone: null, rights: [] }
    expect(await invitePerson({ visitor: admin, agencyId, ...invited } as never, ports)).toMatchObject({ ok: true })
    const submission = { outcome: 'submit' as OutcomeId, data: { title: 'Pelantikan' } }
    const begun = await startInstance({ visitor: { kind: 'anonymous' }, agencyId, slug: 'liputan', submission }, ports)
    if (!begun.ok) throw new Error(begun.refusal.code)
    const [task] = await world.opened.execute<{ id: string }>(`select id from tasks where agency_id = $1 and status = 'open'`, [
      agencyId,
    ])
    const written = { outcome: 'submit' as OutcomeId, data: { draft: 'Naskah' } }
    const done = await completeTask({ visitor: clerk, agencyId, taskId: task?.id ?? '', submission: written }, ports)
    expect(done).toMatchObject({ ok: true })
    await expect(sweepRecords(ports)).resolves.toBeGreaterThanOrEqual(0)
  })

  it('does its work: drafts, approval, publishing', async () => {
    const office = await anOffice(world.opened, ['clerk', 'head'])
    const { agencyId, ports } = office
    await statement(owner, `update positions set signs = true where agency_id = '${agencyId}' and id = 'head'`)
    const author = await office.hire('Asha', ['clerk'], ['author'])
    const approver = await office.hire('Budi', [], ['approver'])
    const hired = await office.hire('Citra', ['head'], ['signatory', 'administrator'])
    if (hired.kind !== 'person') throw new Error('nobody')
    const seats = hired.person.seats.map((seat) => ({ ...seat, signs: true }))
    const head: Visitor = { kind: 'person', person: { ...hired.person, seats } }
    const of = (visitor: Visitor) => ({ visitor, agencyId, slug: 'liputan' })
    const digest = async () =>
      (await world.opened.execute<{ digest: string }>('select digest from versions where agency_id = $1', [agencyId]))[0]
        ?.digest ?? ''
    const series = { name: 'Keputusan', kind: 'decree' as const, pattern: '{seq} /TAHUN {yyyy}' }
    const { id: seriesId } = must(await openSeries({ visitor: head, agencyId, ...series }, ports))
    must(await createStandard({ ...of(author), title: 'Liputan', kind: 'service', from: soundStandard() }, ports))
    must(await submitDraft({ ...of(author), digest: await digest() }, ports))
    must(await approveDraft({ ...of(approver), digest: await digest() }, ports))
    const day = '2026-03-02'
    const number = { kind: 'series' as const, seriesId }
    const standards = [{ slug: 'liputan', digest: await digest() }]
    const signed = { visitor: head, agencyId, standards, number, signedOn: day, effectiveOn: day, positionId: 'head' }
    must(await publish(signed, ports))
    expect(await world.opened.execute('select last from counters where agency_id = $1', [agencyId])).toEqual([{ last: 1 }])
  })

  it('does its work: every sweep', async () => {
    const lines: LogLine[] = []
    for (const name of sweepNames) await runSweep(name, world.ports, (line) => lines.push(line))
    expect(lines.filter(({ level }) => level !== 'info')).toEqual([])
  })

  it('does its work: a session from sign-in to sign-out', async () => {
    const email = `rina-${randomUUID()}@example.test`
    const person = { id: randomUUID(), name: 'Rina', email, passwordHash: await hashPassword('kata sandi yang panjang') }
    await world.ports.db.insert(people).values(person)
    const asked = { email, password: 'kata sandi yang panjang', address: '203.0.113.7' }
    const { token } = must(await signIn(asked, world.ports))
    const request = new Request('http://localhost/', {
      headers: { Cookie: sessionCookie(token, world.ports).split(';')[0] ?? '' },
    })
    expect(await findVisitor(request, world.ports)).toMatchObject({ kind: 'person' })
    must(await signOut({ request }, world.ports))
    expect(await findVisitor(request, world.ports)).toEqual({ kind: 'anonymous' })
  })

  it.each([
    ...['events', 'audit', 'version_acts', 'decree_items'].map((table) => `update ${table} set agency_id = agency_id`),
    ...['events', 'audit', 'version_acts', 'decree_items'].map((table) => `delete from ${table}`),
    ...['decrees', 'people', 'instances', 'versions', 'tasks', 'counters', 'agencies'].map((table) => `delete from ${table}`),
    ...['events', 'audit', 'instances', 'idempotency'].map((table) => `truncate ${table}`),
    `update decrees set number = 'x'`,
    'update holders set person_id = person_id',
    'alter table events disable trigger events_append_only',
    'drop trigger versions_guard on versions',
    'drop table events',
    'create table ours (id int)',
    'create schema ours',
    'set session_replication_role = replica',
    `insert into drizzle.__drizzle_migrations (hash, created_at) values ('x', 1)`,
  ])('is refused by the database: %s', async (text) => {
    const state = await world.opened.execute(text).then(
      () => 'done',
      (error: unknown) => sqlState(error),
    )
    expect(state).toBe('42501')
  })
})
