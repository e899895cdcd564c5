import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { limits } from '#app/limits.ts'
import { bodyLimitOf, cutAt, readWithin, uploadsAtOnce } from './body-limit.ts'
import type { ServerEnv } from './env.ts'

const stream = (...sizes: number[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const size of sizes) controller.enqueue(new Uint8Array(size))
      controller.close()
    },
  })

it.each([
  ['/masuk', 'application/x-www-form-urlencoded', limits.body.form],
  ['/masuk', 'multipart/form-data; boundary=x', limits.body.form],
  ['/susun/a/b/draf', 'application/json', limits.body.definition],
  ['/susun/baru', 'multipart/form-data; boundary=x', limits.body.upload],
  ['/susun/baru', 'application/x-www-form-urlencoded', limits.body.definition],
  ['/api/v1/standards/a/b/draft', 'application/json', limits.body.definition],
  ['/cek', 'multipart/form-data; boundary=x', limits.body.upload],
  ['/cek/ABCDEF', 'multipart/form-data; boundary=x', limits.body.form],
  ['/ajukan/a/b', 'multipart/form-data; boundary=x', limits.body.upload],
  ['/kerja/tugas/a/7.data', 'multipart/form-data; boundary=x', limits.body.upload],
  ['/kerja/tugas/a/7', 'application/x-www-form-urlencoded', limits.body.form],
  ['/api/v1/files', 'multipart/form-data; boundary=x', limits.body.upload],
  ['/api/v1/tasks/1/complete', 'application/json', limits.body.form],
])('%s as %s may carry its bytes', (path, type, most) => {
  expect(bodyLimitOf(path, type)).toBe(most)
})

it('reads a body up to the limit and not one byte more', async () => {
  expect((await readWithin(stream(4, 6), 10))?.byteLength).toBe(10)
  expect(await readWithin(stream(4, 7), 10)).toBeNull()
})

it('cuts an upload that passes the limit', async () => {
  const within = cutAt(stream(5, 5), 10)
  await new Response(within.stream).arrayBuffer()
  expect(within.passed()).toBe(false)
  const past = cutAt(stream(5, 6), 10)
  await expect(new Response(past.stream).arrayBuffer()).rejects.toThrow()
  expect(past.passed()).toBe(true)
})

it('reads a few uploads at once, fewer of one address, and asks the others to come back', async () => {
  const app = new Hono<ServerEnv>()
  const waiting: (() => void)[] = []
  app.use(async (c, next) => {
    c.set('clientAddress', c.req.header('From') ?? '')
    await next()
  })
  app.use(uploadsAtOnce(3, 2))
  app.post('*', async (c) => {
    await new Promise<void>((resolve) => waiting.push(resolve))
    return c.text('ok')
  })
  const form = new FormData()
  form.set('f.letter', new File(['isi'], 'surat.pdf'))
  const send = async (From: string, body: FormData | string = form) =>
    app.request('/ajukan/a/b', { method: 'POST', body, headers: { From } })
  const first = [send('10.0.0.1'), send('10.0.0.1'), send('10.0.0.2'), send('10.0.0.1', 'a=b')]
  await expect.poll(() => waiting.length).toBe(4)
  for (const from of ['10.0.0.1', '10.0.0.3']) {
    const refused = await send(from)
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([503, '2'])
  }
  for (const go of waiting) go()
  expect((await Promise.all(first)).map(({ status }) => status)).toEqual([200, 200, 200, 200])
  const later = send('10.0.0.3')
  await expect.poll(() => waiting.length).toBe(5)
  waiting.at(-1)?.()
  expect((await later).status).toBe(200)
})
