import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openDatabase } from '#db/connection.ts'
import { lockDataDir } from '#db/data-dir-lock.ts'

const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'baku-data-'))
  folders.push(made)
  return made
}
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true })
})

it('opens a data folder for one program alone, and keeps what was written', async () => {
  const dataDir = folder()
  const first = await openDatabase({ dataDir })
  await first.execute('create table kept as select 1 as n')
  await expect(openDatabase({ dataDir })).rejects.toMatchObject({ code: 'data-dir-locked', data: { pid: process.pid } })
  await first.close()
  const second = await openDatabase({ dataDir })
  expect(await second.execute('select n from kept')).toEqual([{ n: 1 }])
  await second.close()
})

it('respects another living process and takes over the lock of a dead one', async () => {
  const dataDir = folder()
  writeFileSync(join(dataDir, 'baku.lock'), `${process.ppid}\n`)
  await expect(lockDataDir(dataDir)).rejects.toMatchObject({ code: 'data-dir-locked', data: { pid: process.ppid } })
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  writeFileSync(join(dataDir, 'baku.lock'), `${pid}\n`)
  const lock = await lockDataDir(dataDir)
  await lock.release()
})

it('says when a folder cannot be used', async () => {
  const dataDir = join(folder(), 'a-file')
  writeFileSync(dataDir, '')
  await expect(openDatabase({ dataDir })).rejects.toMatchObject({ code: 'data-dir-unreadable' })
})
