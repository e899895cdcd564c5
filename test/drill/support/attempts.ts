import { randomUUID } from 'node:crypto'
import { type Asking, ask, isDone, type Told } from './interface.ts'
import { milliseconds } from './pause.ts'

/** One sending and what came back: null when nothing did. */
export type Attempt = { status: number | null; began: number; ms: number }

/** A command, sent under one key until there is an answer that says what became of it. */
export type Sent = { asking: Asking & { key: string }; told: Told }

export type Attempts = {
  all: readonly Attempt[]
  acknowledged: readonly Sent[]
  /** Sends under a key of its own until it is done or refused; null when told to stop before. */
  insist(asking: Asking, stopped: () => boolean): Promise<Told | null>
  /** Sends once under a key of its own; done or not. */
  send(asking: Asking): Promise<Told | null>
  once(run: () => Promise<number | null>): Promise<void>
}

export function attemptsAt(origin: string): Attempts {
  const all: Attempt[] = []
  const acknowledged: Sent[] = []
  const timed = async <T>(run: () => Promise<T>, statusOf: (answer: T) => number | null): Promise<T> => {
    const began = performance.now()
    const answer = await run()
    all.push({ status: statusOf(answer), began, ms: performance.now() - began })
    return answer
  }
  const sendUnder = async (asking: Asking & { key: string }) => {
    const told = await timed(
      () => ask(origin, asking),
      (answer) => answer?.status ?? null,
    )
    if (told && isDone(told) && asking.method !== 'GET') acknowledged.push({ asking, told })
    return told
  }
  return {
    all,
    acknowledged,
    async insist(bare, stopped) {
      const asking = { ...bare, key: randomUUID() }
      while (!stopped()) {
        const told = await sendUnder(asking)
        if (told && told.status !== 503 && told.status !== 409) return told
        await milliseconds(200)
      }
      return null
    },
    send: (asking) => sendUnder({ ...asking, key: randomUUID() }),
    once: async (run) => void (await timed(run, (status) => status)),
  }
}
