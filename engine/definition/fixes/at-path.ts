import type { Edit } from '../edit/edit.ts'
import type { Definition } from '../schema.ts'

/**
 * The edit that changes what stands at a dotted place of the words, as findings name it; what becomes `undefined` is taken
 * out of its list. Null where nothing stands there.
 */
export function editAt(definition: Definition, path: string, change: (value: unknown) => unknown): Edit | null {
  const [part = '', ...rest] = path.split('.')
  switch (part) {
    case 'components': {
      const [key = '', ...inside] = rest
      const component = (definition.components as Readonly<Record<string, unknown>>)[key]
      // Whether the value fits the component is asked when the edit is applied.
      return component === undefined ? null : ({ type: 'SetComponent', key, value: changed(component, inside, change) } as Edit)
    }
    case 'sop':
      return definition.sop && ({ type: 'SetSop', sop: changed(definition.sop, rest, change) } as Edit)
    case 'decree':
      return definition.decree && ({ type: 'SetDecree', decree: changed(definition.decree, rest, change) } as Edit)
    case 'identity':
      return { type: 'SetIdentity', patch: changed(definition.identity, rest, change) } as Edit
    default:
      return null
  }
}

/** What stands at a dotted place, or undefined. */
export function valueAt(definition: Definition, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isThing(value) ? value[key] : undefined), definition)
}

function changed(value: unknown, path: readonly string[], change: (value: unknown) => unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return change(value)
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => {
      if (String(index) !== key) return [item]
      const next = changed(item, rest, change)
      return next === undefined ? [] : [next]
    })
  return isThing(value) ? { ...value, [key]: changed(value[key], rest, change) } : value
}

const isThing = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null
