import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { filesOnDisk } from './files-store.server.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baku-files-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function* letter(...parts: string[]) {
  for (const part of parts) yield new TextEncoder().encode(part)
}

it('gives back a letter byte for byte under the digest of its content', async () => {
  const files = filesOnDisk(folder)
  const put = await files.put(letter('Dengan ', 'hormat'), 100)
  if (!('sha256' in put)) throw new Error(JSON.stringify(put))
  expect(put.bytes).toBe(13)
  expect(put.sha256).toBe(createHash('sha256').update('Dengan hormat').digest('hex'))
  expect(new TextDecoder().decode(put.head)).toBe('Dengan hormat')
  expect(await new Response(await files.read(put.sha256)).text()).toBe('Dengan hormat')
})

it('keeps two equal letters once', async () => {
  const files = filesOnDisk(folder)
  expect(await files.put(letter('sama'), 100)).toEqual(await files.put(letter('sa', 'ma'), 100))
})

it.each(['ENOSPC', 'EDQUOT'])('says so and keeps nothing where the disk has no room (%s)', async (code) => {
  const files = filesOnDisk(folder)
  async function* filling() {
    yield new Uint8Array(3)
    throw Object.assign(new Error('no space left on device'), { code })
  }
  expect(await files.put(filling(), 100)).toEqual({ noRoom: true })
  expect(await readdir(join(folder, 'incoming'))).toEqual([])
  expect(await readdir(folder)).toEqual(['incoming'])
})

it('keeps nothing of a file that is too large or whose sender went away', async () => {
  const files = filesOnDisk(folder)
  expect(await files.put(letter('12345', '6'), 5)).toEqual({ tooLarge: true })
  async function* broken() {
    yield new Uint8Array(3)
    throw new Error('gone')
  }
  await expect(files.put(broken(), 100)).rejects.toThrow('gone')
  expect(await readdir(join(folder, 'incoming'))).toEqual([])
})

it('reads only what has the form of a digest', async () => {
  await expect(filesOnDisk(folder).read('../../etc/passwd')).rejects.toThrow(RangeError)
})
