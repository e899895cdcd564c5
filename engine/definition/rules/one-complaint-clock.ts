import { printDuration } from '../../calendar/print.ts'
import type { DefinitionRule, RuleContext, RuleFinding } from './finding.ts'

type Limit = NonNullable<RuleContext['inForce']>[number]['complaintLimits'][number]

/** One office answers complaints of one class in one time, whichever of its standards they are about (D3). */
export const oneComplaintClock: DefinitionRule = {
  name: 'one-complaint-clock',
  check({ components }, { inForce, self }) {
    const others = (inForce ?? []).filter(({ slug }) => slug !== self?.slug)
    return components.complaints.limits.flatMap((limit, index): RuleFinding[] => {
      const differing = others.flatMap(({ title, complaintLimits }) => {
        const same = complaintLimits.find((other) => nameOf(other) === nameOf(limit))
        return same && !isSameTime(same, limit) ? [{ title, time: timeOf(same) }] : []
      })
      const [first] = differing
      if (first === undefined) return []
      const params = {
        component: 'complaints',
        class: limit.class,
        time: timeOf(limit),
        standard: first.title,
        other: first.time,
      }
      return [{ code: 'complaint-clocks-differ', path: `components.complaints.limits.${index}`, params }]
    })
  },
}

/** "Pengaduan ringan" and "ringan" are one class. */
const nameOf = ({ class: name }: Limit): string =>
  name
    .toLocaleLowerCase('id')
    .replace(/^(?:pengaduan|aduan)\s+(?:yang\s+)?(?:bersifat\s+)?/, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whether they last equally long, however they are worded. */
function isSameTime({ duration: one }: Limit, { duration: other }: Limit): boolean {
  return (['amount', 'upTo', 'unit', 'clock'] as const).every((part) => one[part] === other[part])
}

const timeOf = ({ duration }: Limit): string => printDuration(duration, 'id')
