import type { Recurrence } from '../recurrence.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'

/** A start by the clock says when it comes, in parts that fit together. */
export const startBySchedule: DefinitionRule = {
  name: 'start-by-schedule',
  check({ flow }) {
    return flow.nodes.flatMap((node): RuleFinding[] => {
      if (node.kind !== 'start' || node.by !== 'schedule') return []
      if (node.every === undefined) return [{ code: 'schedule-missing', nodeId: node.id }]
      return ofRecurrence(node.every).map((code) => ({ code, nodeId: node.id }))
    })
  },
}

const months = { week: 0, month: 0, quarter: 3, year: 12 } as const satisfies Record<Recurrence['every'], number>

function ofRecurrence({ every, month, day }: Recurrence): ('schedule-month' | 'schedule-day')[] {
  const fits = months[every] === 0 || (month !== undefined && month <= months[every])
  const dayFits = every !== 'week' || (day !== 'last' && day <= 7)
  return [...(fits ? [] : (['schedule-month'] as const)), ...(dayFits ? [] : (['schedule-day'] as const))]
}
