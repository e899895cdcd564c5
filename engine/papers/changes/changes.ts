import type { Definition } from '../../definition/schema.ts'
import { componentFacts } from './component-facts.ts'
import type { Fact, Place } from './fact.ts'
import { flowFacts } from './flow-facts.ts'
import { formFacts } from './form-facts.ts'
import { sentenceOf, type Written } from './sentences.ts'
import { quoted, worldOf } from './world.ts'

/** One difference between two versions, as a lawyer reads it. A place that came or went is told as a whole. */
export type Change = {
  kind: 'added' | 'removed' | 'changed'
  place: string
  /** What changed there; null for a place that came or went. */
  what: string | null
  before: readonly string[]
  after: readonly string[]
  sentence: string
}

/**
 * What a version says otherwise than another, in the order of the papers. Nothing a version holds is passed over, printed or
 * not; where boxes stand on the canvas and what authors noted for themselves is no part of the standard.
 */
export function changesBetween(before: Definition, after: Definition): Change[] {
  return differences(before, after)
    .toSorted((a, b) => a.order - b.order)
    .map(({ change }) => change)
}

/** Keys of the places where two versions differ: those that came or went, and those that say something else. */
export function changedPlaces(before: Definition, after: Definition): ReadonlySet<string> {
  return new Set(differences(before, after).map(({ key }) => key))
}

function differences(before: Definition, after: Definition): Told[] {
  const [old, now] = [factsIn(before), factsIn(after)]
  const [oldPlaces, nowPlaces] = [placesOf(old), placesOf(now)]
  const came = [...nowPlaces.values()].filter(({ key }) => !oldPlaces.has(key) && !isInside(key, nowPlaces, oldPlaces))
  const went = [...oldPlaces.values()].filter(({ key }) => !nowPlaces.has(key) && !isInside(key, oldPlaces, nowPlaces))
  const keys = [...new Set([...now.keys(), ...old.keys()])]
  return [
    ...came.map((place) => ordered(place, whole('added', place, now))),
    ...went.map((place) => ordered(place, whole('removed', place, old))),
    ...keys.flatMap((key) => differing(old.get(key), now.get(key), oldPlaces, nowPlaces)),
  ]
}

type Told = { key: string; order: number; change: Change }
type Facts = ReadonlyMap<string, Fact>
type Places = ReadonlyMap<string, Place>

const ordered = ({ key, order }: Place, change: Change): Told => ({ key, order, change })

function factsIn(definition: Definition): Facts {
  const world = worldOf(definition)
  const facts = [...componentFacts(world), ...flowFacts(world), ...formFacts(world)]
  return new Map(facts.map((fact) => [fact.key, fact]))
}

const placesOf = (facts: Facts): Places => new Map([...facts.values()].map(({ place }) => [place.key, place]))

/** A field of a form that came or went with its form is told with the form. */
function isInside(key: string, own: Places, other: Places): boolean {
  return [...own.keys()].some((outer) => key !== outer && key.startsWith(`${outer}/`) && !other.has(outer))
}

function whole(kind: 'added' | 'removed', place: Place, facts: Facts): Change {
  const own = [...facts.values()].filter(
    (fact) => !fact.order && (fact.place.key === place.key || fact.place.key.startsWith(`${place.key}/`)),
  )
  const lines = own.map(({ name, lines: said }) => `${name}: ${said.join('; ')}`)
  const called = own.find(({ key }) => key === `${place.key}/activity` || key === `${place.key}/question`)?.lines[0]
  const name = called ? `${place.name} ${quoted(called)}` : place.name
  const sentence = kind === 'added' ? `${name} ditambahkan.` : `${name} dihapus.`
  return {
    kind,
    place: place.name,
    what: null,
    before: kind === 'removed' ? lines : [],
    after: kind === 'added' ? lines : [],
    sentence,
  }
}

function differing(before: Fact | undefined, after: Fact | undefined, old: Places, now: Places): Told[] {
  if (before?.order && after?.order) return reordered(before, after)
  const fact = after ?? before
  if (!fact || (before && after && before.same === after.same)) return []
  const place = now.get(fact.place.key) ?? fact.place
  if (!old.has(place.key) || !now.has(place.key)) return []
  const written: Written = { place: place.name, what: fact.name, before: before?.lines ?? [], after: after?.lines ?? [] }
  const kind = !before ? 'added' : !after ? 'removed' : 'changed'
  return [ordered(place, { kind, ...written, sentence: sentenceOf(written) })]
}

/** What both versions have, where it stands in another order. */
function reordered(before: Fact, after: Fact): Told[] {
  const shared = (own: Fact, other: Fact) => (own.order ?? []).filter(({ id }) => other.order?.some((one) => one.id === id))
  const [old, now] = [shared(before, after), shared(after, before)]
  const moved = now.filter(({ id }, at) => old[at]?.id !== id)
  if (moved.length === 0) return []
  const names = (order: typeof now) => order.map(({ name }) => name)
  const { place, name } = after
  const sentence = `${place.name}: urutan ${name} diubah, kini ${names(now).join(', ')}.`
  const change = {
    kind: 'changed' as const,
    place: place.name,
    what: `urutan ${name}`,
    before: names(old),
    after: names(now),
    sentence,
  }
  return [ordered(place, change)]
}
