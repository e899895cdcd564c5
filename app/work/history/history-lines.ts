import { formatter } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/translator.ts'
import type { VersionsHeld } from '#app/use-cases/instances/versions-held.server.ts'
import { actorName } from '../actor-name.ts'
import { definitionAt } from './past-versions.ts'
import { tell } from './tell.ts'
import type { Telling } from './telling.ts'

export type HistoryLine = { id: string; state: 'done' | 'problem'; title: string; meta: string; body: string | null }

/** What happened, newest first, in the words of the version that held then. */
export function historyLines({ held, ...telling }: Omit<Telling, 'definition'> & { held: VersionsHeld }): HistoryLine[] {
  const t = translator(telling.locale)
  const format = formatter(telling.locale, telling.office.zone)
  const then = definitionAt(held)
  return telling.history
    .flatMap(({ revision, event }) => {
      const told = tell(event, { ...telling, definition: then(revision), t, format })
      if (!told) return []
      const who = 'by' in event ? actorName(event.by, t) : t('history.system')
      return [
        {
          id: String(revision),
          state: told.problem ? 'problem' : 'done',
          title: told.title,
          meta: `${format.dateTime(event.at)} · ${who}`,
          body: told.body ?? null,
        } as const,
      ]
    })
    .reverse()
}
