import { limits } from '#app/limits.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { recordAct } from '#app/use-cases/account/record-act.server.ts'
import { writersOf } from '#app/use-cases/definitions/own-work.ts'
import { storedDefinition } from '#app/use-cases/definitions/stored-definition.server.ts'
import { countThreads, insertComment, insertThread } from '#db/stores/comments.ts'
import { readWrittenVersion } from '#db/stores/drafts.ts'
import { tellPeople } from '#db/stores/standard-notices.ts'
import { Topic, topicWords } from '#engine'
import { type CommentInput, countComment, mayComment, wordsToKeep } from './commenter.ts'

type Input = CommentInput & { topic: unknown; words: string }

/** Begins a conversation about a topic of the version being written, or else of the newest one; its writers are told. */
export async function openThread(input: Input, ports: Ports): Promise<Result<{ thread: string }>> {
  const allowed = mayComment(input)
  if (!allowed.ok) return allowed
  const person = allowed.value
  const topic = Topic.safeParse(input.topic)
  if (!topic.success) return refuse({ code: 'invalid', errors: [{ path: 'topic', code: 'not-an-option' }] })
  const words = wordsToKeep(input.words)
  if (!words.ok) return words
  const counted = await countComment(person, ports)
  if (!counted.ok) return counted
  return ports.db.transaction(async (tx) => {
    const version = await readWrittenVersion(tx, input)
    if (version === null) return refuse({ code: 'not-found' })
    const topicName = topicWords(storedDefinition({ ...version, slug: input.slug }), topic.data)
    if (topicName === null) return refuse({ code: 'conflict', what: 'topic-unknown' })
    if ((await countThreads(tx, input)) >= limits.comments.threads) return refuse({ code: 'conflict', what: 'too-many-threads' })
    const { agencyId, slug } = input
    const { number } = version
    const thread = ports.newId()
    const now = ports.now()
    const at = new Date(now)
    const { kind: topicKind, id: topicId } = topic.data
    const row = { agencyId, id: thread, slug, number, topicKind, topicId, topicName, personId: person.id, at, changedAt: at }
    await insertThread(tx, row)
    await insertComment(tx, {
      agencyId,
      id: ports.newId(),
      threadId: thread,
      ordinal: 1,
      personId: person.id,
      words: words.value,
      at,
    })
    const others = writersOf(version).filter((id) => id !== person.id)
    await tellPeople(tx, { agencyId, slug, number }, others, { kind: 'comment-added', at: now, detail: { thread } })
    const detail = { number, topic: topicKind, thread }
    await recordAct(tx, ports, person, { agencyId, action: 'comment.opened', subject: slug, detail })
    return ok({ thread })
  })
}
