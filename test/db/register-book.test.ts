import { randomUUID } from 'node:crypto'
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import { bookParts } from '#app/admin/register/book-paper.ts'
import { bookSheet } from '#app/admin/register/book-sheet.ts'
import { formatter } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/translator.ts'
import { setPdf } from '#app/papers/pdf/pdf.server.ts'
import type { Result } from '#app/result.ts'
import { csvOf } from '#app/sheets/csv.ts'
import { type RegisterBook, readBook } from '#app/use-cases/register/read-book.server.ts'
import { digestOf } from '#db/canonical-digest.ts'
import { constraintOf } from '#db/rows.ts'
import * as schema from '#db/schema.ts'
import { takeNumber } from '#db/stores/version-life.ts'
import { canonicalJson, numberKey } from '#engine'
import { aCoverage } from '#test/builders/coverage.ts'
import { anOffice, type Office } from '#test/builders/office.ts'
import { aSignatory } from '#test/builders/papers.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'

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
    { agencyId, id: 'sk', name: 'Keputusan', kind: 'decree', pattern: '503/{seq}/DPMPTSP/{yyyy}' },
    { agencyId, id: 'sop', name: 'SOP', kind: 'sop', pattern: '{seq:3} / SOP / {yyyy}' },
  ])
  clerk = await office.hire('Asha', ['clerk'])
})

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
type Row = typeof schema.decrees.$inferInsert
function aDecree(number: string, over: Partial<Row> = {}): Row {
  const signedOn = over.signedOn ?? '2026-01-05'
  return {
    ...{ agencyId: office.agencyId, id: randomUUID(), year: Number(signedOn.slice(0, 4)), number, numberKey: numberKey(number) },
    ...{ origin: 'by-hand', about: `Tentang ${number}`, signedOn, effectiveOn: signedOn, signatory: aSignatory() },
    ...over,
  }
}
async function enter(row: Row) {
  await opened.db.insert(schema.decrees).values(row)
  return row.id
}
/** The next number of the series, as signing takes it. */
const given = (over: Partial<Row> = {}) =>
  opened.db.transaction(async (tx) => {
    const seq = await takeNumber(tx, office.agencyId, 'sk', 2026)
    const row = aDecree(`503/${seq}/DPMPTSP/2026`, { origin: 'series', seriesId: 'sk', seq, ...over })
    await tx.insert(schema.decrees).values(row)
    return row.id
  })
/** Numbers of an earlier time; the counter goes on after the highest. */
const imported = (last: number, rows: readonly Row[]) =>
  opened.db.transaction(async (tx) => {
    await tx.insert(schema.counters).values({ agencyId: office.agencyId, seriesId: 'sk', year: 2026, last })
    await tx.insert(schema.decrees).values([...rows])
  })
const ended = (row: Row, targetId: string, effect: 'replaces' | 'amends' | 'revokes' | 'cancels', status?: Row['status']) =>
  opened.db.transaction(async (tx) => {
    await tx.insert(schema.decrees).values(row)
    await tx
      .insert(schema.decreeEffects)
      .values({ agencyId: office.agencyId, decreeId: row.id, place: 1, targetId, slug: null, version: null, effect })
    if (status) await tx.execute(`update decrees set status = '${status}' where id = '${targetId}'`)
  })
const ask = (over: Partial<Parameters<typeof readBook>[0]> = {}) =>
  readBook(
    { ...{ visitor: clerk, agencyId: office.agencyId, year: null, book: null, status: null, text: null }, ...over },
    office.ports,
  )
const lines = (book: RegisterBook) =>
  book.books.map(({ name, rows }) => [
    name,
    ...rows.map((row) => (row.kind === 'entry' ? row.entry.number : `kosong ${row.from}-${row.to}`)),
  ])
const broken = (work: Promise<unknown>) => work.then(() => 'kept', constraintOf)

it('lists a year by series and serial, what is empty in its place, and other numbers last', async () => {
  await imported(7, [
    aDecree('503/7/DPMPTSP/2026', { origin: 'imported', seriesId: 'sk', seq: 7, signedOn: '2026-01-02' }),
    aDecree('503/2/DPMPTSP/2026', { origin: 'imported', seriesId: 'sk', seq: 2, signedOn: '2026-01-20' }),
    aDecree('503/2.b/DPMPTSP/2026', { origin: 'imported', seriesId: 'sk', seq: 2, suffix: 'b', signedOn: '2026-01-06' }),
  ])
  await given({ signedOn: '2026-02-01', effectiveOn: '2026-02-01' })
  await enter(aDecree('188/45/BUPATI/2026'))
  await enter(aDecree('503 / 9 / DPMPTSP / 2026'))
  await enter(aDecree('503/1/DPMPTSP/2025', { signedOn: '2025-03-03' }))
  const book = must(await ask())
  expect(lines(book)).toEqual([
    [
      'Keputusan',
      'kosong 1-1',
      '503/2/DPMPTSP/2026',
      '503/2.b/DPMPTSP/2026',
      'kosong 3-6',
      '503/7/DPMPTSP/2026',
      '503/8/DPMPTSP/2026',
      '503 / 9 / DPMPTSP / 2026',
    ],
    [null, '188/45/BUPATI/2026'],
  ])
  expect(book.years).toEqual([2026, 2025])
  expect(lines(must(await ask({ year: '2025' })))).toEqual([['Keputusan', '503/1/DPMPTSP/2025']])
  expect(lines(must(await ask({ book: '-' })))).toEqual([[null, '188/45/BUPATI/2026']])
  expect(lines(must(await ask({ text: 'tentang 188' })))).toEqual([[null, '188/45/BUPATI/2026']])
  expect(lines(must(await ask({ status: 'revoked' })))).toEqual([])
})

it('says what became of a number and by which act; what is cancelled keeps its place', async () => {
  const first = await given()
  const second = await given()
  const third = await given()
  await ended(aDecree('20/2026', { act: 'revoke', reason: 'UU 25/2009' }), first, 'revokes', 'revoked')
  await ended(aDecree('21/2026', { act: 'amend' }), second, 'amends')
  await ended(aDecree('22/2026', { act: 'cancel', reason: 'salah objek' }), third, 'cancels', 'cancelled')
  const { books } = must(await ask({ book: 'sk' }))
  const t = translator('id')
  const csv = csvOf(bookSheet(books, 'Register', { t, format: formatter('id') })).split('\r\n')
  expect(csv[1]).toMatch(/^Keputusan,1,503\/1\/DPMPTSP\/2026,2026-01-05,.*,Penetapan,.*,Dicabut,Dicabut oleh 20\/2026,Seri,$/)
  expect(csv[2]).toMatch(/,Berlaku,Diubah oleh 21\/2026,/)
  expect(csv[3]).toMatch(/^Keputusan,3,503\/3\/.*,Batal,Dibatalkan oleh 22\/2026,/)
})

it('bears the digest of the signed file where one was kept, else of what was set', async () => {
  const { agencyId } = office
  await office.publish('liputan', aCoverage())
  const [version] = await opened.db.query.versions.findMany({ where: (row, { eq }) => eq(row.agencyId, agencyId) })
  const digest = version?.digest ?? ''
  const decreeId = await opened.db.transaction(async (tx) => {
    const row = aDecree('1/2026')
    await tx.insert(schema.decrees).values(row)
    await tx.insert(schema.decreeItems).values({ agencyId, decreeId: row.id, slug: 'liputan', version: 1, digest })
    return row.id
  })
  const digests = async () => {
    const { books } = must(await ask())
    return csvOf(bookSheet(books, 'Register', { t: translator('id'), format: formatter('id') }))
  }
  expect(await digests()).toContain(digest)
  const scan = 'ab'.repeat(32)
  await opened.db.insert(schema.decreeFiles).values({
    ...{ agencyId, decreeId, number: 1, kind: 'scan', sha256: scan, bytes: 9, mediaType: 'application/pdf' },
    ...{ byName: 'Asha', at: new Date(0) },
  })
  expect(await digests()).toContain(scan)
  expect(await digests()).not.toContain(digest)
})

it('shows versions on their way with the serial left blank, as on paper', async () => {
  const body = canonicalJson(aCoverage())
  const { agencyId } = office
  const title = aCoverage().identity.title
  await opened.db.insert(schema.standards).values({ agencyId, slug: 'baru', title })
  await opened.db
    .insert(schema.versions)
    .values({ agencyId, slug: 'baru', number: 1, status: 'draft', body, digest: digestOf(body) })
  const number = '503/    /DPMPTSP/2026'
  expect(must(await ask()).waiting).toMatchObject([{ slug: 'baru', version: 1, title, status: 'draft', number }])
})

it('prints the book on pages that lie, its head on each, and a year of three hundred numbers in good time', async () => {
  const rows = Array.from({ length: 300 }, (_, n) =>
    aDecree(`503/${n + 1}/DPMPTSP/2026`, { origin: 'imported', seriesId: 'sk', seq: n + 1 }),
  )
  await imported(300, rows)
  const book = must(await ask())
  const saying = { t: translator('id'), format: formatter('id', book.zone) }
  const parts = bookParts({ ...book, title: 'Buku register tahun 2026', notes: [] }, saying)
  const pdf = await setPdf({
    ...{ title: 'Buku register', author: 'Dinas', emblem: null, parts },
    foot: { lines: ['Dicetak 2 Mar 2026, 08.00 WIB'] },
  })
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false })
  expect(text.length).toBeGreaterThan(5)
  for (const page of text) {
    expect(page).toContain('Dicetak 2 Mar 2026, 08.00 WIB')
    expect(page).toMatch(/No\.\s+Nomor\s+Tanggal\s+Tentang/)
  }
  expect(text.at(-1)).toContain(`Halaman ${text.length} dari ${text.length}`)
  expect(Buffer.from(pdf).toString('latin1')).toContain('pdfuaid')
})

it('P5: the database lets a counter pass over numbers for one that was imported, and for nothing else', async () => {
  await given()
  const jump = (row: Row) =>
    opened.db.transaction(async (tx) => {
      await tx.execute(`update counters set last = 9 where agency_id = '${office.agencyId}' and series_id = 'sk'`)
      await tx.insert(schema.decrees).values(row)
    })
  const ninth = (origin: Row['origin']) => aDecree('503/9/DPMPTSP/2026', { origin, seriesId: 'sk', seq: 9 })
  expect(await broken(jump(ninth('series')))).toBe('counters_by_one')
  expect(await broken(jump(ninth('by-hand')))).toBe('counters_by_one')
  expect(await broken(jump(ninth('imported')))).toBe('kept')
  const back = opened.db.execute(`update counters set last = 8 where agency_id = '${office.agencyId}'`)
  expect(await broken(back)).toBe('counters_by_one')
  await given()
  expect(lines(must(await ask()))[0]?.slice(-1)).toEqual(['503/10/DPMPTSP/2026'])
})

it('P5: the database takes an inserted number after one that was given, between the dates of its neighbours, with a reason', async () => {
  await given({ signedOn: '2026-01-05' })
  await given({ signedOn: '2026-01-20', effectiveOn: '2026-01-20' })
  const insert = (over: Partial<Row>) =>
    broken(
      enter(
        aDecree(`503/1. b/DPMPTSP/2026`, {
          ...{ origin: 'inserted', seriesId: 'sk', seq: 1, suffix: 'b', numberReason: 'terlewat' },
          ...{ signedOn: '2026-01-12', effectiveOn: '2026-01-12' },
          ...over,
        }),
      ),
    )
  expect(await insert({ numberReason: null })).toBe('decrees_inserted')
  expect(await insert({ numberReason: '  ' })).toBe('decrees_inserted')
  expect(await insert({ suffix: 'B' })).toBe('decrees_suffix')
  expect(await insert({ seq: 3 })).toBe('decrees_number_given')
  expect(await insert({ signedOn: '2026-01-04' })).toBe('decrees_in_order')
  expect(await insert({ signedOn: '2026-01-21', effectiveOn: '2026-01-21' })).toBe('decrees_in_order')
  expect(await insert({})).toBe('kept')
  expect(await insert({ number: '503/1.b/x', numberKey: 'X' })).toBe('decrees_seq')
  expect(await insert({ suffix: 'a', number: '503/1. a', numberKey: '503/1.A', signedOn: '2026-01-13' })).toBe('decrees_in_order')
})

it('P5: the database cancels without an act only an entry that sets nothing and came from outside, with a reason', async () => {
  const cancel = (id: string, reason: string | null) =>
    broken(
      opened.db.execute(
        `update decrees set status = 'cancelled', revoked_reason = ${reason ? `'${reason}'` : 'null'} where id = '${id}'`,
      ),
    )
  const own = await given()
  const outside = await enter(aDecree('45/2026'))
  expect(await cancel(own, 'salah')).toBe('decrees_cancelled_by_act')
  expect(await cancel(outside, null)).toBe('decrees_cancelled_by_act')
  expect(await cancel(outside, 'salah ambil nomor')).toBe('kept')
})

it('is shown to people of the agency and to nobody from elsewhere', async () => {
  const elsewhere = await anOffice(opened, ['clerk'])
  const stranger = await elsewhere.hire('Citra', ['clerk'], ['administrator'])
  expect(await ask({ visitor: stranger })).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
  expect(await ask({ visitor: { kind: 'anonymous' } })).toMatchObject({ ok: false, refusal: { code: 'not-signed-in' } })
  expect(must(await ask())).toMatchObject({ mayKeep: false, mayManage: false })
})
