import { and, eq, gt, isNull, lte, ne, or } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { agencies, holders, people, positions } from '#db/schema.ts'

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

/** The person in a seat that signs, and the agency's zone, in which the day of signing is judged; null when it ended. */
export async function readSignatory(tx: Db, agencyId: string, positionId: string, personId: string, at: Date) {
  const now = and(lte(holders.from, at), or(isNull(holders.until), gt(holders.until, at)))
  const [row] = await tx
    .select({
      name: people.name,
      nip: people.nip,
      rank: people.rank,
      title: positions.title,
      seat: holders.kind,
      timeZone: agencies.timeZone,
    })
    .from(holders)
    .innerJoin(people, eq(people.id, holders.personId))
    .innerJoin(positions, and(eq(positions.agencyId, holders.agencyId), eq(positions.id, holders.positionId)))
    .innerJoin(agencies, eq(agencies.id, holders.agencyId))
    .where(
      and(
        eq(holders.agencyId, agencyId),
        eq(holders.positionId, positionId),
        eq(holders.personId, personId),
        ne(holders.kind, 'plh'),
        eq(positions.signs, true),
        isNull(positions.closedAt),
        now,
      ),
    )
    .orderBy(holders.kind)
    .limit(1)
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
