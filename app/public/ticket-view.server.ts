import type { Locale } from '#app/i18n/locale.ts'
import { type Translate, translator } from '#app/i18n/translator.ts'
import type { Office } from '#app/use-cases/instances/read-office.server.ts'
import type { Tracked } from '#app/use-cases/instances/track-ticket.server.ts'
import { dataSections } from '#app/work/data-sections.ts'
import { extensionText } from '#app/work/deadline-view.ts'
import { firstValues } from '#app/work/form/form-values.ts'
import { stepFormOf } from '#app/work/form/step-form.ts'
import { nodeTitle } from '#app/work/node-title.ts'
import { progressOf } from '#app/work/progress.ts'
import { type ShownStatus, shownStatus } from '#app/work/status.ts'
import { explainDue } from '#engine'

/** The form of an applicant's step; people in office stay unnamed. */
export const ownStep = (
  { definition, node, facts }: Pick<Tracked['tasks'][number], 'definition' | 'node' | 'facts'>,
  office: Office,
  locale: Locale,
) => stepFormOf({ definition, node, facts, seats: [], office: { ...office, people: {} }, locale })

/** What a ticket's page draws; nothing else leaves the server, and no official's name is in it. */
export function ticketView(tracked: Tracked, office: Office, locale: Locale) {
  const { definition, status, data, files } = tracked
  const t = translator(locale)
  const { zone } = office
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
    standing: standingOf(tracked),
    refusedBecause: tracked.refusedBecause,
    dueAt: tracked.due && status === 'running' ? tracked.due.at : null,
    dueText: tracked.due && status === 'running' ? explainDue(tracked.due.why, tracked.due.at, zone, locale) : null,
    paused: tracked.paused,
    suspended: tracked.suspended,
    reopened: tracked.reopened,
    waits: tracked.waits,
    cancelReason: tracked.cancelReason,
    waiting: tracked.waiting,
    progress: progressOf(definition, {
      open: [...tracked.waiting, ...tracked.waits].map(({ node }) => node),
      done: [...tracked.steps.map(({ node }) => node), ...tracked.waitsOver],
      incidents: [],
    }),
    steps: [
      ...tracked.steps.map(({ at, title, decided, byApplicant, reason }) => ({
        at,
        title: decided ? t('history.decided', { step: title, outcome: decided }) : title,
        byApplicant,
        reason,
      })),
      ...tracked.milestones.map((milestone) => milestoneLine(milestone, definition, t, locale)),
    ]
      .map((line, index) => ({ ...line, id: String(index) }))
      .toSorted((a, b) => b.at - a.at || Number(b.id) - Number(a.id)),
    results: sections.filter(({ id }) => !own(id)),
    sent: sections.filter(({ id }) => own(id)),
    tasks: tracked.tasks.map((task) => ({
      taskId: task.taskId,
      activity: task.node.activity,
      statement: task.node.statement ?? null,
      round: task.round,
      dueText: task.due ? explainDue(task.due.why, task.due.at, zone, locale) : null,
      sentBack: task.cameFrom?.reason
        ? {
            reason: task.cameFrom.reason,
            title: cameFromTitle(task.cameFrom.how, nodeTitle(task.definition, task.cameFrom.node), t),
          }
        : null,
      step: ownStep(task, office, locale),
      initial: firstValues(task.form, task.data, task.files),
    })),
  }
}

export type TicketStanding = ShownStatus | 'suspended' | 'asked' | 'outside' | 'time'

/** Where it stands in one word; a step of the applicant goes before what the office does or waits for. */
function standingOf({ status, suspended, tasks, waits, waiting }: Tracked): TicketStanding {
  if (status !== 'running') return shownStatus(status)
  if (suspended) return 'suspended'
  if (tasks.length > 0) return 'asked'
  if (waiting.length > 0 || waits.some(({ kind }) => kind === 'call') || waits.length === 0) return 'running'
  return waits.some(({ kind }) => kind === 'report') ? 'outside' : 'time'
}

const cameFromTitle = (how: 'step' | 'sent-back' | 'reopened', step: string, t: Translate): string =>
  how === 'step' ? t('apply.ticket.reason', { step }) : t(how === 'reopened' ? 'history.reopened' : 'history.sentBack', { step })

/** What was done with the request as a whole, in words; who did it stays inside. */
function milestoneLine(
  { at, what, node, reason, extension, version }: Tracked['milestones'][number],
  definition: Tracked['definition'],
  t: Translate,
  locale: Locale,
) {
  const step = node === null ? '' : nodeTitle(definition, node)
  const by = extension === null ? '' : extensionText(extension, locale)
  const title =
    what === 'extended'
      ? t('history.extended', { by, what: t('history.whole') })
      : what === 'moved'
        ? t('apply.ticket.moved', { version: version ?? 0 })
        : t(`history.${what}`, { step })
  return { at, title, byApplicant: false, reason }
}

export type TicketView = ReturnType<typeof ticketView>
