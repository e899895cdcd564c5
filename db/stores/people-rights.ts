import type { Db } from '../connection.ts'
import { rows } from '../rows.ts'

/** Who holds a right in an agency and still has an account. */
export async function peopleWithRight(db: Db, agencyId: string, right: 'author' | 'approver'): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    `select p.id from grants g join people p on p.id = g.person_id
     where g.agency_id = $1 and g."right" = $2 and p.disabled_at is null order by p.id`,
    [agencyId, right],
    'people_with_right',
  )
  return found.map(({ id }) => id)
}
