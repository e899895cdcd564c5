import type { Visitor } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import { countRate, takeBackRate } from '#app/rates.server.ts'
import { ok, type Result, refuse } from '#app/result.ts'

const rates = { start: 'apply', file: 'upload' } as const

export type Stranger = { visitor: Visitor; act: keyof typeof rates; address: string }

/** What people without an account send is counted by address, so that nobody fills an office's list or disk (V24). */
export async function countStranger({ visitor, act, address }: Stranger, ports: Ports): Promise<Result<null>> {
  if (visitor.kind === 'person') return ok(null)
  const retryAfterSeconds = await countRate(ports, rates[act], address)
  return retryAfterSeconds === null ? ok(null) : refuse({ code: 'rate-limited', retryAfterSeconds })
}

/** Counted, and then nothing came of it: a form to be mended costs nobody a try. */
export async function forgiveStranger({ visitor, act, address }: Stranger, ports: Ports): Promise<void> {
  if (visitor.kind === 'anonymous') await takeBackRate(ports, rates[act], address)
}
