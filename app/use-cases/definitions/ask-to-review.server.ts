import type { Ports } from '#app/ports.ts'
import type { Db } from '#db/connection.ts'
import { peopleWithRight } from '#db/stores/people-rights.ts'
import { tellPeople, tellPositions } from '#db/stores/standard-notices.ts'
import type { VersionRow } from '#db/stores/version-life.ts'
import { type ApprovalRule, waitingFor } from '#engine'
import { isOwnWork } from './own-work.ts'

/** Tells whose turn it is: positions where a rule names them, else everybody with the right who did not write it. */
export async function askToReview(tx: Db, row: VersionRow, rule: ApprovalRule | null, ports: Ports): Promise<void> {
  const word = { kind: 'review-asked', at: ports.now() } as const
  if (rule) return tellPositions(tx, row, waitingFor(rule, []), word)
  const approvers = await peopleWithRight(tx, row.agencyId, 'approver')
  await tellPeople(
    tx,
    row,
    approvers.filter((id) => !isOwnWork(row, id)),
    word,
  )
}
