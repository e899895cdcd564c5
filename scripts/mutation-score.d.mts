type Mutant = {
  status: string
  mutatorName: string
  replacement?: string
  location: { start: { line: number; column: number } }
}
type Report = { files: Readonly<Record<string, { mutants: readonly Mutant[] }>> }
type Mutants = { killed: number; missed: number }

export function countMutants(report: Report): Mutants
export function scoreOf(mutants: Mutants): number
export function survivors(report: Report): string[]
