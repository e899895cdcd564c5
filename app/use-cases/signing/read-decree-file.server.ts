import type { Visitor } from '#app/actor.ts'
import { can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import type { ReadableFile } from '#app/use-cases/files/read-file.server.ts'
import { decreeId, slug } from '#app/use-cases/public/address.ts'
import { type DecreeKey, listDecreeFiles, readSignedDecree } from '#db/stores/decree-files.ts'

const endings: Readonly<Record<string, string>> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' }

/** A file of a decree: the one that stands for everybody, all of them for those of the agency. */
export async function readDecreeFile(
  input: DecreeKey & { visitor: Visitor; number: number },
  ports: Ports,
): Promise<Result<ReadableFile>> {
  const known = slug.test(input.agencyId) && decreeId.test(input.decreeId)
  const files = known ? await listDecreeFiles(ports.db, input) : []
  const file = files.find(({ number }) => number === input.number)
  const stands = files.find(({ kind }) => kind !== 'paper')
  const decree =
    file && (file === stands || can(input.visitor, 'definition.read', input)) ? await readSignedDecree(ports.db, input) : null
  if (!file || !decree) return refuse({ code: 'not-found' })
  const { sha256, mediaType, bytes } = file
  const name = `SK ${decree.number}${file.kind === 'paper' ? '' : ' bertanda tangan'}.${endings[mediaType] ?? 'bin'}`
  return ok({ name: name.replaceAll('/', '-'), mediaType, bytes, sha256, stream: await ports.files.read(sha256) })
}
