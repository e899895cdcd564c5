export { partOf, type ReadinessPart, readinessParts } from './parts.ts'
export { type Missing, type PartReadiness, readinessOf } from './readiness.ts'
