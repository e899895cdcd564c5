import {
  type DecisionExample,
  type DecisionNode,
  type Definition,
  exitsOf,
  type FieldId,
  type Given,
  leavesOf,
  type NodeId,
  type OutcomeId,
  type PositionId,
  type Who,
} from '#engine'
import type { ConditionLeaf, ConditionValue } from '#engine/definition/condition.ts'

/** Something a decision asks about, of which a test row gives a value. */
export type Asked =
  | { kind: 'field'; field: FieldId }
  | { kind: 'outcome'; node: NodeId }
  | { kind: 'startDay' }
  | { kind: 'people'; of: Who }
  | { kind: 'office'; of: Who }

export const askedKey = (asked: Asked): string => JSON.stringify(asked)

/** What the conditions of a decision ask about, each once, in their order. */
export function askedBy(node: DecisionNode, definition: Definition): Asked[] {
  const leaves = exitsOf(definition, node.id).flatMap(({ when }) => (when ? leavesOf(when) : []))
  const all = leaves.flatMap(askedIn)
  return [...new Map(all.map((asked) => [askedKey(asked), asked])).values()]
}

function askedIn(leaf: ConditionLeaf): Asked[] {
  switch (leaf.kind) {
    case 'field':
      return [{ kind: 'field', field: leaf.field }]
    case 'fields':
      return [leaf.field, leaf.other].map((field) => ({ kind: 'field', field }))
    case 'days':
      return [
        { kind: 'field', field: leaf.field },
        leaf.of.kind === 'start' ? { kind: 'startDay' } : { kind: 'field', field: leaf.of.field },
      ]
    case 'outcome':
      return [{ kind: 'outcome', node: leaf.node }]
    case 'person':
      return [leaf.of, leaf.as].map((of) => ({ kind: 'people', of }))
    case 'office':
      return [{ kind: 'office', of: leaf.of }]
  }
}

const isSame = (one: Who, other: Who): boolean => JSON.stringify(one) === JSON.stringify(other)

/** The value that a row gives; null where it gives none. */
export function valueIn({ given }: DecisionExample, asked: Asked): ConditionValue | null {
  switch (asked.kind) {
    case 'field':
      return given.flatMap((one) => (one.kind === 'field' && one.field === asked.field ? [one.value] : []))[0] ?? null
    case 'outcome':
      return given.flatMap((one) => (one.kind === 'outcome' && one.node === asked.node ? [one.is as string] : []))[0] ?? null
    case 'startDay':
      return given.flatMap((one) => (one.kind === 'startDay' ? [one.day] : []))[0] ?? null
    case 'people':
      return (
        peopleIn(given, asked.of)
          .flatMap(({ person }) => person ?? [])
          .join(', ') || null
      )
    case 'office':
      return peopleIn(given, asked.of).flatMap(({ position }) => position ?? [])[0] ?? null
  }
}

type Performer = Extract<Given, { kind: 'performer' }>
const peopleIn = (given: readonly Given[], of: Who): Performer[] =>
  given.flatMap((one) => (one.kind === 'performer' && isSame(one.of, of) ? [one] : []))

/** The row with another value; null takes it away. */
export function withValue(example: DecisionExample, asked: Asked, value: ConditionValue | null): DecisionExample {
  const others = example.given.filter((one) => !isAbout(one, asked))
  return { ...example, given: [...others, ...givenFor(example.given, asked, value)] }
}

function isAbout(given: Given, asked: Asked): boolean {
  switch (given.kind) {
    case 'field':
      return asked.kind === 'field' && asked.field === given.field
    case 'outcome':
      return asked.kind === 'outcome' && asked.node === given.node
    case 'startDay':
      return asked.kind === 'startDay'
    case 'performer':
      return (asked.kind === 'people' || asked.kind === 'office') && isSame(asked.of, given.of)
  }
}

function givenFor(given: readonly Given[], asked: Asked, value: ConditionValue | null): Given[] {
  if (asked.kind === 'people' || asked.kind === 'office') return performers(peopleIn(given, asked.of), asked, value)
  if (value === null || value === '') return []
  switch (asked.kind) {
    case 'field':
      return [{ kind: 'field', field: asked.field, value }]
    case 'outcome':
      return [{ kind: 'outcome', node: asked.node, is: String(value) as OutcomeId }]
    case 'startDay':
      return [{ kind: 'startDay', day: String(value) }]
  }
}

/** Names and offices of the same people are two questions about one list. */
function performers(before: readonly Performer[], asked: Extract<Asked, { of: Who }>, value: ConditionValue | null): Given[] {
  const { of } = asked
  if (asked.kind === 'office') {
    const position = value === null || value === '' ? {} : { position: String(value) as PositionId }
    const people = before.length > 0 ? before : [{ kind: 'performer' as const, of }]
    return people
      .map(({ person }) => ({ kind: 'performer' as const, of, ...(person ? { person } : {}), ...position }))
      .filter(says)
  }
  const names = String(value ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  const position = before[0]?.position
  const office = position ? { position } : {}
  if (names.length === 0) return [{ kind: 'performer' as const, of, ...office }].filter(says)
  return names.map((person) => ({ kind: 'performer', of, person, ...office }))
}

const says = ({ person, position }: Omit<Performer, 'kind' | 'of'>): boolean => person !== undefined || position !== undefined
