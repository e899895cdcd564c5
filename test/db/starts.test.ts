import { beforeAll, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import { listStarts } from '#app/use-cases/instances/list-starts.server.ts'
import { readStart } from '#app/use-cases/instances/read-start.server.ts'
import { historyOf } from '#db/stores/instances.ts'
import { aDefinition, aField, aForm, aLane, anApplicantLane, anEdge, anEnd, aStart, aTask } from '#test/builders/definition.ts'
import { anOffice, type Office } from '#test/builders/office.ts'
import { freshDatabase } from '#test/support/postgres.ts'
import { aSite, type Site } from '#test/support/site.ts'

let office: Office
let site: Site
let clerk: Visitor
let guard: Visitor
const anonymous: Visitor = { kind: 'anonymous' }

/** Citizens apply or ask for a copy; the desk enters letters that came by post, and the archive old ones. */
const letters = (order: readonly string[]) => {
  const starts = {
    apply: aStart({ id: 'by-citizen', lane: 'applicant' }),
    copy: aStart({ id: 'for-copy', lane: 'applicant' }),
    enter: aStart({ id: 'by-post', by: 'staff', lane: 'clerk' }),
    renew: aStart({ id: 'by-archive', by: 'staff', lane: 'archivist' }),
  }
  const byName = order as readonly (keyof typeof starts)[]
  return aDefinition({
    title: 'Surat',
    lanes: [anApplicantLane(), aLane('clerk'), aLane('archivist')],
    nodes: [
      ...byName.map((name) => starts[name]),
      aTask('apply', { lane: 'applicant', form: 'request' }),
      aTask('copy', { lane: 'applicant', form: 'request' }),
      aTask('enter', { lane: 'clerk', form: 'request' }),
      aTask('renew', { lane: 'archivist', form: 'request' }),
      aTask('work', { lane: 'clerk' }),
      anEnd(),
    ],
    edges: [
      anEdge('by-citizen', 'apply'),
      anEdge('for-copy', 'copy'),
      anEdge('by-post', 'enter'),
      anEdge('by-archive', 'renew'),
      ...byName.map((name) => anEdge(name, 'work')),
      anEdge('work', 'end'),
    ],
    forms: [aForm('request', aField('text', 'what', { required: true }))],
  })
}

beforeAll(async () => {
  const opened = await freshDatabase()
  office = await anOffice(opened, ['clerk', 'archivist'])
  await office.publish('warga-dulu', letters(['apply', 'copy', 'enter', 'renew']))
  await office.publish('kantor-dulu', letters(['renew', 'enter', 'copy', 'apply']))
  clerk = await office.hire('Rina', ['clerk'])
  guard = await office.hire('Tono', [])
  site = await aSite(office.ports)
})

const both = ['warga-dulu', 'kantor-dulu']
const startPage = (visitor: Visitor, slug: string, as: 'applicant' | 'staff', start?: string) =>
  readStart({ visitor, agencyId: office.agencyId, slug, as, ...(start === undefined ? {} : { start }) }, office.ports)

it.each(both)('an official is offered the beginnings of the own position alone, and can open them (%s)', async (slug) => {
  const list = await listStarts({ visitor: clerk }, office.ports)
  expect(list.ok && list.value.filter((line) => line.slug === slug).map(({ start }) => start)).toEqual(['by-post'])
  expect(await startPage(clerk, slug, 'staff')).toMatchObject({
    ok: true,
    value: { start: 'by-post', starts: [{ id: 'by-post' }] },
  })
  expect(await startPage(clerk, slug, 'staff', 'by-archive')).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
  expect(await startPage(guard, slug, 'staff')).toMatchObject({ ok: false, refusal: { code: 'not-allowed' } })
  expect(await startPage(anonymous, slug, 'staff')).toMatchObject({ ok: false, refusal: { code: 'not-allowed' } })
})

it.each(both)('a citizen may choose among the beginnings of citizens, whoever stands first in the drawing (%s)', async (slug) => {
  const first = await startPage(anonymous, slug, 'applicant')
  const ids = first.ok ? first.value.starts.map(({ id }) => id).sort() : []
  expect(ids).toEqual(['by-citizen', 'for-copy'])
  const copy = await startPage(anonymous, slug, 'applicant', 'for-copy')
  expect(copy).toMatchObject({ ok: true, value: { start: 'for-copy', node: { id: 'copy' } } })
  expect(await startPage(anonymous, slug, 'applicant', 'by-post')).toMatchObject({ ok: false })
})

it.each(both)('a request is begun where it was asked to be, by the interface (%s)', async (slug) => {
  const begun = await site.ask('/api/v1/instances', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ standard: `${office.agencyId}/${slug}`, start: 'for-copy', data: { what: 'Salinan akta' } }),
  })
  expect(begun.status).toBe(201)
  const { id } = (await begun.json()) as { id: string }
  const [first] = await historyOf(office.ports.db, office.agencyId, id)
  expect(first?.event).toMatchObject({ type: 'Started', node: 'for-copy' })
})

it.each(both)('the page for citizens shows every way to apply, and which of them its form is of (%s)', async (slug) => {
  const page = async (query: string) => (await site.ask(`/ajukan/${office.agencyId}/${slug}${query}`)).text()
  const current = (html: string) => /awal=([a-z-]+)" aria-current="page"/.exec(html)?.[1]
  const copy = await page('?awal=for-copy')
  expect(copy).toContain('Pilih cara mengajukan')
  expect(copy).toContain(`href="/ajukan/${office.agencyId}/${slug}?awal=by-citizen"`)
  expect(copy).not.toContain('awal=by-post')
  expect(current(copy)).toBe('for-copy')
})
