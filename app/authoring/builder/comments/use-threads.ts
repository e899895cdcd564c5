import { useCallback, useEffect, useRef, useState } from 'react'
import type { Send } from '#app/authoring/comments/forms.ts'
import { useT } from '#app/i18n/react.tsx'
import { type AnyRefusal, inputErrorText, refusalText } from '#app/refusals.ts'
import type { Thread } from '#app/use-cases/comments/read-threads.server.ts'

const everyMs = 15_000

export type Talk = {
  /** Null until they were loaded once. */
  threads: readonly Thread[] | null
  failed: boolean
  mayComment: boolean
  /** Not for this reader. */
  hidden: boolean
}
type Answer = { threads: readonly Thread[] | null; stamp: string; mayComment: boolean }
const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'object' && value !== null && 'threads' in value && 'stamp' in value && 'mayComment' in value
const isRefusal = (value: unknown): value is AnyRefusal => typeof value === 'object' && value !== null && 'code' in value

/** The conversations of the standard, asked for again while the page is looked at, and the way to send one's own. */
export function useThreads(address: string, before: () => Promise<unknown>): { talk: Talk; send: Send } {
  const t = useT()
  const stamp = useRef<string | null>(null)
  const [talk, setTalk] = useState<Talk>({ threads: null, failed: false, mayComment: false, hidden: false })
  const take = useCallback((answer: Answer) => {
    stamp.current = answer.stamp
    const { threads, mayComment } = answer
    setTalk((now) =>
      threads === null && !now.failed ? now : { threads: threads ?? now.threads, failed: false, mayComment, hidden: false },
    )
  }, [])
  const load = useCallback(async () => {
    const read = await fetch(`${address}?sejak=${encodeURIComponent(stamp.current ?? '')}`).catch(() => null)
    const answer: unknown = await read?.json().catch(() => null)
    if (read?.ok && isAnswer(answer)) return take(answer)
    const hidden = read?.status === 403
    setTalk((now) => (now.failed && now.hidden === hidden ? now : { ...now, failed: true, hidden }))
  }, [address, take])
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void load()
    }
    look()
    const timer = setInterval(look, everyMs)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [load])
  const send = useCallback<Send>(
    async (form, values) => {
      // What is talked about must be on the server before the words about it.
      if (form === 'thread') await before()
      const sent = await fetch(address, { method: 'POST', body: new URLSearchParams(values) }).catch(() => null)
      const answer: unknown = await sent?.json().catch(() => null)
      if (sent?.ok && isAnswer(answer)) {
        take(answer)
        return null
      }
      if (sent?.status === 401) return t('comments.error.signedOut')
      return isRefusal(answer) ? sentenceOf(answer, t) : t('comments.error.network')
    },
    [address, before, take, t],
  )
  return { talk, send }
}

function sentenceOf(refusal: AnyRefusal, t: ReturnType<typeof useT>): string {
  const problem = refusal.code === 'invalid' ? refusal.errors[0] : undefined
  return problem ? inputErrorText(problem, t('comments.words'), t) : refusalText(refusal, t)
}
