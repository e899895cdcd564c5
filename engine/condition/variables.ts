import type { ConditionLeaf, DayOf, Who } from '../definition/condition.ts'

/*
 * The names under which a rule finds its inputs. A field goes by its id; all else has a colon in its name, which no id can
 * contain.
 */
export const outcomeVariable = (node: string): string => `outcome:${node}`
export const personVariable = (who: Who): string => (who.kind === 'starter' ? 'start:person' : `person:${who.node}`)
export const officeVariable = (who: Who): string => (who.kind === 'starter' ? 'start:office' : `office:${who.node}`)
export const dayVariable = (day: DayOf): string => (day.kind === 'start' ? 'start:day' : day.field)

const name = /^(?:(?:outcome|person|office):)?[A-Za-z][A-Za-z0-9_-]{0,63}$|^start:(?:person|office|day)$/

export const isVariableName = (text: string): boolean => name.test(text)

/** The inputs that one question looks at. */
export function variablesOf(leaf: ConditionLeaf): string[] {
  switch (leaf.kind) {
    case 'field':
      return [leaf.field]
    case 'outcome':
      return [outcomeVariable(leaf.node)]
    case 'fields':
      return [leaf.field, leaf.other]
    case 'days':
      return [leaf.field, dayVariable(leaf.of)]
    case 'person':
      return [personVariable(leaf.of), personVariable(leaf.as)]
    case 'office':
      return [officeVariable(leaf.of)]
  }
}
