import type { NodeId } from '../ids.ts'

/**
 * What may become of an instance, and at which node:
 * - `stops`: a token has no way on, or more than one at once.
 * - `can-deadlock`: a join waits for branches none of which can come any more.
 * - `work-lost`: work is taken back by a join (`join`) to which no path leads from it.
 * - `automatic-cycle`: a round in which nobody acts and nothing is waited for.
 * - `opens-itself`: a parallel whose branch comes to it again; more and more branches open.
 * - `too-many-branches`: more side by side than an instance can hold.
 * - `never-ends`: from here neither an end nor a stop can be reached.
 * - `never-entered`: no instance comes here.
 * - `join-without-parallel`: no branch ever comes to this join. It is passed, so this alone does no harm.
 * - `too-large`: with so many branches or automatic steps it is not sure that none of the bounds of an instance is met.
 */
export type SoundnessCode =
  | 'stops'
  | 'can-deadlock'
  | 'work-lost'
  | 'automatic-cycle'
  | 'opens-itself'
  | 'too-many-branches'
  | 'never-ends'
  | 'never-entered'
  | 'join-without-parallel'
  | 'too-large'

export type SoundnessFinding = { code: SoundnessCode; nodeId: NodeId; join?: NodeId }

const harmless: readonly SoundnessCode[] = ['join-without-parallel', 'too-large']

/** Whether nothing was found that could keep an instance from its end. */
export const isSound = (findings: readonly SoundnessFinding[]): boolean => findings.every(({ code }) => harmless.includes(code))
