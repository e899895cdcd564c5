import { canonicalJson } from '../../definition/canonical.ts'

/** Where in a standard something stands: in a step, a form, a component. The same place has the same key in each version. */
export type Place = { key: string; name: string; order: number }

/** One thing that a version says: in its place, under a name, as lines of words. */
export type Fact = {
  key: string
  place: Place
  name: string
  lines: readonly string[]
  /** What is compared: two values that read alike may differ, and words may change where the matter does not. */
  same: string
  /** Of an order, what stands in it: only what both versions have can stand otherwise. */
  order?: readonly { id: string; name: string }[]
}

/** How a property is called, and how its value is said; null for what is no matter of the standard, such as ids. */
export type Said<Value, World> = {
  name: string
  lines: (value: NonNullable<Value>, world: World) => readonly string[]
} | null

type KeysOf<Union> = Union extends unknown ? keyof Union : never
type ValueOf<Union, Key> = Union extends unknown ? (Key extends keyof Union ? Union[Key] : never) : never

/** A word for every property, of a union for those of each kind: the compiler holds that none is forgotten. */
export type SaidOf<Thing, World> = { readonly [Key in KeysOf<Thing>]-?: Said<ValueOf<Thing, Key>, World> }

/** What a thing says, property by property. A property that says nothing gives no fact. */
export function factsOf<Thing extends object, World>(
  thing: Thing,
  said: SaidOf<Thing, World>,
  key: string,
  place: Place,
  world: World,
): Fact[] {
  return Object.entries(said as Readonly<Record<string, Said<unknown, World>>>).flatMap(([property, way]) => {
    const value = (thing as Readonly<Record<string, unknown>>)[property]
    if (way === null || value === undefined || value === null) return []
    const lines = way.lines(value, world)
    if (lines.length === 0) return []
    return [{ key: `${key}/${property}`, place, name: way.name, lines, same: canonicalJson(value) }]
  })
}
