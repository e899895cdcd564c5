import type { DefinitionFix } from './fix.ts'
import { sole } from './found.ts'
import { spelled } from './spelled.ts'

/** As many people are promised as roles work; the one figure in the words follows. Words without any may spell it out. */
export const staffAsLanes = {
  name: 'staff-as-lanes',
  codes: ['staffing-below-lanes'],
  propose({ components }, { params }) {
    const lanes = Number(params?.lanes)
    const { text } = components.staffing
    if (!Number.isInteger(lanes)) return null
    if (text === undefined) return [{ type: 'SetComponent', key: 'staffing', value: { count: lanes } }]
    const figure = sole(text.match(/\d+(?:\s*\([\p{L}\s]+\))?/gu) ?? [])
    if (figure === undefined) return null
    const words = text.replace(figure, `${lanes} (${spelled(lanes)})`)
    return [{ type: 'SetComponent', key: 'staffing', value: { count: lanes, text: words } }]
  },
} as const satisfies DefinitionFix
