import { comesBefore } from '../rules/on-the-way.ts'
import type { DefinitionFix } from './fix.ts'
import { sole, taskFound } from './found.ts'

/** A disposition comes from the one step before that gives any. */
export const fromSoleGiver = {
  name: 'from-sole-giver',
  codes: ['disposition-unknown-step', 'disposition-not-given', 'disposition-comes-later'],
  propose(definition, finding) {
    const task = taskFound(definition, finding)
    if (task?.assignment.kind !== 'disposition') return null
    const { id, assignment } = task
    const giver = sole(
      definition.flow.nodes.filter(
        (node) => node.kind === 'task' && node.disposition !== undefined && comesBefore(node.id, id, definition),
      ),
    )
    return giver ? [{ type: 'UpdateNode', node: id, patch: { assignment: { ...assignment, from: giver.id } } }] : null
  },
} as const satisfies DefinitionFix
