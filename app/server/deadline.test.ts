import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { bounded, deadline } from './deadline.ts'
import type { ServerEnv } from './env.ts'

it('answers "try again" when a request does not end in its time', async () => {
  const app = new Hono<ServerEnv>()
  app.use(deadline({ request: 5, upload: 5 }))
  app.get('/', () => new Promise<Response>(() => undefined))
  expect((await app.request('/')).status).toBe(503)
})

it('hears nothing more of work that fails after its time', async () => {
  const app = new Hono<ServerEnv>()
  let fail = (_error: Error) => {}
  app.use(deadline({ request: 5, upload: 5 }))
  app.get('/', () => new Promise<Response>((_resolve, reject) => (fail = reject)))
  const response = await app.request('/')
  fail(new Error('too late'))
  expect(response.status).toBe(503)
})

it('works on so many requests at once and asks the next to come back', async () => {
  const app = new Hono<ServerEnv>()
  const ends: (() => void)[] = []
  app.use(bounded(2))
  app.get('/', (c) => new Promise<Response>((resolve) => ends.push(() => resolve(c.text('done')))))
  const running = [app.request('/'), app.request('/')]
  const third = await app.request('/')
  expect([third.status, third.headers.get('Retry-After')]).toEqual([503, '2'])
  for (const end of ends) end()
  expect((await Promise.all(running)).map(({ status }) => status)).toEqual([200, 200])
})
