import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import { NewRegulationChange } from '#app/use-cases/regulations/inputs.ts'
import { readCitations, readRegulations } from '#app/use-cases/regulations/read-register.server.ts'
import { recordRegulationChange, withdrawRegulationChange } from '#app/use-cases/regulations/record-change.server.ts'
import { constraintOf, rows } from '#db/rows.ts'
import { readRuleContext } from '#db/stores/rule-context.ts'
import { checkDefinition } from '#engine'
import { aDefinition } from '#test/builders/definition.ts'
import { anOffice, type Office } from '#test/builders/office.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'

const local = 'Peraturan Bupati Purbalingga Nomor 7 Tahun 2019 tentang Keramaian'
const citing = (...texts: string[]) =>
  aDefinition({
    components: { legalBasis: { items: texts.map((text) => ({ text })) } },
    decree: { about: 'Izin', recalling: [`${local};`] },
  })

let opened: FreshDatabase
let office: Office
let author: Visitor

beforeAll(async () => {
  opened = await freshDatabase()
})
beforeEach(async () => {
  office = await anOffice(opened, ['clerk'])
  author = await office.hire('Asha', [], ['author'])
  await office.publish('izin', citing('Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik', local))
  await office.publish('acara', citing(`${local}.`, 'Keputusan rapat'))
})

const registerFor = async (visitor: Visitor) => {
  const result = await readRegulations({ visitor, agencyId: office.agencyId }, office.ports)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}
const keyOf = async (text: string) => (await registerFor(author)).entries.find((entry) => entry.text.startsWith(text))?.key ?? ''
const record = async (over: Record<string, unknown> = {}, visitor = author) =>
  recordRegulationChange(
    {
      visitor,
      agencyId: office.agencyId,
      regulation: await keyOf('Peraturan Bupati'),
      change: 'revoked',
      by: 'Peraturan Bupati Purbalingga Nomor 3 Tahun 2026;',
      since: null,
      source: 'Pasal 40: dicabut dan dinyatakan tidak berlaku',
      ...over,
    },
    office.ports,
  )
const saidOf = async () => {
  const context = await readRuleContext(opened.db, office.agencyId, office.ports.now())
  return checkDefinition(citing(local), context)
    .filter(({ rule }) => rule === 'law-in-force')
    .map(({ code, params }) => [code, params?.component, params?.by])
}

it('holds each regulation once, with the standards and parts that cite it', async () => {
  const { entries, mayRecord } = await registerFor(author)
  expect(entries.map(({ text, isNumbered }) => [text, isNumbered])).toEqual([
    ['Keputusan rapat', false],
    [local, true],
    ['Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik', true],
  ])
  const cited = entries[1]?.in.map(({ slug, number, components }) => [slug, number, components])
  expect(cited).toEqual([
    ['acara', 1, ['legalBasis', 'decree']],
    ['izin', 1, ['legalBasis', 'decree']],
  ])
  expect(mayRecord).toBe(true)
  const offered = await readCitations({ visitor: author, agencyId: office.agencyId }, office.ports)
  expect(offered).toMatchObject({ ok: true, value: ['Keputusan rapat', local, expect.any(String)] })
})

it('tells every standard of a regulation that was recorded as revoked, until the record is withdrawn', async () => {
  const recorded = await record()
  expect(recorded.ok).toBe(true)
  const by = 'Peraturan Bupati Purbalingga Nomor 3 Tahun 2026'
  expect(await saidOf()).toEqual([
    ['law-revoked', 'legalBasis', by],
    ['law-revoked', 'decree', by],
  ])
  const known = (await registerFor(author)).entries.flatMap(({ changes }) => changes)
  expect(known).toMatchObject([{ change: 'revoked', replacedBy: by, person: 'Asha', about: 'Keramaian' }])
  const id = recorded.ok ? recorded.value.id : ''
  expect(await withdrawRegulationChange({ visitor: author, agencyId: office.agencyId, id }, office.ports)).toMatchObject({
    ok: true,
  })
  expect(await saidOf()).toEqual([])
  const again = await withdrawRegulationChange({ visitor: author, agencyId: office.agencyId, id }, office.ports)
  expect(again).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
  const trail = await rows<{ action: string }>(opened.db, 'select action from audit where agency_id = $1 order by seq', [
    office.agencyId,
  ])
  expect(trail.map(({ action }) => action)).toEqual(['regulation.record', 'regulation.withdraw'])
})

it('says nothing before the day from which a change counts', async () => {
  await record({ since: '2026-03-03' })
  expect(await saidOf()).toEqual([])
  office.setClock(Date.parse('2026-03-02T17:30:00Z'))
  expect((await saidOf()).length).toBe(2)
})

it('keeps what one agency recorded from another', async () => {
  await record()
  const other = await anOffice(opened, ['clerk'])
  const stranger = await other.hire('Budi', [], ['author', 'administrator'])
  const theirs = await readRuleContext(opened.db, other.agencyId, other.ports.now())
  expect(theirs.regulations.filter(({ number }) => number === '7')).toEqual([])
  expect(await record({}, stranger)).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
  expect(await readRegulations({ visitor: stranger, agencyId: office.agencyId }, office.ports)).toMatchObject({ ok: false })
})

it('lets authors and administrators record, and nobody else', async () => {
  const approver = await office.hire('Sari', ['clerk'], ['approver'])
  expect(await record({}, approver)).toMatchObject({ ok: false, refusal: { code: 'not-allowed' } })
  expect((await registerFor(approver)).mayRecord).toBe(false)
  const administrator = await office.hire('Bambang', [], ['administrator'])
  expect(await record({}, administrator)).toMatchObject({ ok: true })
})

it('records nothing of what no standard cites, or what has no number', async () => {
  const wrong = { ok: false, refusal: { code: 'invalid', errors: [{ path: 'regulation' }] } }
  expect(await record({ regulation: 'peraturan bupati 1/1999' })).toMatchObject(wrong)
  expect(await record({ regulation: await keyOf('Keputusan rapat') })).toMatchObject(wrong)
})

it('keeps what was recorded as it was, and knows no day before the first year', async () => {
  const recorded = await record()
  const id = recorded.ok ? recorded.value.id : ''
  const refusedBy = (text: string) =>
    opened.execute(text, [id]).then(
      () => 'nothing',
      (error: unknown) => constraintOf(error),
    )
  expect(await refusedBy(`update regulation_changes set by = 'x' where id = $1::uuid`)).toBe('regulation_changes_withdrawn_once')
  expect(await refusedBy('delete from regulation_changes where id = $1::uuid')).toBe('regulation_changes_kept')
  const typed = { regulation: 'x', change: 'revoked', by: 'UU 1 Tahun 2026', source: 'Pasal 1' }
  expect(NewRegulationChange.safeParse({ ...typed, since: '0001-01-01' }).success).toBe(true)
  expect(NewRegulationChange.safeParse({ ...typed, since: '0000-01-01' }).success).toBe(false)
})
