import type { Translate } from '#app/i18n/translator.ts'
import {
  type BrokenWords,
  type ComponentKey,
  type Definition,
  type DurationUnit,
  type Finding,
  type StepRow,
  stepRows,
} from '#engine'
import { numberedName } from './names.ts'
import { brokenText } from './try/broken-text.ts'

/** The place a finding names, as one would point to it. */
export function findingPlace(
  finding: Finding,
  definition: Definition,
  t: Translate,
  rows: readonly StepRow[] = stepRows(definition),
): string | null {
  const { nodeId, edgeId, laneId, formId } = finding
  if (nodeId) return numberedName(definition, nodeId, t, rows)
  const edge = definition.flow.edges.find(({ id }) => id === edgeId)
  if (edge) return `${numberedName(definition, edge.from, t, rows)} → ${numberedName(definition, edge.to, t, rows)}`
  if (laneId) return definition.flow.lanes.find(({ id }) => id === laneId)?.name ?? laneId
  const form = definition.forms.find(({ id }) => id === formId)
  return form ? form.title || form.id : null
}

/** The sentence of a finding in the reader's language; also for pages outside the builder. */
export function findingText({ code, params = {} }: Finding, definition: Definition, t: Translate): string {
  if (code === 'scenario-broken') return brokenText(params as BrokenWords, definition, t)
  const step = typeof params.step === 'string' && definition.flow.nodes.some(({ id }) => id === params.step)
  const filled = {
    outcome: '',
    lane: '',
    position: '',
    form: '',
    field: '',
    step: '',
    id: '',
    why: '',
    rule: '',
    amount: '',
    upTo: '',
    problem: '',
    component: '',
    n: '',
    held: '',
    standard: '',
    version: '',
    other: '',
    unit: '',
    max: '',
    letter: '',
    words: '',
    boxes: '',
    steps: '',
    actor: '',
    class: '',
    time: '',
    contact: '',
    subject: '',
    mark: '',
    regulation: '',
    by: '',
    people: '',
    lanes: '',
    names: '',
    example: '',
    ...params,
    ...(step ? { step: numberedName(definition, params.step as never, t) } : {}),
    ...(params.component ? { component: t(`builder.component.${params.component as ComponentKey | 'sop' | 'decree'}`) } : {}),
  }
  if (code === 'promise-too-short')
    return t('builder.finding.promise-too-short', { ...filled, unit: t(`builder.unit.${params.unit as DurationUnit}`) })
  if (code === 'condition-invalid')
    return t('builder.finding.condition-invalid', {
      ...filled,
      problem: t(`builder.condition.problem.${params.problem as 'unknown-field'}`),
    })
  return t(`builder.finding.${code}`, filled)
}

/** Why the rule behind a finding is asked. */
export const findingWhy = ({ rule }: Pick<Finding, 'rule'>, t: Translate): string => t(`builder.rule.${rule}`)
