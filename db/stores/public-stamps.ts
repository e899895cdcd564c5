import type { Db } from '#db/connection.ts'
import { type Param, rows } from '#db/rows.ts'

const facts = `string_agg(concat_ws(' ', v.agency_id, v.slug, v.number, v.status, v.digest, v.superseded_by, d.number, d.status,
  d.signed_on, d.effective_on), ',' order by v.agency_id, v.slug, v.number)`
const seen = 'public_versions v left join decrees d on d.agency_id = v.agency_id and d.id = v.decree_id where true'
const decreeFacts = `string_agg(concat_ws(' ', agency_id, id, number, status, revoked_reason, md5(about || signatory::text),
    (select count(*) from errata r where r.agency_id = decrees.agency_id and r.decree_id = decrees.id)), ','
  order by agency_id, id)`

/** What acts do to each other and to versions: a page names them, and how each stands. */
const effectFacts = `(select string_agg(concat_ws(' ', e.decree_id, e.place, o.number, o.status, t.status), ',' order by e.decree_id, e.place)
  from decree_effects e join decrees o on o.agency_id = e.agency_id and o.id = e.decree_id
  join decrees t on t.agency_id = e.agency_id and t.id = e.target_id where e.agency_id`

async function stamp(db: Db, name: string, text: string, params: readonly Param[]): Promise<string | null> {
  const [row] = await rows<{ stamp: string | null }>(db, text, params, `public-stamp-${name}`)
  return row?.stamp ?? null
}

/** Changes whenever a public page of the standard would. Null when there is none to see. */
export const standardStamp = (db: Db, agencyId: string, slug: string) =>
  stamp(
    db,
    'standard',
    `select md5(a.revision || (select ${facts} from ${seen} and v.agency_id = $1 and v.slug = $2)
       || coalesce((select string_agg(id || title, ',' order by id) from positions
          where agency_id = $1 and signs and closed_at is null), '')
       || coalesce(${effectFacts} = $1 and e.slug = $2), '')) as stamp
     from agencies a where a.id = $1`,
    [agencyId, slug],
  )

/** Changes whenever the catalogue would: of one agency, or with null of all. */
export const catalogueStamp = (db: Db, agencyId: string | null) =>
  stamp(
    db,
    'catalogue',
    `select md5((select string_agg(id || revision, ',' order by id) from agencies where $1::text is null or id = $1)
       || coalesce((select ${facts} from ${seen} and ($1::text is null or v.agency_id = $1)), '')) as stamp`,
    [agencyId],
  )

/** Changes whenever the register, or one decree of it, would. Titles of standards change only with a version. */
export const registerStamp = (db: Db, agencyId: string | null, id: string | null) =>
  stamp(
    db,
    'register',
    `select md5((select string_agg(id || revision, ',' order by id) from agencies)
       || (select ${decreeFacts} from decrees where ($1::text is null or agency_id = $1) and ($2::uuid is null or id = $2))
       || (select count(*) from decree_files where agency_id = $1 and decree_id = $2)
       || coalesce(${effectFacts} = coalesce($1, e.agency_id) and ($2::uuid is null or e.decree_id = $2 or e.target_id = $2)), '')
       || coalesce((select ${facts} from ${seen} and ($1::text is null or v.agency_id = $1)), '')) as stamp`,
    [agencyId, id],
  )
