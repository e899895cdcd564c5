import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { invitations, people } from '#db/schema.ts'

export type InvitationPurpose = 'first-administrator' | 'invitation' | 'password'

export async function insertInvitation(
  db: Db,
  row: { tokenHash: string; purpose: InvitationPurpose; personId: string | null; createdAt: Date; expiresAt: Date },
) {
  await db.insert(invitations).values(row)
}

const open = (tokenHash: string, at: Date) =>
  and(eq(invitations.tokenHash, tokenHash), isNull(invitations.usedAt), gt(invitations.expiresAt, at))

export async function readInvitation(db: Db, tokenHash: string, at: Date) {
  const [row] = await db
    .select({
      purpose: invitations.purpose,
      personId: people.id,
      name: people.name,
      email: people.email,
      disabledAt: people.disabledAt,
    })
    .from(invitations)
    .leftJoin(people, eq(people.id, invitations.personId))
    .where(open(tokenHash, at))
  return row ?? null
}

/** Takes the link: whoever comes second finds it used. */
export async function takeInvitation(db: Db, tokenHash: string, at: Date): Promise<boolean> {
  const rows = await db
    .update(invitations)
    .set({ usedAt: at })
    .where(open(tokenHash, at))
    .returning({ tokenHash: invitations.tokenHash })
  return rows.length > 0
}

/** A newer link makes the older ones of the same kind useless. */
export async function voidInvitationsOf(db: Db, personId: string) {
  await db.delete(invitations).where(and(eq(invitations.personId, personId), isNull(invitations.usedAt)))
}

export async function voidFirstAdministratorLinks(db: Db) {
  await db.delete(invitations).where(and(eq(invitations.purpose, 'first-administrator'), isNull(invitations.usedAt)))
}
