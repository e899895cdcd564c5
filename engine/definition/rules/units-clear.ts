import type { Duration } from '../duration.ts'
import type { Definition } from '../schema.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'

/** Nobody has to guess what a time limit counts: bare days beside working days, or whole days written as open hours, are asked about. */
export const unitsClear: DefinitionRule = {
  name: 'units-clear',
  check(definition) {
    return listsOf(definition).flatMap((list) => {
      const mixed = list.some(({ duration }) => duration.unit === 'workingDay')
      return list.flatMap(({ duration, place }): RuleFinding[] => {
        const { unit, clock, amount } = duration
        if (mixed && unit === 'calendarDay') return [{ code: 'day-units-mixed', ...place, params: { ...place.params, amount } }]
        const days = unit === 'hour' && clock === 'working' && amount >= 24
        return days ? [{ code: 'hours-longer-than-day', ...place, params: { ...place.params, amount } }] : []
      })
    })
  },
}

type Timed = { duration: Duration; place: Pick<RuleFinding, 'nodeId' | 'path' | 'params'> }

/** Times that are read beside each other. */
function listsOf({ components, flow }: Definition): Timed[][] {
  const limits = (['serviceTime', 'complaints'] as const).map((component) =>
    components[component].limits.map(({ duration }, index) => ({
      duration,
      place: { path: `components.${component}.limits.${index}`, params: { component } },
    })),
  )
  const steps = flow.nodes.flatMap((node) =>
    node.kind === 'task' && node.duration ? [{ duration: node.duration, place: { nodeId: node.id } }] : [],
  )
  return [...limits, steps]
}
