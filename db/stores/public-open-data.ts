import type { Db } from '#db/connection.ts'
import { rows } from '#db/rows.ts'

/** A version in force with its text, for what is made of all standards of an agency. */
export type VersionInForce = {
  slug: string
  number: number
  body: string
  digest: string
  decree: { number: string; signedOn: string; effectiveOn: string }
}

/** Every version of an agency that is published under a decree, by title. */
export async function listVersionsInForce(db: Db, agencyId: string, limit: number): Promise<VersionInForce[]> {
  const text = `
    select v.slug, v.number, v.body, v.digest, json_build_object('number', d.number, 'signedOn', d.signed_on::text,
      'effectiveOn', d.effective_on::text) as decree
    from public_versions v
    join standards s on s.agency_id = v.agency_id and s.slug = v.slug
    join decrees d on d.agency_id = v.agency_id and d.id = v.decree_id
    where v.agency_id = $1 and v.status = 'published'
    order by s.title, v.slug limit $2`
  return rows(db, text, [agencyId, limit], 'public-in-force')
}
