import type { Visitor } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import type { Typed } from '#app/read-form.ts'
import { type Result, refuse } from '#app/result.ts'
import { cancelInstance } from '#app/use-cases/instances/cancel-instance.server.ts'
import { extendDeadline } from '#app/use-cases/instances/extend-deadline.server.ts'
import { reopenInstance } from '#app/use-cases/instances/reopen-instance.server.ts'
import { resumeInstance } from '#app/use-cases/instances/resume-instance.server.ts'
import type { InstanceRefusal, Progress } from '#app/use-cases/instances/run-command.server.ts'
import { sendBack } from '#app/use-cases/instances/send-back.server.ts'
import { suspendInstance } from '#app/use-cases/instances/suspend-instance.server.ts'
import type { Act } from './acts.ts'
import { extensionUnits } from './extension-units.ts'

type Where = { visitor: Visitor; agencyId: string; instanceId: string }

/** Does what the form of an act asks. */
export async function runAct(
  act: Exclude<Act, 'correct'>,
  where: Where,
  typed: Typed,
  ports: Ports,
): Promise<Result<Progress, InstanceRefusal>> {
  const text = (name: string) => String(typed[name] ?? '')
  const seen = Number(text('revision'))
  const input = {
    ...where,
    reason: text('reason'),
    idempotencyKey: text('key'),
    ...(Number.isInteger(seen) && seen > 0 ? { expectedRevision: seen } : {}),
  }
  switch (act) {
    case 'suspend':
      return suspendInstance(input, ports)
    case 'resume':
      return resumeInstance(input, ports)
    case 'cancel':
      return cancelInstance(input, ports)
    case 'sendBack':
      return sendBack({ ...input, to: text('to') }, ports)
    case 'reopen':
      return reopenInstance({ ...input, to: text('to') }, ports)
    case 'extend': {
      const unit = extensionUnits.find((one) => one === text('unit'))
      if (text('what') === '') return refuse({ code: 'invalid', errors: [{ path: 'what', code: 'required' }] })
      if (!unit) return refuse({ code: 'invalid', errors: [{ path: 'unit', code: 'not-an-option' }] })
      const taskId = text('what') === 'all' ? null : text('what')
      return extendDeadline({ ...input, taskId, by: { amount: Number(text('amount')), unit } }, ports)
    }
  }
}
