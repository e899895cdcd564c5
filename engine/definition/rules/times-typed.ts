import type { TaskNode } from '../flow.ts'
import type { Definition } from '../schema.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'
import { linesOfComponent } from './texts.ts'

/** A time limit is an amount, a unit and what it counts from; a time that stands in words alone reminds nobody (D9). */
export const timesTyped: DefinitionRule = {
  name: 'times-typed',
  check(definition) {
    return [
      ...definition.flow.nodes.flatMap((node) => (node.kind === 'task' ? ofTask(node) : [])),
      ...ofPromise(definition),
      ...ofComplaints(definition),
    ]
  },
}

function ofTask({ id: nodeId, duration, remark, activity, requirements, output }: TaskNode): RuleFinding[] {
  if (duration !== undefined) return []
  const words = timeIn([remark ?? '', activity, ...requirements, ...output])
  return words === null ? [] : [{ code: 'time-in-words', nodeId, params: { words } }]
}

function ofPromise(definition: Definition): RuleFinding[] {
  const notes = linesOfComponent('serviceTime', definition)
  const bare = notes.filter(({ text }) => withoutUnit.test(text))
  const untyped = definition.components.serviceTime.limits.length === 0 ? notes : []
  const words = timeIn(untyped.map(({ text }) => text))
  return [
    ...bare.map(
      ({ text, place }): RuleFinding => ({ code: 'time-without-unit', ...place, params: { ...place.params, words: text } }),
    ),
    ...(words === null
      ? []
      : [{ code: 'promise-in-words', path: 'components.serviceTime', params: { component: 'serviceTime', words } } as const]),
  ]
}

function ofComplaints(definition: Definition): RuleFinding[] {
  if (definition.components.complaints.limits.length > 0) return []
  const words = timeIn(definition.components.complaints.flow)
  return words === null
    ? []
    : [{ code: 'promise-in-words', path: 'components.complaints', params: { component: 'complaints', words } }]
}

const time =
  /\bhari[ -]?h\b(?:\s*[+-]\s*\d+)?|\bh\s*[+-]\s*\d+\b|\b(?:\d+|satu|dua|tiga|empat|lima|enam|tujuh)\s*(?:\([\w\s]+\)\s*)?(?:menit|jam|hari|minggu|bulan)(?:\s+kerja)?\b(?!\s*sekali)/i
const withoutUnit = /^\s*(?:maksimal|paling lama|paling lambat|selama|±)?\s*\d+\s*(?:\([\p{L}\s]+\))?\s*\.?\s*$/iu

/** The first time that lines name, or null. */
function timeIn(lines: readonly string[]): string | null {
  for (const line of lines) {
    const found = time.exec(line)
    if (found) return found[0]
  }
  return null
}
