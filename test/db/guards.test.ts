import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { constraintOf } from '#db/rows.ts'
import { aCoverage } from '#test/builders/coverage.ts'
import { anOffice } from '#test/builders/office.ts'
import { freshDatabase } from '#test/support/postgres.ts'

let opened: Awaited<ReturnType<typeof freshDatabase>>
let agencyId: string

beforeAll(async () => {
  opened = await freshDatabase()
  const office = await anOffice(opened, ['clerk'])
  agencyId = office.agencyId
  await office.publish('liputan', aCoverage())
})

/** What refuses a statement, by name. */
async function refusedBy(text: string, params: string[] = []): Promise<string | null> {
  return opened.execute(text, params).then(
    () => 'nothing',
    (error: unknown) => constraintOf(error),
  )
}

it('keeps the text of a version from its approval on (P4)', async () => {
  expect(await refusedBy(`update versions set body = body || ' '`)).toBe('versions_body_kept')
  expect(await refusedBy(`update versions set status = 'draft'`)).toBe('versions_life')
  expect(await refusedBy('delete from versions')).toBe('versions_kept')
  expect(await refusedBy(`update versions set status = 'superseded', superseded_by = 2`)).toBe('nothing')
})

it('keeps what was signed, and its number (P5)', async () => {
  await opened.execute(
    `insert into decrees (agency_id, id, year, number, number_key, origin, about, signed_on, effective_on, signatory)
     values ($1, $2::uuid, 2026, '1/2026', '1/2026', 'by-hand', 'x', '2026-01-02', '2026-01-02', '{}')`,
    [agencyId, randomUUID()],
  )
  expect(await refusedBy(`update decrees set number = '2/2026'`)).toBe('decrees_text_kept')
  expect(await refusedBy('delete from decrees')).toBe('decrees_kept')
  expect(await refusedBy(`update decrees set status = 'revoked', revoked_reason = 'x'`)).toBe('nothing')
})

it('lets a counter only go up by one (P5)', async () => {
  await opened.execute(
    `insert into series (agency_id, id, name, kind, pattern) values ($1, 'sk', 'SK', 'decree', '{seq}/{yyyy}')`,
    [agencyId],
  )
  await opened.execute(`insert into counters (agency_id, series_id, year, last) values ($1, 'sk', 2026, 7)`, [agencyId])
  expect(await refusedBy('update counters set last = last + 1')).toBe('nothing')
  expect(await refusedBy('update counters set last = last + 2')).toBe('counters_by_one')
  expect(await refusedBy('update counters set last = 0')).toBe('counters_by_one')
  expect(await refusedBy('delete from counters')).toBe('counters_kept')
})

it('lets no instance say another number of open tasks than it has (P3)', async () => {
  const insert = `insert into instances (agency_id, id, slug, version, digest, status, revision, state, head_hash, title, open_tasks, started_at)
    values ($1, $2::uuid, 'liputan', 1, 'd', 'running', 1, '{}', 'h', 't', $3::int, now())`
  expect(await refusedBy(insert, [agencyId, randomUUID(), '1'])).toBe('instances_open_tasks_counted')
  expect(await refusedBy(insert, [agencyId, randomUUID(), '0'])).toBe('instances_token')
})

it('keeps the trails of acts', async () => {
  for (const table of ['events', 'audit', 'version_acts']) {
    expect(await refusedBy(`truncate ${table}`)).toBe(`${table}_no_truncate`)
  }
})
