import type { Ports } from '#app/ports.ts'
import { digestOf, digestOfValue } from '#db/canonical-digest.ts'
import { sqlState } from '#db/rows.ts'
import { claimKey, type KeptAnswer, keepAnswer } from '#db/stores/kept-answers.ts'

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

/** Thrown to undo the claim of a key whose request was refused. */
class Refused<R> extends Error {
  constructor(readonly refusal: R) {
    super('refused')
  }
}

/**
 * Does a request once for its key: sent again it gets the kept answer, another request under the key gets none (V15). The
 * claim, what is done and the answer are one transaction: a program that ends in between leaves none of them, and who got
 * no answer asks again. `act` must write through the ports it is given.
 */
export async function answerOnce<R>(
  asked: Asked,
  act: (ports: Ports) => Promise<{ ok: true; value: Done } | { ok: false; refusal: R }>,
  ports: Ports,
): Promise<Once<R>> {
  const key = { scope: asked.scope, key: digestOf(`${asked.scope}\n${asked.key}`) }
  const requestHash = digestOfValue(asked.request)
  let claiming = true
  try {
    return await ports.db.transaction(async (tx): Promise<Once<R>> => {
      const kept = await claimKey(tx, key, requestHash, ports.now())
      claiming = false
      if (kept) return answerFrom(kept, requestHash)
      const result = await act({ ...ports, db: tx })
      if (!result.ok) throw new Refused(result.refusal)
      await keepAnswer(tx, key, result.value.status, result.value.body)
      return { kind: 'done', done: result.value }
    })
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', refusal: error.refusal }
    // Who sent the same before is still at work on it.
    if (claiming && sqlState(error) === lockWaitedTooLong) return { kind: 'in-progress' }
    throw error
  }
}

const lockWaitedTooLong = '55P03'

function answerFrom({ requestHash, status, body }: KeptAnswer, asked: string): Once<never> {
  if (requestHash !== asked) return { kind: 'other-request' }
  return status === null || body === null ? { kind: 'in-progress' } : { kind: 'done', done: { status, body } }
}
