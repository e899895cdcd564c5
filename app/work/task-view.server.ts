import { formatter } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/translator.ts'
import type { Office } from '#app/use-cases/instances/read-office.server.ts'
import type { TaskPage } from '#app/use-cases/instances/read-task.server.ts'
import { type Definition, formFacts, printDuration, takersOf } from '#engine'
import { actorName } from './actor-name.ts'
import { consequencesOf } from './consequences.ts'
import { dataSections, sectionOf } from './data-sections.ts'
import { deadlineView } from './deadline-view.ts'
import { firstValues, readDraft } from './form/form-values.ts'
import { stepFormOf } from './form/step-form.ts'
import { historyLines } from './history/history-lines.ts'
import { besides } from './history/past-versions.ts'
import { jointView } from './instance/standing-view.ts'
import { nodeTitle } from './node-title.ts'

type Viewing = { page: TaskPage; office: Office; locale: Locale; personId: string }

/** A task's page as plain data: only what is drawn leaves the server. */
export function taskView({ page, office, locale, personId }: Viewing) {
  const { task, instance, definition, node, form, cameFrom } = page
  const t = translator(locale)
  const { zone } = office
  const saying = { t, format: formatter(locale, zone), locale, zone }
  const versions = page.held.map((one) => one.definition)
  const told = besides(definition, versions)
  const showing = {
    definition: versions.at(-1) ?? definition,
    files: page.files,
    positions: office.positions,
    changed: page.changed,
    locale,
    zone,
  }
  const kept = readDraft(task.draft)
  const draft = page.mayAct ? kept : null
  const facts = formFacts(definition, instance.state, node.id)
  return {
    agencyId: instance.agencyId,
    taskId: task.id,
    instanceId: instance.id,
    number: instance.number,
    instanceTitle: instance.title,
    slug: instance.slug,
    version: instance.version,
    standardTitle: definition.identity.title,
    officeName: office.name,
    zone,
    activity: node.activity,
    statement: node.statement ?? null,
    requirements: node.requirements,
    output: node.output,
    remark: node.remark ?? null,
    promise: node.duration ? printDuration(node.duration, locale) : null,
    dueAt: task.dueAt,
    deadline: deadlineView(timedOf(page), saying),
    consequences: task.status === 'open' && task.dueAt !== null ? consequencesOf(page, office, saying) : [],
    joint: page.open && jointView(page.open, { page, office, t, format: saying.format }),
    partDone: page.partDone,
    onBehalf: page.mayAct && page.seat?.for ? { name: page.seat.for.name, title: page.seat.title } : null,
    suspended: instance.state.suspended?.reason ?? null,
    paused: instance.state.paused.since !== null,
    status: task.status,
    round: task.round,
    openedAt: task.openedAt,
    claimedBy: task.claimedBy?.name ?? null,
    claimedByMe: task.claimedBy?.id === personId,
    /** Somebody has taken it or a part of it, which a supervisor may take off. */
    taken: page.open !== null && takersOf(page.open).length > 0,
    instruction: page.instruction && {
      text: page.instruction.text,
      by: page.instruction.by && actorName(page.instruction.by, t),
    },
    sentBack: cameFrom?.reason
      ? {
          reason: cameFrom.reason,
          by: actorName(cameFrom.by, t),
          at: cameFrom.at,
          title:
            cameFrom.outcome === null
              ? t(cameFrom.how === 'reopened' ? 'history.reopened' : 'history.sentBack', {
                  step: nodeTitle(told, cameFrom.node),
                })
              : t('work.task.sentBack', {
                  step: nodeTitle(told, cameFrom.node),
                  outcome: outcomeLabel(told, cameFrom.node, cameFrom.outcome),
                }),
        }
      : null,
    changedCount: page.changed.length,
    sections: dataSections({ ...showing, data: page.data }),
    history: historyLines({ history: page.history, held: page.held, office, locale }),
    mayAct: page.mayAct,
    step: page.mayAct ? stepFormOf({ definition, node, facts, seats: page.seats, office, locale }) : null,
    /** The same form to look at, for who sent it too late. */
    unsent: page.mayAct ? null : stepFormOf({ definition, node, facts, seats: page.seats, office, locale }),
    initial: page.mayAct ? (draft?.form ?? firstValues(form, page.data, page.files)) : null,
    /** What was typed and kept for a task that can not be done any more. */
    kept: task.status === 'open' ? null : (kept?.form ?? null),
    draftAt: draft?.savedAt ?? null,
    colleagues: page.mayAct ? colleaguesOf(page, office, personId) : [],
    /** For a supervisor who cannot do the task: whom to hand it to. */
    successors: page.mayReassign && !page.mayAct ? colleaguesOf(page, office, task.claimedBy?.id ?? '') : null,
    closed: closedOf(page, office, locale),
  }
}

/** The moment that binds: the step's own, or the promise over the whole procedure, with what each has done. */
function timedOf({ task, open, instance: { state } }: TaskPage) {
  const own = open?.due ? open : state
  const due = task.due ?? null
  return {
    due: due && 'why' in due ? due : null,
    acts: open ? own.acts : [],
    extensions: open ? own.extensions : [],
    stands: state.suspended !== null || (own === state && state.paused.since !== null),
  }
}

function outcomeLabel(definition: Definition, nodeId: string, outcome: string): string {
  const node = definition.flow.nodes.find(({ id }) => id === nodeId)
  return node?.kind === 'task' ? (node.outcomes.find(({ id }) => id === outcome)?.label ?? outcome) : outcome
}

/** Who may be handed the task: anybody in office here, those of the lane first; the engine has the last word. */
function colleaguesOf({ seats, instance, task }: TaskPage, office: Office, without: string) {
  const open = instance.state.open.find(({ taskId }) => taskId === task.id)
  const called = new Set<string>((open?.candidates ?? []).flatMap((one) => ('positionId' in one ? [one.positionId] : [])))
  const excluded = new Set<string>(open?.excluded ?? [])
  const people = new Map<string, { value: string; label: string; first: boolean }>()
  for (const seat of seats) {
    const name = office.people[seat.personId]
    if (seat.personId === without || excluded.has(seat.personId) || !name) continue
    const known = people.get(seat.personId)
    const label = known ? `${known.label}, ${seat.title}` : `${name} — ${seat.title}`
    people.set(seat.personId, { value: seat.personId, label, first: (known?.first ?? false) || called.has(seat.positionId) })
  }
  return [...people.values()]
    .sort((a, b) => Number(b.first) - Number(a.first) || a.label.localeCompare(b.label, 'id'))
    .map(({ value, label }) => ({ value, label }))
}

/** What was sent for a task that is done, and by whom. */
function closedOf(page: TaskPage, office: Office, locale: Locale) {
  const { task, definition, form, files, history } = page
  if (task.status === 'open') return null
  const event = history.findLast(({ event: one }) => one.type === 'TaskCompleted' && one.taskId === task.id)?.event
  if (event?.type !== 'TaskCompleted')
    return { by: null, at: task.closedAt, outcome: null, reason: null, because: withdrawnBecause(page, locale), items: [] }
  const showing = { definition, data: event.data, files, positions: office.positions, locale, zone: office.zone }
  return {
    by: actorName(event.by, translator(locale)),
    at: event.at,
    outcome: outcomeLabel(definition, event.node, event.outcome),
    reason: event.reason,
    because: null,
    items: sectionOf(form?.fields ?? [], showing),
  }
}

/** Why nobody is asked for the step any more. */
function withdrawnBecause({ history, task }: TaskPage, locale: Locale): string | null {
  const event = history.findLast(({ event: one }) => one.type === 'TaskWithdrawn' && one.taskId === task.id)?.event
  return event?.type === 'TaskWithdrawn' && event.because ? translator(locale)(`history.because.${event.because}`) : null
}

export type TaskView = ReturnType<typeof taskView>
