import { milliseconds } from './pause.ts'
/** One request to `/api/v1` of a running server. */
export type Asking = {
  method: 'GET' | 'POST' | 'PUT'
  path: string
  token?: string
  /** The same key is one command, however often it is sent. */
  key?: string
  body?: unknown
  headers?: Readonly<Record<string, string>>
}
export type Told = { status: number; body: Readonly<Record<string, unknown>>; headers: Headers }

/** Longer than any request may take: who waits longer was left without an answer. */
const patience = 40_000

/** How a request reaches the interface: a path under it and what goes with it. */
export type Send = (path: string, init: RequestInit) => Promise<Response>

export const overHttp =
  (origin: string): Send =>
  (path, init) =>
    fetch(`${origin}/api/v1${path}`, init)

/** Null when no answer came: the sender does not know whether anything was done. */
async function askBy(send: Send, asking: Asking): Promise<Told | null> {
  try {
    const response = await send(asking.path, {
      method: asking.method,
      headers: {
        Accept: 'application/json',
        ...(asking.token ? { Authorization: `Bearer ${asking.token}` } : {}),
        ...(asking.key ? { 'Idempotency-Key': asking.key } : {}),
        ...(asking.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...asking.headers,
      },
      signal: AbortSignal.timeout(patience),
      ...(asking.body === undefined ? {} : { body: JSON.stringify(asking.body) }),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text.startsWith('{') ? JSON.parse(text) : {} }
  } catch (error) {
    if (error instanceof SyntaxError) throw error
    return null
  }
}

export const ask = (origin: string, asking: Asking) => askBy(overHttp(origin), asking)

export const isDone = ({ status }: Told) => status >= 200 && status < 300
export const codeOf = ({ status, body }: Told) => (typeof body.code === 'string' ? body.code : String(status))

export type Counts = Record<'sent' | 'unanswered' | 'resent' | 'unavailable' | 'failed', number>

export type Line = {
  /**
   * Sends until there is an answer that says what became of it: done or refused. What got none, or "try again", is sent
   * again under the same key, to another server where there are several.
   */
  insist(asking: Asking): Promise<Told>
  counts: Counts
}

/** Whoever gets no answer at all for that long gives up: the drill has failed then, and says so. */
export function lineTo(ways: readonly Send[], giveUpAfterMs = 90_000): Line {
  const counts: Counts = { sent: 0, unanswered: 0, resent: 0, unavailable: 0, failed: 0 }
  let turn = 0
  const one = async (asking: Asking): Promise<Told | null> => {
    turn += 1
    const way = ways[turn % ways.length]
    if (!way) throw new Error('there is no way to the interface')
    const told = await askBy(way, asking)
    if (told === null) counts.unanswered += 1
    else if (told.status === 503 || told.body.code === 'in-progress') counts.unavailable += 1
    else if (told.status >= 500) counts.failed += 1
    else return told
    return null
  }
  return {
    counts,
    async insist(asking) {
      const began = performance.now()
      counts.sent += 1
      for (;;) {
        const told = await one(asking)
        if (told) return told
        if (performance.now() - began > giveUpAfterMs) throw new Error(`no answer to ${asking.method} ${asking.path}`)
        await milliseconds(50)
        counts.resent += 1
      }
    },
  }
}
