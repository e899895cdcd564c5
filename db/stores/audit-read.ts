import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { audit } from '#db/schema.ts'

/** Acts name what they were done to by id; readers want the name it has now. */
const subjectName = sql<string | null>`case split_part(audit.action, '.', 1)
  when 'position' then (select title from positions where agency_id = audit.agency_id and id = audit.subject)
  when 'appointment' then (select title from positions where agency_id = audit.agency_id and id = audit.subject)
  when 'series' then (select name from series where agency_id = audit.agency_id and id = audit.subject)
  when 'agency' then (select name from agencies where id = audit.subject)
  when 'calendar' then (select name from agencies where id = audit.subject)
  when 'version' then (select title from standards where agency_id = audit.agency_id and slug = split_part(audit.subject, '/', 1))
  when 'draft' then (select title from standards where agency_id = audit.agency_id and slug = split_part(audit.subject, '/', 1))
  when 'instance' then (select title from standards where agency_id = audit.agency_id and slug = audit.subject)
  when 'schedule' then (select title from standards where agency_id = audit.agency_id and slug = audit.subject)
  when 'standard' then (select title from standards where agency_id = audit.agency_id and slug = audit.subject)
  else (select name from people where id::text = audit.subject) end`

/** One page of an agency's trail, newest first; `before` is the sequence number the page ends before. */
export async function readTrail(db: Db, agencyId: string, page: { before: number | null; limit: number }) {
  return db
    .select({
      seq: audit.seq,
      at: audit.at,
      actor: audit.actor,
      action: audit.action,
      subject: audit.subject,
      detail: audit.detail,
      hash: audit.hash,
      subjectName,
      personName: sql<string | null>`(select p.name from people p where p.id::text = audit.detail->>'personId')`,
      positionName: sql<string | null>`(select p.title from positions p where p.agency_id = audit.agency_id
        and p.id = coalesce(audit.detail->>'position', audit.detail->>'superiorId'))`,
    })
    .from(audit)
    .where(and(eq(audit.agencyId, agencyId), page.before === null ? undefined : lt(audit.seq, page.before)))
    .orderBy(desc(audit.seq))
    .limit(page.limit)
}
