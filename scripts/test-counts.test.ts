import { expect, it } from 'vitest'
import { countPlaywright, countVitest } from './test-counts.mjs'

const test = (status: string, fullName = '', failureMessages: string[] = []) => ({ status, fullName, failureMessages })

it('counts tests, and a file that cannot be loaded as one failure, and tells of each', () => {
  const report = {
    testResults: [
      {
        name: 'a.test.ts',
        message: '',
        status: 'failed',
        assertionResults: [test('passed'), test('failed', 'adds up', ['{ seed: 12 }'])],
      },
      { name: 'b.test.ts', message: 'Cannot find module', status: 'failed', assertionResults: [] },
      { name: 'c.test.ts', message: '', status: 'passed', assertionResults: [test('passed'), test('pending')] },
    ],
  }
  expect(countVitest(report)).toEqual({
    passed: 2,
    failed: 2,
    failures: ['a.test.ts: adds up\n{ seed: 12 }', 'b.test.ts\nCannot find module'],
  })
})

it('tells no more of a failure than its beginning', () => {
  const endless = test('failed', 'ends', ['x'.repeat(100_000)])
  const report = { testResults: [{ name: 'a.test.ts', message: '', status: 'failed', assertionResults: [endless] }] }
  expect(countVitest(report).failures[0]?.length).toBeLessThan(2_100)
})

it('counts what went wrong outside of the browser tests, and tells of tests in the depth of a file', () => {
  const result = { errors: [{ message: 'no such button' }] }
  const specs = [{ file: 'a.e2e.ts', title: 'signs in', tests: [{ status: 'unexpected', results: [result] }] }]
  const report = {
    stats: { expected: 3, unexpected: 1, flaky: 0 },
    errors: [{ message: 'port taken' }],
    suites: [{ specs: [], suites: [{ specs }] }],
  }
  expect(countPlaywright(report)).toEqual({
    passed: 3,
    failed: 2,
    failures: ['a.e2e.ts: signs in\nno such button', 'outside of any test\nport taken'],
  })
})
