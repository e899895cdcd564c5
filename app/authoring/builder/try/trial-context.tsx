import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { type CallableStandard, castOf, type NodeId, type TrialWorld } from '#engine'
import { civilDate, dayNumber } from '#engine/calendar/civil.ts'
import { useBuilder, useDefinition, useWorld } from '../context.tsx'
import { marksOf, type TrialMark } from './marks.ts'
import { present } from './play.ts'
import { createTrial, type TrialState, type TrialStore } from './trial-store.ts'

type Trying = { store: TrialStore; world: TrialWorld; home: string; standards: readonly CallableStandard[] }
const TryContext = createContext<Trying | null>(null)
const MarksContext = createContext<ReadonlyMap<NodeId, TrialMark> | null>(null)

/** Plays the draft beside the editor. An agency without working hours has no clock to wind, and nothing to play with. */
export function TrialProvider({ home, children }: { home: string; children: ReactNode }) {
  const { calendar } = useWorld()
  const trying = useBuilder((state) => state.sight.trying)
  if (!calendar || !trying) return <>{children}</>
  return (
    <Played home={home} calendar={calendar}>
      {children}
    </Played>
  )
}

function Played({ home, calendar, children }: { home: string; calendar: TrialWorld['calendar']; children: ReactNode }) {
  const { positions, standards } = useWorld()
  const definition = useDefinition()
  const world = useMemo(() => ({ definition, calendar, cast: castOf(definition, positions) }), [definition, calendar, positions])
  const [store] = useState(() => createTrial(world, beginning(calendar.zone)))
  useEffect(() => store.getState().renew(world), [store, world])
  const trial = useStore(store, (state) => present(state.play))
  const marks = useMemo(() => marksOf(trial), [trial])
  const trying = useMemo(() => ({ store, world, home, standards }), [store, world, home, standards])
  return (
    <TryContext.Provider value={trying}>
      <MarksContext.Provider value={marks}>{children}</MarksContext.Provider>
    </TryContext.Provider>
  )
}

/** Eight o'clock on the Monday of this week: a play begins in working time, and deadlines are easily followed. */
function beginning(zone: string): string {
  const today = civilDate(Date.now(), zone)
  const monday = dayNumber(today) - ((((dayNumber(today) + 3) % 7) + 7) % 7)
  return `${new Date(monday * 86_400_000).toISOString().slice(0, 10)}T08:00`
}

export const useTrying = (): Trying | null => useContext(TryContext)

export function usePlay(): Trying {
  const trying = useContext(TryContext)
  if (trying === null) throw new Error('usePlay: nothing is played')
  return trying
}

export const useTrial = <T,>(select: (state: TrialState) => T): T => useStore(usePlay().store, select)

/** Where the tokens of the play stand and have been; null while nothing is played. */
export const useMarks = () => useContext(MarksContext)
export const useMark = (id: NodeId): TrialMark | null => useContext(MarksContext)?.get(id) ?? null
