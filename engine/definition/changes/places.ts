import type { Field } from '../form.ts'
import type { Definition } from '../schema.ts'
import { type DefinitionPart, type ItemPart, order, wholeOf } from './part.ts'
import { type Spot, spotAt } from './spots.ts'

type Item = { readonly id: string }
type Members = Readonly<Record<string, unknown>>

/** The list that a thing stands in; undefined where what should hold it is not there. */
export function listOf(definition: Definition, part: ItemPart): readonly Item[] | undefined {
  switch (part.of) {
    case 'node':
      return definition.flow.nodes
    case 'edge':
      return definition.flow.edges
    case 'lane':
      return definition.flow.lanes
    case 'form':
      return definition.forms
    case 'scenario':
      return definition.scenarios ?? []
    case 'field': {
      const form = definition.forms.find(({ id }) => id === part.form)
      if (part.group === undefined) return form?.fields
      const group = form?.fields.find(({ id }) => id === part.group)
      return group?.kind === 'group' ? group.fields : undefined
    }
  }
}

/** The definition with another list in its place. */
export function withList(definition: Definition, part: ItemPart, list: readonly Item[]): Definition {
  const { flow } = definition
  switch (part.of) {
    case 'node':
      return { ...definition, flow: { ...flow, nodes: list as Definition['flow']['nodes'] } }
    case 'edge':
      return { ...definition, flow: { ...flow, edges: list as Definition['flow']['edges'] } }
    case 'lane':
      return { ...definition, flow: { ...flow, lanes: list as Definition['flow']['lanes'] } }
    case 'form':
      return { ...definition, forms: list as Definition['forms'] }
    case 'scenario': {
      // Without any, a definition says nothing of them.
      const { scenarios: _, ...rest } = definition
      return list.length === 0 ? rest : { ...rest, scenarios: list as NonNullable<Definition['scenarios']> }
    }
    case 'field': {
      const { group } = part
      const within = (fields: readonly Field[]): Field[] =>
        group === undefined
          ? (list as Field[])
          : fields.map((field) => (field.id === group ? ({ ...field, fields: list } as Field) : field))
      const forms = definition.forms.map((form) => (form.id === part.form ? { ...form, fields: within(form.fields) } : form))
      return { ...definition, forms }
    }
  }
}

/** What stands at a part now; undefined where nothing does. Of an `order` it is the item's spot. */
export function valueAt(definition: Definition, part: DefinitionPart): unknown {
  if (!('member' in part) || part.member === undefined) return wholeAt(definition, part)
  if (part.member === order) return spotOf(definition, part as ItemPart)
  const holder = wholeAt(definition, wholeOf(part))
  return typeof holder === 'object' && holder !== null ? (holder as Members)[part.member] : undefined
}

function wholeAt(definition: Definition, part: DefinitionPart): unknown {
  switch (part.of) {
    case 'layout':
      return definition.layout[part.id]
    case 'identity':
      return definition.identity
    case 'component':
      return definition.components[part.key]
    case 'label':
      return definition.labels[part.key]
    case 'sop':
    case 'decree':
    case 'notes':
      return definition[part.of]
    default:
      return listOf(definition, part)?.find(({ id }) => id === part.id)
  }
}

function spotOf(definition: Definition, part: ItemPart): Spot | undefined {
  const ids = (listOf(definition, part) ?? []).map(({ id }) => id)
  const index = ids.indexOf(part.id)
  return index === -1 ? undefined : spotAt(ids, index)
}

/** Whether what a member belongs to is there to hold it. */
export const isHeld = (definition: Definition, part: DefinitionPart): boolean => {
  if (!('member' in part) || part.member === undefined) return part.of !== 'field' || listOf(definition, part) !== undefined
  const holder = wholeAt(definition, wholeOf(part))
  return typeof holder === 'object' && holder !== null
}

/** The definition with something else at a part, or nothing. An `order` is no value of its own: `arranged` puts it. */
export function withValue(definition: Definition, part: DefinitionPart, value: unknown): Definition {
  if (!('member' in part) || part.member === undefined) return withWhole(definition, part, value)
  const whole = wholeOf(part)
  const holder = wholeAt(definition, whole) as Members
  return withWhole(definition, whole, withKey(holder, part.member, value))
}

function withKey(holder: Members, key: string, value: unknown): Members {
  const { [key]: _, ...rest } = holder
  return value === undefined ? rest : { ...rest, [key]: value }
}

function withWhole(definition: Definition, part: DefinitionPart, value: unknown): Definition {
  switch (part.of) {
    case 'layout':
      return { ...definition, layout: withKey(definition.layout, part.id, value) as Definition['layout'] }
    case 'label':
      return { ...definition, labels: withKey(definition.labels, part.key, value) as Definition['labels'] }
    case 'component':
      return { ...definition, components: { ...definition.components, [part.key]: value } }
    case 'identity':
    case 'sop':
    case 'decree':
    case 'notes':
      return { ...definition, [part.of]: value }
    default:
      return withItem(definition, part, value as Item | undefined)
  }
}

function withItem(definition: Definition, part: ItemPart, item: Item | undefined): Definition {
  const list = listOf(definition, part) ?? []
  if (item === undefined)
    return withList(
      definition,
      part,
      list.filter(({ id }) => id !== part.id),
    )
  const stands = list.some(({ id }) => id === part.id)
  return withList(definition, part, stands ? list.map((other) => (other.id === part.id ? item : other)) : [...list, item])
}
