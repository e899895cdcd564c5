import type { Definition } from '../schema.ts'
import { crowds, opensItself } from './bounds.ts'
import { longCommands } from './effort.ts'
import { endless } from './endless.ts'
import type { SoundnessFinding } from './finding.ts'
import { lostWork } from './lost.ts'
import { Net } from './net.ts'
import { reach } from './reach.ts'
import { solve } from './solve.ts'
import { automaticCycles, deadlocks, neverEntered, stops } from './ways-on.ts'

/**
 * Whatever could keep an instance of this flow from an end, or have it lose work, in whatever order its branches move,
 * whatever is decided and however waits and calls are over. It follows the engine's own steps (`leave`), but answers for
 * each parallel once instead of for every mixture of what goes on side by side, so that its effort grows with the drawing
 * and not with the mixtures. What data a decision has is not looked at: it may take any of its exits.
 *
 * Where a parallel opens itself, or a round has no step, other faults behind it may not be named. Empty without a start.
 */
export function checkSoundness(definition: Pick<Definition, 'flow'>): SoundnessFinding[] {
  const net = new Net(definition)
  if (net.ofKind('start').length === 0) return []
  const { openings, parallels } = solve(net)
  const reached = reach(net, openings, parallels)
  const nested = opensItself(reached)
  const cycles = automaticCycles(reached)
  const found = [...nested, ...cycles, ...stops(reached), ...deadlocks(reached), ...neverEntered(reached)]
  if (nested.length > 0) return found
  const crowd = crowds(reached)
  const long = crowd.length + cycles.length > 0 ? [] : longCommands(reached)
  return [...found, ...crowd, ...long, ...lostWork(reached), ...endless(reached)]
}
