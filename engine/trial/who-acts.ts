import type { NodeId, OutcomeId } from '../definition/ids.ts'
import type { Actor, Command } from '../instance/messages.ts'
import { askedParties, candidatesOf } from '../instance/parties.ts'
import { mayPerform } from '../instance/performers.ts'
import { mayReport } from '../instance/report.ts'
import type { OpenTask } from '../instance/state.ts'
import type { Cast } from './cast.ts'
import { applicant, decideIn, type Trial, type TrialWorld } from './trial.ts'

/** Everybody of a trial: the applicant before officials. */
export const everybody = ({ players }: Cast): Actor[] => [applicant, ...players]

/** The made-up people who may do an open step, or a part of it that is not done, now. */
export const performersOf = (task: OpenTask, cast: Cast): Actor[] => everybody(cast).filter((actor) => mayDo(task, actor))

function mayDo(task: OpenTask, actor: Actor): boolean {
  const { parties, parts, excluded } = task
  if (actor.kind === 'person' && parts.some(({ by }) => by.kind === 'person' && by.personId === actor.personId)) return false
  return mayPerform(parties.length === 0 ? task : { candidates: candidatesOf(askedParties({ parties, parts })), excluded }, actor)
}

/** Those who may begin, at one of several starts or at any: asked of the engine itself, with nothing filled in. */
export function startersOf(world: TrialWorld, trial: Trial, start?: NodeId): Actor[] {
  const command: Command = { type: 'Start', submission: { outcome: '' as OutcomeId, data: {} }, ...(start ? { start } : {}) }
  return everybody(world.cast).filter((actor) => {
    const decided = decideIn(world, trial, command, actor)
    return decided.ok || decided.refusal.code !== 'may-not-start'
  })
}

/** Those who may say that what a wait is for has happened. */
export const reportersOf = ({ definition, cast }: TrialWorld, node: NodeId): Actor[] =>
  [...cast.players, applicant].filter((actor) => mayReport(definition, node, actor))

/** What an act calls an actor by. */
export const nameOfActor = (actor: Actor): string => (actor.kind === 'person' ? (actor.seats[0]?.positionId ?? '') : 'applicant')

/** Of those who may, the first of the position that was named; whoever was named that may not, as the engine will say. */
export function chosen(able: readonly Actor[], named: string | undefined, cast: Cast): Actor {
  const fits = (actor: Actor) => named === undefined || nameOfActor(actor) === named
  return able.find(fits) ?? (named === undefined ? undefined : everybody(cast).find(fits)) ?? applicant
}
