const least = 20_000
const lives = 'commands in random lives'

/** What the tests told of how much they tried. */
export const countsTold = (output) =>
  [...output.matchAll(/^counted (\d+) (.+)$/gm)].map(([, count, what]) => ({ count: Number(count), what: what.trim() }))

/** Says so when random lives were too few to mean something; null when they were enough. */
export function shortOf(counts) {
  const count = counts.find(({ what }) => what === lives)?.count ?? 0
  return count >= least ? null : `Only ${count} ${lives}: at least ${least} are promised.`
}
