import { createStore } from 'zustand/vanilla'
import { type Forecast, type LifePlan, type NodeId, planFor, type Shares, type TimeRange, type TrialWorld } from '#engine'
import type { ForecastAnswer, ForecastAsked } from './forecast-messages.ts'

export type ForecastRun =
  | { kind: 'idle' }
  | { kind: 'running'; done: number }
  | { kind: 'done'; forecast: Forecast }
  | { kind: 'failed' }

export type ForecastState = {
  /** What the author wrote over what the definition says, by node. */
  times: Readonly<Record<string, TimeRange>>
  shares: Readonly<Record<string, Shares>>
  lives: number
  seed: number
  run: ForecastRun
  setTime(node: NodeId, time: TimeRange): void
  setTimes(times: Readonly<Record<string, TimeRange>>): void
  setShares(node: NodeId, shares: Shares): void
  start(world: TrialWorld, now: number): void
  again(world: TrialWorld, now: number): void
  cancel(): void
}
export type ForecastStore = ReturnType<typeof createForecast>
export type ForecastWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>

const usualLives = 500

/** The plan of the definition with what the author wrote over it. */
export function planOf(
  world: Pick<TrialWorld, 'definition'>,
  state: Pick<ForecastState, 'times' | 'shares'>,
  now: number,
): LifePlan {
  const plan = planFor(world.definition, now)
  const shares = Object.entries(plan.shares).map(([id, usual]) => [id, sharesNow(usual, state.shares[id])])
  return { ...plan, times: { ...plan.times, ...state.times }, shares: Object.fromEntries(shares) }
}

/** Exits and outcomes come and go while a draft is written: only those that are there have a share. */
const sharesNow = (usual: Shares, written: Shares = {}): Shares =>
  Object.fromEntries(Object.entries(usual).map(([key, share]) => [key, written[key] ?? share]))

/** Lives are lived in a worker, so that nothing in the page waits for them. */
export function createForecast(startWorker: () => ForecastWorker) {
  let worker: ForecastWorker | null = null
  return createStore<ForecastState>()((set, get) => {
    const end = (run: ForecastRun) => {
      worker?.terminate()
      worker = null
      set({ run })
    }
    return {
      times: {},
      shares: {},
      lives: usualLives,
      seed: 1,
      run: { kind: 'idle' },
      setTime: (node, time) => set(({ times }) => ({ times: { ...times, [node]: time } })),
      setTimes: (times) => set((state) => ({ times: { ...state.times, ...times } })),
      setShares: (node, shares) => set((state) => ({ shares: { ...state.shares, [node]: shares } })),
      start(world, now) {
        end({ kind: 'running', done: 0 })
        const { lives, seed } = get()
        worker = startWorker()
        worker.onmessage = ({ data }: MessageEvent<ForecastAnswer>) => {
          if (data.kind === 'progress') set({ run: { kind: 'running', done: data.done } })
          else end(data)
        }
        worker.onerror = () => end({ kind: 'failed' })
        const { definition, calendar } = world
        worker.postMessage({ definition, calendar, plan: planOf(world, get(), now), lives, seed } satisfies ForecastAsked)
      },
      again(world, now) {
        set(({ seed }) => ({ seed: seed + 1 }))
        get().start(world, now)
      },
      cancel: () => end({ kind: 'idle' }),
    }
  })
}
