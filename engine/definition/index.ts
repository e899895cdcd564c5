export { asksApplicant } from './applicant.ts'
export { callableOf } from './callable.ts'
export * from './canonical.ts'
export * from './changes/index.ts'
export { type Citation, type Citing, citationsIn, regulationKey } from './citations.ts'
export * from './components.ts'
export * from './condition.ts'
export * from './deadline-policy.ts'
export * from './decision-example.ts'
export * from './duration.ts'
export * from './edit/index.ts'
export * from './empty.ts'
export { resultsOf, type WaitResult, waitResults } from './exits.ts'
export * from './fixes/index.ts'
export * from './flow.ts'
export * from './form.ts'
export * from './ids.ts'
export { issuerOf } from './issuer.ts'
export * from './limits.ts'
export { type ConditionPlace, type MaybeEmpty, maybeEmptyAt, type WhyEmpty } from './maybe-empty.ts'
export {
  type DefinitionError,
  type DefinitionErrorCode,
  definitionErrorCodes,
  type Parsed,
  parseDefinition,
  schemaErrors,
} from './parse.ts'
export * from './readiness/index.ts'
export * from './recurrence.ts'
export { type CitedIn, type CitingVersion, plainCitation, type RegisterEntry, registerOf } from './regulation-register.ts'
export { changesOf, citedNumber, RegulationChange, RegulationFile, type ReplacedRegulation } from './regulations.ts'
export { type FlowOrder, flowOrder, isRowNode, type RowNode, type StepExit, type StepRow, stepRows } from './rows.ts'
export * from './rules/index.ts'
export * from './scenario.ts'
export * from './schema.ts'
export { Topic, topicWords } from './topic.ts'
export { type UpgradeError, upgrade } from './upgrade.ts'
export { type Beginning, beginningOf } from './verb-first.ts'
