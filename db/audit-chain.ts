import type { Opened } from './connection.ts'
import { pagesOf } from './pages-of.ts'
import { ms } from './rows.ts'
import { type AuditAct, auditHash, auditStart } from './stores/audit.ts'

/** The first act of an agency's trail that is not as it was written; `agencyId` '' is the system's own trail. */
export type AuditBreak = { agencyId: string; seq: number; why: 'missing' | 'hash' }
export type AuditReport = { ok: true; trails: number; acts: number } | { ok: false; broken: AuditBreak }

type Tip = { agencyId: string; seq: number; hash: string }
type Row = Omit<AuditAct, 'at'> & { seq: number; at: number; hash: string }

const actsAfter = `select agency_id as "agencyId", seq, ${ms('at')} as at, person_id as "personId", actor, action, subject, detail, hash
  from audit where (agency_id, seq) > ($1, $2::int) order by agency_id, seq limit $3::int`

/** Walks the trail of every agency and names the first act that was changed, added or taken out of it (V13). */
export async function verifyAudit(opened: Opened): Promise<AuditReport> {
  const acts = pagesOf<Row>(opened.execute, actsAfter, ['', 0], 2_000, (row) => [row.agencyId, row.seq])
  let tip: Tip | null = null
  let trails = 0
  for (let row = await acts.next(); row !== null; row = await acts.next()) {
    const { agencyId, seq, hash, at, ...act } = row
    const previous: Tip = tip?.agencyId === agencyId ? tip : { agencyId, seq: 0, hash: auditStart(agencyId) }
    if (previous !== tip) trails += 1
    if (seq !== previous.seq + 1) return { ok: false, broken: { agencyId, seq, why: 'missing' } }
    // A Date has whole milliseconds, and so has every act that was written from one.
    const written = Number.isInteger(at) && auditHash(previous.hash, seq, { ...act, agencyId, at: new Date(at) }) === hash
    if (!written) return { ok: false, broken: { agencyId, seq, why: 'hash' } }
    tip = { agencyId, seq, hash }
  }
  return { ok: true, trails, acts: acts.count() }
}
