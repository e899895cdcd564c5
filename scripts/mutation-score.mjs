const noticed = new Set(['Killed', 'Timeout'])
const missed = new Set(['Survived', 'NoCoverage'])

/** How many mutants of a report the tests noticed, out of those that can be run. */
export function countMutants({ files }) {
  const statuses = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status))
  return {
    killed: statuses.filter((status) => noticed.has(status)).length,
    missed: statuses.filter((status) => missed.has(status)).length,
  }
}

/** Share of mutants noticed, in per cent; with nothing to notice there is nothing to miss. */
export const scoreOf = ({ killed, missed }) => (killed + missed === 0 ? 100 : (100 * killed) / (killed + missed))

/** Where the tests saw nothing: place, kind of change, and what it was changed to. */
export function survivors({ files }) {
  return Object.entries(files).flatMap(([file, { mutants }]) =>
    mutants
      .filter(({ status }) => missed.has(status))
      .map(({ location: { start }, mutatorName, replacement = '' }) => {
        const change = replacement.replace(/\s+/g, ' ').slice(0, 80)
        return `${file}:${start.line}:${start.column} ${mutatorName} ${change}`
      }),
  )
}

/** Files of tests of which the report knows no test: they did not load, and what they hold was not asked for. */
export const testsGone = ({ testFiles = {} }, expected) => expected.filter((file) => (testFiles[file]?.tests.length ?? 0) === 0)
