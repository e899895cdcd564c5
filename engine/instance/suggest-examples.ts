import { checkCondition } from '../condition/check.ts'
import { type Example, valuesFor } from '../condition/cover.ts'
import { domainsOf } from '../condition/domains.ts'
import { variablesIn } from '../condition/evaluate.ts'
import { canonicalJson } from '../definition/canonical.ts'
import type { Condition, ConditionValue, Who } from '../definition/condition.ts'
import type { DecisionExample, Given } from '../definition/decision-example.ts'
import type { DecisionNode } from '../definition/flow.ts'
import type { EdgeId, FieldId, NodeId, OutcomeId, PositionId } from '../definition/ids.ts'
import { worldOf } from '../definition/rules/values-known.ts'
import type { Definition } from '../definition/schema.ts'
import { exitsOf } from './graph.ts'
import { playExample } from './play-example.ts'

/** As many rows as an author reads through at once. */
const mostSuggested = 12

/**
 * Test rows worth having: for each exit values that take it, and around them the values at which another is taken, which
 * are the limits of numbers, days and options. None for conditions that are unsound, and none that the decision has already.
 */
export function suggestExamples(node: DecisionNode, definition: Definition): DecisionExample[] {
  const exits = exitsOf(definition, node.id)
  const world = worldOf(definition)
  const conditions = exits.flatMap(({ when }) => (when ? [when] : []))
  if (conditions.length === 0 || conditions.some((one) => checkCondition(one, world.fields, world.outcomes).length > 0)) return []
  const domains = domainsOf(conditions, world).values
  const names = [...new Set(conditions.flatMap(variablesIn))]
  const exitFor = (values: Example): EdgeId | null => playExample(node, { given: givenBy(values) }, definition).edge?.id ?? null
  const cases: Witness[] = [
    ...conditions.map((when, index): Witness => ({ holding: [when], failing: othersThan(index, conditions, node) })),
    { holding: [], failing: conditions },
  ]
  const witnesses = cases.flatMap(({ holding, failing }) => {
    const found = valuesFor(holding, failing, world)
    return found === null ? [] : [whole(found, names, domains)]
  })
  const around = witnesses.flatMap((witness) => names.flatMap((name) => turns(witness, name, domains.get(name) ?? [], exitFor)))
  return fresh([...witnesses, ...around], exitFor, node)
}

type Witness = { holding: readonly Condition[]; failing: readonly Condition[] }
type DomainValues = ReadonlyMap<string, readonly unknown[]>

/** Where exits are asked in their order, only those before one must fail for it to be taken. */
const othersThan = (index: number, conditions: readonly Condition[], { ordered }: DecisionNode): Condition[] =>
  conditions.filter((_, other) => (ordered ? other < index : other !== index))

/** Values for everything that is asked: what a search left open takes any. */
const whole = (found: Example, names: readonly string[], domains: DomainValues): Example =>
  names.map((name) => found.find(([known]) => known === name) ?? ([name, domains.get(name)?.[0] ?? null] as const)) as Example

/** The values of one name, others as they are, on both sides of each place where another exit is taken. */
function turns(
  witness: Example,
  name: string,
  values: readonly unknown[],
  exitFor: (values: Example) => EdgeId | null,
): Example[] {
  const rows = values.map((value) => {
    const row = witness.map(([known, old]) => [known, known === name ? value : old] as const) as Example
    return { row, exit: exitFor(row) }
  })
  return rows.flatMap(({ row, exit }, index) => {
    const [before, after] = [rows[index - 1], rows[index + 1]]
    return (before && before.exit !== exit) || (after && after.exit !== exit) ? [row] : []
  })
}

/** Each row once, with the exit it takes; one that stops the flow is no wish of anybody. */
function fresh(rows: readonly Example[], exitFor: (values: Example) => EdgeId | null, node: DecisionNode): DecisionExample[] {
  const seen = new Set((node.examples ?? []).map(({ given }) => keyOf(given)))
  return rows
    .flatMap((row): DecisionExample[] => {
      const [given, exit] = [givenBy(row), exitFor(row)]
      const key = keyOf(given)
      if (exit === null || seen.has(key)) return []
      seen.add(key)
      return [{ given, exit }]
    })
    .slice(0, mostSuggested)
}

const keyOf = (given: readonly Given[]): string =>
  given
    .map((one) => canonicalJson(one))
    .toSorted()
    .join()

/** Values by the names of variables as what an example gives. */
function givenBy(values: Example): Given[] {
  const people = new Map<string, { who: Who; persons: readonly string[]; positions: readonly string[] }>()
  const others = values.flatMap(([name, value]): Given[] => {
    if (value === null) return []
    const [kind = '', of = ''] = name.split(':')
    if (!name.includes(':')) return [{ kind: 'field', field: name as FieldId, value: readable(value) }]
    if (kind === 'outcome') return [{ kind: 'outcome', node: of as NodeId, is: value as OutcomeId }]
    if (name === 'start:day') return [{ kind: 'startDay', day: String(value) }]
    const key = kind === 'start' ? 'start' : of
    const who: Who = kind === 'start' ? { kind: 'starter' } : { kind: 'step', node: of as NodeId }
    const known = people.get(key) ?? { who, persons: [], positions: [] }
    const list = value as readonly string[]
    people.set(key, kind === 'office' || of === 'office' ? { ...known, positions: list } : { ...known, persons: list })
    return []
  })
  return [...others, ...[...people.values()].flatMap(performersOf)]
}

/** The search writes `~` for a text that nobody named. */
const readable = (value: unknown): ConditionValue =>
  typeof value === 'string' ? value.replace(/^~+$/, 'lain') : (value as ConditionValue)

/** Those who acted, each with an office where offices are asked about; `~` stands for any other office. */
function performersOf({
  who,
  persons,
  positions,
}: {
  who: Who
  persons: readonly string[]
  positions: readonly string[]
}): Given[] {
  return Array.from({ length: Math.max(persons.length, positions.length) }, (_, index): Given => {
    const person = (persons[index] ?? persons.at(-1))?.replace(/^person /, 'Orang ')
    const position = positions[index] ?? positions.at(-1)
    return {
      kind: 'performer',
      of: who,
      ...(person ? { person } : {}),
      ...(position && position !== '~' ? { position: position as PositionId } : {}),
    }
  })
}
