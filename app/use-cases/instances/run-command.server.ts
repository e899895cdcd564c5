import type { Ports } from '#app/ports.ts'
import { ok, type Result } from '#app/result.ts'
import { carryCalls } from '#app/use-cases/jobs/carry-calls.server.ts'
import { type InstanceRefusal, moveInstance, type Progress, type Run } from './move-instance.server.ts'

export type { InstanceRefusal, Progress, Run } from './move-instance.server.ts'

/** Runs a command and, once it is stored, what it asks of other instances. */
export async function runCommand(run: Run, ports: Ports): Promise<Result<Progress, InstanceRefusal>> {
  const moved = await moveInstance(run, ports)
  if (!moved.ok) return moved
  if (moved.value.asksOthers) await carryNow(ports)
  return ok(moved.value.progress)
}

/** What was stored stays done whatever becomes of its errands now: the job carries them otherwise. */
export const carryNow = (ports: Ports) => carryCalls(ports).catch(() => undefined)
