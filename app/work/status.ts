import type { Tone } from '#app/ui/badge.tsx'

export const statusTone = {
  running: 'info',
  completed: 'success',
  rejected: 'danger',
  cancelled: 'neutral',
  incident: 'danger',
  suspended: 'warning',
} as const satisfies Record<string, Tone>

export type ShownStatus = Exclude<keyof typeof statusTone, 'incident' | 'suspended'>
const shown: readonly string[] = ['running', 'completed', 'rejected', 'cancelled'] satisfies ShownStatus[]
/** A request that is stored has begun. */
export const shownStatus = (status: string): ShownStatus => (shown.includes(status) ? (status as ShownStatus) : 'running')

type Standing = { status: ShownStatus; incident: boolean; suspended: boolean }
/** How a request stands in one word: what keeps it from going on is said before that it runs. */
export const statusNow = ({ status, incident, suspended }: Standing): keyof typeof statusTone =>
  status !== 'running' ? status : incident ? 'incident' : suspended ? 'suspended' : status
