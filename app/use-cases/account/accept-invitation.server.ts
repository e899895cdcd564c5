import { z } from 'zod'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import type { Db } from '#db/connection.ts'
import { constraintOf } from '#db/rows.ts'
import { readInvitation, takeInvitation, voidInvitationsOf } from '#db/stores/invitations.ts'
import { insertPerson, operatorExists, setPasswordHash } from '#db/stores/people.ts'
import { deleteSessionsOf, revokeApiTokensOf, secretHash } from '#db/stores/sessions.ts'
import { hashPassword, NewPassword } from './passwords.server.ts'
import { recordAct, systemTrail } from './record-act.server.ts'
import { startSession } from './start-session.server.ts'

const passwords = { password: NewPassword, repeated: z.string().max(200) }
const same = (typed: { password: string; repeated: string }) => typed.password === typed.repeated
const differ = { path: ['repeated'], message: 'passwords-differ' }

export const FirstAdministrator = z
  .object({ name: z.string().trim().min(1).max(120), email: z.email().max(200), ...passwords })
  .refine(same, differ)
export const SetPassword = z.object(passwords).refine(same, differ)

/** The first person of the installation: runs the system (operator) and nothing else. */
export async function becomeFirstAdministrator(
  input: z.infer<typeof FirstAdministrator> & { token: string },
  ports: Ports,
): Promise<Result<{ session: string }>> {
  if (!(await stands(ports, input.token))) return refuse({ code: 'not-found' })
  const passwordHash = await hashPassword(input.password)
  const { name, email } = input
  return takeLink(ports, input.token, 'first-administrator', async (tx) => {
    if (await operatorExists(tx)) return null
    const id = ports.newId()
    const createdAt = new Date(ports.now())
    await insertPerson(tx, { id, name, email, nip: null, rank: null, phone: null, passwordHash, operator: true, createdAt })
    await recordAct(tx, ports, { id, name }, { agencyId: systemTrail, action: 'operator.create', subject: id })
    return id
  })
}

/** An invited person, or one who forgot, sets the password; whoever was signed in as them is out, tokens and links too. */
export async function acceptInvitation(
  input: z.infer<typeof SetPassword> & { token: string },
  ports: Ports,
): Promise<Result<{ session: string }>> {
  if (!(await stands(ports, input.token))) return refuse({ code: 'not-found' })
  const passwordHash = await hashPassword(input.password)
  return takeLink(ports, input.token, 'personal', async (tx, person) => {
    if (!person) return null
    await setPasswordHash(tx, person.id, passwordHash)
    await deleteSessionsOf(tx, person.id)
    await revokeApiTokensOf(tx, person.id, new Date(ports.now()))
    await voidInvitationsOf(tx, person.id)
    await recordAct(tx, ports, person, { agencyId: systemTrail, action: 'password.set', subject: person.id })
    return person.id
  })
}

/** Asked before the costly hash, so that guessed links cost nobody's memory; whether it still holds is asked again inside. */
async function stands(ports: Ports, token: string): Promise<boolean> {
  return Boolean(await readInvitation(ports.db, secretHash(token), new Date(ports.now())))
}

type Invited = { id: string; name: string }

async function takeLink(
  ports: Ports,
  token: string,
  wanted: 'first-administrator' | 'personal',
  act: (tx: Db, person: Invited | null) => Promise<string | null>,
): Promise<Result<{ session: string }>> {
  const tokenHash = secretHash(token)
  const at = new Date(ports.now())
  try {
    return await ports.db.transaction(async (tx) => {
      const link = await readInvitation(tx, tokenHash, at)
      const fits = link && (link.purpose === 'first-administrator') === (wanted === 'first-administrator')
      if (!link || !fits || link.disabledAt || !(await takeInvitation(tx, tokenHash, at))) return refuse({ code: 'not-found' })
      const person = link.personId && link.name ? { id: link.personId, name: link.name } : null
      const personId = await act(tx, person)
      return personId ? ok({ session: await startSession(tx, ports, personId) }) : refuse({ code: 'not-found' })
    })
  } catch (error) {
    if (constraintOf(error) !== 'people_email') throw error
    return refuse({ code: 'invalid', errors: [{ path: 'email', code: 'email-taken' }] })
  }
}
