import type { Ports } from '#app/ports.ts'
import { ok, type Result } from '#app/result.ts'
import { recordAct } from '#app/use-cases/account/record-act.server.ts'
import { deleteSessionsOf, revokeApiTokensOf } from '#db/stores/sessions.ts'
import { type AccountInput, touchAccount } from './touch-account.server.ts'

/** Signs somebody out everywhere, tokens of the interface included. */
export async function endSessionsOf(input: AccountInput, ports: Ports): Promise<Result<null>> {
  return touchAccount(input, 'user.disable', ports, async (tx, account, by) => {
    await deleteSessionsOf(tx, account.id)
    await revokeApiTokensOf(tx, account.id, new Date(ports.now()))
    await recordAct(tx, ports, by, { agencyId: input.agencyId, action: 'session.endAll', subject: account.id })
    return ok(null)
  })
}
