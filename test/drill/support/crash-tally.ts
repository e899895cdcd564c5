import { printTable } from '#test/support/table.ts'
import type { Clockwork } from './clockwork.ts'
import type { Found } from './invariants.ts'
import { codesOf, machine, secondsOf } from './report.ts'
import type { Desk } from './writers.ts'

/** What was killed how often, what it took, and when something was away for it. */
export type Tally = {
  kills: Record<string, number>
  again: Record<string, number[]>
  away: { from: number; to: number }[]
  checks: number
  last: (Found & { clockwork: Clockwork }) | null
}

export const newTally = (): Tally => ({ kills: {}, again: {}, away: [], checks: 0, last: null })

/** Something was killed and is ready again now, after so many milliseconds. */
export function note({ kills, again, away }: Tally, what: string, milliseconds: number): void {
  away.push({ from: Date.now() - milliseconds, to: Date.now() })
  kills[what] = (kills[what] ?? 0) + 1
  again[what] = [...(again[what] ?? []), milliseconds]
}

export function report(title: string, { kills, again, away, checks, last }: Tally, { ledger, line: { counts } }: Desk): void {
  const done = ledger.orders.filter(({ state }) => state === 'acknowledged')
  const by: Record<string, number> = {}
  for (const { act } of done) by[act] = (by[act] ?? 0) + 1
  printTable(
    [title, machine()],
    [
      ...Object.entries(kills).map(([what, n]) => [
        `killed: ${what}`,
        `${n}; ready again in s, median (most): ${secondsOf(again[what] ?? [])}`,
      ]),
      ['commands acknowledged', `${done.length}: ${codesOf(by)}`],
      ['commands refused', `${ledger.countOf('refused')}: ${codesOf(ledger.refusals())}`],
      ['sendings without an answer', counts.unanswered],
      ['told to try again (503)', counts.unavailable],
      ['failed (500)', counts.failed],
      ['sent again under the same key', counts.resent],
      ['events, instances, acts of the trail', `${last?.events}, ${last?.instances}, ${last?.acts}`],
      ...(last ? clockLines(last.clockwork, away) : []),
      ['lost', 0],
      ['there twice', 0],
      ['checks of everything', checks],
    ],
  )
}

function clockLines({ fired, calls, notices }: Clockwork, away: Tally['away']): [string, string | number][] {
  const by: Record<string, number> = {}
  for (const { what } of fired) by[what] = (by[what] ?? 0) + 1
  const meanwhile = fired.filter(({ due }) => away.some(({ from, to }) => due >= from && due <= to))
  return [
    ['done by the clock, each once', `${fired.length}: ${codesOf(by)}`],
    ['of these due while something was away', meanwhile.length],
    ['after it was due in s, median (most)', secondsOf(fired.map(({ due, at }) => at - due))],
    ['calls', codesOf(calls)],
    ['notices', notices],
    ['fallen due and never done', 0],
  ]
}
