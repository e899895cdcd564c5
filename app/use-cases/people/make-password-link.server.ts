import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { makeLink } from '#app/use-cases/account/make-link.server.ts'
import { recordAct } from '#app/use-cases/account/record-act.server.ts'
import { type AccountInput, touchAccount } from './touch-account.server.ts'

/** A new one-time link to hand over; there is no mail server to send it. */
export async function makePasswordLink(input: AccountInput, ports: Ports): Promise<Result<{ link: string }>> {
  return touchAccount(input, 'user.invite', ports, async (tx, account, by) => {
    if (account.disabledAt) return refuse({ code: 'conflict', what: 'person-disabled' })
    const link = await makeLink(tx, ports, account.id, account.invited ? 'invitation' : 'password')
    await recordAct(tx, ports, by, { agencyId: input.agencyId, action: 'person.link', subject: account.id })
    return ok({ link })
  })
}
