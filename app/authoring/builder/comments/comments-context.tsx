import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { Send } from '#app/authoring/comments/forms.ts'
import { topicKey } from '#app/authoring/comments/topic.ts'
import { type Talk, useThreads } from './use-threads.ts'

type Comments = {
  talk: Talk
  send: Send
  zone: string
  /** Open conversations by `topicKey`. */
  counts: ReadonlyMap<string, number>
  filter: CommentFilter
  setFilter(filter: CommentFilter): void
}
export type CommentFilter = 'open' | 'resolved' | 'here'

const none: Comments = {
  talk: { threads: null, failed: false, mayComment: false, hidden: true },
  send: async () => null,
  zone: 'Asia/Jakarta',
  counts: new Map(),
  filter: 'open',
  setFilter: () => undefined,
}
const Context = createContext<Comments>(none)
export const useComments = (): Comments => useContext(Context)

/** How many open conversations there are about a topic. */
export const useCommentCount = (kind: string, id: string): number => useComments().counts.get(topicKey({ kind, id })) ?? 0

type Props = { address: string; zone: string; save(): Promise<unknown>; children: ReactNode }

/** The conversations about the draft, for everything that shows or counts them. */
export function CommentsProvider({ address, zone, save, children }: Props) {
  const { talk, send } = useThreads(address, save)
  const [filter, setFilter] = useState<CommentFilter>('open')
  const counts = useMemo(() => {
    const found = new Map<string, number>()
    for (const { topicKind: kind, topicId: id, resolved } of talk.threads ?? []) {
      const key = topicKey({ kind, id })
      if (resolved === null) found.set(key, (found.get(key) ?? 0) + 1)
    }
    return found
  }, [talk.threads])
  const value = useMemo(() => ({ talk, send, zone, counts, filter, setFilter }), [talk, send, zone, counts, filter])
  return <Context.Provider value={value}>{children}</Context.Provider>
}
