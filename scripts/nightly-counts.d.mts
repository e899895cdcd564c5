type Count = { count: number; what: string }
export function countsTold(output: string): Count[]
export function shortOf(counts: readonly Count[]): string | null
