import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { digestOf } from '#db/canonical-digest.ts'
import { findTicket } from '#db/stores/instances.ts'
import type { Submission, TaskId } from '#engine/instance/messages.ts'
import { isUuid } from './ids.ts'
import { requestKey } from './request-key.ts'
import { type InstanceRefusal, type Progress, runCommand } from './run-command.server.ts'
import { readTicket, ticketHashOf } from './ticket-code.ts'

export type CompleteByTicketInput = {
  /** As the applicant typed it. */
  ticket: string
  taskId: string
  submission: Submission
  /** The key under which files were sent before this step, if any. */
  uploadKey?: string
  /** What makes two sendings the same where their files were stored twice; default: the submission. */
  sameAs?: unknown
  idempotencyKey?: string
}

/** The applicant's own step: the ticket is the right to it. */
export async function completeByTicket(input: CompleteByTicketInput, ports: Ports): Promise<Result<Progress, InstanceRefusal>> {
  const ticket = readTicket(input.ticket)
  if (!ticket || !isUuid(input.taskId)) return refuse({ code: 'not-found' })
  const hash = ticketHashOf(ticket)
  const found = await findTicket(ports.db, hash)
  if (!found) return refuse({ code: 'not-found' })
  const keyHashes = input.uploadKey ? [hash, digestOf(input.uploadKey)] : [hash]
  return runCommand(
    {
      target: { agencyId: found.agencyId, taskId: input.taskId },
      command: { type: 'Complete', taskId: input.taskId as TaskId, submission: input.submission },
      actor: (loaded) => (loaded.ticketHash === hash ? ok({ kind: 'applicant' }) : refuse({ code: 'not-found' })),
      sameAs: input.sameAs,
      owner: { personId: null, keyHashes },
      request: requestKey(`ticket:${hash}`, input.idempotencyKey),
    },
    ports,
  )
}
