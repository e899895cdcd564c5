import type { Finding } from '../rules/finding.ts'
import type { RuleName } from '../rules/rule-names.ts'

/** What a standard is made of, as an author thinks of it. */
export const readinessParts = ['flow', 'people', 'time', 'forms', 'components', 'sop', 'decree', 'channels'] as const
export type ReadinessPart = (typeof readinessParts)[number]

type Home = { part: ReadinessPart; also?: readonly ReadinessPart[] }

/** The part in which each rule is asked, and others in which it is asked as well. */
export const homes: Readonly<Record<RuleName, Home>> = {
  starts: { part: 'flow' },
  'start-by-schedule': { part: 'flow' },
  'first-step': { part: 'flow' },
  reachable: { part: 'flow' },
  'can-reach-end': { part: 'flow' },
  'exits-complete': { part: 'flow' },
  'branches-meet': { part: 'flow' },
  sound: { part: 'flow' },
  'decision-total': { part: 'flow' },
  'branches-cover': { part: 'flow' },
  'decision-decides': { part: 'flow' },
  'examples-hold': { part: 'flow' },
  'scenarios-hold': { part: 'flow' },
  'conditions-valid': { part: 'flow', also: ['forms', 'time'] },
  'rejection-explained': { part: 'flow' },
  'revise-goes-back': { part: 'flow' },
  'calls-fit': { part: 'flow' },
  'duplicate-ids': { part: 'flow', also: ['forms'] },
  'activity-verb-first': { part: 'flow' },
  'names-distinct': { part: 'flow', also: ['forms'] },
  'lanes-filled': { part: 'people' },
  'joint-work': { part: 'people' },
  'assignment-resolvable': { part: 'people' },
  'somebody-can-act': { part: 'people' },
  'maker-not-checker': { part: 'people' },
  'applicant-known': { part: 'people' },
  'actors-distinct': { part: 'people' },
  'duration-valid': { part: 'time', also: ['channels'] },
  'shared-time': { part: 'time' },
  'deadline-acts': { part: 'time' },
  'wait-ends': { part: 'time' },
  'wait-bounded': { part: 'time' },
  'calendar-has-hours': { part: 'time', also: ['channels'] },
  'times-typed': { part: 'time', also: ['channels'] },
  'promise-firm': { part: 'time' },
  'promise-covers': { part: 'time' },
  'time-adds-up': { part: 'time' },
  'units-clear': { part: 'time', also: ['channels'] },
  'forms-exist': { part: 'forms' },
  'fields-consistent': { part: 'forms' },
  'field-limits': { part: 'forms' },
  'fields-fillable': { part: 'forms' },
  'decision-answered': { part: 'forms' },
  'data-in-time': { part: 'forms' },
  'six-components': { part: 'components', also: ['sop'] },
  'eight-components': { part: 'components' },
  'drawing-from-flow': { part: 'components', also: ['channels'] },
  'own-subject': { part: 'components', also: ['flow'] },
  'numbering-generated': { part: 'components', also: ['flow', 'time', 'sop', 'decree', 'channels'] },
  'numbers-given': { part: 'components', also: ['time', 'sop', 'decree', 'channels'] },
  'printable-letters': { part: 'components', also: ['flow', 'people', 'time', 'sop', 'decree', 'channels'] },
  'tariff-based': { part: 'components' },
  'law-in-force': { part: 'components', also: ['sop', 'decree'] },
  'regulations-agree': { part: 'components', also: ['sop'] },
  'staffing-matches-lanes': { part: 'components' },
  'sop-dates': { part: 'sop' },
  'one-complaint-clock': { part: 'channels' },
  'channels-answer': { part: 'channels' },
  'complaints-answered': { part: 'channels' },
}

/** The part to which a finding belongs: where it stands, as far as its rule is asked there. */
export function partOf({ rule, code, path = '', params, formId, nodeId, edgeId, laneId }: Finding): ReadinessPart {
  const home = homes[rule] ?? { part: 'flow' }
  if (code === 'component-empty' || code === 'component-management-empty') return partOfComponent(String(params?.component))
  const there: ReadinessPart | null =
    path === 'sop' || path.startsWith('sop.')
      ? 'sop'
      : path === 'decree' || path.startsWith('decree.')
        ? 'decree'
        : path.startsWith('components.complaints')
          ? 'channels'
          : path.startsWith('components.serviceTime')
            ? 'time'
            : formId
              ? 'forms'
              : laneId
                ? 'people'
                : nodeId || edgeId
                  ? 'flow'
                  : null
  return there && home.also?.includes(there) ? there : home.part
}

/** How complaints are taken is a part of its own, beside the other components. */
export const partOfComponent = (component: string): ReadinessPart => (component === 'complaints' ? 'channels' : 'components')
