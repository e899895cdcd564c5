import type { Watch } from '#app/use-cases/instances/read-monitor.server.ts'

/** The lists of the monitor, the most pressing first, by their words in addresses. */
export const watchWords = {
  stopped: 'terhenti',
  nobody: 'tanpa-pelaksana',
  late: 'terlambat',
  soon: 'segera',
  suspended: 'ditangguhkan',
} as const satisfies Record<Watch, string>
export const watches = Object.keys(watchWords) as readonly Watch[]

export const watchAt = (word: string | null): Watch | null => watches.find((watch) => watchWords[watch] === word) ?? null

/** One thing that needs an eye: what, of which request, and why. */
export type WatchLine = { id: string; title: string; href: string; request: string; why: string; dueAt: number | null }
/** `all` is how many there are, of which `read` were read. */
export type WatchList = { lines: readonly WatchLine[]; all: number; read: number }
