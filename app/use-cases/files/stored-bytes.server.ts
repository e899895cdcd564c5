import type { Ports } from '#app/ports.ts'

/** A stored file whole, for what has to be looked into; uploads have a limit. */
export async function storedBytes(sha256: string, { files }: Pick<Ports, 'files'>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  const reader = (await files.read(sha256)).getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) parts.push(part.value)
  return new Uint8Array(Buffer.concat(parts))
}
