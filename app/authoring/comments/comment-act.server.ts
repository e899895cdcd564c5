import { z } from 'zod'
import type { Ports } from '#app/ports.ts'
import { parseTyped, type Typed } from '#app/read-form.ts'
import { type Result, refuse } from '#app/result.ts'
import { deleteComment, editComment } from '#app/use-cases/comments/change-comment.server.ts'
import type { CommentInput } from '#app/use-cases/comments/commenter.ts'
import { openThread } from '#app/use-cases/comments/open-thread.server.ts'
import { replyToThread } from '#app/use-cases/comments/reply-to-thread.server.ts'
import { settleThread } from '#app/use-cases/comments/settle-thread.server.ts'
import { readTopicKey } from './topic.ts'

const words = z.string().max(20_000).default('')
const id = z.string().max(64).default('')
const Act = z.discriminatedUnion('form', [
  z.object({ form: z.literal('thread'), topic: z.string().max(400).default(''), words }),
  z.object({ form: z.literal('reply'), thread: id, words }),
  z.object({ form: z.literal('edit'), comment: id, words }),
  z.object({ form: z.literal('delete'), comment: id }),
  z.object({ form: z.literal('resolve'), thread: id }),
  z.object({ form: z.literal('reopen'), thread: id }),
])

/** Does what one form of a conversation asks for; answers the conversation that it was about. */
export async function commentAct(typed: Typed, at: CommentInput, ports: Ports): Promise<Result<{ thread: string }>> {
  const act = parseTyped(Act, typed)
  if (!act.ok) return act
  const asked = act.value
  switch (asked.form) {
    case 'thread': {
      const topic = readTopicKey(asked.topic)
      if (!topic) return refuse({ code: 'invalid', errors: [{ path: 'topic', code: 'not-an-option' }] })
      return openThread({ ...at, topic, words: asked.words }, ports)
    }
    case 'reply':
      return replyToThread({ ...at, thread: asked.thread, words: asked.words }, ports)
    case 'edit':
      return editComment({ ...at, comment: asked.comment, words: asked.words }, ports)
    case 'delete':
      return deleteComment({ ...at, comment: asked.comment }, ports)
    case 'resolve':
    case 'reopen':
      return settleThread({ ...at, thread: asked.thread, settled: asked.form === 'resolve' }, ports)
  }
}
