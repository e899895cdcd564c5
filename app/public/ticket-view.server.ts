import type { Locale } from '#app/i18n/locale.ts'
import type { Office } from '#app/use-cases/instances/read-office.server.ts'
import type { Tracked } from '#app/use-cases/instances/track-ticket.server.ts'
import { dataSections } from '#app/work/data-sections.ts'
import { firstValues } from '#app/work/form/form-values.ts'
import { stepFormOf } from '#app/work/form/step-form.ts'
import { nodeTitle } from '#app/work/node-title.ts'
import { progressOf } from '#app/work/progress.ts'
import { shownStatus } from '#app/work/status.ts'
import { explainDue } from '#engine'

/** The form of an applicant's step; people in office stay unnamed. */
export const ownStep = (
  definition: Tracked['definition'],
  { node, facts }: Pick<Tracked['tasks'][number], 'node' | 'facts'>,
  office: Office,
  locale: Locale,
) => stepFormOf({ definition, node, facts, seats: [], office: { ...office, people: {} }, locale })

/** What a ticket's page draws; nothing else leaves the server, and no official's name is in it. */
export function ticketView(tracked: Tracked, office: Office, locale: Locale) {
  const { definition, status, data, files } = tracked
  const { zone } = office
  const outcome = (nodeId: string, id: string) => {
    const node = definition.flow.nodes.find((one) => one.id === nodeId)
    return node?.kind === 'task' && node.outcomes.length > 1 ? (node.outcomes.find((one) => one.id === id)?.label ?? null) : null
  }
  const own = (node: string) =>
    definition.flow.lanes.find(({ id }) => id === definition.flow.nodes.find((one) => one.id === node)?.lane)?.kind ===
    'applicant'
  const shown = { definition, data, files, positions: office.positions, locale, zone }
  const sections = dataSections(shown)
  return {
    agencyId: tracked.agencyId,
    officeName: office.name,
    zone,
    number: tracked.number,
    title: tracked.title,
    slug: tracked.slug,
    version: tracked.version,
    standardTitle: definition.identity.title,
    status: shownStatus(status),
    startedAt: tracked.startedAt,
    endedAt: tracked.endedAt,
    dueText: tracked.due && status === 'running' ? explainDue(tracked.due.why, tracked.due.at, zone, locale) : null,
    paused: tracked.paused,
    cancelReason: tracked.cancelReason,
    waiting: tracked.waiting,
    progress: progressOf(definition, {
      open: tracked.waiting.map(({ node }) => node),
      done: tracked.steps.map(({ node }) => node),
      incidents: [],
    }),
    steps: tracked.steps
      .map((step, index) => ({ ...step, id: String(index), outcome: outcome(step.node, step.outcome) }))
      .reverse(),
    results: sections.filter(({ id }) => !own(id)),
    sent: sections.filter(({ id }) => own(id)),
    tasks: tracked.tasks.map((task) => ({
      taskId: task.taskId,
      activity: task.node.activity,
      statement: task.node.statement ?? null,
      round: task.round,
      dueText: task.due ? explainDue(task.due.why, task.due.at, zone, locale) : null,
      sentBack: task.cameFrom?.reason ? { reason: task.cameFrom.reason, step: nodeTitle(definition, task.cameFrom.node) } : null,
      step: ownStep(definition, task, office, locale),
      initial: firstValues(task.form, data, files),
    })),
  }
}

export type TicketView = ReturnType<typeof ticketView>
