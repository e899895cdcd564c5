import { beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import type { Asked } from '#app/use-cases/instances/by-person.ts'
import { cancelInstance } from '#app/use-cases/instances/cancel-instance.server.ts'
import { claimTask } from '#app/use-cases/instances/claim-task.server.ts'
import { completeTask } from '#app/use-cases/instances/complete-task.server.ts'
import { correctData } from '#app/use-cases/instances/correct-data.server.ts'
import { delegateTask } from '#app/use-cases/instances/delegate-task.server.ts'
import { extendDeadline } from '#app/use-cases/instances/extend-deadline.server.ts'
import { reassignTask } from '#app/use-cases/instances/reassign-task.server.ts'
import { releaseTask } from '#app/use-cases/instances/release-task.server.ts'
import { reopenInstance } from '#app/use-cases/instances/reopen-instance.server.ts'
import { reportEvent } from '#app/use-cases/instances/report-event.server.ts'
import { resolveIncident } from '#app/use-cases/instances/resolve-incident.server.ts'
import { resumeInstance } from '#app/use-cases/instances/resume-instance.server.ts'
import type { Progress } from '#app/use-cases/instances/run-command.server.ts'
import { sendBack } from '#app/use-cases/instances/send-back.server.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import { suspendInstance } from '#app/use-cases/instances/suspend-instance.server.ts'
import { verifyChain } from '#db/chain.ts'
import type { OutcomeId } from '#engine'
import { aDefinition, aField, aForm, aLane, anEdge, anEnd, aStart, aTask, aWait } from '#test/builders/definition.ts'
import { anOffice, morning, type Office } from '#test/builders/office.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'

let opened: FreshDatabase
let office: Office
let rina: Visitor
let budi: Visitor
let admin: Visitor
let stranger: Visitor
let clerk: Visitor

/** Asked, written within two days, answered by the province, closed. */
const letter = aDefinition({
  lanes: [aLane('clerk'), aLane('nobody')],
  nodes: [
    aStart({ lane: 'clerk', by: 'staff' }),
    aTask('ask', { lane: 'clerk', form: 'wish' }),
    aTask('write', {
      lane: 'clerk',
      duration: { amount: 2, unit: 'workingDay', clock: 'working', anchor: { kind: 'entered' } },
    }),
    aWait('answer', { lane: 'clerk', until: { kind: 'report', event: 'Surat balasan', form: 'wish' } }),
    aTask('close', { lane: 'nobody' }),
    anEnd(),
  ],
  edges: [
    anEdge('start', 'ask'),
    anEdge('ask', 'write'),
    anEdge('write', 'answer'),
    anEdge('answer', 'close'),
    anEdge('close', 'end'),
  ],
  forms: [aForm('wish', aField('text', 'name', { required: true }))],
})

beforeAll(async () => {
  opened = await freshDatabase()
  office = await anOffice(opened, ['clerk', 'nobody'])
  rina = await office.hire('Rina', ['clerk'])
  budi = await office.hire('Budi', ['clerk'])
  admin = await office.hire('Admin', [], ['administrator'])
  clerk = budi
  await office.publish('surat', letter)
  stranger = await (await anOffice(opened, ['clerk'])).hire('Orang Lain', ['clerk'], ['administrator'])
})

const personId = (visitor: Visitor) => (visitor.kind === 'person' ? visitor.person.id : '')
const submit = (data: Record<string, unknown> = {}) => ({ outcome: 'submit' as OutcomeId, data })
const revisionOf = async (id: string) =>
  (await opened.execute<{ revision: number }>('select revision from instances where id = $1::uuid', [id]))[0]?.revision ?? 0
const taskOf = async (id: string) =>
  (await opened.execute<{ id: string }>(`select id from tasks where instance_id = $1::uuid and status = 'open'`, [id]))[0]?.id ??
  ''
const waitOf = async (id: string) =>
  (await opened.execute<{ id: string }>(`select state #>> '{waits,0,waitId}' as id from instances where id = $1::uuid`, [id]))[0]
    ?.id ?? ''

type Answer = { ok: true; value: Progress } | { ok: false; refusal: { code: string } }
/** A request as somebody sees it. */
type Place = { id: string; taskId: string; waitId: string }
const placeOf = async (id: string): Promise<Place> => ({ id, taskId: await taskOf(id), waitId: await waitOf(id) })
type Ask = (place: Place, visitor: Visitor, asked: Asked) => Promise<Answer>
type Case = { before: readonly Step[]; by: 'clerk' | 'admin'; ask: Ask }
type Step = 'write' | 'report' | 'claim' | 'suspend' | 'cancel'

const base = ({ id }: Place, visitor: Visitor, asked: Asked) => ({
  ...asked,
  visitor,
  agencyId: office.agencyId,
  instanceId: id,
  reason: 'perlu',
})
const onTask = (place: Place, visitor: Visitor, asked: Asked) => ({ ...base(place, visitor, asked), taskId: place.taskId })

/** Every command that a person gives to an instance, with what must be done before it makes sense. */
const commands: Record<string, Case> = {
  claim: { before: [], by: 'clerk', ask: async (...on) => claimTask(onTask(...on), office.ports) },
  release: { before: ['claim'], by: 'clerk', ask: async (...on) => releaseTask(onTask(...on), office.ports) },
  delegate: {
    before: [],
    by: 'clerk',
    ask: async (...on) => delegateTask({ ...onTask(...on), to: personId(rina) }, office.ports),
  },
  reassign: {
    before: [],
    by: 'admin',
    ask: async (...on) => reassignTask({ ...onTask(...on), to: personId(rina) }, office.ports),
  },
  complete: {
    before: [],
    by: 'clerk',
    ask: async (...on) => completeTask({ ...onTask(...on), submission: submit() }, office.ports),
  },
  report: {
    before: ['write'],
    by: 'clerk',
    ask: async (place, visitor, asked) =>
      reportEvent(
        { ...base(place, visitor, asked), waitId: place.waitId, data: { name: 'Balasan' }, note: 'diterima' },
        office.ports,
      ),
  },
  suspend: { before: [], by: 'admin', ask: (...on) => suspendInstance(base(...on), office.ports) },
  resume: { before: ['suspend'], by: 'admin', ask: (...on) => resumeInstance(base(...on), office.ports) },
  extend: {
    before: [],
    by: 'admin',
    ask: async (...on) => extendDeadline({ ...onTask(...on), by: { amount: 1, unit: 'workingDay' } }, office.ports),
  },
  sendBack: { before: ['write'], by: 'admin', ask: (...on) => sendBack({ ...base(...on), to: 'write' }, office.ports) },
  reopen: { before: ['cancel'], by: 'admin', ask: (...on) => reopenInstance({ ...base(...on), to: 'ask' }, office.ports) },
  correct: {
    before: [],
    by: 'admin',
    ask: (...on) => correctData({ ...base(...on), data: { name: 'Nama benar' } }, office.ports),
  },
  cancel: { before: [], by: 'admin', ask: (...on) => cancelInstance(base(...on), office.ports) },
  resolve: {
    before: ['write', 'report'],
    by: 'admin',
    ask: (...on) => resolveIncident({ ...base(...on), edgeId: 'close-end', incident: 'close' }, office.ports),
  },
}

async function begin(before: readonly Step[]): Promise<string> {
  office.setClock(morning)
  const input = { visitor: rina, agencyId: office.agencyId, slug: 'surat', submission: submit({ name: 'Surat' }) }
  const begun = await startInstance(input, office.ports)
  if (!begun.ok) throw new Error(begun.refusal.code)
  const id = begun.value.instanceId
  const steps: Record<Step, (place: Place) => Promise<Answer>> = {
    write: (place) => completeTask({ ...onTask(place, clerk, {}), submission: submit() }, office.ports),
    report: (place) => reportEvent({ ...base(place, clerk, {}), waitId: place.waitId, data: { name: 'Balasan' } }, office.ports),
    claim: (place) => claimTask(onTask(place, clerk, {}), office.ports),
    suspend: (place) => suspendInstance(base(place, admin, {}), office.ports),
    cancel: (place) => cancelInstance(base(place, admin, {}), office.ports),
  }
  for (const step of before) {
    const done = await steps[step](await placeOf(id))
    if (!done.ok) throw new Error(`${step}: ${done.refusal.code}`)
  }
  return id
}

describe.each(Object.entries(commands))('%s', (name, { before, by, ask }) => {
  const who = () => (by === 'admin' ? admin : clerk)

  it('has one effect however often it is sent with one key (V15)', async () => {
    const id = await begin(before)
    const asked = { idempotencyKey: `kunci-${name}` }
    const place = await placeOf(id)
    const first = await ask(place, who(), asked)
    expect(first).toMatchObject({ ok: true })
    const after = await revisionOf(id)
    const taken = await opened.execute('select 1 from events where instance_id = $1::uuid and command_key is not null', [id])
    expect(taken).toHaveLength(1)
    expect(await ask(place, who(), asked)).toEqual(first)
    expect(await revisionOf(id)).toBe(after)
  })

  it('is refused at once where the request stands no longer where it was seen, and changes nothing', async () => {
    const id = await begin(before)
    const seen = await revisionOf(id)
    const refused = { ok: false, refusal: { code: 'conflict', what: 'instance' } }
    expect(await ask(await placeOf(id), who(), { expectedRevision: seen - 1 })).toEqual(refused)
    expect(await revisionOf(id)).toBe(seen)
    expect(await ask(await placeOf(id), who(), { expectedRevision: seen })).toMatchObject({ ok: true })
  })

  it('finds nothing for people of another agency', async () => {
    const id = await begin(before)
    const seen = await revisionOf(id)
    expect(await ask(await placeOf(id), stranger, {})).toEqual({ ok: false, refusal: { code: 'not-found' } })
    expect(await revisionOf(id)).toBe(seen)
  })
})

it('leaves a record that is whole (P2, P11)', async () => {
  expect(await verifyChain(opened)).toMatchObject({ ok: true })
})
