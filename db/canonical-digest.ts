import { createHash } from 'node:crypto'
import { canonicalJson } from '#engine/definition/canonical.ts'

/** SHA-256 of a text as 64 hex digits. */
export const digestOf = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** SHA-256 over the canonical JSON of a value: equal data give equal digests, whatever the order of keys. */
export const digestOfValue = (value: unknown) => digestOf(canonicalJson(value))
