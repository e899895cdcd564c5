import type { Tone } from '#app/ui/badge.tsx'

export const statusTone = {
  running: 'info',
  completed: 'success',
  rejected: 'danger',
  cancelled: 'neutral',
} as const satisfies Record<string, Tone>

export type ShownStatus = keyof typeof statusTone
/** A request that is stored has begun. */
export const shownStatus = (status: string): ShownStatus => (status in statusTone ? (status as ShownStatus) : 'running')
