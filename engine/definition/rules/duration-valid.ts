import type { Duration } from '../duration.ts'
import type { FlowNode } from '../flow.ts'
import type { FieldId, NodeId } from '../ids.ts'
import { limits } from '../limits.ts'
import type { Definition } from '../schema.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'

/** Every time limit computes: it is longer than nothing, no longer than makes sense, and counts from a step or a date that the procedure has. */
export const durationValid: DefinitionRule = {
  name: 'duration-valid',
  check(definition) {
    const { serviceTime, complaints } = definition.components
    return [
      ...definition.flow.nodes.flatMap((node) => {
        const duration = lengthOf(node)
        return duration ? ofDuration(duration, { nodeId: node.id }, definition) : []
      }),
      ...serviceTime.limits.flatMap((limit, index) =>
        ofDuration(limit.duration, { path: `components.serviceTime.limits.${index}` }, definition),
      ),
      ...complaints.limits.flatMap((limit, index) =>
        ofDuration(limit.duration, { path: `components.complaints.limits.${index}` }, definition),
      ),
    ]
  },
}

/** How long a step may take, or a wait lasts. */
function lengthOf(node: FlowNode): Duration | undefined {
  if (node.kind === 'task') return node.duration
  if (node.kind !== 'wait') return undefined
  return node.until.kind === 'duration' ? node.until.duration : node.until.kind === 'report' ? node.until.atMost : undefined
}

type Place = { nodeId: NodeId } | { path: string }

function ofDuration(duration: Duration, place: Place, definition: Definition): RuleFinding[] {
  const { amount, upTo, unit } = duration
  return [
    ...(unit !== 'sameDay' && amount === 0 && upTo === undefined ? [{ code: 'duration-zero', ...place } as const] : []),
    ...(upTo !== undefined && upTo <= amount ? [{ code: 'duration-range', ...place, params: { amount, upTo } } as const] : []),
    ...ofLength(duration, place),
    ...ofAnchor(duration.anchor, place, definition),
  ]
}

function ofLength({ amount, upTo, unit }: Duration, place: Place): RuleFinding[] {
  if (unit === 'sameDay') return []
  const max = limits.longest[unit]
  return Math.max(amount, upTo ?? 0) > max ? [{ code: `duration-too-long-${unit}`, ...place, params: { max } }] : []
}

function ofAnchor(anchor: Duration['anchor'], place: Place, { flow, forms }: Definition): RuleFinding[] {
  switch (anchor.kind) {
    case 'start':
    case 'entered':
      return []
    case 'completed':
      if (flow.nodes.some((node) => node.id === anchor.node && node.kind === 'task')) return []
      return [{ code: 'anchor-unknown-step', ...place, params: { step: anchor.node } }]
    case 'field':
      return ofField(anchor.field, place, forms)
  }
}

function ofField(id: FieldId, place: Place, forms: Definition['forms']): RuleFinding[] {
  const field = forms.flatMap((form) => form.fields).find((candidate) => candidate.id === id)
  if (field === undefined) return [{ code: 'anchor-unknown-field', ...place, params: { field: id } }]
  if (field.kind === 'date' || field.kind === 'dateTime') return []
  return [{ code: 'anchor-not-a-date', ...place, params: { field: field.label } }]
}
