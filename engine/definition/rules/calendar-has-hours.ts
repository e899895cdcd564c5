import { type Calendar, calendarOf } from '../../calendar/index.ts'
import { workingDaysOf } from '../../calendar/working-days.ts'
import type { Duration } from '../duration.ts'
import type { FlowNode } from '../flow.ts'
import type { Definition } from '../schema.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'

/** Whatever counts working time does so in a calendar that has some, and every unit named is one of the agency's. */
export const calendarHasHours: DefinitionRule = {
  name: 'calendar-has-hours',
  check(definition, { calendar }) {
    if (!calendar) return []
    return [...unknownUnits(definition, calendar), ...uncountable(definition, calendar)]
  },
}

function unknownUnits({ identity, flow }: Definition, { units }: Calendar): RuleFinding[] {
  const isGone = (unit: string | undefined) => unit !== undefined && !units.some(({ id }) => id === unit)
  const code = 'calendar-unit-unknown'
  return [
    ...(isGone(identity.calendarUnit)
      ? [{ code, path: 'identity.calendarUnit', params: { unit: String(identity.calendarUnit) } } as const]
      : []),
    ...flow.lanes
      .filter((lane) => isGone(lane.calendarUnit))
      .map((lane) => ({ code, laneId: lane.id, params: { unit: String(lane.calendarUnit) } }) as const),
  ]
}

function uncountable({ identity, flow, components }: Definition, calendar: Calendar): RuleFinding[] {
  const steps = flow.nodes.flatMap((node) => {
    const duration = durationOf(node)
    if (!duration) return []
    const lane = flow.lanes.find(({ id }) => id === node.lane)
    return ofDuration(duration, lane?.calendarUnit ?? identity.calendarUnit, { nodeId: node.id }, calendar)
  })
  const limits = (['serviceTime', 'complaints'] as const).flatMap((key) =>
    components[key].limits.flatMap(({ duration }, index) =>
      ofDuration(duration, identity.calendarUnit, { path: `components.${key}.limits.${index}` }, calendar),
    ),
  )
  return [...steps, ...limits]
}

/** The time that a step takes, or that a wait lasts or lasts at most. */
function durationOf(node: FlowNode): Duration | undefined {
  if (node.kind === 'task') return node.duration
  if (node.kind !== 'wait') return undefined
  switch (node.until.kind) {
    case 'duration':
      return node.until.duration
    case 'report':
      return node.until.atMost
    case 'moment':
      return undefined
  }
}

function ofDuration(
  duration: Duration,
  unitId: string | undefined,
  place: Partial<RuleFinding>,
  calendar: Calendar,
): RuleFinding[] {
  const counted = calendarOf(calendar, unitId)
  if (!countsWorkingTime(duration) || workingDaysOf(counted).hasHours) return []
  if (counted.unit === undefined) return [{ code: 'calendar-without-hours', ...place }]
  return [{ code: 'calendar-unit-without-hours', ...place, params: { unit: counted.unit } }]
}

const countsWorkingTime = ({ unit, clock }: Duration): boolean =>
  unit === 'workingDay' || ((unit === 'minute' || unit === 'hour') && clock === 'working')
