import type { Visitor } from '#app/actor.ts'
import { agenciesFor } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import type { Reader } from '#db/stores/notices.ts'

/** Whose notices a visitor may read: their own, so a part in any office is enough. */
export function readerOf(visitor: Visitor, ports: Ports): Result<Reader> {
  if (visitor.kind === 'anonymous') return refuse({ code: 'not-signed-in' })
  if (!hearsNews(visitor)) return refuse({ code: 'not-allowed', action: 'task.list' })
  const supervised = agenciesFor(visitor, 'instance.resolve')
  return ok({ personId: visitor.person.id, now: ports.now(), supervised: supervised === 'all' ? [] : supervised })
}

/** Whoever works on requests or on standards is told of them. */
export const hearsNews = (visitor: Visitor): boolean =>
  agenciesFor(visitor, 'task.list').length > 0 || agenciesFor(visitor, 'definition.review').length > 0
