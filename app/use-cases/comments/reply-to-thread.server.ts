import { limits } from '#app/limits.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { isUuid } from '#app/use-cases/instances/ids.ts'
import { insertComment, lockThread, peopleOfThread, touchThread } from '#db/stores/comments.ts'
import { tellPeople } from '#db/stores/standard-notices.ts'
import { type CommentInput, countComment, mayComment, wordsToKeep } from './commenter.ts'

type Input = CommentInput & { thread: string; words: string }

/** Answers in a conversation; whoever spoke in it is told. */
export async function replyToThread(input: Input, ports: Ports): Promise<Result<{ thread: string }>> {
  const allowed = mayComment(input)
  if (!allowed.ok) return allowed
  const person = allowed.value
  const words = wordsToKeep(input.words)
  if (!words.ok) return words
  if (!isUuid(input.thread)) return refuse({ code: 'not-found' })
  const counted = await countComment(person, ports)
  if (!counted.ok) return counted
  return ports.db.transaction(async (tx) => {
    const thread = await lockThread(tx, input, input.thread)
    if (thread === null) return refuse({ code: 'not-found' })
    const people = await peopleOfThread(tx, thread)
    const many = people.reduce((sum, one) => sum + one.many, 0)
    if (many >= limits.comments.inThread) return refuse({ code: 'conflict', what: 'thread-full' })
    const now = ports.now()
    const at = new Date(now)
    const said = { id: ports.newId(), threadId: thread.id, ordinal: many + 1, personId: person.id, words: words.value, at }
    await insertComment(tx, { agencyId: thread.agencyId, ...said })
    await touchThread(tx, thread, at)
    const others = people.map(({ personId }) => personId).filter((id) => id !== person.id)
    await tellPeople(tx, thread, others, { kind: 'comment-replied', at: now, detail: { thread: thread.id } })
    return ok({ thread: thread.id })
  })
}
