import type { Ports } from '#app/ports.ts'
import { countRate } from '#app/rates.server.ts'
import { type Result, refuse } from '#app/result.ts'
import { type Tracked, trackTicket } from './track-ticket.server.ts'

/** A ticket as somebody typed it. Wrong codes are counted by address, so that nobody tries many (V24). */
export async function openTicket(input: { ticket: string; address: string }, ports: Ports): Promise<Result<Tracked>> {
  const tracked = await trackTicket({ ticket: input.ticket }, ports)
  if (tracked.ok) return tracked
  const retryAfterSeconds = await countRate(ports, 'ticket', input.address)
  return retryAfterSeconds === null ? tracked : refuse({ code: 'rate-limited', retryAfterSeconds })
}
