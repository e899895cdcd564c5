import type { Visitor } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import type { AppRefusal, Result } from '#app/result.ts'
import { type UploadedFile, uploadFile } from '#app/use-cases/files/upload-file.server.ts'
import { bytesOf } from './bytes-of.ts'

/** Keeps the files of a form for somebody with an account; too many of them is told of once, above the form. */
export function personFiles({ visitor, agencyId }: { visitor: Visitor; agencyId: string }, ports: Ports) {
  const refused: AppRefusal[] = []
  const store = async (file: File): Promise<Result<UploadedFile>> => {
    const stored = await uploadFile({ visitor, agencyId, name: file.name, stream: bytesOf(file) }, ports)
    if (!stored.ok && stored.refusal.code === 'rate-limited') refused.push(stored.refusal)
    return stored
  }
  return { store, tooMany: () => refused[0] }
}
