import type { Typed } from '#app/read-form.ts'
import type { ChosenMove } from '#app/use-cases/migrations/move-instances.server.ts'

export const listed = (value: Typed[string] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value

/** Names of one request's fields: which step for a place, and which values may be cleared. */
export const placeName = (id: string, key: string) => `at ${id} ${key}`
export const clearName = (id: string) => `clear ${id}`

/** The requests that were ticked, each with what was chosen for it. */
export function chosenMoves(typed: Typed): ChosenMove[] {
  return listed(typed.move).map((instanceId) => {
    const prefix = placeName(instanceId, '')
    const places = Object.entries(typed).flatMap(([name, value]) =>
      name.startsWith(prefix) && value !== '' ? [[name.slice(prefix.length), listed(value)[0] ?? ''] as const] : [],
    )
    return { instanceId, choices: { places: Object.fromEntries(places), clear: listed(typed[clearName(instanceId)]) } }
  })
}

export const chosenIds = (typed: Typed): readonly string[] => listed(typed.undo)
