import { type FixName, fixesOf } from '#engine/definition/fixes/index.ts'
import { checkDefinition, type Finding, type RuleContext } from '#engine/definition/rules/index.ts'
import type { Definition } from '#engine/definition/schema.ts'
import { type Answered, keyOf } from './messages.ts'

type Draft = { turn: number; definition: Definition; context: RuleContext; mend: boolean }

/**
 * Checks a draft bit by bit, so that whoever runs it can turn to a newer one between: first everything that is found, then
 * the certain mends of each finding, told together at the end.
 */
export function* checkRun({ turn, definition, context, mend }: Draft): Generator<Answered | null> {
  const findings = checkDefinition(definition, context)
  yield { kind: 'findings', turn, findings }
  if (!mend) return
  const fixes: [string, FixName[]][] = []
  for (const finding of findings) {
    const names = namesOf(definition, finding, context, findings)
    if (names.length > 0) fixes.push([keyOf(finding), names])
    yield null
  }
  yield { kind: 'fixes', turn, fixes }
}

/** A mend that cannot be tried is none; what is found stays. */
function namesOf(definition: Definition, finding: Finding, context: RuleContext, all: readonly Finding[]): FixName[] {
  try {
    return fixesOf(definition, finding, context, all).map(({ name }) => name)
  } catch {
    return []
  }
}
