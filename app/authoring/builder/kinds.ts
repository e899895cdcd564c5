import type { IconName } from '#app/ui/icon.tsx'
import type { NewKind } from './steps.ts'

/** What the palette offers, in its order. */
export const paletteKinds = [
  'task',
  'review',
  'decision',
  'parallel',
  'wait',
  'call',
  'event',
  'end',
  'start',
] as const satisfies readonly NewKind[]
/** What may stand in the middle of a line. */
export const insertable = [
  'task',
  'review',
  'decision',
  'parallel',
  'join',
  'wait',
  'call',
  'event',
] as const satisfies readonly NewKind[]

export const kindIcon = {
  task: 'edit',
  review: 'check-circle',
  decision: 'help',
  parallel: 'split',
  join: 'merge',
  wait: 'clock',
  call: 'copy',
  event: 'flag',
  end: 'minus',
  start: 'chevron-right',
} as const satisfies Record<NewKind, IconName>

/** Type of what is dragged from the palette. */
export const dragType = 'application/x-baku-step'
export const isNewKind = (text: string): text is NewKind => paletteKinds.some((kind) => kind === text)
