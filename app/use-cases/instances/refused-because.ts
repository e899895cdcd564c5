import type { PastEvent } from '#db/stores/instances.ts'
import type { Definition } from '#engine/definition/schema.ts'
import type { Event } from '#engine/instance/messages.ts'
import type { InstanceState } from '#engine/instance/state.ts'
import { applicantNodes } from './applicant-view.ts'

type Told = { history: readonly PastEvent[]; state: InstanceState; definitionAt: (revision: number) => Definition }

/**
 * Why a request was turned down, in the words of the step that did so; null where that step does not speak to the applicant
 * or no step did. What was said before the applicant mended it, or before it was taken up anew, was said of another matter.
 */
export function refusedBecause({ history, state, definitionAt }: Told): string | null {
  if (state.status !== 'rejected') return null
  for (const { event, revision } of history.toReversed()) {
    if (event.type === 'SentBack' || event.type === 'Reopened') return null
    if (event.type !== 'TaskCompleted') continue
    const definition = definitionAt(revision)
    const kind = outcomeKind(event, definition)
    if (event.by.kind === 'applicant' || kind === 'revise') return null
    if (kind === 'reject') return applicantNodes(definition, state).has(event.node) ? event.reason : null
  }
  return null
}

function outcomeKind({ node: id, outcome }: Extract<Event, { type: 'TaskCompleted' }>, { flow }: Definition) {
  const node = flow.nodes.find((one) => one.id === id)
  return node?.kind === 'task' ? node.outcomes.find((one) => one.id === outcome)?.kind : undefined
}
