import { and, eq, gt, isNull, lte, ne, or } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { holders } from '#db/schema.ts'
import { rows } from '../rows.ts'
import { seatsAt } from './seats.ts'

/** Name, NIP, rank and office of a signatory as a decree keeps them for good (V12). */
export type RecordedSignatory = {
  personId: string
  name: string
  nip: string | null
  rank: string | null
  positionId: string
  title: string
  seat: 'definitive' | 'plt' | 'plh'
}

type Signing = Pick<RecordedSignatory, 'name' | 'nip' | 'rank' | 'title' | 'seat'> & { timeZone: string }

/** The person in a seat that signs, and the agency's zone, in which the day of signing is judged; null when it ended or they are away. */
export async function readSignatory(tx: Db, agencyId: string, positionId: string, personId: string, at: Date) {
  const [row] = await rows<Signing>(
    tx,
    `select who.name, who.nip, who.rank, s.title, s.kind as seat, a.time_zone as "timeZone"
     from ${seatsAt({ at: 'to_timestamp($4::float8 / 1000)', agency: '$1', person: '$3::uuid' })} s
     join people who on who.id = s.person_id
     join agencies a on a.id = s.agency_id
     where s.position_id = $2 and s.signs and s.kind in ('definitive', 'plt')
     order by s.kind limit 1`,
    [agencyId, positionId, personId, at.getTime()],
    'read_signatory',
  )
  if (!row) return null
  const { timeZone, ...person } = row
  const recorded: RecordedSignatory = { personId, positionId, ...person }
  return { timeZone, recorded }
}

/**
 * The kind of seat that the person had in the position at some time of a day, a definitive one before an acting one; a
 * Plh's aside. Null when the seat came later or had ended, so that nobody signs back into another's time of office.
 */
export async function readSeatOn(tx: Db, seat: { agencyId: string; positionId: string; personId: string }, day: Day) {
  const [row] = await tx
    .select({ kind: holders.kind })
    .from(holders)
    .where(
      and(
        eq(holders.agencyId, seat.agencyId),
        eq(holders.positionId, seat.positionId),
        eq(holders.personId, seat.personId),
        ne(holders.kind, 'plh'),
        lte(holders.from, day.end),
        or(isNull(holders.until), gt(holders.until, day.start)),
      ),
    )
    .orderBy(holders.kind)
    .limit(1)
  return row?.kind ?? null
}

type Day = { start: Date; end: Date }
