import type { Ports } from '#app/ports.ts'
import { refuse } from '#app/result.ts'
import type { Extension, TaskId } from '#engine/instance/messages.ts'
import { isUuid } from './ids.ts'
import { type Supervised, supervise } from './supervise.server.ts'

/** `taskId` null extends the whole procedure. */
export type ExtendDeadlineInput = Supervised & { taskId: string | null; by: Omit<Extension, 'reason'> }

/** Gives a step, or the whole request, more time, with a reason that everybody reads. */
export async function extendDeadline(input: ExtendDeadlineInput, ports: Ports) {
  const { taskId, by, reason } = input
  if (taskId !== null && !isUuid(taskId)) return refuse({ code: 'not-found' })
  return supervise(input, 'instance.extend', { type: 'Extend', taskId: taskId as TaskId | null, by, reason }, ports)
}
