import { Duration, type DurationUnit } from '../duration.ts'
import type { DefinitionFix } from './fix.ts'
import { sole, taskFound } from './found.ts'

/** A time that is all that its line says becomes a limit that reminds, and its line goes. */
export const typeTime = {
  name: 'type-time',
  codes: ['time-in-words', 'promise-in-words'],
  propose(definition, finding) {
    const task = taskFound(definition, finding)
    if (task) {
      const duration = task.remark === undefined ? null : timeOf(task.remark)
      return duration && [{ type: 'UpdateNode', node: task.id, patch: { duration, remark: undefined } }]
    }
    const { serviceTime } = definition.components
    if (finding.path !== 'components.serviceTime') return null
    const typed = serviceTime.notes.flatMap((line) => timeOf(line) ?? [])
    const duration = sole(typed)
    if (!duration) return null
    const notes = serviceTime.notes.filter((line) => timeOf(line) === null)
    return [{ type: 'SetComponent', key: 'serviceTime', value: { ...serviceTime, limits: [{ duration }], notes } }]
  },
} as const satisfies DefinitionFix

const said =
  /^(maksimal|paling lama|paling lambat|selama|dalam(?: waktu)?)?\s*(\d{1,4})\s*(?:\([\p{L}\s]+\)\s*)?(menit|jam|hari kerja|hari kalender|minggu|bulan)\s*\.?$/iu
const units: Readonly<Record<string, DurationUnit>> = {
  ...{ menit: 'minute', jam: 'hour', minggu: 'week', bulan: 'month' },
  ...{ 'hari kerja': 'workingDay', 'hari kalender': 'calendarDay' },
}

/** The time that a line is; null where it says more, or where "hari" may be of work or not. */
function timeOf(line: string): Duration | null {
  const [, lead = '', amount, unit = ''] = said.exec(line.trim()) ?? []
  const counted = units[unit.toLocaleLowerCase('id').replaceAll(/\s+/g, ' ')]
  if (amount === undefined || counted === undefined) return null
  return Duration.parse({ amount: Number(amount), unit: counted, maximum: /^(?:maksimal|paling)/i.test(lead) })
}
