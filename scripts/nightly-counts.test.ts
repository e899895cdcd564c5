import { expect, it } from 'vitest'
import { countsTold, shortOf } from './nightly-counts.mjs'

it('reads what the tests tell between the lines of a reporter', () => {
  const output = '✓ one\n\ncounted 25000 commands in random lives\n✓ two\ncounted no 12\n'
  expect(countsTold(output)).toEqual([{ count: 25_000, what: 'commands in random lives' }])
})

it('is not content with too few, or with none told', () => {
  expect(shortOf([{ count: 20_000, what: 'commands in random lives' }])).toBeNull()
  expect(shortOf([{ count: 19_999, what: 'commands in random lives' }])).toContain('19999')
  expect(shortOf([])).toContain('Only 0')
})
