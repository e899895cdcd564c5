import { expect, it } from 'vitest'
import { wholePercent } from './whole-percent.ts'

it('calls nothing certain that failed once in many lives', () => {
  expect([0, 0.2, 49.6, 99.4, 99.8, 100].map(wholePercent)).toEqual([0, 1, 50, 99, 99, 100])
})
