import { asc, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { agencies, calendars, calendarTemplates } from '#db/schema.ts'

export async function listAgencies(db: Db, only: 'all' | readonly string[]) {
  return db
    .select({
      id: agencies.id,
      name: agencies.name,
      government: sql<string>`coalesce(profile->>'government', '')`,
      timeZone: agencies.timeZone,
    })
    .from(agencies)
    .where(only === 'all' ? undefined : inArray(agencies.id, [...only]))
    .orderBy(asc(agencies.name))
    .limit(1000)
}

export async function readAgency(db: Db, id: string) {
  const [row] = await db
    .select({
      id: agencies.id,
      name: agencies.name,
      profile: agencies.profile,
      timeZone: agencies.timeZone,
      revision: agencies.revision,
    })
    .from(agencies)
    .where(eq(agencies.id, id))
  return row ?? null
}

export async function insertAgency(
  db: Db,
  row: { id: string; name: string; profile: unknown; timeZone: string; createdAt: Date; calendar: unknown },
) {
  const { calendar, ...agency } = row
  await db.insert(agencies).values(agency)
  await db.insert(calendars).values({ agencyId: row.id, body: calendar, updatedAt: row.createdAt })
}

/** Saves over the revision that was read. False when a colleague was faster. */
export async function updateAgency(
  db: Db,
  id: string,
  revision: number,
  set: { name: string; profile: unknown; timeZone: string },
): Promise<boolean> {
  const rows = await db
    .update(agencies)
    .set({ ...set, revision: sql`${agencies.revision} + 1` })
    .where(sql`${agencies.id} = ${id} and ${agencies.revision} = ${revision}`)
    .returning({ id: agencies.id })
  return rows.length > 0
}

/** Tells cached public pages that something they print has changed. */
export async function raiseRevision(db: Db, id: string) {
  await db
    .update(agencies)
    .set({ revision: sql`${agencies.revision} + 1` })
    .where(eq(agencies.id, id))
}

export async function readCalendar(db: Db, agencyId: string) {
  const [row] = await db
    .select({ body: calendars.body, revision: calendars.revision })
    .from(calendars)
    .where(eq(calendars.agencyId, agencyId))
  return row ?? null
}

export async function updateCalendar(db: Db, agencyId: string, revision: number, body: unknown, at: Date): Promise<boolean> {
  const rows = await db
    .update(calendars)
    .set({ body, revision: revision + 1, updatedAt: at })
    .where(sql`${calendars.agencyId} = ${agencyId} and ${calendars.revision} = ${revision}`)
    .returning({ agencyId: calendars.agencyId })
  return rows.length > 0
}

export async function listCalendarTemplates(db: Db) {
  return db
    .select({ id: calendarTemplates.id, name: calendarTemplates.name })
    .from(calendarTemplates)
    .orderBy(asc(calendarTemplates.name))
    .limit(100)
}

export async function readCalendarTemplate(db: Db, id: string): Promise<unknown> {
  const [row] = await db.select().from(calendarTemplates).where(eq(calendarTemplates.id, id))
  if (row === undefined) return null
  const { body, ...named } = row
  return typeof body === 'object' ? { ...body, ...named } : named
}
