import {
  civilMoment,
  newTrial,
  outcomeOfTrial,
  perform,
  type Scenario,
  type ScenarioId,
  type Trial,
  type TrialAct,
  type TrialRefusal,
  type TrialWorld,
} from '#engine'

/** A play: what was done, and how it stood before the first act and after each. */
export type Play = {
  begins: string
  acts: readonly TrialAct[]
  /** One more than the acts. */
  trials: readonly [Trial, ...Trial[]]
  /** Acts that could not be done again on the draft as it is now, and why the first of them could not. */
  lost: { acts: readonly TrialAct[]; refusal: TrialRefusal } | null
  /** The scenario that was opened. */
  scenario: ScenarioId | null
}

export const present = ({ trials }: Play): Trial => trials.at(-1) ?? trials[0]

export function newPlay(world: TrialWorld, begins: string, scenario: ScenarioId | null = null): Play {
  return { begins, acts: [], trials: [newTrial(civilMoment(begins, world.calendar.zone))], lost: null, scenario }
}

export type Played = { ok: true; play: Play } | { ok: false; refusal: TrialRefusal }

export function playOn(world: TrialWorld, play: Play, act: TrialAct): Played {
  const done = perform(world, present(play), act)
  if (!done.ok) return done
  return { ok: true, play: { ...play, acts: [...play.acts, act], trials: [...play.trials, done.trial], lost: null } }
}

/** One act taken back. */
export function stepBack(play: Play): Play {
  const [first, ...later] = play.trials
  return { ...play, acts: play.acts.slice(0, -1), trials: [first, ...later.slice(0, -1)], lost: null }
}

/** The same acts on the draft as it is now, as far as they go. */
export function playAgain(world: TrialWorld, { begins, acts, scenario }: Pick<Play, 'begins' | 'acts' | 'scenario'>): Play {
  let play = newPlay(world, begins, scenario)
  for (const [index, act] of acts.entries()) {
    const done = playOn(world, play, act)
    if (!done.ok) return { ...play, lost: { acts: acts.slice(index), refusal: done.refusal } }
    play = done.play
  }
  return play
}

/** The play as a walk that has to go the same way again. */
export const asScenario = (play: Play, id: ScenarioId, name: string): Scenario => ({
  ...{ id, name, begins: play.begins, acts: [...play.acts] },
  expects: outcomeOfTrial(present(play)),
})
