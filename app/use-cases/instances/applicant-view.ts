import type { FieldId, NodeId } from '#engine/definition/ids.ts'
import type { Definition } from '#engine/definition/schema.ts'
import { formOf } from '#engine/form/fields-of.ts'
import type { Data } from '#engine/instance/messages.ts'
import { filesIn } from './submitted-files.ts'

/**
 * The steps whose form an applicant may read: the applicant's own, and those that hand something over, which is whatever
 * leads (through automatic decisions) to a step, event or end of the applicant or the public. All else stays inside.
 */
export function applicantNodes(definition: Definition): ReadonlySet<NodeId> {
  const { lanes, nodes, edges } = definition.flow
  const outside = new Set(lanes.filter(({ kind }) => kind === 'applicant' || kind === 'public').map(({ id }) => id))
  const kinds = new Map(nodes.map((node) => [node.id, node]))
  const reachesOutside = (from: NodeId, seen: ReadonlySet<NodeId>): boolean =>
    edges.some(({ from: source, to }) => {
      const target = kinds.get(to)
      if (source !== from || !target || seen.has(to)) return false
      return outside.has(target.lane) || (target.kind === 'decision' && reachesOutside(to, new Set([...seen, to])))
    })
  const shown = nodes.filter(
    (node) => node.kind === 'task' && (outside.has(node.lane) || reachesOutside(node.id, new Set([node.id]))),
  )
  return new Set(shown.map(({ id }) => id))
}

/** The part of an instance's data that its applicant may read. */
export function applicantData(definition: Definition, data: Data): Data {
  const fields = new Set<FieldId>()
  for (const node of applicantNodes(definition)) for (const { id } of formOf(definition, node)?.fields ?? []) fields.add(id)
  return Object.fromEntries(Object.entries(data).filter(([id]) => fields.has(id as FieldId))) as Data
}

/** The files among that part, those in rows of repeating groups included. */
export function applicantFileIds(definition: Definition, data: Data): readonly string[] {
  const shown = applicantData(definition, data)
  return definition.forms
    .flatMap((form) => form.fields)
    .flatMap((field) => filesIn(field, shown[field.id]))
    .map(({ id }) => id)
}
