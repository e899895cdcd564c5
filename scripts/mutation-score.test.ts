import { expect, it } from 'vitest'
import { countMutants, scoreOf, survivors, testsGone } from './mutation-score.mjs'

const mutant = (status: string, line = 1) => ({
  status,
  mutatorName: 'BooleanLiteral',
  replacement: 'false',
  location: { start: { line, column: 3 } },
})
const report = {
  files: {
    'engine/a.ts': { mutants: [mutant('Killed'), mutant('Timeout'), mutant('Survived', 7), mutant('Ignored')] },
    'engine/b.ts': { mutants: [mutant('NoCoverage'), mutant('CompileError'), mutant('RuntimeError')] },
  },
}

it('counts a mutant as noticed when a test failed or never ended, and as missed when none did', () => {
  expect(countMutants(report)).toEqual({ killed: 2, missed: 2 })
  expect(scoreOf(countMutants(report))).toBe(50)
  expect(scoreOf({ killed: 0, missed: 0 })).toBe(100)
})

it('names the place of every mutant that was missed', () => {
  expect(survivors(report)).toEqual(['engine/a.ts:7:3 BooleanLiteral false', 'engine/b.ts:1:3 BooleanLiteral false'])
})

it('names the files of tests that did not load', () => {
  const testFiles = { 'engine/a.test.ts': { tests: [{ id: '1' }] }, 'engine/b.test.ts': { tests: [] } }
  expect(testsGone({ testFiles }, ['engine/a.test.ts', 'engine/b.test.ts', 'engine/c.test.ts'])).toEqual([
    'engine/b.test.ts',
    'engine/c.test.ts',
  ])
  expect(testsGone({}, ['engine/a.test.ts'])).toEqual(['engine/a.test.ts'])
})
