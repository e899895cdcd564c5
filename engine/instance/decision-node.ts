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
  | { edge: Edge; rule: string; inputs: Inputs }
  | {
      edge: null
      code: 'no-branch' | 'several-branches' | 'unknown-data'
      missing: readonly FieldId[]
      rule: string
      inputs: Inputs
    }

type Inputs = Readonly<Record<string, FieldValue | null>>

/**
 * The exit that an automatic decision takes: the only one whose condition is true; the author's default only when every
 * condition is false. When one is unknown nothing is chosen ('unknown-data'), and neither when none ('no-branch') or
 * several are true ('several-branches'): a machine does not break a tie about a citizen's case. Where the author ordered
 * the exits the first true one is taken, if every one before it is known to be false.
 */
export function chooseExit(node: DecisionNode, definition: Pick<Definition, 'flow'>, facts: Facts): Choice {
  const exits = exitsOf(definition, node.id)
  const all = exits.map((edge) => ({ edge, verdict: verdictOf(edge, facts) }))
  const conditional = all.filter(({ edge }) => edge.when !== undefined)
  const asked = node.ordered ? untilTrue(conditional) : conditional
  const taken = asked.filter(({ verdict }) => verdict === true)
  const unknown = asked.filter(({ verdict }) => verdict === 'unknown')
  const told = { rule: explanation(all, facts), inputs: inputsOfAll(exits, facts) }
  if (taken.length > 1) return { edge: null, code: 'several-branches', missing: [], ...told }
  if (unknown.length > 0) {
    const missing = unknown.flatMap(({ edge }) => (edge.when ? missingFields(edge.when, facts) : []))
    return { edge: null, code: 'unknown-data', missing: [...new Set(missing)] as FieldId[], ...told }
  }
  const defaults = exits.filter((exit) => exit.otherwise && exit.when === undefined)
  const edge = taken[0]?.edge ?? (defaults.length === 1 ? defaults[0] : undefined)
  return edge ? { edge, ...told } : { edge: null, code: 'no-branch', missing: [], ...told }
}

type Verdict = { edge: Edge; verdict: Truth }

/** The exits up to the first true one: those behind it are not asked. */
function untilTrue(verdicts: readonly Verdict[]): readonly Verdict[] {
  const first = verdicts.findIndex(({ verdict }) => verdict === true)
  return first < 0 ? verdicts : verdicts.slice(0, first + 1)
}

function verdictOf(edge: Edge, facts: Facts): Truth {
  return edge.when === undefined ? false : evaluateCondition(edge.when, facts)
}

/** Canonical text of every exit's rule with its verdict, so that the choice can be explained for good. */
function explanation(verdicts: readonly Verdict[], { fields }: Facts): string {
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
