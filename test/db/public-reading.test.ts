import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import type { Ports } from '#app/ports.ts'
import { pageStamp } from '#app/use-cases/public/page-stamp.server.ts'
import { readAgencyPage } from '#app/use-cases/public/read-agency.server.ts'
import { readCatalogue } from '#app/use-cases/public/read-catalogue.server.ts'
import { readDecreePage, readRegister } from '#app/use-cases/public/read-register.server.ts'
import { readStandard } from '#app/use-cases/public/read-standard.server.ts'
import { aFullStandard } from '#test/builders/papers.ts'
import { type StoredVersion, storeAgency, storeStandard } from '#test/builders/stored.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'

let database: FreshDatabase
let ports: Ports
let statements = 0

const version = (status: StoredVersion['status'], title: string, over: Partial<StoredVersion> = {}): StoredVersion => ({
  status,
  definition: aFullStandard(title),
  ...over,
})
const titles = async (query: string) =>
  (await readCatalogue({ query }, ports)).groups.flatMap(({ standards }) => standards.map(({ title }) => title))

beforeAll(async () => {
  database = await freshDatabase({ onStatement: () => statements++ })
  ports = { db: database.db } as Ports
  await storeAgency(database.db, 'dispus')
  await storeAgency(database.db, 'dinsos', { name: 'Dinas Sosial' })
  await storeStandard(database.db, { agencyId: 'dispus', slug: 'ruang' }, [
    version('superseded', 'Ruang Baca Lama', { decree: '1 /TAHUN 2026', supersededBy: 2 }),
    version('published', 'Peminjaman Ruang Baca', { decree: '2 /TAHUN 2026' }),
    version('approved', 'Peminjaman Ruang Baca Baru'),
    version('draft', 'Rancangan Rahasia'),
  ])
  await storeStandard(database.db, { agencyId: 'dispus', slug: 'kartu' }, [version('approved', 'Penerbitan Kartu Anggota')])
  await storeStandard(database.db, { agencyId: 'dispus', slug: 'rahasia' }, [version('in-review', 'Masih Ditinjau')])
  await database.execute(`update standards set title = 'Peminjaman Ruang Baca' where slug = 'ruang'`)
})

it('lists what is in force or approved by agency, and never a draft', async () => {
  const { groups } = await readCatalogue({ query: null }, ports)
  expect(groups.map(({ agencyId, standards }) => [agencyId, standards.map(({ slug, status }) => `${slug} ${status}`)])).toEqual([
    ['dispus', ['ruang published', 'kartu approved']],
  ])
})

it.each([
  ['the stem of a word', 'meminjam', ['Peminjaman Ruang Baca']],
  ['a word typed halfway', 'angg', ['Penerbitan Kartu Anggota']],
  ['a prefix that the stemmer bends', 'penerb', ['Penerbitan Kartu Anggota']],
  ['operators as plain words', `peminjaman & ! ' :* (`, ['Peminjaman Ruang Baca']],
  ['nothing for words that nobody uses', 'xyzzy', []],
  ['words with signs that no database takes', 'kartu\u0000anggota', ['Penerbitan Kartu Anggota']],
  ['nothing for signs alone', '&&& :*', []],
  ['nothing of a draft', 'rancangan', []],
])('finds %s', async (_, query, found) => {
  expect(await titles(query)).toEqual(found)
})

it('shows the version in force at the address of the standard, and each public version at its own', async () => {
  const shown = async (number?: string) => {
    const result = await readStandard({ agency: 'dispus', slug: 'ruang', number }, ports)
    return result.ok ? `${result.value.publication.version} ${result.value.publication.status}` : result.refusal.code
  }
  expect(await shown()).toBe('2 published')
  expect(await shown('1')).toBe('1 superseded')
  expect(await shown('3')).toBe('3 approved')
})

it.each([
  ['dispus', 'ruang', '4'],
  ['dispus', 'ruang', '99'],
  ['dispus', 'ruang', '0'],
  ['dispus', 'ruang', "1'--"],
  ['dispus', 'rahasia', undefined],
  ['dispus', 'tidak-ada', undefined],
  ['dinsos', 'ruang', undefined],
  ['__proto__', 'ruang', undefined],
])('V18: %s/%s version %s does not exist for the public', async (agency, slug, number) => {
  expect(await readStandard({ agency, slug, number }, ports)).toEqual({ ok: false, refusal: { code: 'not-found' } })
})

it('P4: a superseded version names the decree that took its place', async () => {
  const result = await readStandard({ agency: 'dispus', slug: 'ruang', number: '1' }, ports)
  expect(result.ok && result.value.publication.supersededBy).toEqual({
    version: 2,
    number: '2 /TAHUN 2026',
    signedOn: '2026-03-17',
  })
})

it('lets outsiders begin only what is in force', async () => {
  const begins = async (slug: string, number?: string) => {
    const result = await readStandard({ agency: 'dispus', slug, number }, ports)
    return result.ok && result.value.begins
  }
  expect(await begins('ruang')).toBe('applicant')
  expect(await begins('ruang', '1')).toBeNull()
  expect(await begins('kartu')).toBeNull()
})

it('keeps the register by agency and year, with the standards of each decree', async () => {
  const all = await readRegister({ agency: null, year: null, page: null }, ports)
  expect(all.decrees.map(({ number, status }) => `${number} ${status}`)).toEqual([
    '2 /TAHUN 2026 in-force',
    '1 /TAHUN 2026 superseded',
  ])
  expect((await readRegister({ agency: 'dinsos', year: null, page: null }, ports)).decrees).toEqual([])
  const first = all.decrees[0]
  const decree = await readDecreePage({ agency: 'dispus', id: first?.id ?? '' }, ports)
  expect(decree.ok && decree.value.items).toMatchObject([{ slug: 'ruang', version: 2 }])
  expect(await readDecreePage({ agency: 'dinsos', id: first?.id ?? '' }, ports)).toMatchObject({ ok: false })
})

it('sends the same number of statements however many rows there are', async () => {
  const count = async (read: () => Promise<unknown>) => {
    const before = statements
    await read()
    return statements - before
  }
  const reads = [
    () => readCatalogue({ query: null }, ports),
    () => readCatalogue({ query: 'ruang' }, ports),
    () => readAgencyPage({ agency: 'dispus' }, ports),
    () => readStandard({ agency: 'dispus', slug: 'ruang' }, ports),
    () => readRegister({ agency: null, year: null, page: null }, ports),
    () => pageStamp('/standar/dispus/ruang', ports),
  ]
  const few = []
  for (const read of reads) few.push(await count(read))
  expect(few).toEqual([1, 1, 2, 1, 2, 1])
  for (let n = 0; n < 12; n++) {
    const versions = [version('published', `Layanan ${n}`, { decree: `${n + 10} /TAHUN 2026` })]
    await storeStandard(database.db, { agencyId: 'dinsos', slug: `layanan-${n}` }, versions)
  }
  const many = []
  for (const read of reads) many.push(await count(read))
  expect(many).toEqual(few)
})

it('gives a page another stamp when anything on it changes, and no stamp to what is not kept', async () => {
  const paths = ['/', '/standar/dispus', '/standar/dispus/ruang', '/standar/dispus/ruang/v/1/sk', '/sk']
  const stamps = () => Promise.all(paths.map((path) => pageStamp(path, ports)))
  const before = await stamps()
  expect(before.every((stamp) => typeof stamp === 'string')).toBe(true)
  expect(await stamps()).toEqual(before)
  await database.execute(`update agencies set revision = revision + 1 where id = 'dispus'`)
  const renamed = await stamps()
  expect(renamed.filter((stamp, place) => stamp === before[place])).toEqual([])
  await database.execute(`update versions set status = 'revoked' where agency_id = 'dispus' and slug = 'ruang' and number = 2`)
  expect((await stamps()).filter((stamp, place) => stamp === renamed[place])).toEqual([])
  for (const path of ['/masuk', '/standar/dispus/tidak-ada', '/standar/dispus/ruang/draf', '/sk/dispus/x', '//', '/standar/']) {
    expect(await pageStamp(path, ports)).toBeNull()
  }
})

it('V18: no statement of the public reads versions but through the view that leaves drafts out', async () => {
  const folder = join(import.meta.dirname, '../../db/stores')
  const stores = readdirSync(folder).filter((file) => file.startsWith('public-') && !file.endsWith('.test.ts'))
  const reads = stores.flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/\b(?:from|join) \w*versions\b/g) ?? [])
  expect(reads.filter((text) => /(?<!_)versions/.test(text))).toEqual([])
  expect(reads.filter((text) => text.endsWith(' public_versions')).length).toBeGreaterThanOrEqual(3)
  const statuses = await database.execute<{ status: string }>('select distinct status from public_versions order by status')
  expect(statuses.map(({ status }) => status)).toEqual(['approved', 'published', 'revoked', 'superseded'])
})
