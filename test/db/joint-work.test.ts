import { beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import { claimTask } from '#app/use-cases/instances/claim-task.server.ts'
import { completeTask } from '#app/use-cases/instances/complete-task.server.ts'
import { readInbox } from '#app/use-cases/instances/read-inbox.server.ts'
import { readMonitor } from '#app/use-cases/instances/read-monitor.server.ts'
import { readTask } from '#app/use-cases/instances/read-task.server.ts'
import { reassignTask } from '#app/use-cases/instances/reassign-task.server.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import { verifyChain } from '#db/chain.ts'
import type { Definition, OutcomeId } from '#engine'
import { aDefinition, aJoin, aLane, anApplicantLane, anEdge, anEnd, aParallel, aStart, aTask } from '#test/builders/definition.ts'
import { anOffice, type Office } from '#test/builders/office.ts'
import { freshDatabase } from '#test/support/postgres.ts'

const opened = await freshDatabase()
const submission = { outcome: 'submit' as OutcomeId, data: {} }
const limit = { amount: 1, unit: 'hour' as const }

/** Health and roads sign together. */
const signing = aDefinition({
  lanes: [anApplicantLane(), aLane('health'), aLane('roads')],
  nodes: [
    aStart(),
    aTask('apply', { lane: 'applicant' }),
    aTask('sign', { lane: 'health', jointLanes: ['roads'], quorum: { kind: 'all' }, duration: limit }),
    aTask('file', { lane: 'health' }),
    anEnd(),
  ],
  edges: [anEdge('start', 'apply'), anEdge('apply', 'sign'), anEdge('sign', 'file'), anEdge('file', 'end')],
})

let office: Office
let people: Record<'sri' | 'tono' | 'rudi' | 'rita' | 'asha', Visitor>
const by = (who: Visitor) => ({ visitor: who, agencyId: office.agencyId })
const personOf = (who: Visitor) => (who.kind === 'person' ? who.person.id : '')

/** A new request; answers the open task of a step. */
async function aRequest(definition: Definition, node: string): Promise<string> {
  office = await anOffice(opened, ['health', 'roads'])
  await office.publish('izin', definition)
  const [sri, tono] = [await office.hire('Sri', ['health']), await office.hire('Tono', ['health'])]
  const [rudi, rita] = [await office.hire('Rudi', ['roads']), await office.hire('Rita', ['roads'])]
  people = { sri, tono, rudi, rita, asha: await office.hire('Asha', [], ['administrator']) }
  await startInstance({ visitor: { kind: 'anonymous' }, agencyId: office.agencyId, slug: 'izin', submission }, office.ports)
  return taskAt(node)
}

async function taskAt(node: string): Promise<string> {
  const open = `select id from tasks where agency_id = $1 and node = $2 and status = 'open'`
  const [task] = await opened.execute<{ id: string }>(open, [office.agencyId, node])
  return task?.id ?? ''
}

const claim = (who: Visitor, taskId: string) => claimTask({ ...by(who), taskId }, office.ports)
const complete = (who: Visitor, taskId: string) => completeTask({ ...by(who), taskId, submission }, office.ports)

/** What each finds: in the list (taken by themselves or not), and on the page. */
async function finds(who: Visitor, taskId: string) {
  const inbox = await readInbox({ visitor: who }, office.ports)
  const line = inbox.ok ? inbox.value.items.find(({ id }) => id === taskId) : undefined
  const page = await readTask({ ...by(who), taskId }, office.ports)
  const taken = page.ok ? (page.value.task.claimedBy?.name ?? null) : null
  return { list: line ? (line.mine ? 'mine' : 'open') : 'not there', mayAct: page.ok && page.value.mayAct, taken }
}

describe('a step that two lanes do together', () => {
  let taskId: string
  beforeAll(async () => {
    taskId = await aRequest(signing, 'sign')
  })

  it('is on everybody’s list until somebody of their own lane takes it', async () => {
    const { sri, tono, rudi, rita, asha } = people
    expect(await claim(sri, taskId)).toMatchObject({ ok: true })
    expect(await finds(sri, taskId)).toEqual({ list: 'mine', mayAct: true, taken: 'Sri' })
    expect(await finds(tono, taskId)).toEqual({ list: 'not there', mayAct: false, taken: 'Sri' })
    expect(await finds(rudi, taskId)).toEqual({ list: 'open', mayAct: true, taken: null })
    expect(await claim(tono, taskId)).toMatchObject({ refusal: { code: 'task-claimed' } })
    expect(await claim(rita, taskId)).toMatchObject({ ok: true })
    expect(await finds(rita, taskId)).toEqual({ list: 'mine', mayAct: true, taken: 'Rita' })
    expect(await finds(rudi, taskId)).toMatchObject({ list: 'not there', taken: 'Rita' })
    expect(await finds(sri, taskId)).toMatchObject({ list: 'mine' })
    const mine = await readInbox({ visitor: sri, mine: true }, office.ports)
    expect(mine.ok && mine.value.items.map(({ id }) => id)).toEqual([taskId])
    const watched = await readMonitor(by(asha), office.ports)
    expect(JSON.stringify(watched)).toContain('Rita, Sri')
  })

  it('is taken off by a supervisor for all, and each who had taken it is told', async () => {
    const { sri, tono, rudi, asha } = people
    const taken = await reassignTask({ ...by(asha), taskId, to: null, reason: 'mutasi' }, office.ports)
    expect(taken).toMatchObject({ ok: true })
    expect(await finds(tono, taskId)).toMatchObject({ list: 'open', mayAct: true })
    expect(await finds(rudi, taskId)).toMatchObject({ list: 'open', mayAct: true })
    const told = await opened.execute<{ personId: string }>(
      `select person_id as "personId" from notices where agency_id = $1 and kind = 'task-taken-away'`,
      [office.agencyId],
    )
    expect(told.map(({ personId }) => personId).sort()).toEqual([personOf(sri), personOf(people.rita)].sort())
  })

  it('comes back to the lane when who took it has left, and is done when both have done their part', async () => {
    const { sri, tono, rudi, rita } = people
    await claim(sri, taskId)
    await claim(rita, taskId)
    expect(await complete(rudi, taskId)).toMatchObject({ refusal: { code: 'task-claimed' } })
    expect(await complete(rita, taskId)).toMatchObject({ ok: true, value: { open: [{ node: 'sign' }] } })
    expect(await finds(tono, taskId)).toMatchObject({ list: 'not there' })
    expect(await finds(rudi, taskId)).toMatchObject({ list: 'not there', mayAct: false })
    await opened.execute('update people set disabled_at = to_timestamp($2::float8 / 1000) where id = $1::uuid', [
      ...[personOf(sri), office.ports.now()],
    ])
    expect(await finds(tono, taskId)).toEqual({ list: 'open', mayAct: true, taken: null })
    expect(await complete(tono, taskId)).toMatchObject({ ok: true, value: { open: [{ node: 'file' }] } })
    expect(await verifyChain(opened)).toMatchObject({ ok: true })
  })
})

it('P8: what was taken by somebody whom four eyes shuts out meanwhile is on the colleagues’ lists again', async () => {
  const taskId = await aRequest(
    aDefinition({
      lanes: [anApplicantLane(), aLane('health')],
      nodes: [
        aStart(),
        aTask('apply', { lane: 'applicant' }),
        aParallel('p'),
        aTask('look', { lane: 'health' }),
        aTask('check', { lane: 'health', notPerformersOf: ['look'] }),
        aJoin('j'),
        anEnd(),
      ],
      edges: [
        anEdge('start', 'apply'),
        anEdge('apply', 'p'),
        anEdge('p', 'look'),
        anEdge('p', 'check'),
        anEdge('look', 'j'),
        anEdge('check', 'j'),
        anEdge('j', 'end'),
      ],
    }),
    'check',
  )
  const { sri, tono } = people
  await claim(sri, taskId)
  expect(await finds(tono, taskId)).toMatchObject({ list: 'not there', taken: 'Sri' })
  await complete(sri, await taskAt('look'))
  expect(await finds(tono, taskId)).toEqual({ list: 'open', mayAct: true, taken: null })
})
