import type { Execute } from '#db/connection.ts'
import type { Attempts } from './attempts.ts'
import { ask, isDone } from './interface.ts'

/** The bars of a fault: milliseconds. */
export const bars = { request: 30_000, live: 1_000, well: 15_000 } as const

export type Kept = { acknowledged: number; lost: number; doubled: number; otherAnswers: number }

/** What became of all that was acknowledged: in the database, and in the answer to the same key sent again. */
export async function whatWasKept({ acknowledged }: Attempts, execute: Execute, origin: string): Promise<Kept> {
  const starts = acknowledged.filter(({ asking }) => asking.path === '/instances').map(({ told }) => String(told.body.id))
  const tasks = acknowledged.flatMap(({ asking }) => /^\/tasks\/([^/]+)\/complete$/.exec(asking.path)?.[1] ?? [])
  const [instances] = await execute<{ all: number; known: number }>(
    `select count(*)::int as all, count(*) filter (where id = any($1::uuid[]))::int as known from instances`,
    [starts],
  )
  const [completed] = await execute<{ all: number; known: number }>(
    `select count(*)::int as all, count(distinct task_id)::int as known from events
     where type = 'TaskCompleted' and task_id = any($1::uuid[])`,
    [tasks],
  )
  const known = (instances?.known ?? 0) + (completed?.known ?? 0)
  const extra = (instances?.all ?? 0) - (instances?.known ?? 0) + (completed?.all ?? 0) - (completed?.known ?? 0)
  return {
    acknowledged: acknowledged.length,
    lost: new Set(starts).size + new Set(tasks).size - known,
    doubled: extra,
    otherAnswers: await answersThatDiffer(acknowledged, origin),
  }
}

async function answersThatDiffer(acknowledged: Attempts['acknowledged'], origin: string): Promise<number> {
  const left = [...acknowledged]
  let differ = 0
  const resend = async () => {
    for (let sent = left.pop(); sent; sent = left.pop()) {
      const told = await ask(origin, sent.asking)
      if (!told || !isDone(told) || JSON.stringify(told.body) !== JSON.stringify(sent.told.body)) differ += 1
    }
  }
  await Promise.all(Array.from({ length: 8 }, resend))
  return differ
}

export function statusesOf(attempts: Attempts): Readonly<Record<string, number>> {
  const counted: Record<string, number> = {}
  for (const { status } of attempts.all) {
    const name = status === null ? 'none' : status >= 200 && status < 300 ? '2xx' : String(status)
    counted[name] = (counted[name] ?? 0) + 1
  }
  return counted
}
