import { expect, it } from 'vitest'
import { health, type Readiness } from './health.ts'

it('asks the database once, however many probes wait for its answer (V23)', async () => {
  const answers: ((readiness: Readiness) => void)[] = []
  const app = health(() => new Promise((resolve) => answers.push(resolve)))
  const probes = Array.from({ length: 20 }, () => app.request('/readyz'))
  await expect.poll(() => answers.length).toBe(1)
  answers[0]?.('database-not-migrated')
  const told = await Promise.all(probes.map(async (probe) => (await (await probe).json()).reason))
  expect(told).toEqual(Array(20).fill('database-not-migrated'))
  const next = app.request('/readyz')
  await expect.poll(() => answers.length).toBe(2)
  answers[1]?.(null)
  expect((await next).status).toBe(200)
})

it('is not ready, in its own time, while the database says nothing, and lives (V23)', async () => {
  const app = health(() => new Promise(() => undefined))
  const probe = app.request('/readyz')
  expect((await app.request('/healthz')).status).toBe(200)
  expect((await probe).status).toBe(503)
})

it('is not ready when asking fails', async () => {
  const app = health(() => Promise.reject(new Error('away')))
  expect(await (await app.request('/readyz')).json()).toMatchObject({ reason: 'database-unreachable' })
})
