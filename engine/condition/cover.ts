import type { Condition } from '../definition/condition.ts'
import { checkCondition } from './check.ts'
import { type Domains, domainsOf, type World } from './domains.ts'
import { variablesIn } from './evaluate.ts'
import type { FieldMap } from './facts.ts'
import { truthOver, type Values } from './truth.ts'

export type Case<Id extends string = string> = { id: Id; when: Condition }

/** Values that show it, by variable name. */
export type Example = readonly (readonly [name: string, value: unknown])[]

/**
 * What becomes of the values that there can be. `gap`: values for which no case holds. `overlaps`: for which two hold; where
 * cases are asked in their order, that is no fault. `never`: cases that no values lead to, or none that an earlier one leaves.
 */
export type Cover<Id extends string = string> =
  | { kind: 'solved'; gap: Example | null; overlaps: { one: Id; other: Id; example: Example }[]; never: Id[] }
  | { kind: 'unsolved' }

/** What earlier decisions settled on one kind of way here: conditions that hold, and others that do not. */
export type Way = { holding: readonly Condition[]; failing: readonly Condition[] }

/** Steps of the search before it gives up; a decision of an office needs some hundreds. */
const mostSteps = 20_000

/**
 * Looks for gaps and overlaps of cases over all values of the declared fields: limits of numbers, options, days, who acted.
 * Without those for which a value is missing. 'unsolved': a condition is not sound, or there is too much to look at.
 * @param around  `closed`: what no case takes has a way of its own, so that there is no gap. `waysHere` gives the ways that
 *   lead here, where earlier decisions leave only some of the values; asked only where a gap or an overlap is found, which
 *   then shows on one of them
 */
export function coverOf<Id extends string>(
  cases: readonly Case<Id>[],
  ordered: boolean,
  world: World,
  { closed = false, waysHere = () => [{ holding: [], failing: [] }] }: { closed?: boolean; waysHere?: () => readonly Way[] } = {},
): Cover<Id> {
  if (cases.some(({ when }) => checkCondition(when, world.fields, world.outcomes).length > 0)) return { kind: 'unsolved' }
  const search = new Search(
    domainsOf(
      cases.map(({ when }) => when),
      world,
    ),
    world.fields,
  )
  try {
    const conditions = cases.map(({ when }) => when)
    const gap = closed ? null : search.find([], conditions)
    const overlaps = ordered ? [] : pairs(cases).flatMap(([one, other]) => both(one, other, search))
    const ways = gap === null && overlaps.length === 0 ? [] : soundWays(waysHere(), world)
    const here = (holding: readonly Condition[], failing: readonly Condition[], example: Example) =>
      onSomeWay(ways, { holding, failing }, example, world)
    const never = cases.filter(({ when }, index) => {
      const earlier = ordered ? conditions.slice(0, index) : []
      return search.isWhole && search.find([when], earlier) === null
    })
    return {
      kind: 'solved',
      gap: gap && here([], conditions, gap),
      overlaps: overlaps.flatMap(({ one, other, example }) => {
        const found = here([one.when, other.when], [], example)
        return found === null ? [] : [{ one: one.id, other: other.id, example: found }]
      }),
      never: never.map(({ id }) => id),
    }
  } catch (error) {
    if (error instanceof TooMuch) return { kind: 'unsolved' }
    throw error
  }
}

/** Values for which all of one list hold and none of the other; null where there are none, or too much to look at. */
export function valuesFor(holding: readonly Condition[], failing: readonly Condition[], world: World): Example | null {
  try {
    return new Search(domainsOf([...holding, ...failing], world), world.fields).find(holding, failing)
  } catch (error) {
    if (error instanceof TooMuch) return null
    throw error
  }
}

/** Whether some values make a condition true; null where that cannot be told. */
export function canHold(when: Condition, world: World): boolean | null {
  const cover = coverOf([{ id: 'it', when }], true, world)
  return cover.kind === 'solved' ? cover.never.length === 0 : null
}

class TooMuch extends Error {}

class Search {
  readonly isWhole: boolean
  readonly #domains: Domains['values']
  readonly #fields: FieldMap
  #steps = 0

  constructor({ values, whole }: Domains, fields: FieldMap) {
    this.#domains = values
    this.#fields = fields
    this.isWhole = whole
  }

  /** Values for which all of one list hold and none of the other, or null. */
  find(holding: readonly Condition[], failing: readonly Condition[]): Example | null {
    const names = [...new Set([...holding, ...failing].flatMap(variablesIn))]
    return this.#extend(new Map(), names, holding, failing)
  }

  #extend(
    values: Map<string, unknown>,
    names: readonly string[],
    holding: readonly Condition[],
    failing: readonly Condition[],
  ): Example | null {
    this.#steps += 1
    if (this.#steps > mostSteps) throw new TooMuch()
    const openHolding = this.#left(holding, true, values)
    const openFailing = this.#left(failing, false, values)
    if (openHolding === null || openFailing === null) return null
    const [name, ...rest] = names
    if (name === undefined) return openHolding.length + openFailing.length === 0 ? [...values] : null
    for (const value of this.#domains.get(name) ?? []) {
      const found = this.#extend(new Map(values).set(name, value), rest, openHolding, openFailing)
      if (found !== null) return found
    }
    return null
  }

  /** The conditions that are still open; null when one is settled the other way. */
  #left(conditions: readonly Condition[], wanted: boolean, values: Values): Condition[] | null {
    const left: Condition[] = []
    for (const condition of conditions) {
      const answer = truthOver(condition, this.#fields, values)
      if (answer === !wanted) return null
      if (answer === null) left.push(condition)
    }
    return left
  }
}

const pairs = <T>(list: readonly T[]): [T, T][] =>
  list.flatMap((one, index) => list.slice(index + 1).map((other): [T, T] => [one, other]))

function both<Id extends string>(one: Case<Id>, other: Case<Id>, search: Search) {
  const example = search.find([one.when, other.when], [])
  return example === null ? [] : [{ one, other, example }]
}

/** A condition that is not sound settles nothing. */
function soundWays(ways: readonly Way[], { fields, outcomes }: World): readonly Way[] {
  const isSound = (when: Condition) => checkCondition(when, fields, outcomes).length === 0
  return ways.map(({ holding, failing }) => ({ holding: holding.filter(isSound), failing: failing.filter(isSound) }))
}

/** Values that show it on one of the ways, or null; where there is too much to look at, what shows it without them. */
function onSomeWay(ways: readonly Way[], asked: Way, example: Example, world: World): Example | null {
  for (const way of ways) {
    if (way.holding.length + way.failing.length === 0) return example
    const holding = [...asked.holding, ...way.holding]
    const failing = [...asked.failing, ...way.failing]
    try {
      const found = new Search(domainsOf([...holding, ...failing], world), world.fields).find(holding, failing)
      if (found !== null) return found
    } catch (error) {
      if (error instanceof TooMuch) return example
      throw error
    }
  }
  return null
}
