import { beforeAll, expect, it } from 'vitest'
import { runJobs } from '#app/server/jobs.ts'
import type { Log } from '#app/server/log.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import { queueOn, sweepNames } from '#db/queue.ts'
import type { OutcomeId } from '#engine'
import { aDefinition, aLane, anApplicantLane, anEdge, anEnd, aStart, aTask } from '#test/builders/definition.ts'
import { anOffice, morning, type Office } from '#test/builders/office.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'

let opened: FreshDatabase
let office: Office

const withDeadline = aDefinition({
  lanes: [anApplicantLane(), aLane('officer')],
  nodes: [
    aStart(),
    aTask('apply', { lane: 'applicant' }),
    aTask('work', { duration: { amount: 1, unit: 'hour', clock: 'working', anchor: { kind: 'entered' } } }),
    anEnd(),
  ],
  edges: [anEdge('start', 'apply'), anEdge('apply', 'work'), anEdge('work', 'end')],
})

beforeAll(async () => {
  opened = await freshDatabase()
  office = await anOffice(opened, ['officer'])
  await office.publish('surat', withDeadline)
})

/** A log that tells of the first line that fits. */
function listening(fits: (line: Parameters<Log>[0]) => boolean): { log: Log; heard: Promise<Parameters<Log>[0]> } {
  let hear: (line: Parameters<Log>[0]) => void = () => undefined
  const heard = new Promise<Parameters<Log>[0]>((resolve) => {
    hear = resolve
  })
  return { log: (line) => (fits(line) ? hear(line) : undefined), heard }
}

async function overdue(): Promise<string> {
  office.setClock(morning)
  const submission = { outcome: 'submit' as OutcomeId, data: {} }
  const input = { visitor: { kind: 'anonymous' as const }, agencyId: office.agencyId, slug: 'surat', submission }
  const begun = await startInstance(input, office.ports)
  if (!begun.ok) throw new Error(begun.refusal.code)
  office.setClock(morning + 2 * 3_600_000)
  return begun.value.instanceId
}
const actsOf = async (id: string) =>
  (
    await opened.execute<{ act: string }>(
      `select body ->> 'act' as act from events where instance_id = $1::uuid and type = 'DeadlineActed' order by revision`,
      [id],
    )
  ).map(({ act }) => act)

it('has a queue and a clock for every sweep', async () => {
  const clocks = await opened.execute<{ name: string }>('select name from pgboss.schedule order by name')
  expect(clocks.map(({ name }) => name)).toEqual([...sweepNames].sort())
})

it('fires what fell due while nothing ran, once, though it is ended and begun again', async () => {
  const id = await overdue()
  for (let round = 0; round < 2; round++) {
    const { log, heard } = listening(({ msg, sweep }) => msg === 'swept' && sweep === 'deadlines')
    const jobs = runJobs(opened, office.ports, log)
    if (round === 0) expect(await heard).toMatchObject({ done: 1 })
    await jobs.stop(5_000)
    expect(await actsOf(id)).toEqual(['missed', 'escalated'])
  }
})

it('waits for a database that is away, and goes on when it is back', async () => {
  const id = await overdue()
  let away = true
  const lines: string[] = []
  const swept = listening(({ msg, sweep }) => msg === 'swept' && sweep === 'deadlines')
  const queue = {
    executeSql: (text: string, values?: readonly unknown[]) =>
      away ? Promise.reject(new Error('the database is away')) : opened.queue.executeSql(text, values),
  }
  const jobs = runJobs({ ...opened, queue }, office.ports, (line) => {
    if (line.msg === 'queue not started') away = false
    lines.push(line.msg)
    swept.log(line)
  })
  await swept.heard
  await jobs.stop(5_000)
  expect(lines).toContain('queue not started')
  expect(await actsOf(id)).toEqual(['missed', 'escalated'])
})

it('tells of a run that could not be written down as ended, and lives on (V14)', async () => {
  const nobodys: unknown[] = []
  const note = (reason: unknown) => nobodys.push(reason)
  process.on('unhandledRejection', note)
  let away = false
  const queue = {
    executeSql: (text: string, values?: readonly unknown[]) =>
      away ? Promise.reject(new Error(text)) : opened.queue.executeSql(text, values),
  }
  const boss = queueOn({ queue }, false)
  const told = new Promise<void>((resolve) => {
    boss.on('error', ({ message }: Error) => (message.includes('completed_on = now()') ? resolve() : undefined))
  })
  try {
    await boss.start()
    await boss.send('inspect', {})
    await boss.work('inspect', async () => {
      away = true
    })
    await told
    away = false
    await boss.stop({ graceful: false })
  } finally {
    process.off('unhandledRejection', note)
  }
  expect(nobodys).toEqual([])
})
