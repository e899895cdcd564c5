import type { Visitor } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import type { Result } from '#app/result.ts'
import { cancelInstance } from '#app/use-cases/instances/cancel-instance.server.ts'
import { correctData } from '#app/use-cases/instances/correct-data.server.ts'
import { extendDeadline } from '#app/use-cases/instances/extend-deadline.server.ts'
import { reopenInstance } from '#app/use-cases/instances/reopen-instance.server.ts'
import { sendBack } from '#app/use-cases/instances/send-back.server.ts'
import { suspendInstance } from '#app/use-cases/instances/suspend-instance.server.ts'
import type { Act } from './scenario.ts'

type Where = { agencyId: string; instanceId: string; visitor: Visitor }

/** One act of supervision of a scenario. */
export function doAct(act: Act, where: Where, ports: Ports): Promise<Result<unknown, { code: string }>> {
  const { reason } = act
  switch (act.kind) {
    case 'suspend':
      return suspendInstance({ ...where, reason }, ports)
    case 'send-back':
      return sendBack({ ...where, to: act.to, reason }, ports)
    case 'reopen':
      return reopenInstance({ ...where, to: act.to, reason }, ports)
    case 'correct':
      return correctData({ ...where, data: act.data, reason }, ports)
    case 'extend':
      return extendDeadline({ ...where, taskId: null, by: { amount: act.amount, unit: 'workingDay' }, reason }, ports)
    case 'cancel':
      return cancelInstance({ ...where, reason }, ports)
  }
}
