import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { recordAct } from '#app/use-cases/account/record-act.server.ts'
import { isUuid } from '#app/use-cases/instances/ids.ts'
import { lockThread, peopleOfThread, resolveThread } from '#db/stores/comments.ts'
import { tellPeople } from '#db/stores/standard-notices.ts'
import { type CommentInput, mayComment } from './commenter.ts'

/** Calls a conversation settled, or takes it up again. A second click changes nothing and tells nobody. */
export async function settleThread(
  input: CommentInput & { thread: string; settled: boolean },
  ports: Ports,
): Promise<Result<{ thread: string }>> {
  const allowed = mayComment(input)
  if (!allowed.ok) return allowed
  const person = allowed.value
  if (!isUuid(input.thread)) return refuse({ code: 'not-found' })
  return ports.db.transaction(async (tx) => {
    const thread = await lockThread(tx, input, input.thread)
    if (thread === null) return refuse({ code: 'not-found' })
    if (input.settled === (thread.resolvedAt !== null)) return ok({ thread: thread.id })
    const now = ports.now()
    await resolveThread(tx, thread, new Date(now), input.settled ? person.id : null)
    const others = (await peopleOfThread(tx, thread)).map(({ personId }) => personId).filter((id) => id !== person.id)
    const kind = input.settled ? 'comment-resolved' : 'comment-reopened'
    await tellPeople(tx, thread, others, { kind, at: now, detail: { thread: thread.id } })
    const detail = { thread: thread.id }
    const action = input.settled ? 'comment.resolved' : 'comment.reopened'
    await recordAct(tx, ports, person, { agencyId: thread.agencyId, action, subject: thread.slug, detail })
    return ok({ thread: thread.id })
  })
}
