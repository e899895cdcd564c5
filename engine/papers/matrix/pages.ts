import type { Line } from './lines.ts'

export type PageSpan = { first: number; count: number }

/** How many rows a page may give up to break where fewer arrows cross. */
const mayGiveUp = 3

/** Heights of the rows of a page: what there is, what they likely need, which is known at once, and what they need as drawn. */
export type Heights = { available: number; usual: (span: PageSpan) => number; drawn: (span: PageSpan) => number }

/**
 * Breaks between rows so that each page fits: of the last few rows that fit, after the one that the fewest arrows pass
 * (domain 2.5 rule 10). One row always has a page.
 */
export function breakPages(rows: number, lines: readonly Line[], heights: Heights): PageSpan[] {
  const pages: PageSpan[] = []
  for (let first = 0; first < rows; ) {
    const count = countThatFits(first, rows, heights)
    const end = first + count < rows ? quietest(first, first + count, lines, heights) : rows
    pages.push({ first, count: end - first })
    first = end
  }
  return pages
}

function countThatFits(first: number, rows: number, { available, usual, drawn }: Heights): number {
  const span = (count: number): PageSpan => ({ first, count })
  let count = 1
  while (first + count < rows && usual(span(count + 1)) <= available) count += 1
  while (count > 1 && drawn(span(count)) > available) count -= 1
  const next = () => drawn(span(count)) + usual(span(count + 1)) - usual(span(count))
  while (first + count < rows && next() <= available && drawn(span(count + 1)) <= available) count += 1
  return count
}

function quietest(first: number, end: number, lines: readonly Line[], { available, drawn }: Heights): number {
  const breaks = Array.from({ length: mayGiveUp }, (_, given) => end - given).filter((at) => at > first)
  const passing = (at: number) => lines.filter(({ from, to }) => Math.min(from, to) < at && Math.max(from, to) >= at).length
  const quiet = breaks.toSorted((a, b) => passing(a) - passing(b))
  return quiet.find((at) => at === end || drawn({ first, count: at - first }) <= available) ?? end
}
