import { beforeAll, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import { readAgencyCalendar } from '#app/use-cases/agencies/read-calendar.server.ts'
import { aDefinition, aLane, anApplicantLane } from '#test/builders/definition.ts'
import { anOffice, type Office } from '#test/builders/office.ts'
import { freshDatabase } from '#test/support/postgres.ts'
import { aSite, type Site } from '#test/support/site.ts'

const opened = await freshDatabase()
let office: Office
let site: Site
let as: string
let administrator: Visitor
let page: string

beforeAll(async () => {
  office = await anOffice(opened, ['clerk'])
  office.setClock(Date.now())
  administrator = await office.hire('Asha', [], ['administrator'])
  site = await aSite(office.ports)
  as = await site.signIn(administrator.kind === 'person' ? administrator.person.id : '')
  page = `/kelola/${office.agencyId}/kalender`
})

async function read() {
  const found = await readAgencyCalendar({ visitor: administrator, agencyId: office.agencyId }, office.ports)
  if (!found.ok) throw new Error(found.refusal.code)
  return found.value
}

/** Sends one form of the page and follows to what it shows: saved, or the page again with what was refused. */
async function send(form: string, values: Record<string, string>) {
  const revision = values.revision ?? String((await read()).revision)
  const answer = await site.post(page, { ...values, form, revision }, { as })
  return { saved: answer.headers.get('Location') === `${page}?tersimpan=1`, status: answer.status, text: await answer.text() }
}

const week = {
  mon: '08:00-14:00',
  tue: '08:00-14:00',
  wed: '08:00-14:00',
  thu: '08:00-14:00',
  fri: '08:00-11:00',
  sat: '08:00-12:00',
}

it('sets hours, a local day off and a unit with both of its own, and takes each away again', async () => {
  expect((await send('hours', { ...week, from: '2026-01-01', name: 'Enam hari' })).saved).toBe(true)
  expect((await send('holiday', { date: '2026-12-01', name: 'Hari jadi' })).saved).toBe(true)
  expect((await send('unit', { name: 'Loket', 'worksOn[]': 'national' })).saved).toBe(true)
  const [unit] = (await read()).calendar.units
  expect(unit).toMatchObject({ name: 'Loket', worksOn: ['national'] })
  expect((await send(`hours:${unit?.id}`, { ...week, from: '2026-02-01' })).saved).toBe(true)
  expect((await send(`holiday:${unit?.id}`, { date: '2026-12-02', name: 'Loket tutup' })).saved).toBe(true)
  expect((await send(`unit:${unit?.id}`, { name: 'Loket utama' })).saved).toBe(true)
  const [changed] = (await read()).calendar.units
  expect(changed).toMatchObject({ name: 'Loket utama', schedules: [{ from: '2026-02-01' }], holidays: [{ date: '2026-12-02' }] })
  expect(await (await site.ask(page, { as })).text()).toContain('Loket tutup')
  expect((await send(`remove-holiday:${unit?.id}`, { date: '2026-12-02' })).saved).toBe(true)
  expect((await send(`remove-hours:${unit?.id}`, { from: '2026-02-01', until: '' })).saved).toBe(true)
  expect((await send('remove-holiday', { date: '2026-12-01' })).saved).toBe(true)
  expect((await send('remove-hours', { from: '2026-01-01', until: '' })).saved).toBe(true)
  expect((await send(`remove-unit:${unit?.id}`, {})).saved).toBe(true)
  const { calendar } = await read()
  expect([calendar.units, calendar.holidays]).toEqual([[], []])
})

it('keeps what was typed where it is refused, and says so beside the form', async () => {
  const { status, text } = await send('hours', { ...week, from: '2026-01-01', mon: '14:00-08:00', name: 'Terbalik' })
  expect(status).toBe(422)
  expect(text).toContain('value="14:00-08:00"')
  expect(text).toContain('value="Terbalik"')
})

it('says aloud that a button came too late', async () => {
  await send('holiday', { date: '2026-11-10', name: 'Libur' })
  const { status, text } = await send('remove-holiday', { date: '2026-11-10', revision: '1' })
  expect(status).toBe(409)
  expect(text).toMatch(/role="alert"/)
  expect((await read()).calendar.holidays).toHaveLength(1)
  await send('remove-holiday', { date: '2026-11-10' })
})

it('shows what a pasted list would change, and takes it only then', async () => {
  const list = '2027-01-01, Tahun Baru, libur nasional, SKB 1\n2027-01-02, Cuti, cuti bersama, SKB 1'
  const shown = await send('holiday-list', { list })
  expect(shown.text).toContain('Tahun Baru')
  expect((await read()).calendar.holidays).toEqual([])
  const wrong = await send('holiday-list', { list: '2027-01-01' })
  expect(wrong.status).toBe(422)
  expect((await send('take-list', { list })).saved).toBe(true)
  expect((await read()).calendar.holidays.map(({ date }) => date)).toEqual(['2027-01-01', '2027-01-02'])
})

it('warns before a unit goes that a version in force counts by', async () => {
  await send('unit', { name: 'Loket Sabtu' })
  const unit = (await read()).calendar.units[0]?.id ?? ''
  const lanes = [anApplicantLane(), aLane('officer', ['clerk'], { calendarUnit: unit })]
  await office.publish('izin', aDefinition({ title: 'Izin tempat', lanes }))
  const shown = await (await site.ask(page, { as })).text()
  expect(shown).toContain('Unit ini dipakai 1 versi standar')
  expect(shown).toContain('Izin tempat, versi 1')
  const refused = await send(`remove-unit:${unit}`, {})
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Unit ini masih dipakai standar')
  expect((await read()).calendar.units).toHaveLength(1)
  expect((await send(`remove-unit:${unit}`, { confirmed: 'yes' })).saved).toBe(true)
  expect((await read()).calendar.units).toEqual([])
})

it('is no place for others: a form is refused to whoever may not change it', async () => {
  const author = await office.hire('Budi', ['clerk'], ['author'])
  const other = await site.signIn(author.kind === 'person' ? author.person.id : '')
  const answer = await site.post(page, { form: 'holiday', date: '2026-12-03', name: 'x', revision: '1' }, { as: other })
  expect(answer.status).toBe(403)
})
