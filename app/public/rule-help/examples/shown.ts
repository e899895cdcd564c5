import {
  type ComponentKey,
  type Condition,
  type Definition,
  describeCondition,
  type Field,
  type FlowNode,
  type NodeId,
  printDuration,
  stepRows,
} from '#engine'
import type { Reader, ShownLine, Shows } from './example.ts'

/** What a node is called on a page. */
function nameIn({ flow }: Definition, id: string, { t }: Reader): string {
  const node = flow.nodes.find((one) => one.id === id)
  if (node === undefined) return id
  if ('activity' in node) return node.activity
  if (node.kind === 'decision') return node.question
  if (node.kind === 'end') return node.name || t(`builder.result.${node.result}`)
  return ('name' in node && node.name) || t(`builder.kind.${node.kind}`)
}

const laneName = ({ flow }: Definition, id: string): string => flow.lanes.find((lane) => lane.id === id)?.name ?? id

/** Each step in its lane with where it leads: the flow in words, beside its picture. */
export const flowLines: Shows = (definition, reader) => {
  const numbers = new Map(stepRows(definition).map(({ node, number }) => [node.id as string, number]))
  return definition.flow.nodes
    .filter(({ kind }) => kind !== 'end')
    .toSorted((a, b) => (numbers.get(a.id) ?? 0) - (numbers.get(b.id) ?? 0))
    .map((node) => ({
      label: [numbers.get(node.id), nameIn(definition, node.id, reader)].filter(Boolean).join('. '),
      text: `${laneName(definition, node.lane)} ${exitWords(node, definition, reader)}`,
    }))
}

function exitWords(node: FlowNode, definition: Definition, reader: Reader): string {
  const exits = definition.flow.edges.filter(({ from }) => from === node.id)
  if (exits.length === 0) return `→ ${reader.t('builder.outcomes.nowhere')}`
  return exits
    .map(({ to, outcome, label }) => {
      const said = label || (node.kind === 'task' && node.outcomes.length > 1 && outcomeLabel(node, outcome))
      return `→ ${said ? `${said}: ` : ''}${nameIn(definition, to, reader)}`
    })
    .join(', ')
}

const outcomeLabel = (node: Extract<FlowNode, { kind: 'task' }>, id: string | undefined): string =>
  node.outcomes.find((one) => one.id === id)?.label ?? id ?? ''

/** The outcomes of a step and where each leads. */
export const outcomesOf =
  (step: string): Shows =>
  (definition, reader) => {
    const node = definition.flow.nodes.find(({ id }) => id === step)
    if (node?.kind !== 'task') return []
    return node.outcomes.map((outcome) => {
      const exits = definition.flow.edges.filter((edge) => edge.from === step && edge.outcome === outcome.id)
      const targets = exits.map(({ to }) => nameIn(definition, to, reader))
      const reason = outcome.reason === 'required' || outcome.kind === 'reject' || outcome.kind === 'revise'
      return {
        label: `${outcome.label} (${reader.t(`builder.outcome.${outcome.kind}`)}${reason ? `, ${reader.t('builder.outcomes.reason')}` : ''})`,
        text: targets.join(', ') || reader.t('builder.outcomes.nowhere'),
      }
    })
  }

/** The exits of a decision with their conditions. */
export const exitsOf =
  (decision: string): Shows =>
  (definition, reader) => {
    const { t, locale } = reader
    return definition.flow.edges
      .filter(({ from }) => from === decision)
      .map(({ when, otherwise, to, label }) => ({
        label: nameIn(definition, to, reader),
        text: otherwise ? t('builder.edge.otherwise') : when ? conditionWords(when, definition, locale) : label || '–',
      }))
  }

const conditionWords = (when: Condition, definition: Definition, locale: Reader['locale']): string =>
  describeCondition(when, definition, locale)

/** Fields of a form with what is asked of them. */
export const fieldsOf =
  (form: string, ...only: string[]): Shows =>
  (definition, { t, locale }) => {
    const fields = definition.forms.find(({ id }) => id === form)?.fields ?? []
    return fields
      .filter(({ id }) => only.length === 0 || only.includes(id))
      .map((field) => ({ label: field.label, text: fieldWords(field, definition, { t, locale }) }))
  }

function fieldWords(field: Field, definition: Definition, { t, locale }: Reader): string {
  const limits =
    'min' in field || 'max' in field
      ? [bound(t('builder.field.min'), field, 'min'), bound(t('builder.field.max'), field, 'max')]
      : []
  return [
    t(`builder.field.${field.kind}`),
    ...('required' in field && field.required ? [t('builder.field.required')] : []),
    ...limits,
    ...('options' in field ? [`${t('builder.field.options')}: ${field.options.map(({ label }) => label).join(' / ')}`] : []),
    ...(field.kind === 'position' && field.lane ? [laneName(definition, field.lane)] : []),
    ...(field.visibleWhen ? [`${t('builder.field.visibleWhen')} ${conditionWords(field.visibleWhen, definition, locale)}`] : []),
    `${t('builder.field.id')}: ${field.id}`,
  ]
    .filter(Boolean)
    .join(' · ')
}

function bound(name: string, field: Field, end: 'min' | 'max'): string {
  const value = end in field ? (field as { min?: number; max?: number })[end] : undefined
  return value === undefined ? '' : `${name} ${value}`
}

/** Steps with their form: its title, or that there is none. */
export const formsOf =
  (...steps: string[]): Shows =>
  (definition, reader) =>
    steps.map((step) => {
      const node = definition.flow.nodes.find(({ id }) => id === step)
      const id = node?.kind === 'task' ? node.form : undefined
      const form = definition.forms.find((one) => one.id === id)
      const asked = form?.fields.map(({ label }) => label).join(', ')
      return { label: nameIn(definition, step, reader), text: form ? `${form.title ?? form.id}: ${asked || '–'}` : (id ?? '–') }
    })

/** Steps with their time, and what it counts from. */
export const timesOf =
  (...steps: string[]): Shows =>
  (definition, reader) =>
    steps.flatMap((step): ShownLine[] => {
      const node = definition.flow.nodes.find(({ id }) => id === step)
      if (node?.kind !== 'task') return []
      const { duration, remark, sharesTimeWith, deadline } = node
      const { t, locale } = reader
      const parts = [
        duration ? printDuration(duration, locale) : '–',
        ...(duration?.anchor.kind === 'completed'
          ? [t('builder.time.anchor.completed', { step: nameIn(definition, duration.anchor.node, reader) })]
          : []),
        ...(sharesTimeWith ? [t('builder.time.shared', { step: nameIn(definition, sharesTimeWith, reader) })] : []),
        ...(deadline?.warn
          ? [`${t('builder.deadline.warn')}: ${deadline.warn.amount} ${t(`builder.unit.${deadline.warn.unit}`)}`]
          : []),
        ...(remark ? [`${t('builder.words.remark')}: ${remark}`] : []),
      ]
      return [{ label: node.activity, text: parts.join(' · ') }]
    })

/** The time that is promised for the whole. */
export const promise: Shows = (definition, { t, locale }) => [
  ...definition.components.serviceTime.limits.map(({ when, duration }) => ({
    label: t('builder.component.serviceTime'),
    text: [printDuration(duration, locale), ...(when ? [conditionWords(when, definition, locale)] : [])].join(' · '),
  })),
  ...definition.components.serviceTime.notes.map((text) => ({ label: t('authoring.word.timeNotes'), text })),
]

/** Steps with who does them. */
export const peopleOf =
  (...steps: string[]): Shows =>
  (definition, reader) =>
    steps.flatMap((step): ShownLine[] => {
      const node = definition.flow.nodes.find(({ id }) => id === step)
      if (node?.kind !== 'task') return []
      const { t } = reader
      const { assignment, jointLanes, quorum, notPerformersOf, lane } = node
      const parts = [
        [lane, ...jointLanes].map((id) => laneName(definition, id)).join(' + '),
        ...(assignment.kind === 'lane' ? [] : [assignedWords(assignment, definition, reader)]),
        ...(quorum.kind === 'atLeast' ? [`${t('builder.quorum.n')} ${quorum.n}`] : []),
        ...(notPerformersOf.length > 0
          ? [`${t('builder.who.fourEyes')}: ${notPerformersOf.map((id) => nameIn(definition, id, reader)).join(', ')}`]
          : []),
      ]
      return [{ label: node.activity, text: parts.join(' · ') }]
    })

type Assignment = Extract<FlowNode, { kind: 'task' }>['assignment']

function assignedWords(assignment: Assignment, definition: Definition, reader: Reader): string {
  const { t } = reader
  const said = t(`builder.who.assign.${assignment.kind}`)
  const of: NodeId | undefined =
    assignment.kind === 'disposition' ? assignment.from : 'of' in assignment ? assignment.of : undefined
  return of === undefined ? said : `${said}: ${nameIn(definition, of, reader)}`
}

/** Lanes with their positions. */
export const lanesOf: Shows = ({ flow }, { t }) =>
  flow.lanes.map(({ name, kind, positions }) => ({
    label: name,
    text: kind === 'positions' ? positions.join(', ') || '–' : t(`builder.lane.kind.${kind}`),
  }))

/** Every plain line of one component. */
export const component =
  (key: Exclude<ComponentKey, 'serviceTime' | 'fee' | 'complaints' | 'staffing' | 'legalBasis'>): Shows =>
  ({ components }, { t }) => {
    const part = components[key]
    const lines = 'items' in part ? part.items : [...part.intro, ...part.notes]
    const label = t(`builder.component.${key}`)
    return lines.length === 0 ? [{ label, text: t('authoring.words.missing') }] : lines.map((text) => ({ label, text }))
  }

/** Several things beside each other. */
export const together =
  (...shows: readonly Shows[]): Shows =>
  (definition, reader) =>
    shows.flatMap((show) => show(definition, reader))
