import type { Ports } from '#app/ports.ts'
import { insertInvitation, voidFirstAdministratorLinks } from '#db/stores/invitations.ts'
import { operatorExists } from '#db/stores/people.ts'
import { secretHash } from '#db/stores/sessions.ts'

const lives = 24 * 3_600_000

/** A link that makes the first administrator, printed at the start; null once there is one. Earlier links stop working. */
export async function firstAdministratorLink(ports: Ports): Promise<string | null> {
  const token = ports.newSecret(32)
  const now = ports.now()
  return ports.db.transaction(async (tx) => {
    if (await operatorExists(tx)) return null
    await voidFirstAdministratorLinks(tx)
    await insertInvitation(tx, {
      tokenHash: secretHash(token),
      purpose: 'first-administrator',
      personId: null,
      createdAt: new Date(now),
      expiresAt: new Date(now + lives),
    })
    return new URL(`/undangan/${token}`, ports.settings.origin).href
  })
}
