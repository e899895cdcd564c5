import type { PartChange } from '#engine'

/** Where boxes stand on the canvas is nothing to decide about; what is new brings its place along. */
export function withoutPlaces(changes: readonly PartChange[]): PartChange[] {
  const made = new Set(
    changes.flatMap(({ part, before }) => (part.of === 'node' && !part.member && before === undefined ? [part.id] : [])),
  )
  return changes.filter(({ part }) => part.of !== 'layout' || made.has(part.id))
}
