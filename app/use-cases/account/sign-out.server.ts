import type { Ports } from '#app/ports.ts'
import { ok, type Result } from '#app/result.ts'
import { deleteSession, secretHash } from '#db/stores/sessions.ts'
import { sessionToken } from './session-cookie.server.ts'

/** Ends the session that the request carries. Whoever holds the token may end it; without one there is nothing to end. */
export async function signOut(input: { request: Request }, ports: Ports): Promise<Result<null>> {
  const token = sessionToken(input.request)
  if (token) await deleteSession(ports.db, secretHash(token))
  return ok(null)
}
