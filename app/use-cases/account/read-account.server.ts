import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { agencyNamesById } from '#db/stores/agency-names.ts'
import { readAccount } from '#db/stores/people.ts'
import { listApiTokens, listSessions, secretHash } from '#db/stores/sessions.ts'
import { sessionToken } from './session-cookie.server.ts'

/** One's own data, sessions and tokens. A session is named by a part of its hash, which opens nothing. */
export async function readOwnAccount(input: { visitor: Visitor; request: Request }, ports: Ports) {
  const allowed = authorise(input.visitor, 'session.own', { own: true })
  if (!allowed.ok) return allowed
  const { id, rights, seats, operator } = allowed.value
  const account = await readAccount(ports.db, id)
  if (!account) return refuse({ code: 'not-found' })
  const token = sessionToken(input.request)
  const current = token && secretHash(token)
  const sessions = await listSessions(ports.db, id, new Date(ports.now()))
  const tokens = await listApiTokens(ports.db, id)
  const names = await agencyNamesById(
    ports.db,
    [...rights, ...seats].map(({ agencyId }) => agencyId),
  )
  const agencyOf = (agencyId: string) => names.get(agencyId) ?? agencyId
  return ok({
    account,
    operator,
    rights: rights.map((grant) => ({ ...grant, agency: agencyOf(grant.agencyId) })),
    seats: seats.map((seat) => ({ ...seat, agency: agencyOf(seat.agencyId) })),
    sessions: sessions.map((session) => ({
      id: sessionName(session.tokenHash),
      startedAt: session.createdAt.getTime(),
      expiresAt: session.expiresAt.getTime(),
      current: session.tokenHash === current,
    })),
    tokens: tokens.map((row) => ({
      id: row.id,
      name: row.name,
      createdAt: row.createdAt.getTime(),
      expiresAt: row.expiresAt?.getTime() ?? null,
    })),
  }) satisfies Result<unknown>
}

export const sessionName = (tokenHash: string): string => tokenHash.slice(0, 24)
