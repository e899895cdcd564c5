import { useMemo } from 'react'
import { useFormat, useLocale, useT } from '#app/i18n/react.tsx'
import { tell } from '#app/work/history/tell.ts'
import type { Words } from '#app/work/history/telling.ts'
import type { Actor, Event, Trial } from '#engine'
import { useWorld } from '../context.tsx'
import { usePlay } from './trial-context.tsx'

/** What the sentences of a play are made with: the office as it is, with its made-up people in it. */
export function useOffice() {
  const { positions, standards } = useWorld()
  const { world } = usePlay()
  return useMemo(
    () => ({
      zone: world.calendar.zone,
      positions,
      people: Object.fromEntries(world.cast.players.map(({ personId, name }) => [personId, name])),
      standards: Object.fromEntries(standards.map(({ slug, title }) => [slug, title])),
    }),
    [positions, standards, world],
  )
}

/** Tells events of a play in the words of the history that staff read. */
export function useTelling(trial: Trial) {
  const t = useT()
  const locale = useLocale()
  const { world } = usePlay()
  const office = useOffice()
  const format = useFormat(office.zone)
  return useMemo(() => {
    const history = trial.events.map((event, revision) => ({ revision, event }))
    const words: Words = { history, definition: world.definition, office, locale, t, format }
    return { tell: (event: Event) => tell(event, words), format, office, locale, t }
  }, [trial, world, office, locale, t, format])
}

/** Name and office of somebody of the cast. */
export const actorLabel = (actor: Actor, applicant: string): string =>
  actor.kind === 'person' ? `${actor.name}, ${actor.seats[0]?.title ?? ''}` : applicant
