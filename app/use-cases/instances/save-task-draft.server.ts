import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { loadByTask } from '#db/stores/command-load.ts'
import { saveDraft } from '#db/stores/tasks.ts'
import { mayPerform, openTaskOf } from '#engine'
import { actorOf } from './acting.ts'
import { isUuid } from './ids.ts'

export type SaveTaskDraftInput = {
  visitor: Visitor
  agencyId: string
  taskId: string
  /** As typed, unchecked: it is shown again to this person alone. */
  values: Readonly<Record<string, unknown>>
}

const largest = 200_000

/** Keeps what a person who may perform an open task typed for it and did not send yet (P14). */
export async function saveTaskDraft(input: SaveTaskDraftInput, ports: Ports): Promise<Result<{ saved: true }>> {
  const { agencyId, taskId, values } = input
  const asked = authorise(input.visitor, 'task.complete', { agencyId })
  if (!asked.ok) return asked
  if (!isUuid(taskId)) return refuse({ code: 'not-found' })
  if (JSON.stringify(values).length > largest) {
    return refuse({ code: 'invalid', errors: [{ path: '', code: 'too-long', params: { max: largest } }] })
  }
  const loaded = await loadByTask(ports.db, agencyId, taskId, ports.now(), null)
  if (!loaded) return refuse({ code: 'not-found' })
  const open = openTaskOf(loaded.state, taskId)
  if (!open) return refuse({ code: 'conflict', what: 'task-closed' })
  if (!mayPerform(open, actorOf(asked.value, loaded.seats))) return refuse({ code: 'not-allowed', action: 'task.complete' })
  const saved = await saveDraft(ports.db, agencyId, taskId, asked.value.id, values, ports.now())
  return saved ? ok({ saved: true }) : refuse({ code: 'conflict', what: 'task-closed' })
}
