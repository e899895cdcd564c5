import type { Ports } from '#app/ports.ts'
import { type Result, refuse } from '#app/result.ts'
import { addressBlock } from '#app/use-cases/account/address-block.ts'
import { digestOf } from '#db/canonical-digest.ts'
import { countAttempt } from '#db/stores/rate-limits.ts'
import { type Tracked, trackTicket } from './track-ticket.server.ts'

const windowMs = 15 * 60_000
const mostWrong = 40

/** A ticket as somebody typed it. Wrong codes are counted by address, so that nobody tries many (V24). */
export async function openTicket(input: { ticket: string; address: string }, ports: Ports): Promise<Result<Tracked>> {
  const tracked = await trackTicket({ ticket: input.ticket }, ports)
  if (tracked.ok) return tracked
  const key = `ticket:address:${digestOf(addressBlock(input.address))}`
  const retryAfterSeconds = await countAttempt(ports.db, { key, max: mostWrong, windowMs }, ports.now())
  return retryAfterSeconds === null ? tracked : refuse({ code: 'rate-limited', retryAfterSeconds })
}
