import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { castOf, type NodeId, type TrialWorld } from '#engine'
import { civilDate, civilOf, dayNumber, weekdayOf } from '#engine/calendar/civil.ts'
import { useBuilder, useDefinition, useWorld } from '../context.tsx'
import { createForecast, type ForecastState, type ForecastStore } from './forecast-store.ts'
import { marksOf, type TrialMark } from './marks.ts'
import { present } from './play.ts'
import { createTrial, type TrialState, type TrialStore } from './trial-store.ts'

type Trying = { store: TrialStore; forecast: ForecastStore; world: TrialWorld; home: string }
type Marks = ReadonlyMap<NodeId, TrialMark>
const TryContext = createContext<Trying | null>(null)
const MarksContext = createContext<Marks | null>(null)

/** Plays the draft beside the editor. An agency without working hours has no clock to wind, and nothing to play by. */
export function TrialProvider({ home, children }: { home: string; children: ReactNode }) {
  const { calendar } = useWorld()
  if (!calendar) return children
  return (
    <Playing home={home} calendar={calendar}>
      {children}
    </Playing>
  )
}

/** The play is kept while the editor is open, also where it is put aside. */
function Playing({ home, calendar, children }: { home: string; calendar: TrialWorld['calendar']; children: ReactNode }) {
  const { positions } = useWorld()
  const definition = useDefinition()
  const on = useBuilder((state) => state.sight.trying !== 'off')
  const world = useMemo(() => ({ definition, calendar, cast: castOf(definition, positions) }), [definition, calendar, positions])
  const [store] = useState(() => createTrial(world, beginning(calendar.zone)))
  const [forecast] = useState(() => createForecast(startWorker))
  useEffect(() => {
    if (on) store.getState().renew(world)
  }, [store, world, on])
  const trial = useStore(store, (state) => present(state.play))
  const marks = useMemo(() => (on ? marksOf(trial) : null), [trial, on])
  const trying = useMemo(() => ({ store, forecast, world, home }), [store, forecast, world, home])
  return (
    <TryContext.Provider value={trying}>
      <MarksContext.Provider value={marks}>{children}</MarksContext.Provider>
    </TryContext.Provider>
  )
}

const startWorker = () => new Worker(new URL('./forecast.worker.ts', import.meta.url), { type: 'module', name: 'forecast' })

/** Eight o'clock on the Monday of this week: a play begins in working time, and its deadlines are easy to follow. */
function beginning(zone: string): string {
  const today = dayNumber(civilDate(Date.now(), zone))
  return `${civilOf(today - weekdayOf(today))}T08:00`
}

/** What is played with; null where an agency has no working hours. */
export const useTrying = (): Trying | null => useContext(TryContext)

export function usePlay(): Trying {
  const trying = useContext(TryContext)
  if (trying === null) throw new Error('usePlay: nothing is played')
  return trying
}

export const useTrial = <T,>(select: (state: TrialState) => T): T => useStore(usePlay().store, select)

export const useForecast = <T,>(select: (state: ForecastState) => T): T => useStore(usePlay().forecast, select)

/** Where the tokens of the play stand and have been; null while nothing is played. */
export const useMarks = (): Marks | null => useContext(MarksContext)
export const useMark = (id: NodeId): TrialMark | null => useMarks()?.get(id) ?? null
