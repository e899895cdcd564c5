export { checkDefinition, definitionRules, isPublishable, isRunnable } from './check.ts'
export type { CallableStandard, DefinitionRule, Finding, RuleContext, RuleFinding, Severity, StandardInForce } from './finding.ts'
export { type RuleName, ruleNames } from './rule-names.ts'
export { type FindingCode, severities } from './severities.ts'
