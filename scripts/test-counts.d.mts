type Counts = { passed: number; failed: number; failures: string[] }
type Told = { message: string }
type VitestTest = { status: string; fullName: string; failureMessages: string[] }
type VitestReport = { testResults: ({ name: string; status: string; assertionResults: VitestTest[] } & Told)[] }
type Spec = { file: string; title: string; tests: { status: string; results: { errors: Told[] }[] }[] }
type Suite = { specs: Spec[]; suites?: Suite[] }
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number }
  errors: Told[]
  suites: Suite[]
}

export function countVitest(report: VitestReport): Counts
export function countPlaywright(report: PlaywrightReport): Counts
