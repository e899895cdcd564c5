import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { askWithin } from './ask-within.ts'
import type { SignatureProvider, SigningAnswer } from './provider.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const who = { name: 'Asha', nip: null, passphrase: 'rahasia' }
const answering = (sign: SignatureProvider['sign']): SignatureProvider => ({ id: 'contoh', forTests: false, sign })
const signed: SigningAnswer = { ok: true, pdf: new Uint8Array([1]) }

it('gives a service up that does not answer in time, and tells it so', async () => {
  let told: AbortSignal | undefined
  const silent = answering((_pdf, _who, signal) => {
    told = signal
    return new Promise(() => undefined)
  })
  const asked = askWithin(20_000, silent, new Uint8Array(), who)
  await vi.advanceTimersByTimeAsync(19_999)
  expect(told?.aborted).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(await asked).toEqual({ ok: false, problem: 'timeout' })
  expect(told?.aborted).toBe(true)
})

it('answers what the service answers, and leaves no timer behind', async () => {
  expect(
    await askWithin(
      20_000,
      answering(async () => signed),
      new Uint8Array(),
      who,
    ),
  ).toEqual(signed)
  expect(vi.getTimerCount()).toBe(0)
})

it('calls a service unavailable that breaks', async () => {
  const breaking = answering(async () => Promise.reject(new Error('no route to it')))
  expect(await askWithin(20_000, breaking, new Uint8Array(), who)).toEqual({ ok: false, problem: 'unavailable' })
})
