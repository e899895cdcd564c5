import type { Person, Visitor } from '#app/actor.ts'
import { limits } from '#app/limits.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { mediaTypeOf } from '#app/use-cases/files/media-type.ts'
import { countFile } from '#app/use-cases/files/upload-file.server.ts'
import { decreeId } from '#app/use-cases/public/address.ts'
import { type DecreeKey, readSignedDecree, type SignedDecree } from '#db/stores/decree-files.ts'
import { checkSignedPaper, wrongFile } from './check-signed-paper.server.ts'
import { type KeptPaper, keepSignedPaper } from './keep-signed-paper.server.ts'

export type AttachInput = DecreeKey & {
  visitor: Visitor
  /** A scan of what was signed by hand, or a PDF that was signed electronically elsewhere. */
  kind: 'scan' | 'signed-elsewhere'
  /** Null where no file was chosen. */
  bytes: Uint8Array | null
}

const scans = ['application/pdf', 'image/jpeg', 'image/png']

/** Whether the visitor may bring a signed paper to this decree: asked before a long file is read, and again with it. */
export async function admitPaper(
  input: DecreeKey & { visitor: Visitor },
  ports: Ports,
): Promise<Result<{ person: Person; decree: SignedDecree }>> {
  const allowed = authorise(input.visitor, 'decree.attach', input)
  if (!allowed.ok) return allowed
  const decree = decreeId.test(input.decreeId) ? await readSignedDecree(ports.db, input) : null
  return decree ? ok({ person: allowed.value, decree }) : refuse({ code: 'not-found' })
}

/** Takes the signed paper of a decree from the office of whoever signs. An earlier one stays and stands no more. */
export async function attachSignedPaper(input: AttachInput, ports: Ports): Promise<Result<KeptPaper>> {
  const { kind, bytes } = input
  const admitted = await admitPaper(input, ports)
  if (!admitted.ok) return admitted
  const { person } = admitted.value
  const retryAfterSeconds = await countFile(person.id, ports)
  if (retryAfterSeconds) return refuse({ code: 'rate-limited', retryAfterSeconds })
  if (bytes === null) return wrongFile('required')
  if (bytes.byteLength === 0) return wrongFile('file-empty')
  if (bytes.byteLength > limits.body.file) return wrongFile('file-too-large')
  const mediaType = mediaTypeOf(bytes.subarray(0, 4_100))
  if (kind === 'scan') {
    if (mediaType === null || !scans.includes(mediaType)) return wrongFile('not-a-scan')
    const plain = { kind, mediaType, bytes, signatures: null, holdsPaper: null, provider: null }
    return keepSignedPaper(input, plain, admitted.value, ports)
  }
  const checked = await checkSignedPaper(input, bytes, ports)
  if (!checked.ok) return checked
  const { signatures, holdsPaper } = checked.value
  const signed = { kind, mediaType: 'application/pdf', bytes, signatures, holdsPaper, provider: null }
  return keepSignedPaper(input, signed, admitted.value, ports)
}
