import { Duration } from '../duration.ts'
import type { Edit } from '../edit/edit.ts'
import type { Finding } from '../rules/finding.ts'
import type { Definition } from '../schema.ts'
import { editAt } from './at-path.ts'
import { nodeFound } from './found.ts'

type Change = (duration: Duration) => Duration

/** The edit that changes the time limit which a finding is about: of a step, of a wait, of a promise. */
export function withDuration(definition: Definition, finding: Finding, change: Change): readonly Edit[] | null {
  const node = nodeFound(definition, finding)
  if (node?.kind === 'task' && node.duration)
    return [{ type: 'UpdateNode', node: node.id, patch: { duration: change(node.duration) } }]
  if (node?.kind === 'wait') {
    const { until } = node
    if (until.kind === 'duration')
      return [{ type: 'UpdateNode', node: node.id, patch: { until: { ...until, duration: change(until.duration) } } }]
    if (until.kind === 'report' && until.atMost)
      return [{ type: 'UpdateNode', node: node.id, patch: { until: { ...until, atMost: change(until.atMost) } } }]
  }
  if (finding.path === undefined) return null
  const edit = editAt(definition, `${finding.path}.duration`, (duration) => change(Duration.parse(duration)))
  return edit && [edit]
}
