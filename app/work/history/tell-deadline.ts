import { type Event, explainDue, printDuration } from '#engine'
import { positionTitle, taskTitle, waitTitle } from './names.ts'
import type { Told, Words } from './telling.ts'

type Of<T extends Event['type']> = Extract<Event, { type: T }>

type SetDue = Of<'DeadlineSet' | 'TaskDueSet' | 'WaitDueSet'>

/** A due moment set, moved or used up, of a step, a wait or the whole procedure. */
export function tellDeadline(event: SetDue | Of<'DeadlineExtended' | 'DeadlineActed'>, words: Words): Told {
  const { t } = words
  switch (event.type) {
    case 'DeadlineSet':
    case 'TaskDueSet':
    case 'WaitDueSet':
      return tellSet(event, words)
    case 'DeadlineExtended': {
      const { amount, unit, reason } = event.extension
      const by = printDuration({ amount, unit, clock: 'working', anchor: { kind: 'entered' }, maximum: false }, words.locale)
      return { title: t('history.extended', { what: whose(event.taskId, words), by }), body: reason }
    }
    case 'DeadlineActed':
      return tellActed(event, words)
  }
}

function tellSet(event: SetDue, words: Words): Told {
  const { t, office, locale } = words
  const what = event.type === 'WaitDueSet' ? waitTitle(words, event.waitId) : whose(taskOf(event), words)
  const because = event.cause ? t(`history.cause.${event.cause}`) : null
  if (!event.due) return { title: t('history.dueGone', { what }), body: because }
  const explained = explainDue(event.due.why, event.due.at, office.zone, locale)
  const at = words.format.dateTime(event.due.at)
  return {
    title: t(event.cause ? 'history.dueMoved' : 'history.dueSet', { what, at }),
    body: because ? `${because}\n${explained}` : explained,
  }
}

function tellActed({ act, taskId, due, to }: Of<'DeadlineActed'>, words: Words): Told {
  const { t, format } = words
  const known = { what: whose(taskId, words), at: format.dateTime(due), to: to.map((id) => positionTitle(words, id)).join(', ') }
  const nobody = (act === 'escalated' || act === 'reassigned') && to.length === 0
  return {
    title: t(nobody ? `history.acted.${act}.nobody` : `history.acted.${act}`, known),
    problem: act !== 'warned',
  }
}

const taskOf = (event: Of<'DeadlineSet' | 'TaskDueSet'>): string | null => (event.type === 'TaskDueSet' ? event.taskId : null)

const whose = (taskId: string | null, words: Words): string =>
  taskId === null ? words.t('history.whole') : taskTitle(words, taskId)
