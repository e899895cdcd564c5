type Counts = { passed: number; failed: number }
type VitestReport = { testResults: { status: string; assertionResults: { status: string }[] }[] }
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] }

export function countVitest(report: VitestReport): Counts
export function countPlaywright(report: PlaywrightReport): Counts
