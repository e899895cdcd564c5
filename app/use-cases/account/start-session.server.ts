import type { Ports } from '#app/ports.ts'
import type { Db } from '#db/connection.ts'
import { deleteExpiredSessions, insertSession, secretHash } from '#db/stores/sessions.ts'
import { sessionEnd } from './find-visitor.server.ts'

/** A fresh session, never one that the browser brought along; the caller has made sure who it is. */
export async function startSession(tx: Db, ports: Ports, personId: string): Promise<string> {
  const token = ports.newSecret(32)
  const now = ports.now()
  await deleteExpiredSessions(tx, new Date(now))
  const expiresAt = new Date(sessionEnd(now, now))
  await insertSession(tx, { tokenHash: secretHash(token), personId, createdAt: new Date(now), expiresAt })
  return token
}
