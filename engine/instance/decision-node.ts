import { checkCondition } from '../condition/check.ts'
import { compileCondition } from '../condition/compile.ts'
import { evaluateCondition, inputsOf, missingFields } from '../condition/evaluate.ts'
import type { Facts, Truth } from '../condition/facts.ts'
import type { DecisionNode, Edge } from '../definition/flow.ts'
import type { FieldId } from '../definition/ids.ts'
import type { Definition } from '../definition/schema.ts'
import type { FieldValue } from '../form/values.ts'
import { exitsOf } from './graph.ts'

export type Choice =
  | { edge: Edge; rule: string; inputs: Readonly<Record<string, FieldValue | null>> }
  | { edge: null; code: 'no-branch' | 'unknown-data'; missing: readonly FieldId[] }

/**
 * The exit that an automatic decision takes: the only one whose condition is true; the author's default only when every
 * condition is false. When one is unknown nothing is chosen ('unknown-data'), and neither when none or several are true
 * ('no-branch'): a machine does not break a tie about a citizen's case.
 */
export function chooseExit(node: DecisionNode, definition: Pick<Definition, 'flow'>, facts: Facts): Choice {
  const exits = exitsOf(definition, node.id)
  const verdicts = exits.map((edge) => ({ edge, verdict: verdictOf(edge, facts) }))
  const conditional = verdicts.filter(({ edge }) => edge.when !== undefined)
  const taken = conditional.filter(({ verdict }) => verdict === true)
  const unknown = conditional.filter(({ verdict }) => verdict === 'unknown')
  if (taken.length > 1) return { edge: null, code: 'no-branch', missing: [] }
  if (unknown.length > 0) {
    const missing = unknown.flatMap(({ edge }) => (edge.when ? missingFields(edge.when, facts) : []))
    return { edge: null, code: 'unknown-data', missing: [...new Set(missing)] as FieldId[] }
  }
  const defaults = exits.filter((exit) => exit.otherwise && exit.when === undefined)
  const edge = taken[0]?.edge ?? (defaults.length === 1 ? defaults[0] : undefined)
  if (!edge) return { edge: null, code: 'no-branch', missing: [] }
  return { edge, rule: explanation(verdicts, facts), inputs: inputsOfAll(exits, facts) }
}

function verdictOf(edge: Edge, facts: Facts): Truth {
  return edge.when === undefined ? false : evaluateCondition(edge.when, facts)
}

/** Canonical text of every exit's rule with its verdict, so that the choice can be explained for good. */
function explanation(verdicts: readonly { edge: Edge; verdict: Truth }[], { fields }: Facts): string {
  return JSON.stringify(
    verdicts.map(({ edge, verdict }) =>
      edge.when === undefined || checkCondition(edge.when, fields).length > 0
        ? { edge: edge.id, otherwise: edge.otherwise === true }
        : { edge: edge.id, rule: compileCondition(edge.when, fields), verdict },
    ),
  )
}

function inputsOfAll(exits: readonly Edge[], facts: Facts): Record<string, FieldValue | null> {
  const inputs = exits.flatMap(({ when }) => (when ? inputsOf(when, facts) : []))
  return Object.fromEntries(inputs) as Record<string, FieldValue | null>
}
