import { beforeAll, expect, it } from 'vitest'
import { revoke } from '#app/use-cases/decrees/revoke.server.ts'
import { readAct } from '#app/use-cases/public/read-act.server.ts'
import { aSigningOffice, must, type SigningOffice, signingDay } from '#test/builders/signing-office.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'
import { aSite, type Site } from '#test/support/site.ts'

let opened: FreshDatabase
let office: SigningOffice
let site: Site
let session: string

beforeAll(async () => {
  opened = await freshDatabase()
  office = await aSigningOffice(opened)
  site = await aSite(office.ports)
  session = await site.signIn(office.head.kind === 'person' ? office.head.person.id : '')
})

const wordsOf = (html: string) =>
  html
    .replaceAll(/<!--.*?-->/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const form = (standards: readonly [string, string][], over: Readonly<Record<string, string>> = {}) => {
  const sent = new FormData()
  for (const [slug, digest] of standards) sent.append('standards[]', `${slug} ${digest}`)
  const fields = {
    form: 'publish',
    number: 'series:sk',
    signedOn: signingDay,
    effectiveOn: signingDay,
    positionId: 'head',
    ...over,
  }
  for (const [name, value] of Object.entries(fields)) sent.set(name, value)
  return sent
}

it('the page of the signatory sets several standards in the order written, and keeps what was typed when it is refused', async () => {
  const set: [string, string][] = []
  for (const slug of ['satu', 'dua']) set.push([slug, await office.approved(slug)])
  const address = `/susun/${office.agencyId}/satu/tetapkan`
  const page = wordsOf(await (await site.ask(address, { as: session })).text())
  expect(page).toContain('Standar satu')
  expect(page).toContain('Standar dua')

  const places = { 'place.satu': '2', 'place.dua': '1', about: 'Standar Pelayanan Kecamatan' }
  const refused = await site.post(address, form(set, { ...places, effectiveOn: '2026-03-01' }), { as: session })
  const html = await refused.text()
  expect(refused.status).toBe(422)
  expect(wordsOf(html)).toContain('“Mulai berlaku” tidak boleh sebelum tanggal ditetapkan.')
  expect(html).toContain('value="Standar Pelayanan Kecamatan"')
  expect(html).toMatch(/name="place\.dua"[^>]*value="1"/)
  expect(html.match(/name="standards\[\]"[^>]*checked/g)).toHaveLength(2)

  const done = await site.post(address, form(set, places), { as: session })
  expect([done.status, done.headers.get('Location')]).toEqual([302, `${address}?selesai=published`])
  const items = await opened.execute('select slug, place from decree_items where agency_id = $1 order by place', [
    office.agencyId,
  ])
  expect(items).toEqual([
    { slug: 'dua', place: 1 },
    { slug: 'satu', place: 2 },
  ])
})

it('the register, the decree and the check of its papers say by which act it was revoked, with the way there', async () => {
  const { agencyId, head, ports } = office
  const [first] = await opened.execute<{ id: string }>('select id from decrees where agency_id = $1', [agencyId])
  const signing = { visitor: head, agencyId, positionId: 'head', signedOn: signingDay, effectiveOn: signingDay }
  const number = { kind: 'by-hand', text: '77/2026' } as const
  const ended = must(
    await revoke({ ...signing, number, decreeId: first?.id ?? '', standards: 'all', reason: 'layanan dialihkan' }, ports),
  )
  const read = async (address: string) => await (await site.ask(address)).text()
  const link = `href="/sk/${agencyId}/${ended.decreeId}"`
  for (const address of [
    '/sk',
    `/sk/${agencyId}/${first?.id}`,
    `/standar/${agencyId}/satu`,
    `/standar/${agencyId}/satu/riwayat`,
  ]) {
    expect([address, (await read(address)).includes(link)]).toEqual([address, true])
  }
  expect(wordsOf(await read(`/sk/${agencyId}/${ended.decreeId}`))).toMatch(/Pencabutan .* dicabut dan dinyatakan tidak berlaku\./)
  const { code } = must(await readAct({ agency: agencyId, id: ended.decreeId }, ports))
  const led = await site.ask(`/cek/${code}`)
  expect([led.status, led.headers.get('Location')]).toEqual([302, `/sk/${agencyId}/${ended.decreeId}`])
  expect(await (await site.ask(`/api/v1/verify/${code}`)).json()).toMatchObject({
    ...{ verdict: 'in-force', standard: null, decree: { number: '77/2026' } },
  })
  const pdf = await site.ask(`/sk/${agencyId}/${ended.decreeId}/keputusan.pdf`)
  expect([pdf.status, pdf.headers.get('Content-Type')]).toEqual([200, 'application/pdf'])
  expect((await site.ask(`/sk/${agencyId}/${ended.decreeId}/keputusan.docx`)).status).toBe(200)
  expect((await site.ask(`/sk/${agencyId}/${first?.id}/keputusan.pdf`)).status).toBe(404)
})

it('whoever asks a second after midnight is given what begins that day, before the queue has looked', async () => {
  const { agencyId } = office
  must(await office.set([['tiga', await office.approved('tiga')]]))
  const digest = await office.next('tiga', (definition) => ({
    ...definition,
    identity: { ...definition.identity, title: 'Standar yang baru' },
  }))
  must(await office.set([['tiga', digest]], { effectiveOn: '2026-03-10' }))
  const shown = async () => Object(await (await site.ask(`/api/v1/standards/${agencyId}/tiga`)).json())
  office.setClock(Date.parse('2026-03-09T16:59:59Z'))
  expect(await shown()).toMatchObject({ version: 1 })
  office.setClock(Date.parse('2026-03-09T17:00:01Z'))
  expect(await shown()).toMatchObject({ version: 2, identity: { title: 'Standar yang baru' } })
  expect(wordsOf(await (await site.ask('/')).text())).toContain('Standar yang baru')
})
