import { civilOf, dayNumber } from '../calendar/civil.ts'
import type { Condition, ConditionLeaf } from '../definition/condition.ts'
import type { Field } from '../definition/form.ts'
import { leavesOf } from './evaluate.ts'
import type { FieldMap } from './facts.ts'
import { type Comparison, comparisonOf } from './operators.ts'
import { dayVariable, officeVariable, personVariable, variablesOf } from './variables.ts'

/** What is known of the values besides the declared fields. */
export type World = {
  fields: FieldMap
  outcomes?: ReadonlyMap<string, readonly string[]>
  /** Of the outcomes those that a step may have had where this is asked; by default all. */
  ledHere?: ReadonlyMap<string, readonly string[]>
  /** Whether a field may be without a value when it is asked; by default none is. */
  mayBeEmpty?: (field: string) => boolean
  /** Whether a variable has no value where this is asked; by default each has. */
  isUnknown?: (name: string) => boolean
}

/**
 * For each variable one value of every sort that conditions can tell apart, so that looking at these is looking at all.
 * Where `whole` is false (parts of words, mixed moments), they may miss a sort: what is found is there, but what is not found may
 * still be.
 */
export type Domains = { values: ReadonlyMap<string, readonly unknown[]>; whole: boolean }

export function domainsOf(conditions: readonly Condition[], world: World): Domains {
  const leaves = conditions.flatMap(leavesOf)
  const names = [...new Set(leaves.flatMap(variablesOf))]
  const values = new Map<string, readonly unknown[]>()
  for (const group of linked(names, leaves)) {
    const about = leaves.filter((leaf) => variablesOf(leaf).some((name) => group.includes(name)))
    for (const name of group) {
      const known = () => withEmpty(name, about, world, valuesOf(name, group, about, world))
      values.set(name, world.isUnknown?.(name) ? [null] : known())
    }
  }
  return { values, whole: leaves.every((leaf) => isWhole(leaf, world.fields)) }
}

/** Variables that stand beside each other in some question share their boundaries. */
function linked(names: readonly string[], leaves: readonly ConditionLeaf[]): string[][] {
  let groups = names.map((name) => [name])
  for (const leaf of leaves) {
    const own = variablesOf(leaf)
    const meeting = groups.filter((group) => own.some((name) => group.includes(name)))
    if (meeting.length > 1) groups = [...groups.filter((group) => !meeting.includes(group)), meeting.flat()]
  }
  return groups
}

function withEmpty(name: string, about: readonly ConditionLeaf[], { mayBeEmpty }: World, values: readonly unknown[]) {
  const asked = about.some(
    (leaf) => leaf.kind === 'field' && leaf.field === name && (leaf.op === 'empty' || leaf.op === 'filled'),
  )
  return asked && mayBeEmpty?.(name) ? [...values, null] : values
}

type Leaves = readonly ConditionLeaf[]

const outcomesIn = (about: Leaves): string[] => [
  ...new Set(about.flatMap((leaf) => (leaf.kind === 'outcome' ? [leaf.is as string] : []))),
  '~',
]

function valuesOf(name: string, group: readonly string[], about: Leaves, world: World): readonly unknown[] {
  const [kind = '', of = ''] = name.split(':')
  if (!name.includes(':')) return ofField(world.fields.get(name), group, about)
  if (kind === 'outcome') return world.ledHere?.get(of) ?? world.outcomes?.get(of) ?? outcomesIn(about)
  if (name === 'start:day') return onAxis('date', group, about).map(civilOf)
  return name === 'start:office' || kind === 'office' ? offices(name, about) : people(group)
}

function ofField(field: Field | undefined, group: readonly string[], about: Leaves): readonly unknown[] {
  if (field === undefined) return []
  const comparison = comparisonOf(field.kind)
  switch (comparison) {
    case 'yesNo':
      return field.kind === 'yesNo' && field.mustBeYes ? [true] : [true, false]
    case 'option':
      return field.kind === 'choice' ? field.options.map(({ id }) => id) : texts(group, about)
    case 'options':
      return field.kind === 'choices' ? selections(field, about) : []
    case 'text':
      return texts(group, about)
    case 'number':
      return numbers(field, group, about)
    case 'date':
      return onAxis('date', group, about).map(civilOf)
    case 'time':
      return onAxis('time', group, about)
        .filter((minute) => minute >= 0 && minute < 1440)
        .map(clockOf)
    case 'dateTime':
      return onAxis('dateTime', group, about).map(
        (minute) => `${civilOf(Math.floor(minute / 1440))}T${clockOf(((minute % 1440) + 1440) % 1440)}`,
      )
    case 'presence':
      return [['x']]
    case 'none':
      return []
  }
}

const literals = (about: Leaves): (string | number | boolean)[] =>
  about.flatMap((leaf) => (leaf.kind === 'field' && leaf.value !== undefined ? [leaf.value].flat() : []))

/** Every text that is named, some that is not, and texts made of the parts that are asked for. */
function texts(group: readonly string[], about: Leaves): string[] {
  const named = literals(about).filter((value) => typeof value === 'string')
  const parts = (op: string) => about.flatMap((leaf) => (leaf.kind === 'field' && leaf.op === op ? [String(leaf.value)] : []))
  const [begins, within, ends] = [parts('starts-with'), parts('contains'), parts('ends-with')]
  const made = ['', ...begins].flatMap((a) =>
    subsets(within).flatMap((b) => ['', ...ends].map((c) => [a, ...b, c].filter(Boolean).join(' '))),
  )
  const fresh = group.map((_, index) => `${'~'.repeat(index + 1)}`)
  return [...new Set([...named, ...made.slice(0, 200), ...fresh])].filter((text) => text !== '')
}

function numbers(field: Field, group: readonly string[], about: Leaves): number[] {
  if (field.kind !== 'number' && field.kind !== 'rupiah') return []
  const low = field.min ?? (field.kind === 'rupiah' ? 0 : Number.NEGATIVE_INFINITY)
  const high = field.max ?? Number.POSITIVE_INFINITY
  const ends = [low, high].filter(Number.isFinite)
  const named = [...literals(about).filter((value) => typeof value === 'number'), ...ends]
  const points = field.kind === 'rupiah' ? wholePoints(named, group.length) : realPoints(named, group.length)
  return points.filter((value) => value >= low && value <= high)
}

type Axis = Extract<Comparison, 'date' | 'time' | 'dateTime'>

/** Days or minutes on which something changes, and those next to them. */
function onAxis(axis: Axis, group: readonly string[], about: Leaves): number[] {
  const named = literals(about).flatMap((value) => placeOn(axis, String(value)) ?? [])
  const step = axis === 'dateTime' ? 1440 : 1
  const apart = about.flatMap((leaf) => (leaf.kind === 'days' ? [leaf.days * step] : []))
  const seeds = named.length > 0 ? named : apart.length > 0 ? [placeOn(axis, '2026-01-05') ?? 0] : [0]
  let points = seeds
  for (let other = 1; other < group.length; other++)
    points = [...new Set(points.flatMap((point) => [point, ...apart.flatMap((days) => [point + days, point - days])]))]
  return wholePoints(points, group.length)
}

function placeOn(axis: Axis, text: string): number | null {
  const [, day, hours, minutes] = text.match(/^(\d{4}-\d{2}-\d{2})?T?(?:(\d{2}):(\d{2}))?$/) ?? []
  const clock = Number(hours ?? 0) * 60 + Number(minutes ?? 0)
  if (axis === 'time') return hours === undefined ? null : clock
  if (day === undefined) return null
  return axis === 'date' ? dayNumber(day) : dayNumber(day) * 1440 + clock
}

const clockOf = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')

/** The numbers given and, between and beyond them, as many whole ones next to each as can lie apart there. */
function wholePoints(named: readonly number[], apart: number): number[] {
  const reach = Array.from({ length: apart }, (_, index) => index + 1)
  const around =
    named.length === 0 ? [0, ...reach] : named.flatMap((point) => [point, ...reach.flatMap((by) => [point - by, point + by])])
  return ascending(around.flatMap((point) => (Number.isInteger(point) ? [point] : [Math.floor(point), Math.ceil(point)])))
}

function realPoints(named: readonly number[], apart: number): number[] {
  const sorted = ascending(named)
  const reach = Array.from({ length: apart }, (_, index) => index + 1)
  const [first = 0] = sorted
  const last = sorted.at(-1) ?? 0
  const between = sorted.slice(1).flatMap((high, index) => {
    const low = sorted[index] ?? high
    return reach.map((by) => low + ((high - low) * by) / (apart + 1))
  })
  return ascending([
    ...sorted,
    ...between,
    ...reach.flatMap((by) => [first - by, last + by]),
    ...(sorted.length === 0 ? [0] : []),
  ])
}

const ascending = (list: readonly number[]): number[] => [...new Set(list)].toSorted((a, b) => a - b)

/** Of a list of options, which of those asked for are chosen, filled up with others to as many as must be. */
function selections(field: Extract<Field, { kind: 'choices' }>, about: Leaves): string[][] {
  const ids = field.options.map(({ id }) => id as string)
  const asked = ids.filter((id) => literals(about).includes(id))
  const others = ids.filter((id) => !asked.includes(id))
  const least = Math.max(1, field.min ?? 0)
  return subsets(asked).flatMap((chosen) => {
    const filled = [...chosen, ...others.slice(0, Math.max(0, least - chosen.length))]
    return filled.length < least || filled.length > (field.max ?? ids.length) ? [] : [filled]
  })
}

function offices(name: string, about: Leaves): string[][] {
  const asked = about.flatMap((leaf) =>
    leaf.kind === 'office' && officeVariable(leaf.of) === name ? [leaf.position as string] : [],
  )
  return subsets([...new Set(asked)]).map((held) => (held.length === 0 ? ['~'] : held))
}

/** Enough people for everybody to be somebody else, alone and in pairs. */
function people(group: readonly string[]): string[][] {
  const all = group.map((_, index) => `person ${index + 1}`)
  return [
    ...all.map((one) => [one]),
    ...(all.length > 3 ? [] : all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other]))),
  ]
}

/** Every choice among the first eight. */
function subsets<T>(list: readonly T[]): T[][] {
  const sets: T[][] = [[]]
  for (const one of list.slice(0, 8)) sets.push(...sets.map((set) => [...set, one]))
  return sets
}

function isWhole(leaf: ConditionLeaf, fields: FieldMap): boolean {
  switch (leaf.kind) {
    case 'field':
      return !(
        comparisonOf(fields.get(leaf.field)?.kind ?? 'note') === 'text' &&
        ['contains', 'starts-with', 'ends-with'].includes(leaf.op)
      )
    case 'days':
      return [leaf.field, dayVariable(leaf.of)].every((name) => name.includes(':') || fields.get(name)?.kind === 'date')
    case 'person':
      return personVariable(leaf.of) !== personVariable(leaf.as)
    case 'fields':
    case 'outcome':
    case 'office':
      return true
  }
}
