export { checkDefinition, isPublishable, isRunnable, definitionRules } from './check.ts'
export type { Finding, DefinitionRule, RuleContext, RuleFinding, Severity } from './finding.ts'
export { type FindingCode, severities } from './severities.ts'
