import { translator } from '#app/i18n/translator.ts'
import type { Ports } from '#app/ports.ts'
import { type InstanceRefusal, moveInstance, type Run } from '#app/use-cases/instances/move-instance.server.ts'
import { dropErrand, isToStart } from '#db/stores/calls.ts'
import { claimErrands, type Errand } from '#db/stores/claims.ts'
import { loadById } from '#db/stores/command-load.ts'
import type { Command, WaitId } from '#engine/instance/messages.ts'
import { asSystem } from './as-system.ts'
import { beginCalled } from './begin-called.server.ts'
import { eachSafely, type Swept } from './each-safely.ts'

const atOnce = 20

/**
 * Carries what instances ask of each other: a call down, its end up, a cancellation down, level by level. Each errand is
 * done by one command that a second time changes nothing, and taken off the list after it; so it may break off anywhere.
 */
export const carryCalls = (ports: Ports): Promise<Swept> =>
  eachSafely(
    () => claimErrands(ports.db, ports.now(), atOnce),
    (errand) => carry(errand, ports),
  )

async function carry(errand: Errand, ports: Ports): Promise<void> {
  switch (errand.kind) {
    case 'start':
      return beginCalled(errand, ports)
    case 'return':
      return handBack(errand, ports)
    case 'cancel':
      return cancelCalled(errand, ports)
  }
}

/** A caller that waits no longer has been told already, or has gone on without. */
async function handBack(errand: Errand, ports: Ports): Promise<void> {
  const { agencyId, waitId, parentId } = errand
  const called = await loadById(ports.db, agencyId, waitId, ports.now(), null)
  if (called && called.state.status !== 'running' && called.state.status !== 'new') {
    const { status: result, data } = called.state
    await command(agencyId, parentId, { type: 'Return', waitId: waitId as WaitId, result, data }, ports)
  }
  await dropErrand(ports.db, errand)
}

async function cancelCalled(errand: Errand, ports: Ports): Promise<void> {
  const { agencyId, waitId } = errand
  const called = await loadById(ports.db, agencyId, waitId, ports.now(), null)
  // It may begin yet: whoever holds that errand finds the wait closed and drops it, or begins what is cancelled next time.
  if (!called && (await isToStart(ports.db, agencyId, waitId))) return
  if (called?.state.status === 'running') await command(agencyId, waitId, { type: 'Cancel', reason: reasonFor(errand) }, ports)
  await dropErrand(ports.db, errand)
}

/** The record of the office is in Indonesian. */
function reasonFor({ detail: { because, reason } }: Errand): string {
  const t = translator('id')
  if (because !== 'cancelled') return t('work.call.notNeeded')
  return reason === undefined || reason === '' ? t('work.call.callerCancelled') : t('work.call.callerCancelledFor', { reason })
}

const settled: readonly InstanceRefusal['code'][] = ['wait-over', 'wait-not-found', 'not-running', 'not-found']

/** Runs a command for the system; what had been settled before is no failure. */
export async function command(agencyId: string, instanceId: string, what: Command, ports: Ports): Promise<void> {
  const run: Run = { target: { agencyId, instanceId }, command: what, ...asSystem }
  const answer = await moveInstance(run, ports)
  if (!answer.ok && !settled.includes(answer.refusal.code))
    throw new Error(`${what.type} of instance ${agencyId}/${instanceId} was refused: ${answer.refusal.code}`)
}
