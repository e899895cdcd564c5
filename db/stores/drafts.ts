import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { agencies, draftConflicts, people, standards, versions } from '#db/schema.ts'

type StandardKey = { agencyId: string; slug: string }
type DraftKey = StandardKey & { number: number }

const ofStandard = ({ agencyId, slug }: StandardKey) => and(eq(versions.agencyId, agencyId), eq(versions.slug, slug))

const isOpened = sql`${versions.status} <> 'withdrawn'`
const openedFirst = [sql`${versions.status} in ('draft', 'in-review') desc`, desc(versions.number)]

/** The version that an author opens: the one being written, else the newest. With the names that the page shows. */
export async function readVersionToOpen(db: Db, key: StandardKey) {
  const [row] = await db
    .select({
      number: versions.number,
      slug: versions.slug,
      status: versions.status,
      revision: versions.revision,
      body: versions.body,
      updatedAt: versions.updatedAt,
      updatedBy: people.name,
      agencyName: agencies.name,
      zone: agencies.timeZone,
      profile: agencies.profile,
    })
    .from(versions)
    .innerJoin(agencies, eq(agencies.id, versions.agencyId))
    .leftJoin(people, eq(people.id, versions.updatedBy))
    .where(and(ofStandard(key), isOpened))
    .orderBy(...openedFirst)
    .limit(1)
  return row ?? null
}

/** The version that people talk about: the one being written, else the newest; with who wrote it. */
export async function readWrittenVersion(db: Db, key: StandardKey) {
  const { number, status, body, authorId, updatedBy, writers } = versions
  const [row] = await db
    .select({ number, status, body, authorId, updatedBy, writers })
    .from(versions)
    .where(and(ofStandard(key), isOpened))
    .orderBy(...openedFirst)
    .limit(1)
  return row ?? null
}

export async function standardExists(db: Db, { agencyId, slug }: StandardKey): Promise<boolean> {
  const ofKey = and(eq(standards.agencyId, agencyId), eq(standards.slug, slug))
  const found = await db.select({ slug: standards.slug }).from(standards).where(ofKey)
  return found.length > 0
}

export type DraftText = { body: string; digest: string; personId: string; at: Date }

/** Counts people among those who wrote a version that is not approved yet (V11). */
export async function addWriters(tx: Db, key: DraftKey, people: readonly string[]) {
  const added = sql.join(
    people.map((id) => sql`${id}::uuid`),
    sql`, `,
  )
  if (people.length === 0) return
  await tx
    .update(versions)
    .set({ writers: sql`array(select distinct unnest(${versions.writers} || array[${added}]))` })
    .where(and(ofStandard(key), eq(versions.number, key.number), inArray(versions.status, ['draft', 'in-review'])))
}

/** Writes the draft if it still is the one that was read; null when somebody else was first (V16). */
export async function writeDraft(tx: Db, key: DraftKey, revision: number, text: DraftText): Promise<number | null> {
  const [row] = await tx
    .update(versions)
    .set({
      body: text.body,
      digest: text.digest,
      updatedBy: text.personId,
      writers: sql`case when ${text.personId}::uuid = any(${versions.writers}) then ${versions.writers}
        else array_append(${versions.writers}, ${text.personId}::uuid) end`,
      updatedAt: text.at,
      revision: revision + 1,
    })
    .where(and(ofStandard(key), eq(versions.number, key.number), eq(versions.status, 'draft'), eq(versions.revision, revision)))
    .returning({ revision: versions.revision })
  return row?.revision ?? null
}

export async function nameOfPerson(db: Db, id: string | null): Promise<string | null> {
  if (id === null) return null
  const [row] = await db.select({ name: people.name }).from(people).where(eq(people.id, id))
  return row?.name ?? null
}

/** Keeps a text that lost a race beside the draft; a second time with the same id it replaces the person's own copy. */
export async function keepConflict(
  db: Db,
  key: DraftKey,
  copy: { id: string; basedOnRevision: number; body: string; personId: string; at: Date },
): Promise<boolean> {
  const kept = await db
    .insert(draftConflicts)
    .values({ agencyId: key.agencyId, slug: key.slug, number: key.number, ...copy })
    .onConflictDoUpdate({
      target: [draftConflicts.agencyId, draftConflicts.id],
      set: { body: copy.body, at: copy.at },
      setWhere: and(
        eq(draftConflicts.personId, copy.personId),
        eq(draftConflicts.slug, key.slug),
        eq(draftConflicts.number, key.number),
      ),
    })
    .returning({ id: draftConflicts.id })
  return kept.length === 1
}

/** How many copies a person keeps beside a draft, the one named aside. */
export async function countCopies(db: Db, key: DraftKey, { personId, id }: { personId: string; id: string }): Promise<number> {
  const own = and(eq(draftConflicts.personId, personId), ne(draftConflicts.id, id))
  const beside = and(
    eq(draftConflicts.agencyId, key.agencyId),
    eq(draftConflicts.slug, key.slug),
    eq(draftConflicts.number, key.number),
  )
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(draftConflicts).where(and(beside, own))
  return row?.count ?? 0
}

/** Copies that wait beside a draft, the newest first. */
export async function readConflicts(db: Db, key: DraftKey, limit = 20) {
  return db
    .select({ id: draftConflicts.id, at: draftConflicts.at, name: people.name, body: draftConflicts.body })
    .from(draftConflicts)
    .leftJoin(people, eq(people.id, draftConflicts.personId))
    .where(
      and(eq(draftConflicts.agencyId, key.agencyId), eq(draftConflicts.slug, key.slug), eq(draftConflicts.number, key.number)),
    )
    .orderBy(desc(draftConflicts.at))
    .limit(limit)
}
