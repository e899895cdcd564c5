import { createStore } from 'zustand/vanilla'
import type { Scenario, TrialAct, TrialRefusal, TrialWorld } from '#engine'
import { newPlay, type Play, playAgain, playOn, stepBack } from './play.ts'

export type TrialState = {
  play: Play
  /** Rises with each act, so that whoever draws the play puts its focus and says what happened. */
  turn: number
  act(act: TrialAct): TrialRefusal | null
  back(): void
  restart(begins?: string): void
  open(scenario: Scenario): void
  /** The draft or the agency has changed. */
  renew(world: TrialWorld): void
}
export type TrialStore = ReturnType<typeof createTrial>

/** What is played, in this browser alone. */
export function createTrial(first: TrialWorld, begins: string) {
  let world = first
  return createStore<TrialState>()((set, get) => {
    const turnTo = (play: Play) => set(({ turn }) => ({ play, turn: turn + 1 }))
    return {
      play: newPlay(world, begins),
      turn: 0,
      act(act) {
        const done = playOn(world, get().play, act)
        if (!done.ok) return done.refusal
        turnTo(done.play)
        return null
      },
      back: () => turnTo(stepBack(get().play)),
      restart: (at = get().play.begins) => turnTo(newPlay(world, at)),
      open: ({ id, begins: at, acts }) => turnTo(playAgain(world, { begins: at, acts, scenario: id })),
      renew(next) {
        if (next === world) return
        world = next
        const { play } = get()
        set({ play: playAgain(world, { ...play, acts: [...play.acts, ...(play.lost?.acts ?? [])] }) })
      },
    }
  })
}
