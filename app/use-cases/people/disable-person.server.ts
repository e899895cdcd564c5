import type { Ports } from '#app/ports.ts'
import { ok, type Result } from '#app/result.ts'
import { recordAct } from '#app/use-cases/account/record-act.server.ts'
import { voidInvitationsOf } from '#db/stores/invitations.ts'
import { setDisabled } from '#db/stores/people.ts'
import { deleteSessionsOf, revokeApiTokensOf } from '#db/stores/sessions.ts'
import { type AccountInput, touchAccount } from './touch-account.server.ts'

/** Shuts an account at once: sessions, tokens and open links go with it. Its past acts stay (V12). */
export async function disablePerson(input: AccountInput, ports: Ports): Promise<Result<null>> {
  return touchAccount(input, 'user.disable', ports, async (tx, account, by) => {
    const at = new Date(ports.now())
    await setDisabled(tx, account.id, at)
    await deleteSessionsOf(tx, account.id)
    await revokeApiTokensOf(tx, account.id, at)
    await voidInvitationsOf(tx, account.id)
    await recordAct(tx, ports, by, { agencyId: input.agencyId, action: 'person.disable', subject: account.id })
    return ok(null)
  })
}

export async function enablePerson(input: AccountInput, ports: Ports): Promise<Result<null>> {
  return touchAccount(input, 'user.disable', ports, async (tx, account, by) => {
    await setDisabled(tx, account.id, null)
    await recordAct(tx, ports, by, { agencyId: input.agencyId, action: 'person.enable', subject: account.id })
    return ok(null)
  })
}
