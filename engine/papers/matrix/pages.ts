import type { Line } from './lines.ts'

export type PageSpan = { first: number; count: number }

/** How many rows a page may give up to break where fewer arrows cross. */
const mayGiveUp = 3

/**
 * Breaks between rows so that each page fits: of the last few rows that fit, after the one that the fewest arrows pass
 * (domain 2.5 rule 10). `fits` tells whether the rows of a page fit when it ends before `end`; one row always has a page.
 */
export function breakPages(rows: number, lines: readonly Line[], fits: (span: PageSpan) => boolean): PageSpan[] {
  const pages: PageSpan[] = []
  for (let first = 0; first < rows; ) {
    const count = countThatFits(first, rows, fits)
    const end = first + count < rows ? quietest(first, first + count, lines) : rows
    pages.push({ first, count: end - first })
    first = end
  }
  return pages
}

function countThatFits(first: number, rows: number, fits: (span: PageSpan) => boolean): number {
  let count = 1
  while (first + count < rows && fits({ first, count: count + 1 })) count += 1
  return count
}

function quietest(first: number, end: number, lines: readonly Line[]): number {
  const breaks = Array.from({ length: mayGiveUp }, (_, given) => end - given).filter((at) => at > first)
  const passing = (at: number) => lines.filter(({ from, to }) => Math.min(from, to) < at && Math.max(from, to) >= at).length
  return breaks.reduce((best, at) => (passing(at) < passing(best) ? at : best), end)
}
