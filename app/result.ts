import type { Finding } from '#engine'

/** Outcome of a use case: a value, or a refusal with a closed code and what explains it. */
export type Result<T, R extends { code: string } = AppRefusal> = { ok: true; value: T } | { ok: false; refusal: R }

/**
 * Refusals that any use case may give beside the engine's own (`engine/instance/messages.ts`).
 * `not-found` is also the answer for another agency's things: they do not exist.
 */
export type AppRefusal =
  | { code: 'not-found' }
  | { code: 'not-signed-in' }
  | { code: 'not-allowed'; action: string }
  | { code: 'invalid'; errors: readonly { path: string; code: string; params?: Readonly<Record<string, string | number>> }[] }
  | { code: 'conflict'; what: string; detail?: Readonly<Record<string, unknown>> }
  | { code: 'rate-limited'; retryAfterSeconds: number }
  /** The disk that holds the files is full. */
  | { code: 'no-room' }
  /** The definition has findings that must be mended first. */
  | { code: 'not-ready'; findings: readonly Finding[] }
  /** Four eyes: who wrote it may neither approve nor sign it (V11). */
  | { code: 'own-work' }
  | { code: 'number-taken'; number: string }
  /** An act whose day is to come touches the same standard or decree; nothing else does before. */
  | { code: 'act-waits'; number: string; on: string }
  /** A decree that another one amends is not cancelled before that one. */
  | { code: 'act-amended'; number: string }
  /** Of several standards of one decree those that cannot be set, each with why; none is. */
  | { code: 'standards-refused'; standards: readonly { slug: string; refusal: AppRefusal }[] }
  /** What changed is more than words: sentences that say what. */
  | { code: 'not-a-correction'; changes: readonly string[] }
  /** A signature service did not sign. */
  | { code: 'wrong-passphrase' | 'signing-refused' | 'signing-unavailable' | 'signing-timeout' }

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
export const refuse = <const R extends { code: string }>(refusal: R): { ok: false; refusal: R } => ({ ok: false, refusal })
