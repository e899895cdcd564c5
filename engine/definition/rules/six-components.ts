import { type ComponentKey, publishedComponentKeys } from '../components.ts'
import type { Definition } from '../schema.ts'
import type { DefinitionRule } from './finding.ts'

/** A service standard is not set before its six published components are filled (UU 25/2009; domain 1.2), nor an SOP without its identity page. */
export const sixComponents: DefinitionRule = {
  name: 'six-components',
  check(definition) {
    if (definition.identity.kind === 'sop') return definition.sop === null ? [{ code: 'sop-block-missing', path: 'sop' }] : []
    return publishedComponentKeys
      .filter((key) => !isFilled(key, definition))
      .map((key) => ({ code: 'component-empty', path: `components.${key}`, params: { component: key } }))
  },
}

function isFilled(key: ComponentKey, { components, flow }: Definition): boolean {
  switch (key) {
    case 'requirements':
      return components.requirements.items.length > 0
    case 'procedure':
      return flow.nodes.some((node) => node.kind === 'task')
    case 'serviceTime':
      return components.serviceTime.limits.length > 0
    case 'fee':
      return components.fee.kind === 'free' || (components.fee.kind === 'tariff' && components.fee.lines.length > 0)
    case 'products':
      return components.products.items.length > 0
    case 'complaints':
      return components.complaints.channels.length > 0
    default:
      return true
  }
}
