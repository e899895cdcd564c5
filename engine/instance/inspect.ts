import { raiseIfNobodyActs } from './incidents.ts'
import type { Decision } from './messages.ts'
import { someoneMayPerform } from './performers.ts'
import type { Run } from './run.ts'

/** Looks whether somebody in office may act on every open task, and raises or clears the incident that says otherwise. */
export function decideInspect(run: Run): Decision {
  if (run.state.suspended) return { ok: true, events: run.events }
  for (const task of run.state.open) {
    const { taskId, node, branch } = task
    raiseIfNobodyActs(run, task)
    const known = run.state.incidents.find((one) => one.taskId === taskId)
    if (known?.code === 'nobody-to-act' && someoneMayPerform(task, run.context))
      run.emit({ type: 'IncidentCleared', at: run.context.at, node, branch, code: 'nobody-to-act' })
  }
  return { ok: true, events: run.events }
}
