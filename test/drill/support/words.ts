import { randomInt } from 'node:crypto'

/** What was said after the name of the drill: single words, and numbers as `seed=7`. */
export type Words = {
  says(word: string): boolean
  number(name: string, usual: number): number
}

export function drillWords(text = process.env.DRILL ?? ''): Words {
  const words = text.split(/\s+/).filter(Boolean)
  return {
    says: (word) => words.includes(word),
    number(name, usual) {
      const said = words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1)
      if (said === undefined) return usual
      if (!/^\d{1,9}$/.test(said)) throw new Error(`${name}: expected a whole number, got "${said}"`)
      return Number(said)
    },
  }
}

export type Chance = {
  /** From `least` to `most`, both among them. */
  between(least: number, most: number): number
  oneOf<T>(items: readonly T[]): T
}

/** Random choices that a seed repeats; what the clock and the network add to a drill, no seed can. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    between,
    oneOf(items) {
      if (items.length === 0) throw new Error('nothing to choose from')
      return items[between(0, items.length - 1)] as (typeof items)[number]
    },
  }
}

/** The seed that was given, or a new one; either is printed, so that the drill can be run again. */
export function seedOf(words: Words): number {
  const seed = words.number('seed', randomInt(1_000_000))
  process.stdout.write(`seed ${seed}\n`)
  return seed
}
