import type { Person, Visitor } from '#app/actor.ts'
import { type Action, authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { type Result, refuse } from '#app/result.ts'
import type { Db } from '#db/connection.ts'
import { readPersonIn } from '#db/stores/people.ts'
import { governs } from './read-person.server.ts'

export type AccountInput = { visitor: Visitor; agencyId: string; personId: string }
type Account = NonNullable<Awaited<ReturnType<typeof readPersonIn>>>

/** The common gate of every change to somebody else's account: right, foothold in the agency, not oneself, not another's. */
export async function touchAccount<T>(
  input: AccountInput,
  action: Action,
  ports: Ports,
  change: (tx: Db, account: Account, by: Person) => Promise<Result<T>>,
): Promise<Result<T>> {
  const allowed = authorise(input.visitor, action, { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const by = allowed.value
  return ports.db.transaction(async (tx) => {
    const account = await readPersonIn(tx, input.agencyId, input.personId, new Date(ports.now()))
    if (!account) return refuse({ code: 'not-found' })
    if (by.id === account.id || !governs(by, account)) return refuse({ code: 'not-allowed', action })
    return change(tx, account, by)
  })
}
