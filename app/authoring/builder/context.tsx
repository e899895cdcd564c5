import { createContext, useContext, useMemo } from 'react'
import { useStore } from 'zustand'
import { useT } from '#app/i18n/react.tsx'
import type { Calendar, CallableStandard, Definition, Finding, PaperLayout } from '#engine'
import type { Home } from './moves/clip.ts'
import type { NewWords } from './steps.ts'
import type { BuilderState, BuilderStore } from './store.ts'

export type PositionChoice = { id: string; title: string; unit: string | null; superiorId?: string | null }
export type BuilderWorld = {
  store: BuilderStore
  home: Home
  positions: readonly PositionChoice[]
  /** Working time of the agency; null while it has none. */
  calendar: Calendar | null
  /** Units of the agency's calendar, by which working time may be counted. */
  units: readonly { id: string; name: string }[]
  /** Versions that a step may call, each standard's newest first. */
  standards: readonly CallableStandard[]
  findings: readonly Finding[]
  /** How the agency prints its papers. */
  layout: PaperLayout
  /** A version that is no draft any more, or a reader without the right to write. */
  readOnly: boolean
  /** Who sits here. */
  me: { id: string; name: string }
}

const World = createContext<BuilderWorld | null>(null)
export const BuilderProvider = World.Provider

export function useWorld(): BuilderWorld {
  const world = useContext(World)
  if (world === null) throw new Error('useWorld: outside the builder')
  return world
}

export const useBuilder = <T,>(select: (state: BuilderState) => T): T => useStore(useWorld().store, select)
export const useDefinition = (): Definition => useBuilder((state) => state.history.present)

/** Words written on new things, in the author's language. */
export function useNewWords(): NewWords {
  const t = useT()
  const { standards } = useWorld()
  const standard = standards.find(({ superseded }) => !superseded) ?? null
  return useMemo(
    () => ({
      task: t('builder.new.task'),
      review: t('builder.new.review'),
      decision: t('builder.new.decision'),
      event: t('builder.new.event'),
      wait: t('builder.new.wait'),
      call: standard ? t('builder.new.callOf', { standard: standard.title }) : t('builder.new.call'),
      lane: t('builder.new.lane'),
      applicant: t('builder.new.applicant'),
      submit: t('builder.new.submit'),
      accept: t('builder.new.accept'),
      revise: t('builder.new.revise'),
      reject: t('builder.new.reject'),
      standard,
    }),
    [t, standard],
  )
}
