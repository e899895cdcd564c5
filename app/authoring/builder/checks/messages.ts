import type { FixName } from '#engine/definition/fixes/index.ts'
import type { Finding, RuleContext } from '#engine/definition/rules/index.ts'
import type { Definition } from '#engine/definition/schema.ts'

/** What the page asks of the worker; a context that did not change is not sent again. */
export type Asked = { turn: number; definition: Definition; context: RuleContext | null; mend: boolean }

/** What is found of the draft of a turn; then, one after another, the mends of each finding that has some. */
export type Answered =
  | { kind: 'findings'; turn: number; findings: readonly Finding[] }
  | { kind: 'fixes'; turn: number; fixes: readonly (readonly [key: string, names: readonly FixName[]])[] }

/** By what a finding is known as long as nothing about it changes. */
export const keyOf = (finding: Finding): string => JSON.stringify(finding)
