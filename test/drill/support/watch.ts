import { statusOf } from './load.ts'
import { milliseconds } from './pause.ts'

export type Probe = { at: number; status: number | null; ms: number }
export type Watch = { live: readonly Probe[]; ready: readonly Probe[]; stop(): Promise<void> }

/** Asks all along whether the program lives and whether it is ready. */
export function watch(origin: string): Watch {
  let stopped = false
  const keepAsking = async (path: string, into: Probe[]) => {
    while (!stopped) {
      const at = performance.now()
      const status = await statusOf(origin + path, 10_000)
      into.push({ at, status, ms: performance.now() - at })
      await milliseconds(100)
    }
  }
  const live: Probe[] = []
  const ready: Probe[] = []
  const asking = [keepAsking('/healthz', live), keepAsking('/readyz', ready)]
  return {
    live,
    ready,
    async stop() {
      stopped = true
      await Promise.all(asking)
    },
  }
}
