import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyBranching } from '#test/engine/branching.ts'
import { play } from '#test/engine/every-play.ts'
import { aSmallFlow } from '#test/engine/small-flow.ts'
import { tries } from '#test/support/tries.ts'
import { checkSoundness } from './check.ts'
import { isSound } from './finding.ts'

/** What is found without the place, where that is the parallel or the round and not one node. */
const wide = ['automatic-cycle', 'opens-itself', 'never-ends']
const named = (found: readonly string[]): string[] =>
  [...new Set(found.map((one) => wide.find((code) => one.startsWith(code)) ?? one))].sort()

const most = 250
const flows = fc.oneof({ weight: 3, arbitrary: aSmallFlow }, { weight: 1, arbitrary: anyBranching })

it('V20: finds in small flows what playing them in every way comes upon, no more and no less', () => {
  fc.assert(
    fc.property(flows, (definition) => {
      const played = play(definition, most)
      fc.pre(played !== null)
      const found = checkSoundness(definition)
      expect(isSound(found)).toBe(played.found.every((one) => one.startsWith('join-without-parallel')))
      const all = named(found.map(({ code, nodeId }) => `${code} ${nodeId}`))
      // A game in which branches open themselves has no end; what lies behind is looked for when that is mended.
      if (played.found.includes('opens-itself')) expect(all).toContain('opens-itself')
      else expect(all).toEqual(named(played.found))
    }),
    { numRuns: tries(2000) },
  )
})

it('is asked of sound and unsound flows alike, and of every fault, so that the rule above means something', () => {
  const judged = fc.sample(flows, { numRuns: 400, seed: 20261126 }).map((definition) => checkSoundness(definition))
  const sound = judged.filter(isSound).length
  expect(Math.min(sound, judged.length - sound)).toBeGreaterThan(judged.length / 5)
  expect(new Set(judged.flat().map(({ code }) => code))).toEqual(
    new Set([
      'stops',
      'can-deadlock',
      'work-lost',
      'automatic-cycle',
      'opens-itself',
      'never-ends',
      'never-entered',
      'join-without-parallel',
    ]),
  )
})
