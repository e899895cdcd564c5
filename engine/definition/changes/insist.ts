import { applyEdits } from '../edit/apply.ts'
import type { Edit } from '../edit/edit.ts'
import type { Edge } from '../flow.ts'
import type { Definition } from '../schema.ts'
import { applyPartChanges, type Clash } from './apply.ts'
import { inversePartChanges, type PartChange } from './change.ts'
import { hangingTogether, wordsIn } from './hanging.ts'
import { type DefinitionPart, isItem, partKey, wholeOf } from './part.ts'
import { valueAt, withValue } from './places.ts'

/**
 * What undoes the removal of a thing among a colleague's changes, together with what went with it and with the lanes and forms
 * that it names; with `words` instead of what the colleague took away. Empty where it was not removed.
 */
export function bringingBack(changes: readonly PartChange[], part: DefinitionPart, words?: unknown): PartChange[] {
  const key = partKey(wholeOf(part))
  const head = changes.find((change) => partKey(change.part) === key && change.after === undefined)
  if (head === undefined) return []
  const named = wordsIn([head.before, words])
  const needed = changes.filter(
    ({ part }) => (part.of === 'lane' || part.of === 'form') && named.has(part.id) && isRemoved(part, changes),
  )
  const back = inversePartChanges([...new Set([head, ...hangingTogether(changes)(head), ...needed])])
  return back.map((change) => (words !== undefined && partKey(change.part) === key ? { ...change, after: words } : change))
}

const isRemoved = (part: DefinitionPart, changes: readonly PartChange[]): boolean =>
  changes.some((change) => partKey(change.part) === partKey(wholeOf(part)) && change.after === undefined)

/**
 * The definition with a change made after all, over what stands in its place. `back` brings first what it belongs to.
 * @returns null where it cannot be made any more, such as an edge to a step that is gone
 */
export function insist(
  definition: Definition,
  { change, with: others, why }: Clash,
  back: readonly PartChange[] = [],
): Definition | null {
  if (why === 'gone' && back.length > 0) return broughtBack(definition, back, change.part)
  if (change.after === undefined) return removed(definition, change.part)
  const cleared = change.part.of === 'edge' ? withoutRival(definition, change) : definition
  const asked = [change, ...others].map((one) => over(cleared, one))
  const { definition: made, clashes } = applyPartChanges(cleared, asked)
  return clashes.some((clash) => clash.change === asked[0]) ? null : made
}

function broughtBack(definition: Definition, back: readonly PartChange[], part: DefinitionPart): Definition | null {
  const { definition: made, clashes } = applyPartChanges(definition, back)
  const thing = partKey(wholeOf(part))
  const left = clashes.flatMap((clash) => [clash.change, ...clash.with])
  return left.some((change) => partKey(change.part) === thing) ? null : made
}

/** The same change, made on what stands there now. */
function over(definition: Definition, { part, after }: PartChange): PartChange {
  const before = valueAt(definition, part)
  return { part, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }
}

function removed(definition: Definition, part: DefinitionPart): Definition | null {
  const edit = removal(part)
  if (edit === null) return withValue(definition, part, undefined)
  const result = applyEdits(definition, [edit])
  return result.ok ? result.definition : null
}

function removal(part: DefinitionPart): Edit | null {
  if (!isItem(part) || part.member !== undefined) return null
  switch (part.of) {
    case 'node':
      return { type: 'RemoveNode', node: part.id }
    case 'edge':
      return { type: 'RemoveEdge', edge: part.id }
    case 'lane':
      return { type: 'RemoveLane', lane: part.id }
    case 'form':
      return { type: 'RemoveForm', form: part.id }
    case 'scenario':
      return { type: 'RemoveScenario', scenario: part.id }
    case 'field':
      return { type: 'RemoveField', form: part.form, field: part.id, ...(part.group ? { group: part.group } : {}) }
  }
}

/** The other edge of an exit that can have one only makes room for the one that is insisted on. */
function withoutRival(definition: Definition, change: PartChange): Definition {
  const standing = valueAt(definition, wholeOf(change.part)) as Edge | undefined
  const { part, after } = change
  const wanted = ('member' in part && part.member !== undefined ? { ...standing, [part.member]: after } : after) as Edge
  const edges = definition.flow.edges.filter(
    (edge) =>
      edge.id === wanted.id ||
      edge.from !== wanted.from ||
      edge.outcome !== wanted.outcome ||
      edge.otherwise !== wanted.otherwise ||
      edge.when,
  )
  return edges.length === definition.flow.edges.length ? definition : { ...definition, flow: { ...definition.flow, edges } }
}
