import { formatter } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/translator.ts'
import type { InstancePage } from '#app/use-cases/instances/read-instance.server.ts'
import type { Office } from '#app/use-cases/instances/read-office.server.ts'
import { stepsToRedo } from '#engine'
import { actorName } from '../actor-name.ts'
import { nodeTitle } from '../node-title.ts'
import type { Act } from './acts.ts'

type Choice = { value: string; label: string; help?: string }

/** What the page of one act over a request shows beside its reason. */
export function superviseView(act: Act, page: InstancePage, office: Office, locale: Locale) {
  const { instance, definition } = page
  return {
    act,
    title: instance.title,
    number: instance.number,
    standardTitle: definition.identity.title,
    back: `/kerja/permohonan/${instance.agencyId}/${instance.id}`,
    revision: instance.state.revision,
    steps: act === 'sendBack' || act === 'reopen' ? stepChoices(act, page, office, locale) : [],
    timed: act === 'extend' ? timedChoices(page, office, locale) : [],
  }
}
export type SuperviseView = ReturnType<typeof superviseView>

function stepChoices(
  act: 'sendBack' | 'reopen',
  { instance, definition }: InstancePage,
  office: Office,
  locale: Locale,
): Choice[] {
  const { state } = instance
  const format = formatter(locale, office.zone)
  const t = translator(locale)
  const done = definition.flow.nodes.flatMap((node) => (node.kind === 'task' && state.steps[node.id] ? [node] : []))
  const steps = act === 'sendBack' ? stepsToRedo(definition, state) : done
  return steps.map(({ id, activity }) => {
    const record = state.steps[id]
    return {
      value: id,
      label: activity,
      ...(record ? { help: `${format.dateTime(record.at)} · ${actorName(record.by, t)}` } : {}),
    }
  })
}

/** The open steps that have a due moment, and the whole request when it has one. */
function timedChoices({ instance, definition }: InstancePage, office: Office, locale: Locale): Choice[] {
  const { state } = instance
  const t = translator(locale)
  const format = formatter(locale, office.zone)
  const dueAt = (at: number) => t('work.due.at', { at: format.dateTime(at) })
  const tasks = state.open.flatMap(({ taskId, node, due }) =>
    due ? [{ value: taskId as string, label: nodeTitle(definition, node), help: dueAt(due.at) }] : [],
  )
  const whole = state.due ? [{ value: 'all', label: t('supervise.extend.whole'), help: dueAt(state.due.at) }] : []
  return [...tasks, ...whole]
}
