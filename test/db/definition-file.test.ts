import { beforeAll, expect, it } from 'vitest'
import { readVersionBody } from '#db/stores/authoring-read.ts'
import { canonicalJson, currentSchemaVersion, type Definition, parseDefinition } from '#engine'
import { anOffice, type Office } from '#test/builders/office.ts'
import { aFullStandard } from '#test/builders/papers.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'
import { aSite, type Site } from '#test/support/site.ts'

let opened: FreshDatabase
let office: Office
let site: Site
let session: string

beforeAll(async () => {
  opened = await freshDatabase()
  office = await anOffice(opened, ['clerk'])
  const author = await office.hire('Rina Penyusun', [], ['author'])
  site = await aSite(office.ports)
  session = await site.signIn(author.kind === 'person' ? author.person.id : '')
})

const kept = (): Definition => ({ ...aFullStandard('Peminjaman Ruang'), notes: ['<script>alert(1)</script>'] })
const send = (content: string, slug: string) => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ agency: office.agencyId, title: 'Dari berkas', slug, kind: 'service', from: '' }))
    form.append(name, value)
  form.append('file', new File([content], 'salinan.json', { type: 'application/json' }))
  return site.post('/susun/baru', form, { as: session })
}

it('opens a copy that was kept outside, whole, under the title that was typed', async () => {
  const answer = await send(canonicalJson(kept()), 'dari-berkas')
  expect([200, 201, 302]).toContain(answer.status)
  const row = await readVersionBody(opened.db, { agencyId: office.agencyId, slug: 'dari-berkas' }, 1)
  const parsed = parseDefinition(JSON.parse(row?.body ?? 'null'))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  expect(parsed.definition.identity.title).toBe('Dari berkas')
  expect(parsed.definition.flow.nodes).toEqual(kept().flow.nodes)
  expect(parsed.definition.notes).toEqual(kept().notes)
})

it.each([
  [
    'of a newer release',
    JSON.stringify({ ...kept(), schemaVersion: currentSchemaVersion + 1 }),
    /ditulis oleh Baku yang lebih baru/,
  ],
  ['that is no JSON', '%PDF-1.7', /tidak dapat dibaca sebagai standar/],
  ['with something else inside', JSON.stringify({ ...kept(), flow: { nodes: 'x' } }), /tidak cocok sebagai standar.*flow\./],
  ['that runs something', JSON.stringify({ ...kept(), onOpen: 'alert(1)' }), /tidak cocok sebagai standar/],
  ['of more than a megabyte', ' '.repeat(1_100_000), /terlalu besar/],
])('refuses a file %s with a word, and keeps what was typed', async (_, content, words) => {
  const answer = await send(content, 'ditolak')
  expect(answer.status).toBe(422)
  const text = await answer.text()
  expect(text).toMatch(words)
  expect(text).toContain('value="Dari berkas"')
  expect(await readVersionBody(opened.db, { agencyId: office.agencyId, slug: 'ditolak' }, 1)).toBeNull()
})
