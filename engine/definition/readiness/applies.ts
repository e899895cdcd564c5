import { type ComponentKey, componentKeys } from '../components.ts'
import type { FlowNode, TaskNode } from '../flow.ts'
import type { RuleContext } from '../rules/finding.ts'
import type { Definition } from '../schema.ts'
import { homes, partOfComponent, type ReadinessPart } from './parts.ts'

/** One thing that is asked of a part: by a rule, and of the components of each of them by itself. */
export type Requirement = { part: ReadinessPart; rule: string; component?: ComponentKey }

/** What is asked of a definition: of what is not there, and of what is not known, nothing is. */
export function requirementsOf(definition: Definition, context: RuleContext): Requirement[] {
  const asked = Object.entries(homes).flatMap(([rule, { part, also = [] }]): Requirement[] => {
    if (rule === 'six-components' || rule === 'eight-components' || !concerns(rule, definition, context)) return []
    return [part, ...also].flatMap((one) => (isThere(one, definition) ? [{ part: one, rule }] : []))
  })
  const { kind } = definition.identity
  const filled: Requirement[] =
    kind === 'sop'
      ? [{ part: 'sop', rule: 'six-components' }]
      : componentKeys.map((component, index) => ({
          part: partOfComponent(component),
          rule: index < 6 ? 'six-components' : 'eight-components',
          component,
        }))
  return [...filled, ...asked]
}

function isThere(part: ReadinessPart, { identity, forms, sop, decree, components }: Definition): boolean {
  switch (part) {
    case 'forms':
      return forms.length > 0
    case 'sop':
      return identity.kind === 'sop' || sop !== null
    case 'decree':
      return decree !== null
    case 'components':
      return identity.kind === 'service'
    case 'channels':
      return identity.kind === 'service' || components.complaints.channels.length > 0
    case 'flow':
    case 'people':
    case 'time':
      return true
  }
}

/** Whether there is anything that a rule looks at. */
function concerns(rule: string, definition: Definition, context: RuleContext): boolean {
  const { flow, components, forms, sop } = definition
  const has = (...kinds: FlowNode['kind'][]) => flow.nodes.some(({ kind }) => kinds.includes(kind))
  const hasTask = (is: (task: TaskNode) => boolean) => flow.nodes.some((node) => node.kind === 'task' && is(node))
  const asked: Readonly<Record<string, () => boolean>> = {
    'start-by-schedule': () => flow.nodes.some((node) => node.kind === 'start' && node.by === 'schedule'),
    'branches-meet': () => has('parallel', 'join'),
    'decision-total': () => has('decision'),
    'branches-cover': () => has('decision'),
    'decision-decides': () => has('decision'),
    'examples-hold': () => flow.nodes.some((node) => node.kind === 'decision' && node.examples !== undefined),
    'decision-answered': () => has('decision'),
    'data-in-time': () => has('decision'),
    'scenarios-hold': () => definition.scenarios !== undefined && context.calendar !== undefined,
    'conditions-valid': () => has('decision') || forms.some(({ fields }) => fields.some(({ visibleWhen }) => visibleWhen)),
    'calls-fit': () => has('call'),
    'wait-ends': () => has('wait'),
    'wait-bounded': () => has('wait'),
    'rejection-explained': () => flow.nodes.some((node) => node.kind === 'end' && node.result === 'rejected'),
    'revise-goes-back': () => hasTask(({ outcomes }) => outcomes.some(({ kind }) => kind === 'revise')),
    'joint-work': () => hasTask(({ jointLanes, quorum }) => jointLanes.length > 0 || quorum.kind !== 'any'),
    'maker-not-checker': () => hasTask(({ outcomes }) => outcomes.some(({ kind }) => kind === 'accept')),
    'shared-time': () => hasTask(({ sharesTimeWith }) => sharesTimeWith !== undefined),
    'deadline-acts': () => hasTask(({ deadline }) => deadline !== undefined) || !!components.serviceTime.deadline,
    'promise-covers': () => components.serviceTime.limits.length > 0,
    'time-adds-up': () => context.calendar !== undefined && components.serviceTime.limits.length > 0,
    'calendar-has-hours': () => context.calendar !== undefined,
    'somebody-can-act': () => context.holders !== undefined,
    'one-complaint-clock': () => context.inForce !== undefined && components.complaints.limits.length > 0,
    'law-in-force': () => context.regulations !== undefined,
    'tariff-based': () => components.fee.kind === 'tariff',
    'staffing-matches-lanes': () => components.staffing.count !== undefined,
    'sop-dates': () => sop?.madeOn !== undefined,
    'channels-answer': () => components.complaints.channels.length > 0,
    'complaints-answered': () => components.complaints.channels.length > 0,
  }
  return asked[rule]?.() ?? true
}
