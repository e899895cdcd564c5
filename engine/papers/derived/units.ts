import type { DefinitionPart, PartChange } from '../../definition/changes/index.ts'
import type { FormId } from '../../definition/ids.ts'
import type { Definition } from '../../definition/schema.ts'

/** What an author takes or leaves as one: parts that make no sense without each other belong to one unit. */
export type UnitKind =
  | 'flow'
  | 'node'
  | 'edge'
  | 'lane'
  | 'form'
  | 'component'
  | 'sop'
  | 'decree'
  | 'identity'
  | 'notes'
  | 'other'
export type Unit = { key: string; kind: UnitKind; id: string; changes: readonly PartChange[] }

/** Members of steps and lines that decide where the flow goes; half of such a change is another flow. */
const wiring: ReadonlySet<string> = new Set([
  ...['lane', 'outcomes', 'jointLanes', 'disposition', 'order', 'branches', 'from', 'to', 'outcome', 'otherwise', 'until'],
])

/** Changes sorted into units. Where a node stands on the canvas is no change of meaning and belongs to none. */
export function unitsOf(changes: readonly PartChange[], after: Pick<Definition, 'flow'>): Unit[] {
  const added = new Set<string>(
    changes.flatMap(({ part, before }) =>
      part.of === 'node' && part.member === undefined && before === undefined ? [part.id] : [],
    ),
  )
  const ofNew = new Set<string>(
    after.flow.nodes.flatMap((node) => (node.kind === 'task' && added.has(node.id) && node.form ? [node.form] : [])),
  )
  const units = new Map<string, Unit>()
  for (const change of changes) {
    const at = placeOf(change, ofNew)
    if (at === null) continue
    const key = `${at.kind}/${at.id}`
    units.set(key, { key, ...at, changes: [...(units.get(key)?.changes ?? []), change] })
  }
  return [...units.values()]
}

type Place = Pick<Unit, 'kind' | 'id'>
const flow: Place = { kind: 'flow', id: '' }

function placeOf({ part, before, after }: PartChange, formsOfNew: ReadonlySet<string>): Place | null {
  const form = (id: string): Place => (formsOfNew.has(id) ? flow : { kind: 'form', id })
  switch (part.of) {
    case 'layout':
      return null
    case 'form':
      return form(part.id)
    case 'field':
      return form(part.form)
    case 'node':
      if (part.member === 'form') return form(String((after ?? before) as FormId))
      return wires(part) ? flow : { kind: 'node', id: part.id }
    case 'edge':
    case 'lane':
      return wires(part) ? flow : { kind: part.of, id: part.id }
    case 'component':
    case 'label':
      return { kind: 'component', id: part.key }
    case 'sop':
    case 'decree':
      return { kind: part.of, id: '' }
    case 'identity':
    case 'notes':
      return { kind: part.of, id: '' }
    default:
      return { kind: 'other', id: '' }
  }
}

const wires = (part: Extract<DefinitionPart, { of: 'node' | 'edge' | 'lane' }>) =>
  part.member === undefined || wiring.has(part.member)
