export { type ConditionProblem, type ConditionProblemCode, checkCondition, type OutcomeMap } from './check.ts'
export { compileCondition } from './compile.ts'
export { type Case, type Cover, canHold, coverOf, type Example } from './cover.ts'
export { describeCondition } from './describe.ts'
export type { World } from './domains.ts'
export { evaluateCondition, fieldsIn, inputsOf, leavesOf, missingFields, variablesIn } from './evaluate.ts'
export { type DecisionQuestion, explainDecision } from './explain.ts'
export type { Facts, FieldMap, PerformerFact, Truth } from './facts.ts'
export type { Titles } from './leaf-words.ts'
export {
  type Comparison,
  comparable,
  comparisonOf,
  hasDay,
  type OperandShape,
  operandOf,
  operatorsFor,
  pairOperators,
} from './operators.ts'
export type { Rule } from './rule.ts'
export type { ConditionLocale } from './words.ts'
