import type { Visitor } from '#app/actor.ts'
import { can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { definitionOf } from '#db/definition-cache.ts'
import { familyOf, type Member } from '#db/stores/family.ts'
import { type FileRow, findFile } from '#db/stores/files.ts'
import { findTicket } from '#db/stores/instances.ts'
import type { Seat } from '#engine/instance/messages.ts'
import { isInvolved } from '../instances/acting.ts'
import { applicantFileIds } from '../instances/applicant-view.ts'
import { isUuid } from '../instances/ids.ts'
import { filesNamedBy } from '../instances/submitted-files.ts'
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

/**
 * A file for those who may see what it belongs to: its sender while unsent, then the people of the request or the ticket's
 * holder. What a request handed to another one, those may see who may see that.
 */
export async function readFile(input: ReadFileInput, ports: Ports): Promise<Result<ReadableFile>> {
  const code = input.ticket === undefined ? null : readTicket(input.ticket)
  const ticketHash = code && ticketHashOf(code)
  const agencyId = input.agencyId ?? (ticketHash && (await findTicket(ports.db, ticketHash))?.agencyId)
  if (!agencyId || !isUuid(input.fileId)) return refuse({ code: 'not-found' })
  const file = await findFile(ports.db, agencyId, input.fileId)
  if (!file) return refuse({ code: 'not-found' })
  if (!(await maySee(input.visitor, ticketHash, file, ports))) return refuse({ code: 'not-found' })
  const { name, mediaType, bytes, sha256 } = file
  return ok({ name, mediaType, bytes, sha256, stream: await ports.files.read(sha256) })
}

async function maySee(visitor: Visitor, ticketHash: string | null, file: FileRow, ports: Ports): Promise<boolean> {
  const { agencyId, instanceId, uploadedBy } = file
  if (instanceId === null) return visitor.kind === 'person' && visitor.person.id === uploadedBy
  for (const member of await familyOf(ports.db, agencyId, instanceId)) {
    const byPerson = mayPersonSee(visitor, agencyId, member)
    const byHolder = ticketHash !== null && member.ticketHash === ticketHash
    if (byPerson && member.id === instanceId) return true
    if (!byPerson && !byHolder) continue
    const definition = await definitionOf(ports.db, { agencyId, ...member })
    if (byPerson && filesNamedBy(definition, member.state.data).includes(file.id)) return true
    if (byHolder && applicantFileIds(definition, member.state).includes(file.id)) return true
  }
  return false
}

function mayPersonSee(visitor: Visitor, agencyId: string, { state }: Member): boolean {
  if (visitor.kind === 'anonymous') return false
  const { person } = visitor
  const seats: Seat[] = person.seats.filter((seat) => seat.agencyId === agencyId)
  return can(visitor, 'letter.download', { agencyId, onTask: isInvolved(person.id, seats, state) })
}
