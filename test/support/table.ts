/** Prints figures as a table that can be pasted into docs. */
export function printTable(head: readonly string[], lines: readonly (readonly (string | number)[])[]): void {
  const text = [head, ...lines].map((line) => line.map(String))
  const widths = head.map((_, column) => Math.max(...text.map((line) => line[column]?.length ?? 0)))
  const row = (cells: readonly string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`
  const [first = [], ...rest] = text
  const rule = row(widths.map((width) => '-'.repeat(width)))
  process.stdout.write(`\n${[row(first), rule, ...rest.map(row)].join('\n')}\n\n`)
}

/** The value below which this part of them lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN
}
