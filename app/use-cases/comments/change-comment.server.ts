import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { recordAct } from '#app/use-cases/account/record-act.server.ts'
import { isUuid } from '#app/use-cases/instances/ids.ts'
import type { Db } from '#db/connection.ts'
import { type CommentRow, changeComment, lockComment } from '#db/stores/comments.ts'
import { type CommentInput, mayComment, wordsToKeep } from './commenter.ts'

type Input = CommentInput & { comment: string }

/** Puts other words in topic of one's own. */
export async function editComment(input: Input & { words: string }, ports: Ports): Promise<Result<{ thread: string }>> {
  const words = wordsToKeep(input.words)
  if (!words.ok) return words
  return onOwnComment(input, ports, async (tx, said, at) => {
    if (said.words !== words.value) await changeComment(tx, said, { words: words.value, editedAt: at })
  })
}

/** Takes back one's own words. Their topic stays, so that the answers to them still make sense. */
export async function deleteComment(input: Input, ports: Ports): Promise<Result<{ thread: string }>> {
  return onOwnComment(input, ports, async (tx, said, at, person) => {
    await changeComment(tx, said, { words: '', deletedAt: at })
    const { agencyId, slug } = input
    const detail = { thread: said.threadId }
    await recordAct(tx, ports, person, { agencyId, action: 'comment.deleted', subject: slug, detail })
  })
}

type Change = (tx: Db, said: CommentRow, at: Date, person: { id: string; name: string }) => Promise<void>

async function onOwnComment(input: Input, ports: Ports, change: Change): Promise<Result<{ thread: string }>> {
  const allowed = mayComment(input)
  if (!allowed.ok) return allowed
  const person = allowed.value
  if (!isUuid(input.comment)) return refuse({ code: 'not-found' })
  return ports.db.transaction(async (tx) => {
    const said = await lockComment(tx, input, input.comment)
    if (said === null) return refuse({ code: 'not-found' })
    if (said.personId !== person.id) return refuse({ code: 'conflict', what: 'comment-of-other' })
    if (said.deletedAt) return refuse({ code: 'conflict', what: 'comment-gone' })
    await change(tx, said, new Date(ports.now()), person)
    return ok({ thread: said.threadId })
  })
}
