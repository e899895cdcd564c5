import { type ComponentKey, componentKeys, publishedComponentKeys } from '../components.ts'
import type { Definition } from '../schema.ts'
import type { DefinitionRule } from './finding.ts'

/** The eight components of management are part of a standard too; an empty one is set, but warned of (PermenPANRB 15/2014). */
export const eightComponents: DefinitionRule = {
  name: 'eight-components',
  check(definition) {
    if (definition.identity.kind === 'sop') return []
    return componentKeys
      .filter((key) => !publishedComponentKeys.includes(key) && isEmpty(key, definition))
      .map((key) => ({ code: 'component-management-empty', path: `components.${key}`, params: { component: key } }))
  },
}

function isEmpty(key: ComponentKey, { components }: Definition): boolean {
  if (key === 'staffing') return components.staffing.count === undefined && !components.staffing.text
  const part = components[key]
  return 'items' in part && part.items.length === 0
}
