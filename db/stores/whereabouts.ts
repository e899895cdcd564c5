import type { Db } from '../connection.ts'
import { rows } from '../rows.ts'

type What = 'task' | 'instance'
const tables = { task: 'tasks', instance: 'instances' } as const satisfies Record<What, string>

/** The one of these agencies that a task or instance belongs to; null when it is none's. */
export async function agencyHolding(db: Db, what: What, id: string, among: readonly string[]): Promise<string | null> {
  const text = `select agency_id as "agencyId" from ${tables[what]} where agency_id = any($2::text[]) and id = $1::uuid`
  const [found] = await rows<{ agencyId: string }>(db, text, [id, among], `agency_holding_${what}`)
  return found?.agencyId ?? null
}

export async function agencyOfDecree(db: Db, id: string): Promise<string | null> {
  const text = 'select agency_id as "agencyId" from decrees where id = $1::uuid'
  const [found] = await rows<{ agencyId: string }>(db, text, [id], 'agency_of_decree')
  return found?.agencyId ?? null
}
