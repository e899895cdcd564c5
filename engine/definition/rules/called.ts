import type { CallableStandard, RuleContext } from './finding.ts'

export type Pinned = { slug: string; version: number }

const keyOf = ({ slug, version }: Pinned) => `${slug} ${version}`
export const isSame = (a: Pinned, b: Pinned): boolean => keyOf(a) === keyOf(b)

export const findCalled = (called: Pinned, { standards }: RuleContext): CallableStandard | undefined =>
  standards?.find((one) => isSame(one, called))

/** A version and all that calling it comes to call, however far down. */
export function callsBelow(from: Pinned, context: RuleContext): Pinned[] {
  const passed = new Map([[keyOf(from), from]])
  for (const one of passed.values()) for (const next of findCalled(one, context)?.calls ?? []) passed.set(keyOf(next), next)
  return [...passed.values()]
}
