import type { Person, Visitor } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import { extendSession, readSession, readTokenPerson, secretHash } from '#db/stores/sessions.ts'
import { PositionId } from '#engine/definition/ids.ts'
import type { PersonId } from '#engine/instance/messages.ts'
import type { Instant } from '#engine/instant.ts'
import { sessionDays, sessionHours, sessionToken } from './session-cookie.server.ts'

const anonymous: Visitor = { kind: 'anonymous' }
/** Written at most this often, so that reading pages rarely writes. */
const extendEvery = 10 * 60_000

type PersonRow = NonNullable<Awaited<ReturnType<typeof readTokenPerson>>>

/** Who asks, with what holds for them now. The interface is entered by token alone, pages by session alone. */
export async function findVisitor(request: Request, ports: Ports): Promise<Visitor> {
  const { pathname } = new URL(request.url)
  return pathname === '/api' || pathname.startsWith('/api/') ? byToken(request, ports) : bySession(request, ports)
}

async function byToken(request: Request, ports: Ports): Promise<Visitor> {
  const token = /^Bearer ([\w-]{20,200})$/i.exec(request.headers.get('Authorization') ?? '')?.[1]
  if (!token) return anonymous
  const row = await readTokenPerson(ports.db, secretHash(token), new Date(ports.now()))
  return row ? { kind: 'person', person: toPerson(row) } : anonymous
}

async function bySession(request: Request, ports: Ports): Promise<Visitor> {
  const token = sessionToken(request)
  if (!token) return anonymous
  const now = ports.now()
  const hash = secretHash(token)
  const row = await readSession(ports.db, hash, new Date(now))
  if (!row) return anonymous
  const until = sessionEnd(row.createdAt.getTime(), now)
  if (until - row.expiresAt.getTime() >= extendEvery) await extendSession(ports.db, hash, new Date(until))
  return { kind: 'person', person: toPerson(row) }
}

/** Twelve hours after the last use, thirty days after signing in at the latest. */
export function sessionEnd(createdAt: Instant, now: Instant): Instant {
  return Math.min(now + sessionHours * 3_600_000, createdAt + sessionDays * 86_400_000)
}

export function toPerson(row: PersonRow): Person {
  return {
    id: row.id as PersonId,
    name: row.name,
    email: row.email,
    operator: row.operator,
    rights: row.rights,
    seats: row.seats.map(({ for: lender, ...seat }) => ({
      ...seat,
      personId: seat.personId as PersonId,
      positionId: PositionId.parse(seat.positionId),
      ...(lender ? { for: { ...lender, personId: lender.personId as PersonId } } : {}),
    })),
  }
}
