import { readings } from '#db/schema.ts'
import type { Instant } from '#engine/instant.ts'
import type { Db } from '../connection.ts'
import { ms, rows } from '../rows.ts'
import { seatsAt } from './seats.ts'

type StandardKey = { agencyId: string; slug: string }

export type ReadingState = { number: number; digest: string; readAt: Instant | null }

/** The version of a standard in force, and when this person read it; null while none is in force. */
export async function readingOf(db: Db, { agencyId, slug }: StandardKey, personId: string): Promise<ReadingState | null> {
  const [found] = await rows<ReadingState>(
    db,
    `select v.number, v.digest, ${ms('r.at')} as "readAt" from versions v
     left join readings r on r.agency_id = v.agency_id and r.slug = v.slug and r.number = v.number and r.person_id = $3::uuid
     where v.agency_id = $1 and v.slug = $2 and v.status = 'published'`,
    [agencyId, slug, personId],
    'reading_of',
  )
  return found ?? null
}

/** True the first time. */
export async function insertReading(tx: Db, row: typeof readings.$inferInsert): Promise<boolean> {
  const made = await tx.insert(readings).values(row).onConflictDoNothing().returning({ number: readings.number })
  return made.length === 1
}

export type Reader = { name: string; titles: readonly string[]; readAt: Instant | null }

/** Who sits in positions that perform a version, and whoever else has read it; those who have not first. */
export function listReaders(
  db: Db,
  { agencyId, slug, number }: StandardKey & { number: number },
  positions: readonly string[],
  now: Instant,
): Promise<Reader[]> {
  return rows(
    db,
    `with asked as (
       select s.person_id, json_agg(distinct s.title) as titles from ${seatsAt({ at: 'to_timestamp($5::float8 / 1000)', agency: '$1' })} s
       where s.position_id = any($4::text[]) group by s.person_id),
     done as (select person_id, at from readings where agency_id = $1 and slug = $2 and number = $3::int)
     select p.name, coalesce(a.titles, '[]') as titles, ${ms('d.at')} as "readAt"
     from asked a full join done d on d.person_id = a.person_id join people p on p.id = coalesce(a.person_id, d.person_id)
     order by d.at is not null, d.at, p.name, p.id limit 1000`,
    [agencyId, slug, number, positions, now],
    'readers',
  )
}
