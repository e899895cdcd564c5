import type { DefinitionFix } from './fix.ts'

/** Where the unit of a calendar is gone the calendar of the agency counts. */
export const agencyCalendar = {
  name: 'agency-calendar',
  codes: ['calendar-unit-unknown'],
  propose(_definition, { laneId }) {
    const patch = { calendarUnit: undefined }
    return [laneId ? { type: 'UpdateLane', lane: laneId, patch } : { type: 'SetIdentity', patch }]
  },
} as const satisfies DefinitionFix
