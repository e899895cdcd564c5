import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import JSZip from 'jszip'
import { beforeAll, describe, expect, it } from 'vitest'
import { OpenStandard } from '#engine'
import { anOffice } from '#test/builders/office.ts'
import { aFullSop, aFullStandard } from '#test/builders/papers.ts'
import { storeStandard } from '#test/builders/stored.ts'
import { freshDatabase } from '#test/support/postgres.ts'
import { aSite, type Site } from '#test/support/site.ts'

const opened = await freshDatabase()
let site: Site
let origin: string

const longer = () => {
  const definition = aFullStandard('Ruang Baca')
  definition.components.products.items.push('Kartu akses')
  definition.notes.push('CATATAN PENYUSUN')
  return definition
}

beforeAll(async () => {
  const { ports } = await anOffice(opened, ['clerk'], 'dispus')
  origin = ports.settings.origin
  await storeStandard(opened.db, { agencyId: 'dispus', slug: 'ruang' }, [
    { status: 'superseded', definition: aFullStandard('Ruang Baca'), decree: '1 /TAHUN 2026', supersededBy: 2 },
    { status: 'published', definition: longer(), decree: '2 /TAHUN 2026' },
    { status: 'draft', definition: aFullStandard('Rancangan Rahasia') },
  ])
  await storeStandard(opened.db, { agencyId: 'dispus', slug: 'alur' }, [
    { status: 'published', definition: aFullSop(), decree: '3 /TAHUN 2026' },
  ])
  await storeStandard(opened.db, { agencyId: 'dispus', slug: 'kartu' }, [
    { status: 'approved', definition: aFullStandard('Kartu Anggota') },
  ])
  await storeStandard(opened.db, { agencyId: 'dispus', slug: 'tertutup' }, [
    { status: 'draft', definition: aFullStandard('Rancangan Rahasia') },
  ])
  site = await aSite(ports)
})

async function read(path: string) {
  const answer = await site.ask(path)
  expect(answer.status, path).toBe(200)
  return { headers: answer.headers, text: await answer.text() }
}

describe('a standard as data', () => {
  it.each(['/standar/dispus/ruang', '/standar/dispus/ruang/v/1', '/standar/dispus/alur'])(
    '%s fits its schema, whole',
    async (path) => {
      const { text } = await read(`${path}.json`)
      const schema = JSON.parse((await read('/skema/standar-1.json')).text)
      const ajv = new Ajv2020({ strict: true, allErrors: true })
      formats.default(ajv)
      const fits = ajv.compile(schema)
      fits(JSON.parse(text))
      expect(fits.errors).toBeNull()
      // Nothing is said that the schema does not know.
      expect(OpenStandard.parse(JSON.parse(text))).toEqual(JSON.parse(text))
    },
  )

  it('is the version in force, with its history; a version has its own', async () => {
    const now = JSON.parse((await read('/standar/dispus/ruang.json')).text)
    expect(now).toMatchObject({
      id: `${origin}/standar/dispus/ruang/v/2`,
      url: `${origin}/standar/dispus/ruang`,
      status: 'published',
      decree: { number: '2 /TAHUN 2026', signedOn: '2026-03-17', effectiveOn: '2026-04-01' },
      components: { products: { items: ['Izin pemakaian ruang', 'Kartu akses'] } },
    })
    expect(now.versions.map(({ version }: { version: number }) => version)).toEqual([2, 1])
    const before = JSON.parse((await read('/standar/dispus/ruang/v/1.json')).text)
    expect(before).toMatchObject({ status: 'superseded', supersededBy: { version: 2, number: '2 /TAHUN 2026' } })
  })

  it('may be read by other sites, has a name as a file, and names its schema', async () => {
    const { headers } = await read('/standar/dispus/ruang.json')
    expect(headers.get('Content-Type')).toBe('application/json; charset=utf-8')
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
    expect(headers.get('Content-Disposition')).toBe('inline; filename="ruang-v2.json"')
    expect(headers.get('Link')).toContain(`<${origin}/skema/standar-1.json>; rel="describedby"`)
  })

  it('is sent once to a reader who asks again', async () => {
    const { headers } = await read('/standar/dispus/ruang.json')
    const again = await site.ask('/standar/dispus/ruang.json', { headers: { 'If-None-Match': headers.get('ETag') ?? '' } })
    expect([again.status, again.headers.get('Access-Control-Allow-Origin')]).toEqual([304, '*'])
  })

  it('V18: says nothing of drafts, of notes, of who is appointed, or of a person beside the signatory', async () => {
    const { text } = await read('/standar/dispus/ruang.json')
    for (const secret of [
      'Rahasia',
      'CATATAN',
      '197001012000031001',
      'Petugas Aduan',
      '"positions": [',
      'assignment',
      'condition',
    ]) {
      expect(text).not.toContain(secret)
    }
  })

  it.each(['tertutup.json', 'tiada.json', 'ruang/v/3.json', 'ruang/v/0.json', 'ruang/v/x.json', 'ruang.jsonx', 'Ruang.json'])(
    'V18: is not there for %s',
    async (path) => {
      expect((await site.ask(`/standar/dispus/${path}`)).status).toBe(404)
    },
  )
})

describe('the fields of the national portal', () => {
  it('stand on a page in the order of the portal, as text to select', async () => {
    const { text } = await read('/standar/dispus/ruang/sippn')
    const labels = ['Nama Unit', 'Alamat', 'Telepon', 'Situs Web', 'Nama Layanan', 'No. SK', 'Persyaratan', 'Biaya/Tarif']
    const places = labels.map((label) => text.indexOf(`<dt>${label}</dt>`))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places[0]).toBeGreaterThan(0)
    expect(text).toContain('1. Surat permohonan yang ditandatangani.\n2. Kartu anggota.')
    expect(text).toMatch(/id="isian-decreeNumber"[^>]*>2 \/TAHUN 2026</)
  })

  it('warn where the version is not in force', async () => {
    expect((await read('/standar/dispus/ruang/sippn')).text).not.toContain('tidak sedang berlaku')
    expect((await read('/standar/dispus/kartu/sippn')).text).toContain('tidak sedang berlaku')
    expect((await site.ask('/standar/dispus/tertutup/sippn')).status).toBe(404)
  })

  it('are columns of one row a service in force, as CSV and as a spreadsheet', async () => {
    const { headers, text } = await read('/standar/dispus/sippn.csv')
    expect(headers.get('Content-Disposition')).toBe('attachment; filename="sippn-dispus.csv"')
    const [head, ...rows] = text.split('\r\n').filter(Boolean)
    expect(head).toMatch(/^Instansi,Nama Unit,Alamat,Telepon,Situs Web,Nama Layanan,No\. SK,Persyaratan,/)
    expect(rows).toHaveLength(1)
    expect(rows[0]).toContain(`,2026-03-17,2026-04-01,${origin}/standar/dispus/ruang`)
    const book = await site.ask('/standar/dispus/sippn.xlsx')
    const zip = await JSZip.loadAsync(await book.arrayBuffer())
    const parts = await Promise.all(
      ['worksheets/sheet1', 'sharedStrings'].map((name) => zip.file(`xl/${name}.xml`)?.async('string')),
    )
    expect(parts.join('')).toContain('Kartu akses')
    expect(parts.join('')).not.toContain('Rahasia')
  })

  it('V18: are not there of an agency that is not', async () => {
    expect((await site.ask('/standar/tiada/sippn.xlsx')).status).toBe(404)
  })
})
