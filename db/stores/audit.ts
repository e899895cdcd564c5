import { canonicalJson } from '#engine/definition/canonical.ts'
import { digestOf } from '../canonical-digest.ts'
import type { Db } from '../connection.ts'
import { rows } from '../rows.ts'

export type AuditAct = {
  /** '' for the system itself. */
  agencyId: string
  at: Date
  personId: string | null
  /** The name as it was. */
  actor: string
  action: string
  subject: string
  detail: Readonly<Record<string, unknown>>
}
type Last = { seq: number; hash: string }

/** The hash before the first row of an agency's trail. */
export const auditStart = (agencyId: string) => digestOf(`audit ${agencyId}`)

export function auditHash(previous: string, seq: number, act: AuditAct): string {
  const { at, ...rest } = act
  return digestOf(`${previous}\n${seq}\n${canonicalJson({ ...rest, at: at.getTime() })}`)
}

/** Adds one row to an agency's trail. Takes the transaction of the change; writers of one agency wait for each other. */
export async function appendAudit(tx: Db, act: AuditAct): Promise<void> {
  await rows(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 7262002))', [act.agencyId])
  const [last] = await rows<Last>(tx, 'select seq, hash from audit where agency_id = $1 order by seq desc limit 1', [
    act.agencyId,
  ])
  const { seq, hash } = last ?? { seq: 0, hash: auditStart(act.agencyId) }
  await rows(
    tx,
    `insert into audit (agency_id, seq, at, person_id, actor, action, subject, detail, hash)
     values ($1, $2::int, to_timestamp($3::float8 / 1000), $4::uuid, $5, $6, $7, $8::jsonb, $9)`,
    [
      act.agencyId,
      seq + 1,
      act.at.getTime(),
      act.personId,
      act.actor,
      act.action,
      act.subject,
      JSON.stringify(act.detail),
      auditHash(hash, seq + 1, act),
    ],
  )
}
