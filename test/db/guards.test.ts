import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { digestOf } from '#db/canonical-digest.ts'
import { constraintOf, type Param } from '#db/rows.ts'
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
  await opened.execute(
    `insert into series (agency_id, id, name, kind, pattern) values ($1, 'sk', 'SK', 'decree', '{seq}/{yyyy}')`,
    [agencyId],
  )
})

/** What refuses a statement, by name. */
async function refusedBy(text: string, params: Param[] = []): Promise<string | null> {
  return opened.execute(text, params).then(
    () => 'nothing',
    (error: unknown) => constraintOf(error),
  )
}

const sixtyFour = '0'.repeat(64)

type Decree = { number: string; signedOn?: string; year?: number; origin?: string; series?: string; seq?: number }
const decree = ({ number, signedOn = '2026-01-02', year = 2026, origin = 'by-hand', series, seq }: Decree) =>
  refusedBy(
    `insert into decrees (agency_id, id, series_id, seq, year, number, number_key, origin, about, signed_on, effective_on, signatory)
     values ($1, gen_random_uuid(), $2, $3::int, $4::int, $5, $5, $6, 'x', $7::date, $7::date, '{"name": "Asha"}')`,
    [agencyId, series ?? null, seq ?? null, year, number, origin, signedOn],
  )

/** Takes the next number and gives it to a decree in one statement, as signing does in one transaction. */
const signed = (number: string, signedOn: string) =>
  refusedBy(
    `with given as (
       insert into counters as c (agency_id, series_id, year, last) values ($1, 'sk', 2026, 1)
       on conflict (agency_id, series_id, year) do update set last = c.last + 1 returning last)
     insert into decrees (agency_id, id, series_id, seq, year, number, number_key, origin, about, signed_on, effective_on, signatory)
     select $1, gen_random_uuid(), 'sk', last, 2026, $2, $2, 'series', 'x', $3::date, $3::date, '{"name": "Asha"}' from given`,
    [agencyId, number, signedOn],
  )

it('P4: keeps the text of a version from its approval on', async () => {
  expect(await refusedBy(`update versions set body = body || ' '`)).toBe('versions_body_kept')
  expect(await refusedBy(`update versions set status = 'draft'`)).toBe('versions_life')
  expect(await refusedBy('delete from versions')).toBe('versions_kept')
  expect(await refusedBy('truncate versions cascade')).toMatch(/no_truncate$/)
})

/** A draft of the standard; whoever approves it may not have written it. */
const version = (number: number, change: Partial<Record<'digest' | 'author' | 'approver' | 'status', string>>) =>
  refusedBy(
    `insert into versions (agency_id, slug, number, status, body, digest, author_id, approved_by)
     values ($1, 'liputan', $2::int, $3, '{}', $4, $5::uuid, $6::uuid)`,
    [agencyId, number, change.status ?? 'draft', change.digest ?? digestOf('{}'), change.author ?? null, change.approver ?? null],
  )

it('V4: a version bears the SHA-256 of its own text and of no other', async () => {
  expect(await version(2, { digest: sixtyFour })).toBe('versions_digest_of_body')
})

it('V11: who wrote a version is not who approves it', async () => {
  const [author, approver] = [randomUUID(), randomUUID()]
  expect(await version(2, { author, approver: author, status: 'approved' })).toBe('versions_four_eyes')
  expect(await version(2, { author, approver, status: 'approved' })).toBe('nothing')
  expect(await refusedBy('update versions set writers = array[$1::uuid] where number = 2', [approver])).toBe('versions_four_eyes')
})

it('V6: an approved version is published by a decree that names its text, or not at all', async () => {
  const publish = `update versions set status = 'published'`
  expect(await refusedBy(`update versions set status = 'superseded', superseded_by = 2 where number = 1`)).toBe('nothing')
  expect(await refusedBy(`${publish} where number = 2`)).toBe('versions_published_by_decree')
  expect(await decree({ number: 'A' })).toBe('nothing')
  const [found] = await opened.execute<{ id: string }>('select id from decrees')
  const id = found?.id ?? ''
  const item = `insert into decree_items (agency_id, decree_id, slug, version, digest) values ($1, $2::uuid, 'liputan', 2, $3)`
  const signedWith = (number: string) =>
    `with signed as (
       insert into decrees (agency_id, id, year, number, number_key, origin, about, signed_on, effective_on, signatory)
       values ($1, $2::uuid, 2026, '${number}', '${number}', 'by-hand', 'x', '2026-01-02', '2026-01-02', '{"name": "Asha"}'))
     ${item}`
  const other = randomUUID()
  expect(await refusedBy(`${publish}, decree_id = $1::uuid where number = 2`, [id])).toBe('versions_named_by_decree')
  expect(await refusedBy(signedWith('wrong'), [agencyId, randomUUID(), digestOf('[]')])).toBe('decree_items_text')
  expect(await refusedBy(item, [agencyId, id, digestOf('{}')])).toBe('decree_items_signed')
  expect(await refusedBy(signedWith('other'), [agencyId, other, digestOf('{}')])).toBe('nothing')
  expect(await refusedBy(`${publish}, decree_id = $1::uuid where number = 2`, [other])).toBe('nothing')
  expect(await refusedBy('update decree_items set version = 1')).toBe('decree_items_append_only')
})

it('P5: keeps what was signed, its number and its end', async () => {
  expect(await refusedBy(`update decrees set number = '2/2026'`)).toBe('decrees_text_kept')
  expect(await refusedBy('delete from decrees')).toBe('decrees_kept')
  expect(await decree({ number: 'A' })).toBe('decrees_number')
  expect(await decree({ number: 'B', year: 2025 })).toBe('decrees_year')
  expect(await refusedBy(`update decrees set act = 'revoke'`)).toBe('decrees_text_kept')
  expect(await refusedBy(`update decrees set in_force_at = now()`)).toBe('decrees_begin_once')
  expect(await refusedBy(`update decrees set status = 'cancelled' where number = 'A'`)).toBe('decrees_cancelled_by_act')
  expect(await refusedBy(`update decrees set status = 'revoked', revoked_reason = 'x'`)).toBe('decrees_settled')
  expect(await refusedBy(`update decrees set status = 'revoked', revoked_reason = 'x' where number = 'A'`)).toBe('nothing')
  expect(await refusedBy(`update decrees set status = 'in-force' where number = 'A'`)).toBe('decrees_life')
})

it('V5: lets a counter only go up, each number for a decree', async () => {
  expect(await signed('1', '2026-02-01')).toBe('nothing')
  expect(await refusedBy('update counters set last = last + 1')).toBe('counters_number_used')
  expect(await refusedBy('update counters set last = last + 2')).toBe('counters_number_used')
  expect(await refusedBy('update counters set last = 0')).toBe('counters_by_one')
  expect(await refusedBy('delete from counters')).toBe('counters_kept')
  expect(await refusedBy(`insert into counters (agency_id, series_id, year, last) values ($1, 'sk', 2027, 7)`, [agencyId])).toBe(
    'counters_number_used',
  )
})

it('V5: gives a decree only the number that its counter has just given, in the order of their dates', async () => {
  expect(await signed('2', '2026-01-31')).toBe('decrees_in_order')
  expect(await signed('2', '2026-02-01')).toBe('nothing')
  const fromSeries = { origin: 'series', series: 'sk' }
  expect(await decree({ ...fromSeries, number: '3', seq: 3, signedOn: '2026-03-01' })).toBe('decrees_number_given')
  expect(await decree({ ...fromSeries, number: '1a', seq: 1, signedOn: '2026-03-01' })).toBe('decrees_number_given')
  expect(await decree({ origin: 'imported', series: 'sk', number: '9', seq: 9 })).toBe('decrees_number_given')
  expect(await decree({ ...fromSeries, number: 'x' })).toBe('decrees_series')
  expect(await decree({ number: 'y', series: 'nowhere' })).toBe('decrees_series_known')
})

it('V10: keeps who held what, how and from when; an acting appointment ends', async () => {
  const personId = randomUUID()
  await opened.execute(`insert into people (id, name) values ($1::uuid, 'Rina')`, [personId])
  const appoint = (kind: string, until: string | null) =>
    refusedBy(
      `insert into holders (agency_id, id, position_id, person_id, kind, "from", until)
       values ($1, gen_random_uuid(), 'clerk', $2::uuid, $3, '2026-01-01', $4::timestamptz)`,
      [agencyId, personId, kind, until],
    )
  expect(await appoint('plt', null)).toBe('holders_acting_ends')
  expect(await appoint('plh', '2026-01-01')).toBe('holders_span')
  expect(await appoint('plt', '2026-02-01')).toBe('nothing')
  for (const change of [`kind = 'definitive'`, `"from" = '2025-01-01'`, 'person_id = gen_random_uuid()', `basis = 'SP 2'`]) {
    expect(await refusedBy(`update holders set ${change}`)).toBe('holders_kept')
  }
  expect(await refusedBy(`update holders set until = '2026-01-15'`)).toBe('nothing')
  expect(await refusedBy('truncate holders')).toBe('holders_no_truncate')
})

it('V12: keeps every person, and each under one id', async () => {
  await opened.execute(`insert into people (id, name) values (gen_random_uuid(), 'Budi')`)
  expect(await refusedBy('delete from people')).toBe('people_kept')
  expect(await refusedBy('update people set id = gen_random_uuid()')).toBe('people_id_kept')
  expect(await refusedBy('truncate people cascade')).toMatch(/no_truncate$/)
})

it('V13: adds acts one after the other, each under a hash', async () => {
  const act = (seq: number, hash = sixtyFour) =>
    refusedBy(
      `insert into audit (agency_id, seq, at, actor, action, subject, detail, hash)
       values ($1, $2::int, now(), 'Rina', 'x', 'x', '{}', $3)`,
      [agencyId, seq, hash],
    )
  expect(await act(2)).toBe('audit_in_order')
  expect(await act(0)).toBe('audit_in_order')
  expect(await act(1, '')).toBe('audit_hashed')
  expect(await act(1)).toBe('nothing')
  expect(await act(3)).toBe('audit_in_order')
  expect(await refusedBy(`update audit set actor = 'Budi'`)).toBe('audit_append_only')
  expect(await refusedBy('delete from audit')).toBe('audit_append_only')
})

it('V15, V16: takes a request key once, and one text as the draft', async () => {
  const answer = `insert into idempotency (scope, key, request_hash) values ('a', 'k', 'h')`
  expect(await refusedBy(answer)).toBe('nothing')
  expect(await refusedBy(answer)).toBe('idempotency_scope_key_pk')
  expect(await version(3, {})).toBe('nothing')
  expect(await version(4, {})).toBe('versions_one_draft')
})

it('keeps the trails of acts', async () => {
  for (const table of ['events', 'audit', 'version_acts', 'decree_effects', 'errata', 'paper_prints']) {
    expect(await refusedBy(`truncate ${table}`)).toBe(`${table}_no_truncate`)
  }
  expect(await refusedBy('truncate decree_items cascade')).toMatch(/no_truncate$/)
})

it('V4: keeps for good which papers were made, each of a version that is there', async () => {
  const print = `insert into paper_prints (agency_id, slug, version, paper, sha256, made_at) values ($1, 'liputan', $2::int, 'sk', $3, now())`
  expect(await refusedBy(print, [agencyId, 1, sixtyFour])).toBe('nothing')
  expect(await refusedBy(print, [agencyId, 99, sixtyFour])).toBe('paper_prints_version')
  expect(await refusedBy(print, [agencyId, 1, 'x'])).toBe('paper_prints_sha256')
  expect(await refusedBy(`update paper_prints set slug = 'lain'`)).toBe('paper_prints_append_only')
  expect(await refusedBy('delete from paper_prints')).toBe('paper_prints_append_only')
})
