import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK']))

/** Seconds of processor time that a process has used, all its threads together. Unlike the clock it does not see neighbours. */
export function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}

/** The same of all backends that a database server has had, those that are gone among them. */
export function backendSeconds(backend: number): number {
  const server = Number(readFileSync(`/proc/${backend}/stat`, 'utf8').split(') ')[1]?.split(' ')[1])
  const fields = readFileSync(`/proc/${server}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  const children = readFileSync(`/proc/${server}/task/${server}/children`, 'utf8').trim().split(' ')
  const alive = children.reduce((sum, pid) => sum + secondsOf(pid), 0)
  return alive + (Number(fields[13]) + Number(fields[14])) / ticksPerSecond
}

/** A backend that has just ended counts with its server. */
function secondsOf(pid: string): number {
  try {
    return processorSeconds(Number(pid))
  } catch {
    return 0
  }
}

export type Memory = { now: number; peak: number }

/** Resident memory in MB: now, and the most it ever was. */
export function residentMemory(pid: number): Memory {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const megabytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? Number.NaN) / 1024
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') }
}
