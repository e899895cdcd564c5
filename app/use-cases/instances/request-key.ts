import { type AppRefusal, refuse } from '#app/result.ts'
import { digestOf, digestOfValue } from '#db/canonical-digest.ts'
import type { Repeated, RequestKey } from '#db/stores/command-load.ts'

/** Whose keys these are; two people may use the same words without meeting. */
export function requestKey(scope: string, key: string | undefined): RequestKey {
  return key === undefined || key === '' ? null : { scope, keyHash: digestOf(`${scope}\n${key}`) }
}

/** What makes two requests the same: all that was asked for. */
export const requestHashOf = (asked: unknown) => digestOfValue(asked)

export const keyReused = (): { ok: false; refusal: AppRefusal } => refuse({ code: 'conflict', what: 'request-key' })

/** Whether a kept answer belongs to this request; null when none is kept. */
export function answerTo(repeated: Repeated | null, requestHash: string): 'same' | 'other' | null {
  if (!repeated) return null
  return repeated.requestHash === requestHash ? 'same' : 'other'
}
