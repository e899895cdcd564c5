import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { FileStore } from './ports.ts'

/** Enough to tell a file's kind by its first bytes. */
const headBytes = 4_100

/** Uploaded bytes by their SHA-256 under `folder`, as they came (V19). A file is whole on disk before it has its name. */
export function filesOnDisk(folder: string): FileStore {
  return {
    async put(stream, maxBytes) {
      const incoming = join(folder, 'incoming')
      const draft = join(incoming, randomUUID())
      try {
        await mkdir(incoming, { recursive: true, mode: 0o700 })
        const written = await write(draft, stream, maxBytes)
        if (written === null) return { tooLarge: true }
        const target = pathOf(folder, written.sha256)
        await mkdir(join(target, '..'), { recursive: true, mode: 0o700 })
        await rename(draft, target)
        await syncFolder(join(target, '..'))
        return written
      } catch (error) {
        if (isFull(error)) return { noRoom: true }
        throw error
      } finally {
        await rm(draft, { force: true })
      }
    },
    async read(sha256) {
      const path = pathOf(folder, sha256)
      await stat(path)
      return Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>
    },
    async removeUnless(sha256, before, isNamed) {
      const path = pathOf(folder, sha256)
      const aside = join(folder, 'incoming', `${randomUUID()}.gone`)
      // Set aside before the last look: the same bytes that come again meanwhile get a place of their own.
      const came = await stat(path).catch(() => null)
      if (!came || came.mtimeMs >= before || (await isNamed())) return
      await mkdir(join(folder, 'incoming'), { recursive: true, mode: 0o700 })
      // Another process may have set it aside first; then it is that one's to finish.
      if (!(await setAside(path, aside))) return
      const { mtimeMs } = await stat(aside)
      if (mtimeMs >= before || (await isNamed())) await rename(aside, path)
      else await rm(aside, { force: true })
    },
    async clearBroken(before) {
      const incoming = join(folder, 'incoming')
      for (const name of await readdir(incoming).catch(() => [])) {
        // What was set aside may still be named by a row; only what never had its name goes.
        if (name.endsWith('.gone')) continue
        const found = await stat(join(incoming, name)).catch(() => null)
        if (found && found.mtimeMs < before) await rm(join(incoming, name), { force: true })
      }
    },
  }
}

/** The disk, its table of files, or what this account may have of it. */
const fullCodes = new Set(['ENOSPC', 'EDQUOT'])
const isFull = (error: unknown) => error instanceof Error && 'code' in error && fullCodes.has(String(error.code))

async function setAside(path: string, aside: string): Promise<boolean> {
  try {
    await rename(path, aside)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}

function pathOf(folder: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError(`a file's name is 64 hex digits, got "${sha256.slice(0, 80)}"`)
  return join(folder, sha256.slice(0, 2), sha256)
}

/** Null when the stream holds more than `maxBytes`. */
async function write(path: string, stream: AsyncIterable<Uint8Array>, maxBytes: number) {
  const file = await open(path, 'wx', 0o600)
  try {
    const hash = createHash('sha256')
    const head: Uint8Array[] = []
    let bytes = 0
    for await (const chunk of stream) {
      if (bytes < headBytes) head.push(chunk.subarray(0, headBytes - bytes))
      bytes += chunk.byteLength
      if (bytes > maxBytes) return null
      hash.update(chunk)
      // One write may take a part of it and say nothing, as where the disk is just full.
      await file.writeFile(chunk)
    }
    await file.sync()
    return { sha256: hash.digest('hex'), bytes, head: new Uint8Array(Buffer.concat(head)) }
  } finally {
    await file.close()
  }
}

/** Without it the new name itself may be lost in a power cut. */
async function syncFolder(folder: string) {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
