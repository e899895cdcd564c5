import { beforeAll, expect, it } from 'vitest'
import { anOffice } from '#test/builders/office.ts'
import { aFullStandard } from '#test/builders/papers.ts'
import { storeStandard } from '#test/builders/stored.ts'
import { freshDatabase } from '#test/support/postgres.ts'
import { aSite, type Site } from '#test/support/site.ts'

const opened = await freshDatabase()
let site: Site

const longer = () => {
  const definition = aFullStandard('Peminjaman Ruang')
  definition.components.products.items.push('Kartu akses')
  return definition
}

beforeAll(async () => {
  const { ports } = await anOffice(opened, ['clerk'], 'dispus')
  await storeStandard(opened.db, { agencyId: 'dispus', slug: 'ruang' }, [
    { status: 'superseded', definition: aFullStandard('Peminjaman Ruang'), decree: '1 /TAHUN 2026', supersededBy: 3 },
    { status: 'draft', definition: aFullStandard('Rancangan Rahasia') },
    { status: 'published', definition: longer(), decree: '2 /TAHUN 2026' },
  ])
  site = await aSite(ports)
})

it('tells what a version says otherwise than the public one before it, in sentences', async () => {
  const text = await (await site.ask('/standar/dispus/ruang/riwayat/3')).text()
  expect(text).toContain('Komponen “Produk Pelayanan”: isi ditambah: Kartu akses.')
  expect(text).toContain('Perbedaan versi 3 dengan versi 1')
  expect(text).not.toContain('Rancangan Rahasia')
})

it('is offered from the history for every version but the first', async () => {
  const text = await (await site.ask('/standar/dispus/ruang/riwayat')).text()
  expect(text).toContain('href="/standar/dispus/ruang/riwayat/3"')
  expect(text).not.toContain('href="/standar/dispus/ruang/riwayat/1"')
})

it.each(['1', '2', '9', 'x'])('is not there for version %s: the first, a draft, none, no number', async (number) => {
  expect((await site.ask(`/standar/dispus/ruang/riwayat/${number}`)).status).toBe(404)
})
