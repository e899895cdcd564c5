import type { EmblemFile } from '#app/papers/emblem-file.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { readEmblemBytes } from '#db/stores/emblems.ts'
import type { AgencyProfile } from '#engine'

/** The emblem that an agency prints now, with its bytes; null where it has none. */
export async function readEmblem({ papers }: Pick<AgencyProfile, 'papers'>, { db }: Ports): Promise<EmblemFile | null> {
  const { emblem } = papers
  const stored = emblem && (await readEmblemBytes(db, emblem.sha256))
  return stored ? { ...emblem, bytes: stored.bytes } : null
}

/** One picture by its address. Pages name it by its hash, so that what they once showed stays. */
export async function readEmblemAt(sha256: string, { db }: Ports): Promise<Result<{ mediaType: string; bytes: Uint8Array }>> {
  const found = /^[0-9a-f]{64}$/.test(sha256) ? await readEmblemBytes(db, sha256) : null
  return found ? ok(found) : refuse({ code: 'not-found' })
}
