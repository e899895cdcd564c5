import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { StartError } from './start-error.ts'

export type DataDirLock = { release(): Promise<void> }

/**
 * Takes the data folder for this process alone. The embedded database has no lock of its own: two processes on one
 * folder both start and lose each other's rows. A lock left by a process that is gone is taken over.
 */
export async function lockDataDir(dataDir: string): Promise<DataDirLock> {
  const file = join(dataDir, 'baku.lock')
  try {
    await mkdir(dataDir, { recursive: true })
  } catch (error) {
    throw unreadable(dataDir, error)
  }
  for (let attempt = 0; attempt < 3; attempt++) {
    if (!held.has(file) && (await claim(file, dataDir))) {
      held.add(file)
      return { release: () => release(file) }
    }
    const pid = await holderOf(file)
    if (pid !== null && isAlive(pid, file)) throw new StartError('data-dir-locked', { dataDir, pid })
    await rm(file, { force: true })
  }
  throw new StartError('data-dir-locked', { dataDir, pid: (await holderOf(file)) ?? 0 })
}

async function claim(file: string, dataDir: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', 0o600)
    await handle.writeFile(`${process.pid}\n`)
    await handle.close()
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw unreadable(dataDir, error)
  }
}

async function holderOf(file: string): Promise<number | null> {
  const pid = Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10)
  return Number.isInteger(pid) && pid > 0 ? pid : null
}

/** In a container the program is often the same pid at each start: our own pid in a file we did not write is stale. */
function isAlive(pid: number, file: string): boolean {
  if (pid === process.pid) return held.has(file)
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** Lock files that this very process holds. */
const held = new Set<string>()

async function release(file: string): Promise<void> {
  held.delete(file)
  if ((await holderOf(file)) === process.pid) await rm(file, { force: true })
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')

function unreadable(dataDir: string, error: unknown) {
  return new StartError('data-dir-unreadable', { dataDir, reason: codeOf(error) }, { cause: error })
}
