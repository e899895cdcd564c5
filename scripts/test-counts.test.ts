import { expect, it } from 'vitest'
import { countPlaywright, countVitest } from './test-counts.mjs'

it('counts tests, and a file that cannot be loaded as one failure', () => {
  const report = {
    testResults: [
      { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'pending' }] },
    ],
  }
  expect(countVitest(report)).toEqual({ passed: 2, failed: 2 })
})

it('counts what went wrong outside of the browser tests', () => {
  expect(countPlaywright({ stats: { expected: 3, unexpected: 1, flaky: 0 }, errors: [{}] })).toEqual({ passed: 3, failed: 2 })
})
