import { formatter } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/translator.ts'
import type { InstancePage } from '#app/use-cases/instances/read-instance.server.ts'
import type { Office } from '#app/use-cases/instances/read-office.server.ts'
import { explainDue, fieldsOf, incidentKey } from '#engine'
import { actorName } from './actor-name.ts'
import { dataSections } from './data-sections.ts'
import { historyLines } from './history/history-lines.ts'
import { nodeTitle } from './node-title.ts'
import { progressInput, progressOf } from './progress.ts'
import { shownStatus } from './status.ts'

/** A request's page as plain data. */
export function instanceView(page: InstancePage, office: Office, locale: Locale) {
  const { instance, definition } = page
  const { state } = instance
  const t = translator(locale)
  const format = formatter(locale, office.zone)
  const { zone } = office
  const fields = fieldsOf(definition)
  return {
    agencyId: instance.agencyId,
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
    dueAt: state.due?.at ?? null,
    dueText: state.due && state.status === 'running' ? explainDue(state.due.why, state.due.at, zone, locale) : null,
    paused: state.paused.since !== null,
    incidents: state.incidents.map((incident) => ({
      key: incidentKey(incident),
      step: nodeTitle(definition, incident.node),
      code: incident.code,
      missing: incident.missing.map((id) => fields.get(id)?.label ?? id),
      exits: definition.flow.edges
        .filter(({ id }) => incident.exits.includes(id))
        .map((edge) => ({
          value: edge.id,
          label: edge.label || edge.statement || nodeTitle(definition, edge.to),
          help: nodeTitle(definition, edge.to),
        })),
    })),
    progress: progressOf(definition, progressInput(state)).map((step) => {
      const open = state.open.find(({ node }) => node === step.id)
      const done = Object.entries(state.steps).find(([node]) => node === step.id)?.[1]
      const note = open
        ? open.due
          ? t('work.due.at', { at: format.dateTime(open.due.at) })
          : ''
        : done
          ? `${format.dateTime(done.at)} · ${actorName(done.by, t)}`
          : ''
      return { ...step, taskId: page.withheld ? null : (open?.taskId ?? null), note }
    }),
    sections: dataSections({ definition, data: state.data, files: page.files, positions: office.positions, locale, zone }),
    files: page.files.map(({ id, name, bytes }) => ({ id, name, bytes })),
    history: historyLines({ history: page.history, definition, office, locale }),
    withheld: page.withheld,
    mayCancel: page.mayCancel,
    mayResolve: page.mayResolve,
  }
}
