import type { Visitor } from '#app/actor.ts'
import { limits } from '#app/limits.ts'
import { admit } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { digestOf } from '#db/canonical-digest.ts'
import { insertFile } from '#db/stores/files.ts'
import { countAttempt } from '#db/stores/rate-limits.ts'
import { isNamed } from '#db/stores/unsent-files.ts'
import { readTicket, ticketHashOf } from '../instances/ticket-code.ts'
import { isZip, mediaTypeOf, zipMediaType } from './media-type.ts'
import { storedBytes } from './stored-bytes.server.ts'

export type UploadFileInput = {
  visitor: Visitor
  agencyId: string
  /** As the sender calls it; shown as text and never a path. */
  name: string
  stream: AsyncIterable<Uint8Array>
  /** Who sends without an account names a secret, later given with the form; or the ticket of the own request. */
  uploadKey?: string
  ticket?: string
}
export type UploadedFile = { id: string; sha256: string; bytes: number; mediaType: string; name: string }

/** Takes a file that a step will name. Its kind is told by content (V19). */
export async function uploadFile(input: UploadFileInput, ports: Ports): Promise<Result<UploadedFile>> {
  const { agencyId, visitor } = input
  const asked = admit(visitor, 'request.create', { agencyId })
  if (!asked.ok) return asked
  const person = visitor.kind === 'person' ? visitor.person : null
  const keyHash = keyHashOf(input)
  if (!person && !keyHash) return refuse({ code: 'not-signed-in' })
  const retryAfterSeconds = person && (await countFile(person.id, ports))
  if (retryAfterSeconds) return refuse({ code: 'rate-limited', retryAfterSeconds })
  const stored = await ports.files.put(input.stream, limits.body.file)
  if ('noRoom' in stored) return refuse({ code: 'no-room' })
  if ('tooLarge' in stored) return wrong('file-too-large', { max: limits.body.file })
  if (stored.bytes === 0) return refused(stored.sha256, 'file-empty', ports)
  const mediaType = isZip(stored.head) ? zipMediaType(await storedBytes(stored.sha256, ports)) : mediaTypeOf(stored.head)
  if (!mediaType) return refused(stored.sha256, 'file-kind', ports)
  const file = { id: ports.newId(), sha256: stored.sha256, bytes: stored.bytes, mediaType, name: plainName(input.name) }
  await insertFile(ports.db, { agencyId, ...file, uploadedBy: person?.id ?? null, uploadKeyHash: keyHash }, ports.now())
  return ok(file)
}

/** Seconds to wait where somebody with an account sent too many. */
export const countFile = (personId: string, ports: Ports): Promise<number | null> =>
  countAttempt(ports.db, rateOf(personId, ports), ports.now())

const rateOf = (personId: string, { settings }: Ports) => ({
  key: `files:${personId}`,
  max: limits.personFiles.max * (settings.rateFactor ?? 1),
  windowMs: limits.personFiles.windowMs,
})

/** The same bytes are refused whoever sends them, so nobody misses what is taken off the disk again. */
async function refused(sha256: string, code: string, ports: Ports) {
  await ports.files.removeUnless(sha256, Number.MAX_SAFE_INTEGER, () => isNamed(ports.db, sha256))
  return wrong(code)
}

function keyHashOf({ ticket, uploadKey }: UploadFileInput): string | null {
  const code = ticket === undefined ? null : readTicket(ticket)
  if (code) return ticketHashOf(code)
  return uploadKey ? digestOf(uploadKey) : null
}

const wrong = (code: string, params?: Record<string, number>) =>
  refuse({ code: 'invalid' as const, errors: [{ path: 'file', code, params }] })

/** The last part of a path, without control characters, at most 150 letters with its ending kept. */
function plainName(name: string): string {
  const last = (name.split(/[\\/]/).at(-1) ?? '')
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
  const letters = [...(last || 'berkas')]
  return letters.length <= 150 ? letters.join('') : [...letters.slice(0, 130), '…', ...letters.slice(-19)].join('')
}
