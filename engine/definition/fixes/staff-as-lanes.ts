import type { DefinitionFix } from './fix.ts'
import { spelled } from './spelled.ts'

/** As many people are promised as roles work; the one figure in the words follows. */
export const staffAsLanes = {
  name: 'staff-as-lanes',
  codes: ['staffing-below-lanes'],
  propose({ components }, { params }) {
    const lanes = Number(params?.lanes)
    const { text } = components.staffing
    const figures = text?.match(/\d+(?:\s*\([\p{L}\s]+\))?/gu) ?? []
    if (!Number.isInteger(lanes) || figures.length > 1) return null
    const words = text?.replace(figures[0] ?? '', figures.length === 0 ? '' : `${lanes} (${spelled(lanes)})`)
    return [{ type: 'SetComponent', key: 'staffing', value: { count: lanes, ...(words === undefined ? {} : { text: words }) } }]
  },
} as const satisfies DefinitionFix
