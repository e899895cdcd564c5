import { formatter } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/translator.ts'
import type { InstancePage } from '#app/use-cases/instances/read-instance.server.ts'
import type { Office } from '#app/use-cases/instances/read-office.server.ts'
import { type Definition, explainDue, formFacts, formOf, type NodeId, type OpenWait } from '#engine'
import { firstValues } from '../form/form-values.ts'
import { fieldsOfForm } from '../form/step-form.ts'
import { nodeTitle } from '../node-title.ts'

export const waitOf = ({ instance }: InstancePage, waitId: string): OpenWait | undefined =>
  instance.state.waits.find((wait) => wait.waitId === waitId)

/** The node that a wait stood at, over or not. */
export function nodeOfWait({ history }: InstancePage, waitId: string): NodeId | null {
  const began = history.find(({ event }) => event.type === 'WaitBegan' && event.waitId === waitId)?.event
  return began?.type === 'WaitBegan' ? began.node : null
}

export const reportForm = (definition: Pick<Definition, 'flow' | 'forms'>, node: NodeId) => formOf(definition, node)

/** The page on which somebody says that what was waited for has happened. */
export function reportView(page: InstancePage, wait: OpenWait, office: Office, locale: Locale) {
  const { instance, definition, files, seats } = page
  const node = definition.flow.nodes.find(({ id }) => id === wait.node)
  const form = reportForm(definition, wait.node)
  const facts = formFacts(definition, instance.state, wait.node)
  const t = translator(locale)
  const format = formatter(locale, office.zone)
  return {
    agencyId: instance.agencyId,
    title: instance.title,
    number: instance.number,
    standardTitle: definition.identity.title,
    back: `/kerja/permohonan/${instance.agencyId}/${instance.id}`,
    event: node?.kind === 'wait' && node.until.kind === 'report' ? node.until.event : nodeTitle(definition, wait.node),
    /** Since when it is waited for, until when at most, and what comes of that for the clock. */
    waiting: [
      { term: t('work.wait.since'), details: format.dateTime(wait.since) },
      { term: t('work.wait.limit'), details: wait.due && explainDue(wait.due.why, wait.due.at, office.zone, locale) },
      { term: t('work.instance.clock'), details: wait.pausesClock ? t('work.wait.pauses') : null },
    ],
    statement: node && 'statement' in node ? (node.statement ?? null) : null,
    step: {
      fields: fieldsOfForm(form, { definition, facts, seats, office, locale, nodeId: wait.node }),
      outcomes: [],
      disposition: null,
    },
    initial: firstValues(form, instance.state.data, files),
  }
}
