import type { Ports } from '#app/ports.ts'
import { ok, type Result } from '#app/result.ts'
import { recordAct } from '#app/use-cases/account/record-act.server.ts'
import { updatePerson } from '#db/stores/people.ts'
import type { PersonDetails } from './inputs.ts'
import { type AccountInput, touchAccount } from './touch-account.server.ts'

export async function updatePersonDetails(input: AccountInput & { details: PersonDetails }, ports: Ports): Promise<Result<null>> {
  return touchAccount(input, 'user.invite', ports, async (tx, account, by) => {
    await updatePerson(tx, account.id, input.details)
    await recordAct(tx, ports, by, { agencyId: input.agencyId, action: 'person.update', subject: account.id })
    return ok(null)
  })
}
