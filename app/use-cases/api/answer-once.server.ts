import type { Ports } from '#app/ports.ts'
import { digestOf, digestOfValue } from '#db/canonical-digest.ts'
import { claimKey, freeKey, keepAnswer } from '#db/stores/kept-answers.ts'

export type Asked = {
  /** Whose key it is and for what: two people, or two routes, may use the same words without meeting. */
  scope: string
  key: string
  /** All that was asked for. */
  request: unknown
}
export type Done = { status: number; body: string }
export type Once<R> =
  | { kind: 'done'; done: Done }
  | { kind: 'refused'; refusal: R }
  | { kind: 'other-request' }
  | { kind: 'in-progress' }

/** A claim that stands longer without an answer was left by a process that died. */
const staleMs = 60_000

/** Does a request once for its key: sent again it gets the kept answer, another request under the key gets none (V15). */
export async function answerOnce<R>(
  asked: Asked,
  act: () => Promise<{ ok: true; value: Done } | { ok: false; refusal: R }>,
  ports: Ports,
): Promise<Once<R>> {
  const key = { scope: asked.scope, key: digestOf(`${asked.scope}\n${asked.key}`) }
  const requestHash = digestOfValue(asked.request)
  const kept = await claimKey(ports.db, key, requestHash, ports.now(), staleMs)
  if (kept) {
    if (kept.requestHash !== requestHash) return { kind: 'other-request' }
    if (kept.status === null || kept.body === null) return { kind: 'in-progress' }
    return { kind: 'done', done: { status: kept.status, body: kept.body } }
  }
  let finished = false
  try {
    const result = await act()
    if (!result.ok) return { kind: 'refused', refusal: result.refusal }
    finished = true
    await keepAnswer(ports.db, key, result.value.status, result.value.body)
    return { kind: 'done', done: result.value }
  } finally {
    if (!finished) await freeKey(ports.db, key)
  }
}
