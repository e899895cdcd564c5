import type { Visitor } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import type { AppRefusal, Result } from '#app/result.ts'
import { type UploadedFile, uploadFile } from '#app/use-cases/files/upload-file.server.ts'
import { bytesOf } from './bytes-of.ts'

/** Refused whichever field it was sent for: too many files, or no room for any. */
export const isOfAllFiles = ({ code }: AppRefusal) => code === 'rate-limited' || code === 'no-room'

/** Keeps the files of a form for somebody with an account; what is no matter of one field is told of once, above the form. */
export function personFiles({ visitor, agencyId }: { visitor: Visitor; agencyId: string }, ports: Ports) {
  const refused: AppRefusal[] = []
  const store = async (file: File): Promise<Result<UploadedFile>> => {
    const stored = await uploadFile({ visitor, agencyId, name: file.name, stream: bytesOf(file) }, ports)
    if (!stored.ok && isOfAllFiles(stored.refusal)) refused.push(stored.refusal)
    return stored
  }
  return { store, stopped: () => refused[0] }
}
