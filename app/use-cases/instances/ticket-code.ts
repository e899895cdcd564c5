import { createHmac } from 'node:crypto'
import { digestOf } from '#db/canonical-digest.ts'

/** Crockford's base 32: no I, L, O or U, so that a code read aloud or from paper comes back right. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 20

/**
 * A ticket of 100 bits, as `7KQ2M-…` in four groups. It is made from a secret salt and what the sender alone knows, so
 * that a repeated request gets the same code again although only its hash is ever stored.
 */
export function ticketFrom(salt: string, asked: string): string {
  const bytes = createHmac('sha256', salt).update(asked).digest()
  const letters = Array.from({ length }, (_, i) => alphabet[(bytes[i] ?? 0) % 32])
  return [0, 5, 10, 15].map((at) => letters.slice(at, at + 5).join('')).join('-')
}

/** A code as people type it: any case, spaces or hyphens, O for 0, I and L for 1. Null when it cannot be one. */
export function readTicket(typed: string): string | null {
  const plain = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  if (plain.length !== length || [...plain].some((letter) => !alphabet.includes(letter))) return null
  return [0, 5, 10, 15].map((at) => plain.slice(at, at + 5)).join('-')
}

/** What the database keeps of a ticket. */
export const ticketHashOf = (ticket: string) => digestOf(`ticket ${ticket}`)
