import type { PastEvent } from '#db/stores/instances.ts'
import type { Candidate } from '#engine/instance/messages.ts'

/** Whom a task was for, when it opened and after each move to another version. */
export function calledFor(history: readonly PastEvent[], taskId: string): readonly Candidate[] {
  return history.flatMap(({ event }) => {
    if (event.type === 'TaskOpened') return event.taskId === taskId ? event.candidates : []
    return event.type === 'Migrated' ? event.tasks.flatMap((task) => (task.taskId === taskId ? task.candidates : [])) : []
  })
}
