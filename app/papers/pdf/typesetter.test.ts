import { expect, it } from 'vitest'
import { setAsPdf } from './typesetter.server.ts'

const page = (words: string) => ({ template: `#set document(title: "x", date: none)\n${words}`, inputs: {} })

it('refuses what cannot be set, and sets what comes after and beside it', async () => {
  const [before, refused, beside] = await Promise.allSettled([
    setAsPdf(page('Satu')),
    setAsPdf(page('#image("/tidak-ada.png", alt: "x")')),
    setAsPdf(page('Dua')),
  ])
  expect([before.status, refused.status, beside.status]).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(
    Buffer.from(await setAsPdf(page('Tiga')))
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
})

it('goes on when one thread has set what it may', async () => {
  const made = await Promise.all(Array.from({ length: 130 }, (_, number) => setAsPdf(page(`Halaman ${number}`))))
  expect(new Set(made.map((pdf) => Buffer.from(pdf).toString('latin1'))).size).toBe(130)
})
