import { formatter } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/translator.ts'
import { actorName } from '../actor-name.ts'
import { tell } from './tell.ts'
import type { Telling } from './telling.ts'

export type HistoryLine = { id: string; state: 'done' | 'problem'; title: string; meta: string; body: string | null }

/** What happened, newest first, in words. */
export function historyLines(telling: Telling): HistoryLine[] {
  const t = translator(telling.locale)
  const format = formatter(telling.locale, telling.office.zone)
  const words = { ...telling, t, format }
  return telling.history
    .flatMap(({ revision, event }) => {
      const told = tell(event, words)
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
