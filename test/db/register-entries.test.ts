import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import type { Result } from '#app/result.ts'
import { cancelNumber } from '#app/use-cases/register/cancel-entry.server.ts'
import { importNumbers, planImport } from '#app/use-cases/register/import-numbers.server.ts'
import { insertNumber } from '#app/use-cases/register/insert-number.server.ts'
import { readBook } from '#app/use-cases/register/read-book.server.ts'
import * as schema from '#db/schema.ts'
import { listDecrees } from '#db/stores/public-register.ts'
import { takeNumber } from '#db/stores/version-life.ts'
import { numberKey } from '#engine'
import { anOffice, type Office } from '#test/builders/office.ts'
import { aSignatory } from '#test/builders/papers.ts'
import { type FreshDatabase, freshDatabase, isEmbedded } from '#test/support/postgres.ts'

let opened: FreshDatabase
let office: Office
let clerk: Visitor

beforeAll(async () => {
  opened = await freshDatabase()
})

beforeEach(async () => {
  office = await anOffice(opened, ['clerk'])
  const { agencyId } = office
  await opened.db.insert(schema.series).values([
    { agencyId, id: 'sk', name: 'Keputusan', kind: 'decree', pattern: '{seq} /TAHUN {yyyy}' },
    { agencyId, id: 'arsip', name: 'Berklasifikasi', kind: 'decree', pattern: '{class}/{seq}/{yyyy}' },
  ])
  clerk = await office.hire('Asha', [], ['administrator'])
})

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const faults = (result: Result<unknown>) => {
  if (result.ok) return []
  return result.refusal.code === 'invalid'
    ? result.refusal.errors.map(({ path, code, params }) =>
        [path, params?.row, code].filter((part) => part !== undefined).join(' '),
      )
    : [result.refusal.code === 'conflict' ? result.refusal.what : result.refusal.code]
}
const line = (number: string, date: string, rest = '') => `${number};${date};Tentang ${number};ASHA WIDYA;Kepala Dinas${rest}`
const list = (...lines: string[]) => lines.join('\n')
const take = (text: string, seriesId: string | null = 'sk', visitor = clerk) =>
  importNumbers({ visitor, agencyId: office.agencyId, seriesId, list: text }, office.ports)
const signed = (signedOn: string) =>
  opened.db.transaction(async (tx) => {
    const { agencyId } = office
    const seq = await takeNumber(tx, agencyId, 'sk', 2026)
    const number = `${seq} /TAHUN 2026`
    await tx.insert(schema.decrees).values({
      ...{ agencyId, id: office.ports.newId(), seriesId: 'sk', seq, year: 2026, number, numberKey: numberKey(number) },
      ...{ origin: 'series', about: 'Standar', signedOn, effectiveOn: signedOn, signatory: aSignatory() },
    })
    return number
  })
async function book(year: string) {
  const ask = { visitor: clerk, agencyId: office.agencyId, year, book: null, status: null, text: null }
  return must(await readBook(ask, office.ports)).books.flatMap(({ rows }) => rows)
}
const numbers = async (year: string) =>
  (await book(year)).map((row) => (row.kind === 'entry' ? row.entry.number : `kosong ${row.from}-${row.to}`))
const acts = async () =>
  (await opened.execute<{ action: string }>('select action from audit where agency_id = $1 order by seq', [office.agencyId])).map(
    ({ action }) => action,
  )

const legacy = list(
  line('3 / Tahun 2021', '20/1/2021'),
  line('1 /TAHUN 2021', '25 Januari 2021', ';batal;;;salah ambil nomor'),
  line('3. b Tahun 2021', '2021-01-05').replace('Tahun', '/TAHUN'),
  line('7/TAHUN 2022', '1/2/2022', ';dicabut;pencabutan;;'),
)

it('takes numbers of an earlier time with letters and dates out of order, and the series goes on after the highest', async () => {
  expect(must(await take(legacy))).toEqual({ entered: 4, year: 2022 })
  expect(await numbers('2021')).toEqual(['1 /TAHUN 2021', 'kosong 2-2', '3 / Tahun 2021', '3. b /TAHUN 2021'])
  const entries = (await book('2021')).flatMap((row) => (row.kind === 'entry' ? [row.entry] : []))
  expect(entries.map(({ origin, status, revokedReason, items }) => ({ origin, status, revokedReason, items }))).toEqual([
    { origin: 'imported', status: 'cancelled', revokedReason: 'salah ambil nomor', items: [] },
    { origin: 'imported', status: 'in-force', revokedReason: null, items: [] },
    { origin: 'imported', status: 'in-force', revokedReason: null, items: [] },
  ])
  const counters = await opened.execute('select year, last from counters where agency_id = $1 order by year', [office.agencyId])
  expect(counters).toEqual([
    { year: 2021, last: 3 },
    { year: 2022, last: 7 },
  ])
  expect(await acts()).toEqual(['register.import'])
})

it('shows what it would do, and stores nothing of it', async () => {
  const plan = must(await planImport({ visitor: clerk, agencyId: office.agencyId, seriesId: 'sk', list: legacy }, office.ports))
  expect(plan.rows.map(({ serial }) => `${serial?.seq}${serial?.suffix}`)).toEqual(['3', '1', '3b', '7'])
  expect(plan.counters).toEqual([
    { year: 2021, before: 0, after: 3 },
    { year: 2022, before: 0, after: 7 },
  ])
  expect(await numbers('2021')).toEqual([])
  expect(await acts()).toEqual([])
})

it('V15: enters a list that is sent twice once', async () => {
  must(await take(legacy))
  expect(must(await take(legacy))).toEqual({ entered: 0, year: 2022 })
  expect(await acts()).toEqual(['register.import'])
})

it.skipIf(isEmbedded())('V15: enters a list that is sent twice at the same moment once', async () => {
  const results = await Promise.all([take(legacy), take(legacy)])
  expect(results.map((result) => must(result).entered).sort()).toEqual([0, 4])
})

it('P5: goes on in the running year after what was imported, and passes over nothing that was given', async () => {
  must(await take(list(line('4 /TAHUN 2026', '5/1/2026'), line('2 /TAHUN 2026', '9/1/2026'))))
  expect(await signed('2026-03-02')).toBe('5 /TAHUN 2026')
  must(await take(line('3 /TAHUN 2026', '8/1/2026')))
  expect(await signed('2026-03-02')).toBe('6 /TAHUN 2026')
  const all = ['kosong 1-1', '2 /TAHUN 2026', '3 /TAHUN 2026', '4 /TAHUN 2026', '5 /TAHUN 2026', '6 /TAHUN 2026']
  expect(await numbers('2026')).toEqual(all)
})

it('P13: takes nothing of a list with one wrong cell, and names the row of each', async () => {
  must(await take(line('9 /TAHUN 2021', '1/9/2021')))
  const wrong = list(
    line('1 /TAHUN 2021', '4/1/2021'),
    line('9/tahun 2021', '4/1/2021'),
    line('2 /SOP 2021', '4/1/2021'),
    line('5 /TAHUN 2020', '4/1/2021'),
    line('1a /TAHUN 2021', '4/1/2021'),
    line('1. a /TAHUN 2021', '4/1/2021'),
    line('6 /TAHUN 2021', 'kemarin'),
  )
  expect(faults(await take(wrong))).toEqual([
    'list 2 row-taken',
    'list 3 row-serial',
    'list 4 row-year',
    'list 6 row-place',
    'list 7 row-date',
  ])
  expect(await numbers('2021')).toEqual(['kosong 1-8', '9 /TAHUN 2021'])
  expect(faults(await take(line('1/2021', '4/1/2021'), 'lain'))).toEqual(['series not-an-option'])
  expect(faults(await take('\n\n'))).toEqual(['list required'])
  expect(faults(await take(Array.from({ length: 1001 }, (_, n) => line(`${n + 1} /TAHUN 2021`, '4/1/2021')).join('\n')))).toEqual(
    ['list too-many'],
  )
})

it('shows of sixty wrong rows fifty, and says how many are left', async () => {
  const result = await take(Array.from({ length: 60 }, (_, n) => line(`${n}`, 'x')).join('\n'))
  expect(faults(result)).toHaveLength(51)
  expect(faults(result).at(-1)).toBe('list row-more')
})

it('enters numbers of another office in no series, once a year each', async () => {
  must(await take(line('188/45/BUPATI/2021', '4/1/2021'), null))
  expect(await numbers('2021')).toEqual(['188/45/BUPATI/2021'])
  expect(faults(await take(line('188 / 45 / Bupati / 2021', '5/1/2021'), null))).toEqual(['list 1 row-taken'])
})

it('never shows an imported number as a standard, only as a decree without one', async () => {
  must(await take(legacy))
  const found = await listDecrees(opened.db, { agencyId: office.agencyId, year: 2021, kind: null }, 10, 0)
  expect(found.map(({ items, origin }) => [items.length, origin])).toEqual([
    [0, 'imported'],
    [0, 'imported'],
    [0, 'imported'],
  ])
  expect(await opened.execute('select 1 from versions where agency_id = $1', [office.agencyId])).toEqual([])
})

const between = (over: Partial<Parameters<typeof insertNumber>[0]> = {}) =>
  insertNumber(
    {
      ...{ visitor: clerk, agencyId: office.agencyId, seriesId: 'sk', after: 1, class: null, signedOn: '2026-01-10' },
      ...{ about: 'Tim penyusun', signatoryName: 'ASHA WIDYA', signatoryTitle: 'Kepala Dinas', reason: 'terlewat' },
      ...over,
    },
    office.ports,
  )

it('inserts a number after one that was given, by letter, dated between its neighbours, with a reason', async () => {
  await signed('2026-01-05')
  await signed('2026-01-20')
  expect(must(await between()).number).toBe('1. a /TAHUN 2026')
  expect(must(await between({ about: 'Lain', signedOn: '2026-01-12' })).number).toBe('1. b /TAHUN 2026')
  expect(await numbers('2026')).toEqual(['1 /TAHUN 2026', '1. a /TAHUN 2026', '1. b /TAHUN 2026', '2 /TAHUN 2026'])
  expect(await signed('2026-02-01')).toBe('3 /TAHUN 2026')
  expect(await acts()).toEqual(['register.insert', 'register.insert'])
})

it('V15: inserts one number for a form that is sent twice', async () => {
  await signed('2026-01-05')
  expect(must(await between())).toEqual(must(await between()))
  expect(await numbers('2026')).toEqual(['1 /TAHUN 2026', '1. a /TAHUN 2026'])
})

it('names what stands against an inserted number', async () => {
  await signed('2026-01-05')
  await signed('2026-01-20')
  expect(faults(await between({ after: 7 }))).toContain('after no-such-serial')
  expect(faults(await between({ signedOn: '2026-01-04' }))).toEqual(['signedOn before-neighbour'])
  expect(faults(await between({ signedOn: '2026-01-21' }))).toEqual(['signedOn after-neighbour'])
  expect(faults(await between({ signedOn: '2026-03-03' }))).toEqual(['signedOn in-future'])
  expect(faults(await between({ reason: ' ' }))).toEqual(['reason required'])
  expect(faults(await between({ seriesId: 'lain' }))).toEqual(['series unknown-series'])
  expect(faults(await between({ seriesId: 'arsip' }))).toEqual(['after no-such-serial', 'class required'])
})

it('cancels a number from outside with a reason; it keeps its place and is never given again', async () => {
  must(await take(list(line('1 /TAHUN 2026', '5/1/2026'), line('2 /TAHUN 2026', '6/1/2026'))))
  const [first] = await book('2026')
  const id = first?.kind === 'entry' ? first.entry.id : ''
  const cancel = (visitor = clerk) =>
    cancelNumber({ visitor, agencyId: office.agencyId, id, reason: 'salah ambil' }, office.ports)
  must(await cancel())
  expect(faults(await cancel())).toEqual(['entry-not-cancellable'])
  const [kept] = await book('2026')
  expect(kept).toMatchObject({ entry: { number: '1 /TAHUN 2026', status: 'cancelled', revokedReason: 'salah ambil' } })
  expect(faults(await take(line('1/TAHUN 2026', '7/1/2026')))).toEqual(['list 1 row-taken'])
  expect(await acts()).toEqual(['register.import', 'register.cancel'])
})

it('leaves to an act what the series has given', async () => {
  await signed('2026-01-05')
  const [own] = await book('2026')
  const id = own?.kind === 'entry' ? own.entry.id : ''
  const input = { visitor: clerk, agencyId: office.agencyId, id, reason: 'salah' }
  expect(faults(await cancelNumber(input, office.ports))).toEqual(['entry-not-cancellable'])
})

it('lets nobody but the administrator enter or cancel numbers', async () => {
  const officer = await office.hire('Budi', ['clerk'], ['author', 'approver', 'signatory', 'auditor'])
  expect(faults(await take(legacy, 'sk', officer))).toEqual(['not-allowed'])
  expect(faults(await between({ visitor: officer }))).toEqual(['not-allowed'])
  const elsewhere = await (await anOffice(opened, ['clerk'])).hire('Citra', [], ['administrator'])
  expect(faults(await take(legacy, 'sk', elsewhere))).toEqual(['not-found'])
})
