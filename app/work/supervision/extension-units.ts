import type { Extension } from '#engine'

/** In what a supervisor gives more time; the first is offered. */
export const extensionUnits = [
  'workingDay',
  'hour',
  'calendarDay',
  'week',
  'month',
] as const satisfies readonly Extension['unit'][]
