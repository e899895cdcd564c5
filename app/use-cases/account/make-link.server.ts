import type { Ports } from '#app/ports.ts'
import type { Db } from '#db/connection.ts'
import { insertInvitation, voidInvitationsOf } from '#db/stores/invitations.ts'
import { secretHash } from '#db/stores/sessions.ts'

const lives = { invitation: 14 * 86_400_000, password: 86_400_000 } as const

/** A one-time link for a person to set a password; the caller has checked who may hand it out. */
export async function makeLink(tx: Db, ports: Ports, personId: string, purpose: keyof typeof lives): Promise<string> {
  const token = ports.newSecret(32)
  const now = ports.now()
  await voidInvitationsOf(tx, personId)
  await insertInvitation(tx, {
    tokenHash: secretHash(token),
    purpose,
    personId,
    createdAt: new Date(now),
    expiresAt: new Date(now + lives[purpose]),
  })
  return new URL(`/undangan/${token}`, ports.settings.origin).href
}
