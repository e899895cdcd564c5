import type { Event } from '#engine/instance/messages.ts'

/** An event without what anybody entered: what was done and why stays. */
export function withoutData(event: Event): Event {
  switch (event.type) {
    case 'DataCorrected':
      return { ...event, changes: [] }
    case 'WaitBegan':
      return event.call ? { ...event, call: { ...event.call, data: {} } } : event
    case 'DecisionTaken':
      return { ...event, inputs: {} }
    case 'IncidentRaised':
      return event.inputs ? { ...event, inputs: {} } : event
    default:
      return 'data' in event ? { ...event, data: {} } : event
  }
}
