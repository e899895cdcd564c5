import type { Ports } from '#app/ports.ts'
import { loadByTask } from '#db/stores/command-load.ts'
import { historyOf } from '#db/stores/instances.ts'
import { findTask } from '#db/stores/tasks.ts'
import { formFacts } from '#engine'
import { formOf } from '#engine/form/fields-of.ts'
import { calledFor } from './called-for.ts'
import { isUuid } from './ids.ts'
import { readTicket, ticketHashOf } from './ticket-code.ts'
import type { ApplicantTask } from './track-ticket.server.ts'
import { stepOfTask, versionsHeld } from './versions-held.server.ts'

export type PastStep = Pick<ApplicantTask, 'definition' | 'node' | 'form' | 'facts'>
type Asked = { agencyId: string; ticket: string; taskId: string }

/** An applicant's step that waits no more, for who sends it again or too late; null when it never was the applicant's. */
export async function readPastStep({ agencyId, ticket, taskId }: Asked, ports: Ports): Promise<PastStep | null> {
  const code = readTicket(ticket)
  if (!code || !isUuid(taskId)) return null
  const loaded = await loadByTask(ports.db, agencyId, taskId, ports.now(), null)
  if (loaded?.ticketHash !== ticketHashOf(code)) return null
  const task = await findTask(ports.db, agencyId, taskId, null)
  const history = await historyOf(ports.db, agencyId, loaded.id)
  if (!task || !calledFor(history, taskId).some(({ kind }) => kind === 'applicant')) return null
  const held = await versionsHeld(loaded, history, ports)
  const found = stepOfTask(held, history, { taskId, node: task.node, open: task.status === 'open' })
  if (!found) return null
  const { definition, step: node } = found
  return { definition, node, form: formOf(definition, node.id), facts: formFacts(definition, loaded.state, node.id) }
}
