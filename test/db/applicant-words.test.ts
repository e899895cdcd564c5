import { beforeAll, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import { completeTask } from '#app/use-cases/instances/complete-task.server.ts'
import { listInstances } from '#app/use-cases/instances/list-instances.server.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import { trackTicket } from '#app/use-cases/instances/track-ticket.server.ts'
import { sweepDeadlines } from '#app/use-cases/jobs/sweep-deadlines.server.ts'
import type { OutcomeId } from '#engine'
import {
  aDefinition,
  aField,
  aForm,
  aJoin,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  aParallel,
  aStart,
  aTask,
  aWait,
} from '#test/builders/definition.ts'
import { anOffice, morning, type Office } from '#test/builders/office.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'

let opened: FreshDatabase
let office: Office
let clerk: Visitor

const lanes = [anApplicantLane(), aLane('clerk')]
const apply = [aStart({ lane: 'applicant' }), aTask('apply', { lane: 'applicant', form: 'request' })]
const forms = [aForm('request', aField('text', 'title', { required: true }))]
const study = aTask('study', { lane: 'clerk' })
const fetch = aTask('fetch', { lane: 'applicant' })
/** The office looks at it, lets a day pass, and then asks the applicant to come. */
const afterAWait = aDefinition({
  title: 'Surat keterangan',
  lanes,
  forms,
  nodes: [
    ...apply,
    study,
    aWait('rest', { lane: 'clerk', until: { kind: 'duration', duration: { amount: 1, unit: 'calendarDay' } } }),
    fetch,
    anEnd(),
  ],
  edges: [
    anEdge('start', 'apply'),
    anEdge('apply', 'study'),
    anEdge('study', 'rest'),
    anEdge('rest', 'fetch'),
    anEdge('fetch', 'end'),
  ],
})
/** Two in the office look at it, and whoever is last brings it to the applicant. */
const afterAJoin = aDefinition({
  title: 'Surat pengantar',
  lanes,
  forms,
  nodes: [
    ...apply,
    aParallel('both', { lane: 'clerk' }),
    study,
    aTask('weigh', { lane: 'clerk' }),
    aJoin('met', { lane: 'clerk' }),
    fetch,
    anEnd(),
  ],
  edges: [
    anEdge('start', 'apply'),
    anEdge('apply', 'both'),
    anEdge('both', 'study'),
    anEdge('both', 'weigh'),
    anEdge('study', 'met'),
    anEdge('weigh', 'met'),
    anEdge('met', 'fetch'),
    anEdge('fetch', 'end'),
  ],
})

beforeAll(async () => {
  opened = await freshDatabase()
  office = await anOffice(opened, ['clerk'])
  clerk = await office.hire('Rina', ['clerk'])
  await office.publish('keterangan', afterAWait)
  await office.publish('pengantar', afterAJoin)
})

const submit = 'submit' as OutcomeId
async function begin(slug: string) {
  office.setClock(morning)
  const submission = { outcome: submit, data: { title: 'Izin keramaian Pak Darmo' } }
  const begun = await startInstance({ visitor: { kind: 'anonymous' }, agencyId: office.agencyId, slug, submission }, office.ports)
  if (!begun.ok || begun.value.ticket === null) throw new Error(JSON.stringify(begun))
  return { ...begun.value, ticket: begun.value.ticket }
}
const openTasks = (id: string) =>
  opened.execute<{ id: string }>(`select id from tasks where instance_id = $1::uuid and status = 'open'`, [id])

it.each(['keterangan', 'pengantar'])('an applicant does not read what the office said to itself before (%s)', async (slug) => {
  const { instanceId, ticket } = await begin(slug)
  for (const { id } of await openTasks(instanceId)) {
    const submission = { outcome: submit, data: {}, reason: 'pemohon pernah bermasalah' }
    const done = await completeTask({ visitor: clerk, agencyId: office.agencyId, taskId: id, submission }, office.ports)
    expect(done).toMatchObject({ ok: true })
  }
  office.setClock(morning + 5 * 86_400_000)
  await sweepDeadlines(office.ports)
  const tracked = await trackTicket({ ticket }, office.ports)
  expect(tracked.ok && tracked.value.tasks.map(({ node }) => node.id)).toEqual(['fetch'])
  expect(JSON.stringify(tracked)).not.toContain('bermasalah')
})

it('an author sees which requests there are, and the title of those alone that they work on', async () => {
  const { instanceId } = await begin('keterangan')
  const author = await office.hire('Asih', [], ['author'])
  const working = await office.hire('Banu', ['clerk'], ['author'])
  const titleFor = async (visitor: Visitor) => {
    const found = await listInstances({ visitor, agencyId: office.agencyId }, office.ports)
    return found.ok && found.value.items.find(({ id }) => id === instanceId)?.title
  }
  expect(await titleFor(author)).toBe('Surat keterangan')
  expect(await titleFor(working)).not.toBe('Surat keterangan')
})
