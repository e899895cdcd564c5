import type { Db } from '#db/connection.ts'
import { rows } from '#db/rows.ts'
import { standardSources } from '#db/schema.ts'

type Key = { agencyId: string; slug: string }
export type SourceRow = typeof standardSources.$inferInsert

/** Notes what a standard was made from, or that a newer version of it has been looked through. */
export async function putSource(tx: Db, row: SourceRow): Promise<void> {
  const { sourceNumber, sourceDigest, personId, at } = row
  await tx
    .insert(standardSources)
    .values(row)
    .onConflictDoUpdate({
      target: [standardSources.agencyId, standardSources.slug],
      set: { sourceNumber, sourceDigest, personId, at },
    })
}

export type FollowedSource = {
  agencyId: string
  agencyName: string
  slug: string
  title: string
  /** The version that was looked through last, as its bytes were and are. */
  base: { number: number; digest: string; body: string } | null
  /** What is in force of the source now. */
  newest: { number: number; digest: string; body: string } | null
}

/** The source of a standard, from what the public may read of it. */
export async function readFollowed(db: Db, { agencyId, slug }: Key): Promise<FollowedSource | null> {
  const text = `
    select o.source_agency as "agencyId", a.name as "agencyName", o.source_slug as slug, s.title,
      (select json_build_object('number', b.number, 'digest', b.digest, 'body', b.body) from public_versions b
        where b.agency_id = o.source_agency and b.slug = o.source_slug and b.number = o.source_number
          and b.digest = o.source_digest) as base,
      (select json_build_object('number', n.number, 'digest', n.digest, 'body', n.body) from public_versions n
        where n.agency_id = o.source_agency and n.slug = o.source_slug and n.status = 'published') as newest
    from standard_sources o
    join standards s on s.agency_id = o.source_agency and s.slug = o.source_slug
    join agencies a on a.id = o.source_agency
    where o.agency_id = $1 and o.slug = $2`
  const [found] = await rows<FollowedSource>(db, text, [agencyId, slug], 'standard_source')
  return found ?? null
}
