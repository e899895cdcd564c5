import { createHash } from 'node:crypto'
import { limits } from '#app/limits.ts'
import { readSignatures, type WholeSignature } from '#app/papers/signing/read-signatures.server.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { codesInFile } from '#app/use-cases/public/codes-in-file.server.ts'
import { readChecked, readCheckedAct } from '#app/use-cases/public/read-checked.server.ts'
import { type DecreeKey, printsOfDecree } from '#db/stores/decree-files.ts'

export type SignedPaper = {
  signatures: readonly WholeSignature[]
  /** Whether one of the papers that were made here lies in it byte for byte; services that write the file anew leave none. */
  holdsPaper: boolean
}

/**
 * Whether a file is a paper of this decree with whole signatures on it. Refused is whatever is not, each by its own code;
 * who vouches for the signer is asked when it is shown.
 */
export async function checkSignedPaper(key: DecreeKey, bytes: Uint8Array, ports: Ports): Promise<Result<SignedPaper>> {
  const read = readSignatures(bytes)
  if (!read.ok) return wrongFile(read.problem, read.params)
  const ours = await isOfDecree(key, bytes, ports)
  if (!ours.ok) return ours
  const prints = await printsOfDecree(ports.db, key, digestsOfRevisions(bytes))
  return ok({ signatures: read.signatures, holdsPaper: prints.length > 0 })
}

export const wrongFile = (code: string, params?: Readonly<Record<string, string | number>>) =>
  refuse({ code: 'invalid', errors: [{ path: 'file', code, ...(params && { params }) }] })

/** By the code that stands in it: a paper says itself which it is. */
async function isOfDecree({ agencyId, decreeId }: DecreeKey, bytes: Uint8Array, ports: Ports): Promise<Result<null>> {
  let other: string | null = null
  for (const code of (await codesInFile(bytes)).slice(0, limits.checkedFile.codes)) {
    const decree = await decreeOfCode(code, ports)
    if (decree?.agencyId === agencyId && decree.id === decreeId) return ok(null)
    other = decree?.number ?? other
  }
  return other === null ? wrongFile('not-our-paper') : wrongFile('other-decree', { number: other })
}

/** A paper bears the code of a version that the decree set, or the decree's own. */
async function decreeOfCode(code: string, ports: Ports): Promise<{ agencyId: string; id: string; number: string } | null> {
  const checked = await readChecked(code, ports)
  if (!checked.ok) return readCheckedAct(code, ports)
  const { agencyId, decree } = checked.value
  return decree && { agencyId, id: decree.id, number: decree.number }
}

/** Of the file as it was at each of its ends: what is signed by appending still begins with what was signed. */
function digestsOfRevisions(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const hash = createHash('sha256')
  const digests: string[] = []
  let done = 0
  for (let at = file.indexOf(end); at >= 0 && digests.length < mostRevisions * 3; at = file.indexOf(end, at + 1)) {
    // Some programs end a file with its last word, some with a line break of one letter or of two.
    for (const length of [end.length, end.length + 1, end.length + 2]) {
      hash.update(file.subarray(done, at + length))
      done = at + length
      digests.push(hash.copy().digest('hex'))
    }
  }
  return digests
}

const end = '%%EOF'
const mostRevisions = 8
