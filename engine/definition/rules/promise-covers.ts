import { type Case, coverOf } from '../../condition/cover.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'
import { exampleWords, worldOf } from './values-known.ts'

/** Whoever asks is promised a time: where limits hang on conditions, one of them holds for any values, and each for some. */
export const promiseCovers: DefinitionRule = {
  name: 'promise-covers',
  check(definition) {
    const { limits } = definition.components.serviceTime
    if (limits.length === 0) return []
    const always = limits.findIndex(({ when }) => when === undefined)
    const asked = always === -1 ? limits : limits.slice(0, always)
    const behind = always === -1 ? [] : limits.slice(always + 1)
    const cases = asked.flatMap(({ when }, index): Case[] => (when ? [{ id: String(index), when }] : []))
    const cover = coverOf(cases, true, worldOf(definition))
    const place = (index: number) => ({
      path: `components.serviceTime.limits.${index}`,
      params: { component: 'serviceTime', n: index + 1 },
    })
    const never = cover.kind === 'solved' ? cover.never.map(Number) : []
    const gap = cover.kind === 'solved' && always === -1 ? cover.gap : null
    return [
      ...[...never, ...behind.map((_, index) => always + 1 + index)].map(
        (index): RuleFinding => ({ code: 'promise-never', ...place(index) }),
      ),
      ...(gap === null
        ? []
        : [
            {
              code: 'promise-gap',
              path: 'components.serviceTime',
              params: { component: 'serviceTime', example: exampleWords(gap, definition) },
            } as const,
          ]),
    ]
  },
}
