import type { Person } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import type { MoveStopped } from '#app/refusals.ts'
import { type AppRefusal, ok, type Result, refuse } from '#app/result.ts'
import { isUuid } from '#app/use-cases/instances/ids.ts'
import type { InstanceRefusal, Progress } from '#app/use-cases/instances/move-instance.server.ts'
import { appendAudit } from '#db/stores/audit.ts'
import { findNumber } from '#db/stores/instances.ts'
import { moveOne, type OneMove } from './one-move.server.ts'

/** Most instances that one transaction moves: it has to end long before its connection is cut off. */
export const mostAtOnce = 200

export type MoveRefusal = InstanceRefusal | MoveStopped

type Batch = {
  agencyId: string
  slug: string
  instanceIds: readonly string[]
  person: Person
  going: (instanceId: string) => OneMove['going']
  /** The line of the agency's trail. */
  audit: { action: string; detail: Readonly<Record<string, unknown>> }
}

class Stop extends Error {
  constructor(
    readonly instanceId: string,
    readonly because: InstanceRefusal,
  ) {
    super(because.code)
  }
}

/**
 * Moves every instance named, or none: one that cannot be moved, or that somebody else moved on, takes all back. What they
 * ask of other instances the job carries: here it may still be part of a transaction that is taken back.
 */
export async function allOrNone(batch: Batch, ports: Ports): Promise<Result<readonly Progress[], MoveRefusal>> {
  const { agencyId, slug, instanceIds } = batch
  const wrong = wrongIds(instanceIds)
  if (wrong) return refuse(wrong)
  try {
    const moved = await ports.db.transaction(async (tx) => {
      const done: Progress[] = []
      // In one order, so that two who move the same instances wait for each other and never lock.
      for (const instanceId of [...instanceIds].sort()) {
        const one = await moveOne(tx, { agencyId, instanceId, person: batch.person, going: batch.going(instanceId) }, ports)
        if (!one.ok) throw new Stop(instanceId, one.refusal)
        done.push(one.value)
      }
      const { id, name } = batch.person
      const numbers = done.map(({ number }) => number)
      const { action, detail } = batch.audit
      await appendAudit(tx, {
        agencyId,
        at: new Date(ports.now()),
        personId: id,
        actor: name,
        action,
        subject: slug,
        detail: { ...detail, numbers },
      })
      return done
    })
    return ok(moved)
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    if (error.because.code === 'not-found') return refuse({ code: 'not-found' })
    const number = await findNumber(ports.db, agencyId, error.instanceId)
    return refuse({ code: 'move-stopped', instanceId: error.instanceId, number, because: error.because })
  }
}

function wrongIds(ids: readonly string[]): AppRefusal | null {
  if (ids.length === 0) return { code: 'invalid', errors: [{ path: 'instances', code: 'required' }] }
  if (ids.length > mostAtOnce)
    return { code: 'invalid', errors: [{ path: 'instances', code: 'too-many', params: { max: mostAtOnce } }] }
  return ids.every(isUuid) && new Set(ids).size === ids.length ? null : { code: 'not-found' }
}
