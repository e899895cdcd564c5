import type { Visitor } from '#app/actor.ts'
import { can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { definitionOf } from '#db/definition-cache.ts'
import { type FileInPlace, findFile } from '#db/stores/files.ts'
import { findTicket } from '#db/stores/instances.ts'
import type { Seat } from '#engine/instance/messages.ts'
import { isInvolved } from '../instances/acting.ts'
import { applicantFileIds } from '../instances/applicant-view.ts'
import { isUuid } from '../instances/ids.ts'
import { readTicket, ticketHashOf } from '../instances/ticket-code.ts'

export type ReadFileInput = {
  visitor: Visitor
  /** Not needed where the ticket says whose request it is. */
  agencyId?: string
  fileId: string
  ticket?: string
}
export type ReadableFile = {
  name: string
  mediaType: string
  bytes: number
  sha256: string
  stream: ReadableStream<Uint8Array>
}

/** A file for those who may see what it belongs to: its sender while unsent, then the people of the task, or the ticket's holder. */
export async function readFile(input: ReadFileInput, ports: Ports): Promise<Result<ReadableFile>> {
  const code = input.ticket === undefined ? null : readTicket(input.ticket)
  const ticketHash = code && ticketHashOf(code)
  const agencyId = input.agencyId ?? (ticketHash && (await findTicket(ports.db, ticketHash))?.agencyId)
  if (!agencyId || !isUuid(input.fileId)) return refuse({ code: 'not-found' })
  const file = await findFile(ports.db, agencyId, input.fileId)
  if (!file) return refuse({ code: 'not-found' })
  const seen = mayPersonSee(input.visitor, file) || (ticketHash !== null && (await mayHolderSee(ticketHash, file, ports)))
  if (!seen) return refuse({ code: 'not-found' })
  const { name, mediaType, bytes, sha256 } = file
  return ok({ name, mediaType, bytes, sha256, stream: await ports.files.read(sha256) })
}

function mayPersonSee(visitor: Visitor, { agencyId, state, instanceId, uploadedBy }: FileInPlace): boolean {
  if (visitor.kind === 'anonymous') return false
  const { person } = visitor
  if (instanceId === null || state === null) return uploadedBy === person.id
  const seats: Seat[] = person.seats.filter((seat) => seat.agencyId === agencyId)
  return can(visitor, 'letter.download', { agencyId, onTask: isInvolved(person.id, seats, state) })
}

async function mayHolderSee(ticketHash: string, file: FileInPlace, ports: Ports): Promise<boolean> {
  const { agencyId, state, slug, version, digest } = file
  if (file.ticketHash !== ticketHash || !state || slug === null || version === null || digest === null) return false
  const definition = await definitionOf(ports.db, { agencyId, slug, version, digest })
  return applicantFileIds(definition, state).includes(file.id)
}
