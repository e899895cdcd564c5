import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openWorld, type World } from '#app/server/world.ts'
import { readSettings } from '#app/settings.ts'
import { addPosition } from '#app/use-cases/agencies/save-position.server.ts'
import { sweepRecords } from '#app/use-cases/files/sweep-records.server.ts'
import { completeTask } from '#app/use-cases/instances/complete-task.server.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import { invitePerson } from '#app/use-cases/people/invite-person.server.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { sqlState } from '#db/rows.ts'
import type { OutcomeId } from '#engine'
import { aCoverage } from '#test/builders/coverage.ts'
import { anOffice } from '#test/builders/office.ts'
import { cloneTemplate, isEmbedded } from '#test/support/postgres.ts'
import { statement } from '#test/support/postgres-server.ts'

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
    readSettings({ DATABASE_URL: Object.assign(new URL(owner), { username: role }).href, DATA_DIR: folder, ...more })

  it('starts on what its owner has migrated, fills it, and gives no warning', async () => {
    expect(world.warnings).not.toContain('database-owner')
    expect(await world.readiness()).toBeNull()
    expect(await world.opened.execute('select count(*) > 0 as filled from standards')).toEqual([{ filled: true }])
    expect(await migrateDatabase(world.opened)).toEqual([])
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
