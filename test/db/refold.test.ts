import { beforeAll, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import { completeTask } from '#app/use-cases/instances/complete-task.server.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import { verifyChain } from '#db/chain.ts'
import { refoldStates } from '#db/refold.ts'
import type { OutcomeId } from '#engine'
import { aCoverage } from '#test/builders/coverage.ts'
import { anOffice, type Office } from '#test/builders/office.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'

let opened: FreshDatabase
let office: Office
let rina: Visitor

beforeAll(async () => {
  opened = await freshDatabase()
  office = await anOffice(opened, ['clerk', 'head'])
  rina = await office.hire('Rina', ['clerk'])
  await office.publish('liputan', aCoverage())
})

async function apply(): Promise<string> {
  const submission = { outcome: 'submit' as OutcomeId, data: { title: 'Pelantikan' } }
  const input = { visitor: { kind: 'anonymous' as const }, agencyId: office.agencyId, slug: 'liputan', submission }
  const started = await startInstance(input, office.ports)
  if (!started.ok) throw new Error(started.refusal.code)
  return started.value.instanceId
}

/** What a program before branches, waits and suspension stored of an instance. */
const asStoredBefore = (where: string) =>
  opened.execute(
    `update instances set state_shape = 1, state =
       state - '{tokens,openings,waits,arrived,incidents,closedWaits,extensions,acts,suspended,suspensions,reopened,call}'::text[]
         || '{"incident": null}'::jsonb where ${where}`,
  )
const states = () =>
  opened.execute<{ id: string; state: unknown; shape: number }>(
    'select id, state, state_shape as shape from instances order by id',
  )

it('goes on with a request that an older program left behind', async () => {
  const id = await apply()
  await asStoredBefore(`id = '${id}'`)
  const [task] = await opened.execute<{ id: string }>('select id from tasks where instance_id = $1::uuid and status = $2', [
    id,
    'open',
  ])
  const submission = { outcome: 'submit' as OutcomeId, data: { draft: 'Naskah' } }
  const done = await completeTask({ visitor: rina, agencyId: office.agencyId, taskId: task?.id ?? '', submission }, office.ports)
  expect(done).toMatchObject({ ok: true, value: { open: [{ node: 'review' }] } })
  expect(await verifyChain(opened)).toMatchObject({ ok: true })
})

it('goes on with a request that an older program works on beside it, and never trusts the state that one wrote (V3)', async () => {
  const id = await apply()
  const [known] = await opened.execute<{ shape: number }>('select state_shape as shape from instances where id = $1::uuid', [id])
  // It knows no shapes, and writes none.
  await opened.execute(
    `update instances set state = state - '{tokens,openings,waits}'::text[] || '{"incident": null}'::jsonb where id = $1::uuid`,
    [id],
  )
  const shape = async () => (await states()).find((one) => one.id === id)?.shape
  expect(await shape()).toBe(1)
  const [task] = await opened.execute<{ id: string }>(`select id from tasks where instance_id = $1::uuid and status = 'open'`, [
    id,
  ])
  const submission = { outcome: 'submit' as OutcomeId, data: { draft: 'Naskah' } }
  const done = await completeTask({ visitor: rina, agencyId: office.agencyId, taskId: task?.id ?? '', submission }, office.ports)
  expect(done).toMatchObject({ ok: true, value: { open: [{ node: 'review' }] } })
  expect(await shape()).toBe(known?.shape)
  expect(await verifyChain(opened)).toMatchObject({ ok: true })
})

it('keeps the shape of a row whose state nobody writes', async () => {
  const id = await apply()
  await opened.execute('update instances set title = title where id = $1::uuid', [id])
  await opened.execute('update instances set state_shape = 3 where id = $1::uuid', [id])
  expect((await states()).find((one) => one.id === id)?.shape).toBe(3)
  expect(await refoldStates(opened.execute)).toBe(1)
})

it('folds all of them anew, in batches, without a word in the record', async () => {
  for (let i = 0; i < 8; i++) await apply()
  const before = await states()
  await asStoredBefore('true')
  expect(await verifyChain(opened)).toMatchObject({ ok: true })
  expect(await refoldStates(opened.execute)).toBe(before.length)
  expect(await states()).toEqual(before)
  expect(await refoldStates(opened.execute)).toBe(0)
  expect(await verifyChain(opened)).toMatchObject({ ok: true })
})

it('goes on where it was broken off', async () => {
  const before = await states()
  await asStoredBefore('true')
  let statements = 0
  const broken = refoldStates(async (text, params) => {
    statements += 1
    if (statements > 3) throw new Error('the database went away')
    return opened.execute(text, params)
  }, 3)
  await expect(broken).rejects.toThrow('went away')
  const left = (await states()).filter(({ shape }) => shape === 1).length
  expect(left).toBe(before.length - 3)
  expect(await refoldStates(opened.execute, 3)).toBe(left)
  expect(await states()).toEqual(before)
})

it('finds a state that was changed by hand, whatever folded it', async () => {
  await opened.execute(`update instances set state_shape = state_shape, state = state || '{"reopened": 7}'::jsonb`)
  expect(await verifyChain(opened)).toMatchObject({ ok: false, broken: { why: 'state' } })
})
