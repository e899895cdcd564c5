/** Walks without recursion: a nest deep enough to exhaust the stack must not reach a schema. */
export function isDeeperThan(raw: unknown, max: number): boolean {
  let level: unknown[] = [raw]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > max) return true
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []))
  }
  return false
}
