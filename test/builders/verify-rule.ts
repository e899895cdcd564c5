import { expect } from 'vitest'
import type { DefinitionRule, RuleContext, RuleFinding } from '#engine/definition/rules/finding.ts'
import type { Definition } from '#engine/definition/schema.ts'

type Cases = {
  accepts: Readonly<Record<string, Definition>>
  /** What the rule finds, as far as named: `[definition, [{ nodeId: 'lost', code: 'unreachable' }]]`. */
  rejects: Readonly<Record<string, readonly [Definition, readonly Record<string, unknown>[]]>>
  context?: RuleContext
}

/** Shows a rule at work: definitions it has nothing to say about, and others with exactly what it says. */
export function verifyRule(rule: DefinitionRule, { accepts, rejects, context = {} }: Cases): void {
  for (const [name, definition] of Object.entries(accepts)) {
    expect(rule.check(definition, context), `${rule.name} accepts ${name}`).toEqual([])
  }
  for (const [name, [definition, expected]] of Object.entries(rejects)) {
    const found: RuleFinding[] = rule.check(definition, context)
    expect(found.length, `${rule.name} rejects ${name}: ${JSON.stringify(found)}`).toBe(expected.length)
    expect(found, `${rule.name} rejects ${name}`).toMatchObject(expected)
  }
}
