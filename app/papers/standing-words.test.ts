import { expect, it } from 'vitest'
import { standingOf } from '#engine/papers/index.ts'
import { aPublication } from '#test/builders/papers.ts'
import { factsOf } from './standing-words.ts'

it.each([
  ['published', 'Berlaku sejak'],
  ['superseded', 'Berlaku sejak'],
  ['upcoming', 'Mulai berlaku'],
  ['cancelled', 'Mulai berlaku'],
] as const)('of a %s version the day is called “%s”: what may never have begun is not said to have', (status, name) => {
  expect(factsOf(standingOf({ ...aPublication(), status })).map((fact) => fact.name)).toContain(name)
})
