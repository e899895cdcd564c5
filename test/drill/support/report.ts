import { cpus, totalmem } from 'node:os'
import { quantile } from '#test/support/table.ts'

/** The machine that the figures are of. */
export function machine(): string {
  const gigabytes = Math.round(totalmem() / 1024 ** 3)
  return `${new Date().toISOString().slice(0, 10)}, ${cpus().length} processors, ${gigabytes} GB, Node ${process.version}`
}

export const say = (text: string) => void process.stdout.write(`${text}\n`)

/** `median (most)` in seconds. */
export function secondsOf(milliseconds: readonly number[]): string {
  if (milliseconds.length === 0) return '-'
  const text = (value: number) => (value / 1000).toFixed(2)
  return `${text(quantile(milliseconds, 0.5))} (${text(Math.max(...milliseconds))})`
}

export const codesOf = (counted: Readonly<Record<string, number>>): string =>
  Object.entries(counted)
    .sort(([, a], [, b]) => b - a)
    .map(([code, n]) => `${code} ${n}`)
    .join(', ') || 'none'
