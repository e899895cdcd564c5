import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'

/** Puts what is whole in memory into the store of files, under its digest. */
export async function storeBytes(
  bytes: Uint8Array,
  { files }: Pick<Ports, 'files'>,
): Promise<Result<{ sha256: string; bytes: number }>> {
  const stored = await files.put(oneChunk(bytes), bytes.byteLength)
  if ('sha256' in stored) return ok({ sha256: stored.sha256, bytes: stored.bytes })
  return refuse({ code: 'no-room' })
}

async function* oneChunk(bytes: Uint8Array) {
  yield bytes
}
