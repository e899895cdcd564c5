import { formatter } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { type Translate, translator } from '#app/i18n/translator.ts'
import type { Office } from '#app/use-cases/instances/read-office.server.ts'
import type { Definition, Event, RecordedActor } from '#engine'

export type HistoryLine = { id: string; state: 'done' | 'problem'; title: string; meta: string; body: string | null }

type Telling = {
  history: readonly { revision: number; event: Event }[]
  definition: Pick<Definition, 'flow'>
  office: Pick<Office, 'zone' | 'people' | 'positions'>
  locale: Locale
}

/** What happened, newest first, in words; what only the machine did is left out where it says nothing to people. */
export function historyLines({ history, definition, office, locale }: Telling): HistoryLine[] {
  const t = translator(locale)
  const format = formatter(locale, office.zone)
  const title = (id: string) => nodeTitle(definition, id)
  return history
    .flatMap(({ revision, event }) => {
      const told = tell(event, { t, title, definition, office, taskTitle: (id) => title(nodeOfTask(history, id)) })
      if (!told) return []
      const who = 'by' in event ? actorName(event.by, t) : t('work.history.system')
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

export function nodeTitle({ flow }: Pick<Definition, 'flow'>, id: string): string {
  const node = flow.nodes.find((one) => one.id === id)
  if (!node) return id
  return 'activity' in node ? node.activity : 'question' in node ? node.question : 'name' in node && node.name ? node.name : id
}

function nodeOfTask(history: Telling['history'], taskId: string): string {
  const opened = history.find(({ event }) => event.type === 'TaskOpened' && event.taskId === taskId)?.event
  return opened?.type === 'TaskOpened' ? opened.node : taskId
}

/** Name and office as they were recorded then. */
export function actorName(by: RecordedActor, t: Translate): string {
  if (by.kind === 'applicant') return t('work.history.applicant')
  if (by.kind === 'system') return t('work.history.system')
  const acting = by.seat === 'plt' ? 'Plt. ' : by.seat === 'plh' ? 'Plh. ' : ''
  return by.title ? `${by.name}, ${acting}${by.title}` : by.name
}

type Words = {
  t: Translate
  title(id: string): string
  taskTitle(taskId: string): string
  definition: Telling['definition']
  office: Telling['office']
}
type Told = { title: string; body?: string | null; problem?: boolean } | null

function tell(event: Event, { t, title, taskTitle, definition, office }: Words): Told {
  switch (event.type) {
    case 'Started':
      return { title: t('work.history.started') }
    case 'TaskOpened':
      return event.round > 1 ? { title: t('work.history.openedAgain', { step: title(event.node), round: event.round }) } : null
    case 'TaskClaimed':
      return { title: t('work.history.claimed', { step: taskTitle(event.taskId) }) }
    case 'TaskReleased':
      return { title: t('work.history.released', { step: taskTitle(event.taskId) }), body: event.reason }
    case 'TaskDelegated':
      return {
        title: t('work.history.delegated', {
          step: taskTitle(event.taskId),
          to: office.people[event.to] ?? t('work.history.someone'),
        }),
        body: event.reason,
      }
    case 'TaskCompleted': {
      const node = definition.flow.nodes.find(({ id }) => id === event.node)
      const outcomes = node?.kind === 'task' ? node.outcomes : []
      const outcome = outcomes.find(({ id }) => id === event.outcome)
      const decided =
        outcomes.length > 1 && outcome
          ? t('work.history.decided', { step: title(event.node), outcome: outcome.label })
          : title(event.node)
      const to = event.disposition?.assignees.map(({ positionId, personId }) => {
        const position = office.positions.find(({ id }) => id === positionId)?.title ?? positionId
        return personId ? `${office.people[personId] ?? t('work.history.someone')} (${position})` : position
      })
      const instruction =
        event.disposition && to ? t('work.history.disposition', { to: to.join(', '), text: event.disposition.instruction }) : null
      return {
        title: decided,
        body: [event.reason, instruction].filter(Boolean).join('\n') || null,
        problem: outcome?.kind === 'reject',
      }
    }
    case 'EventHappened':
      return { title: title(event.node) }
    case 'ClockPaused':
      return { title: t('work.history.paused') }
    case 'ClockResumed':
      return { title: t('work.history.resumed') }
    case 'IncidentRaised':
      return {
        title: t('work.history.incident', { step: title(event.node) }),
        body: t(`work.incident.${event.code}`),
        problem: true,
      }
    case 'IncidentResolved':
      return { title: t('work.history.resolved', { step: title(event.node) }), body: event.reason }
    case 'Cancelled':
      return { title: t('work.history.cancelled'), body: event.reason, problem: true }
    case 'Ended':
      return event.result === 'cancelled'
        ? null
        : { title: t(`work.history.ended.${event.result}`), problem: event.result === 'rejected' }
    case 'TaskWithdrawn':
    case 'DecisionTaken':
    case 'DeadlineSet':
      return null
  }
}
