/** The lists of the monitor, the most pressing first. */
export const watches = ['stopped', 'nobody', 'late', 'soon', 'suspended'] as const
export type Watch = (typeof watches)[number]

/** One thing that needs an eye: what, of which request, and why. */
export type WatchLine = { id: string; title: string; href: string; request: string; why: string; dueAt: number | null }
