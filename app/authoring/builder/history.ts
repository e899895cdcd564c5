/** Undo as a list of earlier drafts: they are immutable and share what did not change. */
export type History<T> = Readonly<{
  present: T
  past: readonly T[]
  future: readonly T[]
  /** What the latest change was about and when, so that typing and dragging count as one. */
  latest: { key: string; at: number } | null
}>

const longest = 200
const coalesceMs = 500

export const historyOf = <T>(present: T): History<T> => ({ present, past: [], future: [], latest: null })

/** Takes a new draft; changes with the same key within half a second of each other are undone together. */
export function record<T>(history: History<T>, next: T, at: number, key?: string): History<T> {
  if (next === history.present) return history
  const { latest } = history
  const joins = key !== undefined && latest?.key === key && at - latest.at <= coalesceMs && history.past.length > 0
  return {
    present: next,
    past: joins ? history.past : [...history.past, history.present].slice(-longest),
    future: [],
    latest: key === undefined ? null : { key, at },
  }
}

export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1)
  if (before === undefined) return history
  return { present: before, past: history.past.slice(0, -1), future: [history.present, ...history.future], latest: null }
}

export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future
  if (next === undefined) return history
  return { present: next, past: [...history.past, history.present], future, latest: null }
}
