import { formatter } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/translator.ts'
import type { InstancePage } from '#app/use-cases/instances/read-instance.server.ts'
import type { Office } from '#app/use-cases/instances/read-office.server.ts'
import { actorName } from './actor-name.ts'
import { dataSections } from './data-sections.ts'
import { deadlineView } from './deadline-view.ts'
import { historyLines } from './history/history-lines.ts'
import { incidentView } from './instance/incident-view.ts'
import { standingView } from './instance/standing-view.ts'
import { progressInput, progressOf } from './progress.ts'
import { shownStatus } from './status.ts'
import { actsOf } from './supervision/acts.ts'

/** A request's page as plain data. */
export function instanceView(page: InstancePage, office: Office, locale: Locale) {
  const { instance, definition, relatives } = page
  const { state, agencyId } = instance
  const { zone } = office
  const t = translator(locale)
  const saying = { t, format: formatter(locale, zone), locale, zone }
  return {
    agencyId,
    id: instance.id,
    title: instance.title,
    number: instance.number,
    slug: instance.slug,
    version: instance.version,
    standardTitle: definition.identity.title,
    zone,
    status: shownStatus(state.status),
    startedAt: instance.startedAt,
    endedAt: state.endedAt,
    starter: state.starter && actorName(state.starter, t),
    deadline: deadlineView({ ...state, stands: state.suspended !== null || state.paused.since !== null }, saying),
    paused: state.paused.since !== null,
    suspended: state.suspended && {
      by: actorName(state.suspended.by, t),
      since: state.suspended.since,
      reason: state.suspended.reason,
    },
    reopened: state.reopened,
    standing: state.status === 'running' ? standingView({ ...saying, page, office }) : [],
    incidents: state.incidents.map((incident) =>
      incidentView(incident, { definition, office, locale, agencyId, withheld: page.withheld }),
    ),
    parent: relatives.parent && relativeView(relatives.parent, agencyId),
    children: relatives.children.map((child) => relativeView(child, agencyId)),
    progress: progressOf(definition, progressInput(state, waitsOver(page.history))).map((step) => {
      const done = Object.entries(state.steps).find(([node]) => node === step.id)?.[1]
      return { ...step, note: done ? `${saying.format.dateTime(done.at)} · ${actorName(done.by, t)}` : '' }
    }),
    sections: dataSections({ definition, data: state.data, files: page.files, positions: office.positions, locale, zone }),
    files: page.files.map(({ id, name, bytes }) => ({ id, name, bytes })),
    history: historyLines({ history: page.history, held: page.held, office, locale }),
    withheld: page.withheld,
    mayResolve: page.may.resolve,
    acts: actsOf(page.may, `/kerja/permohonan/${agencyId}/${instance.id}`),
  }
}
export type InstanceView = ReturnType<typeof instanceView>

const waitsOver = (history: InstancePage['history']) =>
  history.flatMap(({ event }) => (event.type === 'WaitOver' ? [event.node] : []))

const relativeView = (
  { id, number, standardTitle, status }: InstancePage['relatives']['children'][number],
  agencyId: string,
) => ({
  href: `/kerja/permohonan/${agencyId}/${id}`,
  number,
  title: standardTitle,
  status,
})
