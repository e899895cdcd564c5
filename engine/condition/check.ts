import type { Condition } from '../definition/condition.ts'
import { limits } from '../definition/limits.ts'
import { type ConditionProblemCode, leafProblems, type OutcomeMap, type ProblemParams } from './check-leaf.ts'
import type { FieldMap } from './facts.ts'

export type { ConditionProblemCode, OutcomeMap } from './check-leaf.ts'

/** One thing wrong with a condition. `path` leads from its root: `of.1.of.0`, empty for the root itself. */
export type ConditionProblem = { path: string; code: ConditionProblemCode; params?: ProblemParams }

/** What is wrong with a condition over these declared fields; none means that it compiles and can be evaluated. */
export function checkCondition(condition: Condition, fields: FieldMap, outcomes?: OutcomeMap): ConditionProblem[] {
  const problems: ConditionProblem[] = []
  let parts = 0
  walk(condition, [], 1)
  return problems

  function walk(part: Condition, path: readonly (string | number)[], depth: number): undefined {
    const at = path.join('.')
    parts += 1
    if (depth > limits.conditionDepth) return report(at, 'too-deep', { max: limits.conditionDepth })
    if (parts === limits.conditionNodes + 1) report(at, 'too-many-parts', { max: limits.conditionNodes })
    if (parts > limits.conditionNodes) return
    switch (part.kind) {
      case 'group':
        if (part.of.length === 0) report(at, 'empty-group')
        part.of.forEach((one, index) => {
          walk(one, [...path, 'of', index], depth + 1)
        })
        return
      default:
        for (const [code, params] of leafProblems(part, fields, outcomes)) report(at, code, params)
    }
  }

  function report(path: string, code: ConditionProblemCode, params?: ProblemParams): undefined {
    problems.push(params ? { path, code, params } : { path, code })
  }
}
