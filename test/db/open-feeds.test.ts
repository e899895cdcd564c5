import { randomUUID } from 'node:crypto'
import { DOMParser } from '@xmldom/xmldom'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Ports } from '#app/ports.ts'
import { pageStamp } from '#app/use-cases/public/page-stamp.server.ts'
import { readPlaces } from '#app/use-cases/public/read-places.server.ts'
import { versionActs } from '#db/schema.ts'
import { anOffice } from '#test/builders/office.ts'
import { aFullSop, aFullStandard } from '#test/builders/papers.ts'
import { storeStandard } from '#test/builders/stored.ts'
import { freshDatabase } from '#test/support/postgres.ts'
import { aSite, type Site } from '#test/support/site.ts'

const opened = await freshDatabase()
let site: Site
let ports: Ports
let origin: string
const home = '/standar/dispus/ruang'
const strange = 'Ruang </script><b>&" “Baca”'

const acts = [
  ['created', 1, '2026-01-05T00:00:00Z'],
  ['approved', 1, '2026-02-05T00:00:00Z'],
  ['published', 1, '2026-03-05T00:00:00Z'],
  ['superseded', 1, '2026-05-05T00:00:00Z'],
  ['published', 2, '2026-05-05T00:00:00Z'],
  ['created', 3, '2026-06-05T00:00:00Z'],
] as const

beforeAll(async () => {
  ;({ ports } = await anOffice(opened, ['clerk'], 'dispus'))
  origin = ports.settings.origin
  const longer = aFullStandard(strange)
  longer.components.products.items.push('Kartu akses')
  await storeStandard(opened.db, { agencyId: 'dispus', slug: 'ruang' }, [
    { status: 'superseded', definition: aFullStandard(strange), decree: '1 /TAHUN 2026', supersededBy: 2 },
    { status: 'published', definition: longer, decree: '2 /TAHUN 2026' },
    { status: 'draft', definition: aFullStandard('Rancangan Rahasia') },
  ])
  await storeStandard(opened.db, { agencyId: 'dispus', slug: 'alur' }, [
    { status: 'published', definition: aFullSop(), decree: '3 /TAHUN 2026' },
  ])
  await storeStandard(opened.db, { agencyId: 'dispus', slug: 'tertutup' }, [
    { status: 'draft', definition: aFullStandard('Rancangan Rahasia') },
  ])
  await opened.db
    .insert(versionActs)
    .values(
      acts.map(([act, number, at]) => ({ agencyId: 'dispus', id: randomUUID(), slug: 'ruang', number, act, at: new Date(at) })),
    )
  site = await aSite(ports)
})

async function read(path: string) {
  const answer = await site.ask(path)
  expect(answer.status, path).toBe(200)
  return { headers: answer.headers, text: await answer.text() }
}

/** Well-formed, or the test fails with what the reader says. */
async function readXml(path: string) {
  const { text, headers } = await read(path)
  const faults: string[] = []
  const errorHandler = (_: string, fault: string) => faults.push(fault)
  const document = new DOMParser({ errorHandler }).parseFromString(text, 'application/xml')
  expect(faults).toEqual([])
  const texts = (name: string) => [...Array.from(document.getElementsByTagName(name))].map((node) => node.textContent ?? '')
  return { document, texts, text, headers }
}

describe('the feed of changes', () => {
  it.each(['/perubahan.atom', '/standar/dispus/perubahan.atom', `${home}/perubahan.atom`])(
    '%s tells each act on a public version, newest first, by an id that stays',
    async (path) => {
      const feed = await readXml(path)
      expect(feed.headers.get('Content-Type')).toBe('application/atom+xml; charset=utf-8')
      expect(
        feed
          .texts('title')
          .slice(1)
          .map((title) => title.split(':')[0]),
      ).toEqual(['Ditetapkan', 'Diganti', 'Ditetapkan'])
      const ids = feed.texts('id')
      expect(ids[0]).toBe(origin + path)
      expect(new Set(ids).size).toBe(4)
      for (const id of ids.slice(1)) expect(id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/)
      expect(feed.texts('updated')).toEqual(
        ['2026-05-05', '2026-05-05', '2026-05-05', '2026-03-05'].map((day) => `${day}T00:00:00.000Z`),
      )
      // RFC 4287: each entry has its author, its link and its moment.
      for (const name of ['author', 'published', 'summary', 'content']) expect(feed.texts(name)).toHaveLength(3)
      expect((await readXml(path)).texts('id')).toEqual(ids)
    },
  )

  it('says what changed, in the sentences of the history, and by which decree', async () => {
    const { texts, text } = await readXml(`${home}/perubahan.atom`)
    expect(texts('li')).toEqual(['Komponen “Produk Pelayanan”: isi ditambah: Kartu akses.'])
    expect(text).toContain(`href="${origin}${home}/riwayat/2"`)
    expect(texts('summary')[1]).toContain('diganti dengan SK Nomor 2 /TAHUN 2026 tanggal 17 Maret 2026.')
    expect(text).not.toContain('Rahasia')
  })

  it('is empty and sound where nothing has happened, and not there where there is nothing to see', async () => {
    expect((await readXml('/standar/dispus/alur/perubahan.atom')).texts('entry')).toEqual([])
    for (const path of ['/standar/dispus/tertutup', '/standar/tiada', '/standar/tiada/ruang']) {
      expect((await site.ask(`${path}/perubahan.atom`)).status, path).toBe(404)
    }
  })
})

describe('the map of the site', () => {
  it('names agencies, standards, versions that are known by themselves, and decrees, with when they changed', async () => {
    const { texts, text } = await readXml('/sitemap.xml')
    const places = texts('loc')
    for (const path of ['/', '/sk', '/standar/dispus', home, `${home}/v/1`, '/standar/dispus/alur'])
      expect(places).toContain(origin + path)
    expect(places.filter((place) => place.includes('/sk/dispus/'))).toHaveLength(3)
    expect(places.filter((place) => /tertutup|\/v\/[23]$/.test(place))).toEqual([])
    expect(text).toContain(`<loc>${origin}${home}</loc><lastmod>2026-05-05T00:00:00.000Z</lastmod>`)
    expect(new Set(places).size).toBe(places.length)
  })

  it('is an index of files where one would be too long, and each place is in one of them', async () => {
    const whole = await readPlaces({ page: null }, ports)
    const index = await readPlaces({ page: null, perFile: 3 }, ports)
    expect(index).toMatchObject({ kind: 'index' })
    const files = index?.kind === 'index' ? index.files : 0
    const parts = await Promise.all(
      Array.from({ length: files }, (_, n) => readPlaces({ page: String(n + 1), perFile: 3 }, ports)),
    )
    expect(parts.flatMap((part) => (part?.kind === 'places' ? part.places : []))).toEqual(
      whole?.kind === 'places' ? whole.places : null,
    )
    expect(await readPlaces({ page: String(files + 1), perFile: 3 }, ports)).toBeNull()
    for (const page of ['0', 'x', '2']) expect((await site.ask(`/sitemap.xml?hal=${page}`)).status).toBe(404)
  })

  it('is named to robots, who are kept out of work and tickets', async () => {
    const { text } = await read('/robots.txt')
    expect(text).toContain(`Sitemap: ${origin}/sitemap.xml\n`)
    for (const path of ['/kerja', '/susun', '/kelola', '/lacak/']) expect(text).toContain(`Disallow: ${path}\n`)
  })
})

describe('the head of a page', () => {
  const linkOf = (text: string, rel: string, type = '') =>
    [...text.matchAll(/<link [^>]*>/g)].map(([link]) => link).find((link) => link.includes(`rel="${rel}"`) && link.includes(type))

  it.each([
    [home, home],
    [`${home}/v/2`, home],
    [`${home}/v/2/komponen`, `${home}/komponen`],
    [`${home}/v/1`, `${home}/v/1`],
    [`${home}/v/1/sop`, `${home}/v/1/sop`],
    [`${home}/riwayat`, `${home}/riwayat`],
    [`${home}/riwayat/2`, `${home}/riwayat/2`],
    [`${home}/sippn`, `${home}/sippn`],
    ['/standar/dispus/alur', '/standar/dispus/alur'],
    ['/standar/dispus', '/standar/dispus'],
    ['/', '/'],
  ])('%s is to be known as %s', async (path, known) => {
    expect(linkOf((await read(path)).text, 'canonical')).toContain(`href="${origin}${known}"`)
  })

  it('leads to the same as data and to the feed, each of which is there', async () => {
    for (const path of [home, `${home}/v/1`, '/standar/dispus/alur']) {
      const { text } = await read(path)
      const links = [...text.matchAll(/<link rel="alternate"[^>]*href="([^"]*)"|<a href="([^"]*(?:json|jsonld|atom|sippn))"/g)]
      const hrefs = links.map(([, alternate, shown = '']) => alternate?.replace(origin, '') ?? shown)
      expect(hrefs.length).toBeGreaterThan(3)
      for (const href of hrefs) expect((await site.ask(href)).status, href).toBe(200)
    }
  })

  it('tells search engines of a service where it is in force, whatever its title holds', async () => {
    const { text } = await read(home)
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(text) ?? []
    expect(JSON.parse(json)).toMatchObject({ '@type': 'GovernmentService', name: strange, '@id': `${origin}${home}#layanan` })
    expect(json).not.toContain('<')
    for (const path of [`${home}/v/1`, `${home}/v/2`, '/standar/dispus/alur'])
      expect((await read(path)).text).not.toContain('ld+json"><')
    expect((await read(`${home}/v/1`)).text).not.toContain('<script type="application/ld+json">')
  })

  it('lists the standards in force of an agency as a catalogue, each form of which is there', async () => {
    const { '@type': type, 'dcat:dataset': sets } = JSON.parse((await read('/standar/dispus/katalog.jsonld')).text)
    expect([type, sets.map((set: { 'dct:title': string }) => set['dct:title'])]).toEqual([
      'dcat:Catalog',
      ['Peminjaman Ruang Baca', strange],
    ])
    const forms = sets.flatMap((set: { 'dcat:distribution': { '@id': string }[] }) => set['dcat:distribution'])
    expect(forms).toHaveLength(5)
    for (const { '@id': url } of forms) expect((await site.ask(url.replace(origin, ''))).status, url).toBe(200)
  })

  it('gives a service in CPSV-AP, and no SOP', async () => {
    const { text, headers } = await read(`${home}/cpsv.jsonld`)
    expect(headers.get('Content-Type')).toBe('application/ld+json; charset=utf-8')
    expect(JSON.parse(text)).toMatchObject({ '@type': 'cpsv:PublicService', 'dct:title': strange })
    expect((await site.ask('/standar/dispus/alur/cpsv.jsonld')).status).toBe(404)
    expect((await site.ask(`${home}/v/3/cpsv.jsonld`)).status).toBe(404)
  })
})

it('gives data and feed another stamp when something happens', async () => {
  const paths = ['.json', '/cpsv.jsonld', '/perubahan.atom', '/v/1.json'].map((end) => home + end)
  paths.push('/perubahan.atom', '/standar/dispus/perubahan.atom', '/standar/dispus/sippn.xlsx', '/sitemap.xml')
  const stamps = () => Promise.all(paths.map((path) => pageStamp(path, ports)))
  const before = await stamps()
  expect(before).not.toContain(null)
  await opened.execute(`update versions set status = 'revoked' where slug = 'ruang' and status = 'published'`)
  const after = await stamps()
  expect(after.filter((stamp, at) => stamp === before[at])).toEqual([])
})
