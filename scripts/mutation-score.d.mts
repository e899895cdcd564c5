type Mutant = {
  status: string
  mutatorName: string
  replacement?: string
  location: { start: { line: number; column: number } }
}
type Report = { files: Readonly<Record<string, { mutants: readonly Mutant[] }>> }
type TestFiles = Readonly<Record<string, { tests: readonly unknown[] }>>
type Mutants = { killed: number; missed: number }

export function countMutants(report: Report): Mutants
export function scoreOf(mutants: Mutants): number
export function survivors(report: Report): string[]
export function testsGone(report: { testFiles?: TestFiles }, expected: readonly string[]): string[]
