import type { HeadersFunction } from '@remix-run/node'

/** What an action says beside its answer: when to come back, and that nobody keeps a link shown once. */
export const answerHeaders: HeadersFunction = ({ actionHeaders }) => {
  const kept = ['Retry-After', 'Cache-Control'].flatMap((name): [string, string][] => {
    const value = actionHeaders.get(name)
    return value === null ? [] : [[name, value]]
  })
  return Object.fromEntries(kept)
}
