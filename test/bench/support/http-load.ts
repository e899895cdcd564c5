import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { processorSeconds } from './process-figures.ts'

export type Load = {
  answers: number
  failed: number
  statuses: Record<string, number>
  /** Answers a second by the clock: less when neighbours are busy. */
  perSecond: number
  /** Answers for each second of the server's processor time: what one core does. */
  perCore: number
}

export type Request = { path: string; cookie?: string; gzip?: boolean }

type Options = { origin: string; pid: number; requests: readonly Request[]; connections: number; seconds: number }

/** Sends the requests in turns over keep-alive connections for some seconds, from another thread. */
export async function load({ origin, pid, requests, connections, seconds }: Options): Promise<Load> {
  const { hostname, port } = new URL(origin)
  const texts = requests.map((request) => textOf(request, `${hostname}:${port}`))
  const cpu = processorSeconds(pid)
  const began = performance.now()
  const worker = new Worker(new URL('./http-load-worker.mjs', import.meta.url), {
    workerData: { host: hostname, port: Number(port), requests: texts, connections, milliseconds: seconds * 1000 },
  })
  const [result]: Omit<Load, 'perSecond' | 'perCore'>[] = (await once(worker, 'message')) as never
  if (!result) throw new Error('the load said nothing')
  const elapsed = (performance.now() - began) / 1000
  const { answers } = result
  return { ...result, perSecond: answers / elapsed, perCore: answers / (processorSeconds(pid) - cpu) }
}

function textOf({ path, cookie, gzip = false }: Request, host: string): string {
  const lines = [`GET ${path} HTTP/1.1`, `Host: ${host}`, 'Accept: text/html', 'Accept-Language: id', 'Connection: keep-alive']
  if (gzip) lines.push('Accept-Encoding: gzip')
  if (cookie) lines.push(`Cookie: ${cookie}`)
  return `${lines.join('\r\n')}\r\n\r\n`
}
