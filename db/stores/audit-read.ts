import { and, desc, eq, lt } from 'drizzle-orm'
import type { Db } from '#db/connection.ts'
import { audit } from '#db/schema.ts'

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
    })
    .from(audit)
    .where(and(eq(audit.agencyId, agencyId), page.before === null ? undefined : lt(audit.seq, page.before)))
    .orderBy(desc(audit.seq))
    .limit(page.limit)
}
