import type { NodeId } from '../ids.ts'

/** Whether each of several branches can be given one of its joins so that no join gets more than there is room for. */
export function fits(choices: readonly ReadonlySet<NodeId>[], room: (join: NodeId) => number): boolean {
  const given = new Map<NodeId, number[]>()
  const place = (branch: number, tried: Set<NodeId>): boolean => {
    for (const join of choices[branch] ?? []) {
      if (tried.has(join)) continue
      tried.add(join)
      const here = given.get(join) ?? []
      if (here.length < room(join)) {
        given.set(join, [...here, branch])
        return true
      }
      const moved = here.findIndex((other) => place(other, tried))
      if (moved >= 0) {
        given.set(join, here.with(moved, branch))
        return true
      }
    }
    return false
  }
  return choices.every((_, branch) => place(branch, new Set()))
}
