import type { Attempts } from './attempts.ts'
import type { Told } from './interface.ts'
import type { OfficeAtWork } from './office-at-work.ts'
import { milliseconds } from './pause.ts'

export type Load = {
  /** When each writer last had an acknowledgement of something that it began after this moment. */
  allServedSince(moment: number): boolean
  stop(): Promise<void>
}

const writers = 8
/** People think between two steps; the machine is to be at work, not at its limit. */
const pause = () => milliseconds(40)

/** Eight writers who start requests and bring them to their end, and one reader of a public page. */
export function putUnderLoad(attempts: Attempts, at: OfficeAtWork, origin: string): Load {
  let stopping = false
  const stopped = () => stopping
  const served = new Array<number>(writers).fill(0)
  const write = async (index: number) => {
    const clerk = at.clerks[index % at.clerks.length]?.token ?? ''
    const head = at.heads[index % at.heads.length]?.token ?? ''
    const send = async (path: string, body: unknown, token?: string): Promise<Told | null> => {
      const began = performance.now()
      const told = await attempts.insist({ method: 'POST', path, body, ...(token ? { token } : {}) }, stopped)
      if (told) served[index] = began
      await pause()
      return told
    }
    for (let n = 0; !stopping; n++) {
      const started = await send('/instances', { standard: at.procedure, data: { title: `Permohonan ${index}-${n}` } })
      const seen =
        started && (await attempts.insist({ method: 'GET', path: `/instances/${started.body.id}`, token: clerk }, stopped))
      if (!seen) continue
      const completion = { outcome: 'submit', data: { draft: 'Naskah berita' } }
      const written = await send(`/tasks/${openTask(seen)}/complete`, completion, clerk)
      if (written) await send(`/tasks/${openTask(written)}/complete`, { outcome: 'accept', data: {} }, head)
    }
  }
  const read = async () => {
    while (!stopping) {
      await attempts.once(() => statusOf(`${origin}/standar/${at.procedure}`))
      await pause()
    }
  }
  const all = [...served.map((_, index) => write(index)), read()]
  return {
    allServedSince: (moment) => served.every((began) => began > moment),
    async stop() {
      stopping = true
      await Promise.all(all)
    },
  }
}

export function openTask({ body }: Told): string {
  const [open] = body.open as { task: string }[]
  return open?.task ?? ''
}

/** Null when nothing came back. */
export async function statusOf(url: string, patience = 40_000): Promise<number | null> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(patience) }).catch(() => null)
  await answer?.arrayBuffer().catch(() => undefined)
  return answer?.status ?? null
}
