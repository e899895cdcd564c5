import type { Ports } from '#app/ports.ts'
import type { Db } from '#db/connection.ts'
import { appendAudit } from '#db/stores/audit.ts'

/** Acts that belong to no agency stand in the system's own trail. */
export const systemTrail = ''

export type Act = {
  agencyId: string
  action: string
  /** What it was done to, by id. */
  subject: string
  detail?: Readonly<Record<string, unknown>>
}

/** One row of the audit trail, in the transaction of the change. Never a secret, a password or what an applicant wrote. */
export async function recordAct(tx: Db, ports: Ports, by: { id: string; name: string } | null, act: Act) {
  await appendAudit(tx, {
    ...act,
    detail: act.detail ?? {},
    at: new Date(ports.now()),
    personId: by?.id ?? null,
    actor: by?.name ?? 'system',
  })
}
