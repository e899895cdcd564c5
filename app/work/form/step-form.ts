import {
  asksDisposition,
  type Condition,
  type Definition,
  describeCondition,
  evaluateCondition,
  type Facts,
  type Field,
  type Form,
  fieldsIn,
  formOf,
  type Language,
  needsReason,
  type Seat,
  stepRows,
  type TaskNode,
} from '#engine'
import { seatPrefix } from '../actor-name.ts'

export type Choice = { value: string; label: string; help?: string }

/** One field as it is drawn: `when` says for which answers of this same form it is asked; null for always. */
export type StepField = { field: Field; when: string | null; positions: readonly Choice[]; inner: readonly StepField[] }

export type OutcomeChoice = Choice & { kind: TaskNode['outcomes'][number]['kind']; needsReason: boolean; leadsTo: Lead | null }
export type Lead = { kind: 'next' | 'back' | 'end'; to: string }

/** A step's form as plain data: all that is drawn, and nothing that an earlier answer hides. */
export type StepForm = {
  fields: readonly StepField[]
  outcomes: readonly OutcomeChoice[]
  disposition: { choices: readonly Choice[]; min: number; max: number; lane: string; onlyFor: readonly string[] } | null
}

export type StepFormInput = FormInput & { node: TaskNode }

export type FormInput = {
  definition: Pick<Definition, 'flow' | 'forms'>
  /** What the instance knows, from `formFacts` without an outcome of this step. */
  facts: Facts
  seats: readonly Seat[]
  office: { positions: readonly { id: string; title: string }[]; people: Readonly<Record<string, string>> }
  locale: Language
}

export function stepFormOf(input: StepFormInput): StepForm {
  const { definition, node } = input
  return {
    fields: fieldsOfForm(formOf(definition, node.id), { ...input, nodeId: node.id }),
    outcomes: outcomesOf(definition, node),
    disposition: dispositionOf(input),
  }
}

type Asking = FormInput & { nodeId: string }

/** The fields of a form as they are drawn for what is known now. */
export function fieldsOfForm(form: Form | null, asking: Asking): StepField[] {
  const fields = form?.fields ?? []
  return fieldsOfStep(fields, new Set(fields.map(({ id }) => id)), asking)
}

function fieldsOfStep(fields: readonly Field[], own: ReadonlySet<string>, input: Asking): StepField[] {
  return fields.flatMap((field) => {
    const when = askedWhen(field.visibleWhen, own, input)
    if (when === false) return []
    const inner =
      field.kind === 'group' ? fieldsOfStep(field.fields, new Set([...own, ...field.fields.map(({ id }) => id)]), input) : []
    return [{ field, when: when === true ? null : when, positions: positionsFor(field, input), inner }]
  })
}

/** Without scripts a field that hangs on this form's own answers is shown with the condition in words. */
function askedWhen(condition: Condition | undefined, own: ReadonlySet<string>, input: Asking): string | boolean {
  if (!condition) return true
  const { definition, facts, locale } = input
  if (fieldsIn(condition).some((id) => own.has(id)) || asksOutcomeOf(condition, input.nodeId)) {
    return describeCondition(condition, withFields(definition, facts), locale)
  }
  return evaluateCondition(condition, facts) === true
}

/** The names of fields inside a group are known to nobody but its rows. */
function withFields({ flow, forms }: FormInput['definition'], { fields }: Facts): FormInput['definition'] {
  const inRows = forms.flatMap((form) => form.fields.flatMap((field) => (field.kind === 'group' ? field.fields : [])))
  const unknown = inRows.filter(({ id }) => !fields.has(id))
  const [first, ...others] = forms
  return first ? { flow, forms: [{ ...first, fields: [...first.fields, ...unknown] }, ...others] } : { flow, forms }
}

function asksOutcomeOf(condition: Condition, node: string): boolean {
  if (condition.kind === 'group') return condition.of.some((part) => asksOutcomeOf(part, node))
  return condition.kind === 'outcome' && condition.node === node
}

export function positionsFor(field: Field, { definition, office }: Pick<FormInput, 'definition' | 'office'>): Choice[] {
  if (field.kind !== 'position') return []
  const lane = definition.flow.lanes.find(({ id }) => id === field.lane)
  const titles = new Map(office.positions.map(({ id, title }) => [id, title]))
  const ids: readonly string[] = lane ? lane.positions : [...titles.keys()]
  return ids.map((id) => ({ value: id, label: titles.get(id) ?? id }))
}

function outcomesOf(definition: StepFormInput['definition'], node: TaskNode): OutcomeChoice[] {
  const exits = stepRows(definition).find((row) => row.node.id === node.id)?.exits ?? []
  return node.outcomes.map((outcome) => {
    const edge = definition.flow.edges.find(
      ({ from, outcome: on }) => from === node.id && (on === outcome.id || (on === undefined && node.outcomes.length === 1)),
    )
    const exit = exits.find((one) => one.edge === edge?.id)
    return {
      value: outcome.id,
      label: outcome.label,
      kind: outcome.kind,
      needsReason: needsReason(outcome),
      leadsTo: exit ? { kind: exit.kind, to: nameOf(definition, exit.to) } : null,
    }
  })
}

function nameOf({ flow }: FormInput['definition'], id: string): string {
  const node = flow.nodes.find((one) => one.id === id)
  if (!node) return id
  return 'activity' in node ? node.activity : 'question' in node ? node.question : 'name' in node ? (node.name ?? '') : ''
}

function dispositionOf({ definition, node, seats, office }: StepFormInput): StepForm['disposition'] {
  const spec = node.disposition
  const lane = definition.flow.lanes.find(({ id }) => id === spec?.lane)
  if (!spec || !lane) return null
  const asking = node.outcomes.filter((outcome) => asksDisposition(node, outcome) !== null)
  const titles = new Map(office.positions.map(({ id, title }) => [id as string, title]))
  const nameOfHolder = (seat: Seat) =>
    `${office.people[seat.personId] ?? seat.title}${seat.kind === 'definitive' ? '' : ` (${seatPrefix[seat.kind].trim()})`}`
  const choices = lane.positions.flatMap((position): Choice[] => {
    const held = seats.filter(({ positionId }) => positionId === position)
    const title = titles.get(position) ?? held[0]?.title ?? position
    if (held.length === 0) return []
    if (spec.to === 'position') return [{ value: position, label: title, help: [...new Set(held.map(nameOfHolder))].join(', ') }]
    return held.map((seat) => ({ value: `${position}|${seat.personId}`, label: nameOfHolder(seat), help: title }))
  })
  const onlyFor = asking.length === node.outcomes.length ? [] : asking.map(({ label }) => label)
  return { choices, min: spec.min, max: spec.max, lane: lane.name, onlyFor }
}
