import { expect, it } from 'vitest'
import { limits } from '#app/limits.ts'
import { bodyLimitOf, cutAt, readWithin } from './body-limit.ts'

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
  ['/api/v1/standards/a/b/draft', 'application/json', limits.body.definition],
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
