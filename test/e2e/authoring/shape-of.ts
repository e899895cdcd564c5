import { type Condition, type Definition, type Field, type FlowNode, fieldsOf, stepRows } from '#engine'
import { outcomeOf } from '#engine/definition/rows.ts'

/** A definition as far as its drawing goes, in words: what two drawings of one procedure have in common, whatever their ids. */
export function shapeOf(definition: Definition) {
  const { lanes, nodes, edges } = definition.flow
  const laneName = (id: string) => lanes.find((lane) => lane.id === id)?.name ?? id
  const nameOf = (id: string) => wordsOf(nodes.find((node) => node.id === id))
  const fields = fieldsOf(definition)
  const formOf = (node: FlowNode) => (node.kind === 'task' ? definition.forms.find(({ id }) => id === node.form) : undefined)
  return {
    lanes: lanes.map(({ name, kind }) => `${name} (${kind})`),
    starts: nodes.flatMap((node) => (node.kind === 'start' ? [`${node.by}, ${laneName(node.lane)}`] : [])),
    steps: stepRows(definition).map(({ node }) => ({
      kind: node.kind,
      name: wordsOf(node),
      lane: laneName(node.lane),
      outcomes: node.kind === 'task' ? node.outcomes.map(({ kind, label }) => `${kind}: ${label}`) : [],
      form: (formOf(node)?.fields ?? []).map((field) => fieldWords(field, fields)),
    })),
    exits: edges
      .map((edge) => {
        const from = nodes.find((node) => node.id === edge.from)
        const outcome = from?.kind === 'task' ? from.outcomes.find(({ id }) => id === outcomeOf(from, edge))?.label : undefined
        const asked = edge.when ? ` if ${conditionWords(edge.when, fields)}` : edge.otherwise ? ' otherwise' : ''
        return `${nameOf(edge.from)}${outcome ? ` [${outcome}]` : ''}${asked} -> ${nameOf(edge.to)}`
      })
      .toSorted(),
  }
}

function wordsOf(node: FlowNode | undefined): string {
  if (node === undefined || node.kind === 'start') return 'start'
  if (node.kind === 'end') return node.result
  if (node.kind === 'decision') return node.question
  return 'activity' in node ? node.activity : (node.name ?? node.kind)
}

type Fields = ReturnType<typeof fieldsOf>

function fieldWords(field: Field, fields: Fields): string {
  const options = 'options' in field ? ` of ${field.options.map(({ label }) => label).join(' / ')}` : ''
  const shown = field.visibleWhen ? ` if ${conditionWords(field.visibleWhen, fields)}` : ''
  return `${field.label}: ${field.kind}${options}${field.required ? ', required' : ''}${shown}`
}

function conditionWords(condition: Condition, fields: Fields): string {
  if (condition.kind === 'group') {
    const [only, ...others] = condition.of
    if (only && others.length === 0 && condition.combine === 'all') return conditionWords(only, fields)
    return `${condition.combine}(${condition.of.map((one) => conditionWords(one, fields)).join(', ')})`
  }
  if (condition.kind !== 'field') return JSON.stringify(condition)
  const field = fields.get(condition.field)
  const option = field && 'options' in field ? field.options.find(({ id }) => id === (condition.value as unknown)) : undefined
  return `${field?.label} ${condition.op} ${option?.label ?? String(condition.value)}`
}
