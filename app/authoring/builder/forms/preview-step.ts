import type { Translate } from '#app/i18n/translator.ts'
import { fieldsOfForm, type StepForm, stepFormOf } from '#app/work/form/step-form.ts'
import type { Definition, Facts, Form, Language, TaskNode, WaitNode } from '#engine'

export type Asking = TaskNode | WaitNode
type Input = {
  definition: Definition
  node: Asking
  form: Form
  facts: Facts
  positions: readonly { id: string; title: string }[]
  locale: Language
}

/** What the page of the step, or of the report, would draw for what is known. */
export function previewStep({ definition, node, form, facts, positions, locale }: Input): StepForm {
  const office = { positions, people: {} }
  if (node.kind === 'task') return stepFormOf({ definition, node, facts, seats: [], office, locale })
  const fields = fieldsOfForm(form, { definition, facts, seats: [], office, locale, nodeId: node.id })
  return { fields, outcomes: [], disposition: null }
}

export const titleOf = (node: Asking): string =>
  node.kind === 'task' ? node.activity : node.until.kind === 'report' ? node.until.event : ''

/** Whoever reports may add a note; a step asks for reasons itself. */
export const noteOf = (node: Asking, t: Translate) =>
  node.kind === 'task' ? undefined : { label: t('work.wait.note'), help: t('work.wait.noteHelp'), required: false }
