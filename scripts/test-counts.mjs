const longest = 2_000

/** One failure as it stands at the end of a run: where, and the beginning of what was said (a seed, if there is one). */
const told = (place, messages) => `${place}\n${messages.join('\n').slice(0, longest)}`.trimEnd()

/** Vitest's JSON report; a file that could not be loaded has no tests and counts as one failure. */
export function countVitest({ testResults }) {
  const tests = testResults.flatMap(({ name, assertionResults }) => assertionResults.map((test) => ({ ...test, file: name })))
  const failed = tests.filter(({ status }) => status === 'failed')
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: failed.length + unloaded.length,
    failures: [
      ...failed.map(({ file, fullName, failureMessages }) => told(`${file}: ${fullName}`, failureMessages)),
      ...unloaded.map(({ name, message }) => told(name, [message])),
    ],
  }
}

/** Playwright's JSON report; what went wrong outside of any test counts as well. */
export function countPlaywright({ stats, errors, suites }) {
  const bad = suites
    .flatMap(specsOf)
    .filter(({ tests }) => tests.some(({ status }) => status !== 'expected' && status !== 'skipped'))
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    failures: [
      ...bad.map(({ file, title, tests }) =>
        told(
          `${file}: ${title}`,
          tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors.map(({ message }) => message))),
        ),
      ),
      ...errors.map(({ message }) => told('outside of any test', [message])),
    ],
  }
}

const specsOf = ({ specs, suites = [] }) => [...specs, ...suites.flatMap(specsOf)]
