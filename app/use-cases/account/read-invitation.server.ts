import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { type InvitationPurpose, readInvitation } from '#db/stores/invitations.ts'
import { secretHash } from '#db/stores/sessions.ts'

export type OpenInvitation = { purpose: InvitationPurpose; name: string | null; email: string | null }

/** What a one-time link is for. Used, expired and invented ones look the same. */
export async function openInvitation(input: { token: string }, ports: Ports): Promise<Result<OpenInvitation>> {
  const row = await readInvitation(ports.db, secretHash(input.token), new Date(ports.now()))
  if (!row || row.disabledAt) return refuse({ code: 'not-found' })
  return ok({ purpose: row.purpose, name: row.name, email: row.email })
}
