import { asksApplicant, waitsForApplicant } from '../applicant.ts'
import type { FlowNode, StartNode } from '../flow.ts'
import type { NodeId } from '../ids.ts'
import type { Definition } from '../schema.ts'
import { callsBelow, findCalled } from './called.ts'
import type { DefinitionRule, RuleContext, RuleFinding } from './finding.ts'

/**
 * Whoever is asked as the applicant is somebody: what begins without one gives nobody a ticket, and then neither this
 * standard nor one that it calls may wait for an applicant. Of what begins by a call whoever calls it is asked.
 */
export const applicantKnown: DefinitionRule = {
  name: 'applicant-known',
  check(definition, context) {
    const { nodes } = definition.flow
    const without = nodes.filter((node) => node.kind === 'start' && !hasApplicant(node, definition))
    const reached = new Set(without.flatMap(({ id }) => [...behind(id, definition)]))
    return nodes.filter(({ id }) => reached.has(id)).flatMap((node) => ofNode(node, definition, context))
  },
}

function hasApplicant({ by }: StartNode, definition: Definition): boolean {
  switch (by) {
    case 'applicant':
    case 'complaint':
    case 'call':
      return true
    case 'staff':
      return asksApplicant(definition) || definition.flow.nodes.some((node) => node.kind === 'start' && node.by === 'complaint')
    case 'schedule':
      return false
  }
}

function behind(start: NodeId, { flow }: Definition): Set<NodeId> {
  const found = new Set([start])
  for (const id of found) for (const { from, to } of flow.edges) if (from === id) found.add(to)
  return found
}

function ofNode(node: FlowNode, definition: Definition, context: RuleContext): RuleFinding[] {
  const { id: nodeId } = node
  if (node.kind === 'call') {
    const asking = callsBelow(node.standard, context).some((one) => findCalled(one, context)?.asksApplicant)
    const standard = findCalled(node.standard, context)?.title ?? node.standard.slug
    return asking ? [{ code: 'call-asks-applicant', nodeId, params: { standard } }] : []
  }
  // An official who enters a request hands its ticket over; nobody does for what the clock begins.
  return waitsForApplicant(node, definition) ? [{ code: 'applicant-nobody', nodeId }] : []
}
