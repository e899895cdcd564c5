import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import { instanceBody } from '#app/api/instance-view.ts'
import { readInstance } from '#app/use-cases/instances/read-instance.server.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import type { OutcomeId } from '#engine'
import { aDefinition, aField, aForm, aLane, anApplicantLane, anEdge, anEnd, aStart, aTask } from '#test/builders/definition.ts'
import { anOffice, type Office } from '#test/builders/office.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'
import { aSite, type Site } from '#test/support/site.ts'

const anonymous: Visitor = { kind: 'anonymous' }
let opened: FreshDatabase
let office: Office
let site: Site
let clerk: Visitor
const idOf = (visitor: Visitor) => (visitor.kind === 'person' ? visitor.person.id : 'none')

/** The applicant writes twice: once to apply, and once more before the office looks at it. */
const anExchange = () =>
  aDefinition({
    title: 'Surat menyurat contoh',
    lanes: [anApplicantLane(), aLane('clerk')],
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant', form: 'request' }),
      aTask('explain', { lane: 'applicant', form: 'more' }),
      aTask('answer', { lane: 'clerk', form: 'reply' }),
      anEnd('done'),
    ],
    edges: [anEdge('start', 'apply'), anEdge('apply', 'explain'), anEdge('explain', 'answer'), anEdge('answer', 'done')],
    forms: [
      aForm('request', aField('text', 'title', { required: true })),
      aForm('more', aField('longText', 'why', { required: true })),
      aForm('reply', aField('longText', 'draft', { required: true })),
    ],
  })

/** The counter writes the request down; the applicant answers later. */
const aVisit = () =>
  aDefinition({
    title: 'Titipan contoh',
    lanes: [anApplicantLane(), aLane('clerk')],
    nodes: [
      aStart({ by: 'staff' }),
      aTask('note', { lane: 'clerk', form: 'request' }),
      aTask('explain', { lane: 'applicant', form: 'more' }),
      anEnd('done'),
    ],
    edges: [anEdge('start', 'note'), anEdge('note', 'explain'), anEdge('explain', 'done')],
    forms: [
      aForm('request', aField('text', 'title', { required: true })),
      aForm('more', aField('longText', 'why', { required: true })),
    ],
  })

beforeAll(async () => {
  opened = await freshDatabase()
  office = await anOffice(opened, ['clerk'])
  office.setClock(Date.now())
  site = await aSite(office.ports)
  await office.publish('surat', anExchange())
  await office.publish('titipan', aVisit())
  clerk = await office.hire('Rina', ['clerk'])
})

async function started() {
  const submission = { outcome: 'submit' as OutcomeId, data: { title: 'Mohon' } }
  const result = await startInstance({ visitor: anonymous, agencyId: office.agencyId, slug: 'surat', submission }, office.ports)
  if (!result.ok || !result.value.ticket) throw new Error(JSON.stringify(result))
  const open = async () =>
    (
      await opened.execute<{ id: string }>(`select id from tasks where instance_id = $1::uuid and status = 'open'`, [
        result.value.instanceId,
      ])
    )[0]?.id ?? 'none'
  return { ticket: result.value.ticket, instanceId: result.value.instanceId, task: await open(), open }
}

describe("an applicant's step", () => {
  const send = (ticket: string, task: string, why: string, key: string) =>
    site.post(`/lacak/${ticket}`, { task, key, intent: 'send', outcome: 'submit', 'f.why': why })

  it('that was sent twice has arrived, and the page says so both times', async () => {
    const { ticket, task } = await started()
    for (const _ of [1, 2]) {
      const answer = await send(ticket, task, 'Karena acara', 'satu-kunci')
      expect([answer.status, answer.headers.get('Location')]).toEqual([302, `/lacak/${ticket}?terkirim`])
    }
  })

  it('that had passed is not called sent, and what was typed is shown again', async () => {
    const { ticket, task } = await started()
    await send(ticket, task, 'Yang pertama', randomUUID())
    const late = await send(ticket, task, 'Yang kedua, panjang', randomUUID())
    expect(late.status).toBe(409)
    const text = await late.text()
    expect(text).toContain('Yang kedua, panjang')
    expect(text).not.toContain('terkirim. Keadaan terbaru')
    expect(text).toContain('Isian Anda yang tidak terkirim')
  })

  it('of another request, or of the office, is not there', async () => {
    const [one, other] = [await started(), await started()]
    await send(one.ticket, one.task, 'Sudah', randomUUID())
    expect((await send(other.ticket, one.task, 'x', randomUUID())).status).toBe(404)
    expect((await send(one.ticket, await one.open(), 'x', randomUUID())).status).toBe(404)
  })
})

describe('a step sent after the session has ended', () => {
  const typed = 'Naskah panjang <b>"dua\nbaris"</b>'
  const fields = { key: 'kunci-satu', intent: 'send', outcome: 'submit', 'f.draft': typed }

  it('comes back whole, shows nothing of the task, and can be sent again', async () => {
    const { ticket, task, open } = await started()
    await site.post(`/lacak/${ticket}`, { task, key: randomUUID(), intent: 'send', outcome: 'submit', 'f.why': 'Rahasia' })
    const path = `/kerja/tugas/${office.agencyId}/${await open()}`
    const held = await site.post(path, fields)
    expect([held.status, held.headers.get('Cache-Control')]).toEqual([401, 'no-store'])
    const text = await held.text()
    expect(text).toContain('name="f.draft" value="Naskah panjang &lt;b&gt;&quot;dua')
    expect(text).toMatch(/<a href="\/masuk" target="_blank"/)
    expect(text).not.toMatch(/Rahasia|Surat menyurat|<b>/)
    expect((await site.post(path, fields, { as: await site.signIn(idOf(clerk)) })).status).toBe(302)
  })

  it('says the same of a task that is not there, and asks for files again', async () => {
    const form = new FormData()
    form.set('f.draft', typed)
    form.set('f.letter', new File(['isi'], 'surat; "akhir".pdf'))
    const held = await site.post(`/kerja/mulai/${office.agencyId}/tidak-ada`, form)
    expect(held.status).toBe(401)
    const text = await held.text()
    expect(text).toContain('surat; &quot;akhir&quot;.pdf <input type="file" name="f.letter" required>')
    expect(text).toContain('enctype="multipart/form-data"')
  })
})

it('of a request, an author and an auditor see where it stands and what was done, not what was entered', async () => {
  const { ticket, task, instanceId, open } = await started()
  await site.post(`/lacak/${ticket}`, { task, key: randomUUID(), intent: 'send', outcome: 'submit', 'f.why': 'Alamat rumah' })
  const page = `/kerja/permohonan/${office.agencyId}/${instanceId}`
  for (const right of ['author', 'auditor'] as const) {
    const visitor = await office.hire(`Pembaca ${right}`, [], [right])
    const as = await site.signIn(idOf(visitor))
    const text = await (await site.ask(page, { as })).text()
    expect(text).toContain('Surat menyurat contoh')
    expect(text).not.toMatch(/Mohon|Alamat rumah/)
    expect((await site.ask(`/kerja/tugas/${office.agencyId}/${await open()}`, { as })).status).toBe(403)
    const read = await readInstance({ visitor, agencyId: office.agencyId, instanceId }, office.ports)
    if (!read.ok) throw new Error(read.refusal.code)
    expect(JSON.stringify([instanceBody(read.value, 'UTC'), read.value.history])).not.toMatch(/Mohon|Alamat rumah/)
    expect(read.value.history.length).toBeGreaterThan(2)
  }
  expect(await (await site.ask(page, { as: await site.signIn(idOf(clerk)) })).text()).toContain('Alamat rumah')
})

it('an official who starts a request for an applicant is shown the code to hand over, and it opens the request', async () => {
  const path = `/kerja/mulai/${office.agencyId}/titipan`
  const fields = { key: 'kunci-titipan', intent: 'send', outcome: 'submit', 'f.title': 'Ibu Wati' }
  const answer = await site.post(path, fields, { as: await site.signIn(idOf(clerk)) })
  expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([201, 'no-store'])
  const code = /ticket-code__code" translate="no">([^<]+)</.exec(await answer.text())?.[1] ?? 'none'
  expect((await site.ask(`/lacak/${code}`)).status).toBe(200)
})
