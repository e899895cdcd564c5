import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { recordAct } from '#app/use-cases/account/record-act.server.ts'
import { decreeId } from '#app/use-cases/public/address.ts'
import { cancelEntry } from '#db/stores/register-book.ts'

type Input = { visitor: Visitor; agencyId: string; id: string; reason: string }

/**
 * Cancels a number from outside that was taken by mistake; it keeps its place in the book with the reason. What sets or ends
 * something is cancelled by an act.
 */
export async function cancelNumber({ visitor, agencyId, id, reason }: Input, ports: Ports): Promise<Result<null>> {
  const allowed = authorise(visitor, 'register.keep', { agencyId })
  if (!allowed.ok) return allowed
  if (!decreeId.test(id)) return refuse({ code: 'not-found' })
  return ports.db.transaction(async (tx) => {
    const number = await cancelEntry(tx, agencyId, id, reason)
    if (number === null) return refuse({ code: 'conflict', what: 'entry-not-cancellable' })
    const detail = { decree: number, note: reason }
    await recordAct(tx, ports, allowed.value, { agencyId, action: 'register.cancel', subject: id, detail })
    return ok(null)
  })
}
