import { beforeAll, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import { readMeasured } from '#app/use-cases/definitions/read-measured.server.ts'
import { completeTask } from '#app/use-cases/instances/complete-task.server.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import type { OutcomeId } from '#engine'
import { aCoverage } from '#test/builders/coverage.ts'
import { anOffice, type Office } from '#test/builders/office.ts'
import { must } from '#test/builders/signing-office.ts'
import { aCalendar } from '#test/engine/office.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'

let opened: FreshDatabase
let office: Office
let clerk: Visitor
const slug = 'liputan'
const submission = (data: Record<string, string>) => ({ outcome: 'submit' as OutcomeId, data })

beforeAll(async () => {
  opened = await freshDatabase()
  office = await anOffice(opened, ['clerk', 'head'])
  await opened.execute('update calendars set body = $2::jsonb where agency_id = $1', [office.agencyId, JSON.stringify(aCalendar)])
  await office.publish(slug, aCoverage())
  clerk = await office.hire('Budi', ['clerk'], [])
})

/** Asked late on a Friday, written so many minutes after the office opens on Monday. */
async function written(minutes: number) {
  const { agencyId, ports, setClock } = office
  setClock(Date.parse('2026-03-06T22:00:00+07:00'))
  const input = { visitor: { kind: 'anonymous' } as const, agencyId, slug, submission: submission({ title: 'Pelantikan' }) }
  const { instanceId } = must(await startInstance(input, ports))
  const [task] = await opened.execute<{ id: string }>(`select id from tasks where instance_id = $1 and status = 'open'`, [
    instanceId,
  ])
  setClock(Date.parse('2026-03-09T07:30:00+07:00') + minutes * 60_000)
  must(
    await completeTask({ visitor: clerk, agencyId, taskId: task?.id ?? '', submission: submission({ draft: 'Naskah' }) }, ports),
  )
}

it('tells in working time how long a step took that was done often enough, to whoever may read drafts', async () => {
  const author = await office.hire('Asha', [], ['author'])
  const input = { visitor: author, agencyId: office.agencyId, slug }
  for (const minutes of [50, 10, 40, 30]) await written(minutes)
  expect(await readMeasured(input, office.ports)).toEqual({ ok: true, value: { steps: {} } })
  await written(20)
  const { steps } = must(await readMeasured(input, office.ports))
  expect(steps).toEqual({ write: { count: 5, p10: 10, median: 30, p90: 50 } })
  const stranger = { kind: 'anonymous' } as const
  expect(await readMeasured({ ...input, visitor: stranger }, office.ports)).toMatchObject({ ok: false })
})
