import { beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import { anEdge, aTask } from '#test/builders/definition.ts'
import { anOffice } from '#test/builders/office.ts'
import { aFullStandard } from '#test/builders/papers.ts'
import { storeStandard } from '#test/builders/stored.ts'
import { freshDatabase } from '#test/support/postgres.ts'
import { aSite, type Site } from '#test/support/site.ts'

const opened = await freshDatabase()
let site: Site
let as: string
let stranger: string

const dearer = () => {
  const definition = aFullStandard('Peminjaman Ruang')
  definition.components.products.items.push('Kartu akses')
  return definition
}

/** A draft in which the clerk also writes each request down. */
const logging = () => {
  const definition = dearer()
  const { flow } = definition
  flow.nodes.push(aTask('log', { lane: 'clerk', activity: 'Mencatat di agenda' }) as never)
  Object.assign(flow.edges.find(({ from, to }) => from === 'apply' && to === 'check') ?? {}, { to: 'log' })
  flow.edges.push(anEdge('log', 'check') as never)
  return definition
}

beforeAll(async () => {
  const office = await anOffice(opened, ['clerk'], 'dispus')
  const other = await anOffice(opened, ['clerk'], 'dinsos')
  await storeStandard(opened.db, { agencyId: 'dispus', slug: 'ruang' }, [
    { status: 'superseded', definition: aFullStandard('Peminjaman Ruang'), decree: '1 /TAHUN 2026', supersededBy: 2 },
    { status: 'published', definition: dearer(), decree: '2 /TAHUN 2026' },
    { status: 'in-review', definition: logging() },
  ])
  await storeStandard(opened.db, { agencyId: 'dispus', slug: 'baru' }, [{ status: 'draft', definition: dearer() }])
  await storeStandard(opened.db, { agencyId: 'dispus', slug: 'kartu' }, [
    { status: 'published', definition: aFullStandard('Kartu Anggota'), decree: '3 /TAHUN 2026' },
    { status: 'approved', definition: dearer() },
  ])
  site = await aSite(office.ports)
  as = await site.signIn(idOf(await office.hire('Maya', [], ['approver'])))
  stranger = await site.signIn(idOf(await other.hire('Budi', [], ['author'])))
})

const idOf = (visitor: Visitor) => (visitor.kind === 'person' ? visitor.person.id : '')
const read = async (path: string) => (await site.ask(`/susun/dispus/${path}`, { as })).text()

describe('the review of a version', () => {
  it('says what it changes of the version in force, in words and on the matrix, before anybody approves it', async () => {
    const text = await read('ruang/tinjau')
    const [sentence, decision] = [text.indexOf('Langkah 2 “Mencatat di agenda” ditambahkan.'), text.indexOf('value="approve"')]
    expect(sentence).toBeGreaterThan(0)
    expect(decision).toBeGreaterThan(sentence)
    expect(text).toContain('2. (baru) ')
    expect(text).toContain('1. (berubah) ')
    expect(text).not.toContain('isi ditambah: Kartu akses')
  })

  it('says so where no version is in force yet, and compares one that is in force with nothing', async () => {
    expect(await read('baru/tinjau')).toContain('Belum ada versi yang berlaku')
    expect(await read('ruang/tinjau?versi=2')).not.toMatch(/Yang berubah dari|Belum ada versi yang berlaku/)
  })
})

it('is one step away for whoever sets the version, and told there too', async () => {
  const set = await read('kartu/tetapkan')
  const [, address = ''] = set.match(/href="([^"]*tinjau\?versi=2)"/) ?? []
  expect(address).toBe('/susun/dispus/kartu/tinjau?versi=2')
  expect(await read('kartu/tinjau?versi=2')).toContain('isi ditambah: Kartu akses')
})

describe('the page of versions', () => {
  it('compares any two, the older with the newer or the other way round', async () => {
    expect(await read('ruang/versi?dari=1&ke=2')).toContain('isi ditambah: Kartu akses')
    const back = await read('ruang/versi?dari=3&ke=2')
    expect(back).toContain('Langkah 2 “Mencatat di agenda” dihapus.')
    expect(back).toContain('Langkah versi 3 yang tidak ada lagi')
  })

  it('says of a version beside itself that it says the same', async () => {
    expect(await read('ruang/versi?dari=2&ke=2')).toContain('Isi sama')
  })

  it('offers every version in two lists, the one in force and the newest chosen, and nothing to compare with one alone', async () => {
    const text = await read('ruang/versi')
    expect(text).toMatch(/name="dari".*?value="2" selected/s)
    expect(text).toMatch(/name="ke".*?value="3" selected/s)
    expect(await read('baru/versi')).not.toContain('name="dari"')
  })

  it.each(['dari=1&ke=9', 'dari=9&ke=1'])('does not find %s', async (pair) => {
    expect((await site.ask(`/susun/dispus/ruang/versi?${pair}`, { as })).status).toBe(404)
  })

  it.each(['dari=x&ke=2', 'dari=1', 'ke=0&dari=-1'])('takes %s for no question', async (pair) => {
    const answer = await site.ask(`/susun/dispus/ruang/versi?${pair}`, { as })
    expect([answer.status, (await answer.text()).includes('authoring-changes')]).toEqual([200, false])
  })

  it('shows nothing of it to an author of another agency', async () => {
    expect((await site.ask('/susun/dispus/ruang/versi?dari=1&ke=2', { as: stranger })).status).toBe(404)
  })
})
