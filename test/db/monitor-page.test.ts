import { beforeAll, expect, it } from 'vitest'
import { limits } from '#app/limits.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import type { OutcomeId } from '#engine'
import { aDefinition, anEdge, anEnd, aStart, aTask } from '#test/builders/definition.ts'
import { anOffice, type Office } from '#test/builders/office.ts'
import { freshDatabase } from '#test/support/postgres.ts'
import { aSite, type Site } from '#test/support/site.ts'

const opened = await freshDatabase()
const late = limits.monitorLines.first + 3
let office: Office
let site: Site
let as: string

const dueIn = (days: number) =>
  aDefinition({
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant' }),
      aTask('process', { duration: { amount: days, unit: 'calendarDay' }, activity: `Mengerjakan dalam ${days} hari` }),
      anEnd(),
    ],
  })

/** The applicant completes what is missing, which stops the promise of one day. */
const completed = aDefinition({
  nodes: [
    aStart(),
    aTask('apply', { lane: 'applicant' }),
    aTask('complete', { lane: 'applicant', pausesClock: true, activity: 'Melengkapi berkas' }),
    aTask('process'),
    anEnd(),
  ],
  edges: [anEdge('start', 'apply'), anEdge('apply', 'complete'), anEdge('complete', 'process'), anEdge('process', 'end')],
  limits: [{ duration: { amount: 1, unit: 'calendarDay', anchor: { kind: 'start' } } }],
})

beforeAll(async () => {
  office = await anOffice(opened, ['officer'])
  await office.hire('Rina', ['officer'])
  await office.publish('cepat', dueIn(1))
  await office.publish('lambat', dueIn(6))
  for (let i = 0; i < late; i++) await begin('cepat')
  await begin('lambat')
  await office.publish('dilengkapi', completed)
  await begin('dilengkapi')
  office.setClock(office.ports.now() + 4 * 86_400_000)
  const administrator = await office.hire('Asha', [], ['administrator'])
  site = await aSite(office.ports)
  as = await site.signIn(administrator.kind === 'person' ? administrator.person.id : '')
})

async function begin(slug: string) {
  const submission = { outcome: 'submit' as OutcomeId, data: {} }
  const begun = await startInstance({ visitor: { kind: 'anonymous' }, agencyId: office.agencyId, slug, submission }, office.ports)
  if (!begun.ok) throw new Error(begun.refusal.code)
}

const read = async (address: string) => (await site.ask(address, { as })).text()
const linesOf = (page: string, activity: string) => page.split(`>${activity}</a>`).length - 1

it('says how much of a long list is shown, leads on, and lets no list hide another', async () => {
  const first = await read('/kerja/pantauan')
  expect(linesOf(first, 'Mengerjakan dalam 1 hari')).toBe(limits.monitorLines.first)
  expect(linesOf(first, 'Mengerjakan dalam 6 hari')).toBe(1)
  expect(first).toContain(`${limits.monitorLines.first} dari ${late} ditampilkan.`)
  const more = /href="([^"]*daftar=terlambat[^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&')
  const whole = await read(more ?? '')
  expect(linesOf(whole, 'Mengerjakan dalam 1 hari')).toBe(late)
  expect(whole).not.toContain('ditampilkan.')
})

it('shows the first lines where an address asks for what is no number', async () => {
  const page = await read('/kerja/pantauan?daftar=terlambat&baris=banyak')
  expect(linesOf(page, 'Mengerjakan dalam 1 hari')).toBe(limits.monitorLines.first)
})

it('calls nothing late whose promise stands still while the applicant owes something', async () => {
  expect(await read('/kerja/pantauan')).not.toContain('Melengkapi berkas')
  const list = await read('/kerja/permohonan?standar=dilengkapi')
  expect(list).toContain('Hitungan waktu berhenti')
  expect(list).not.toContain('class="late"')
})
