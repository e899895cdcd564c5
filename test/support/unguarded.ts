import type { Opened } from '#db/connection.ts'
import { type Param, rows } from '#db/rows.ts'

/** Runs one statement that no trigger and no reference stops: what only the owner of a database can do to it. */
export function unguarded(opened: Opened, text: string, params: readonly Param[] = []): Promise<void> {
  return opened.transaction(async (tx) => {
    await rows(tx, 'set local session_replication_role = replica')
    await rows(tx, text, params)
  })
}
