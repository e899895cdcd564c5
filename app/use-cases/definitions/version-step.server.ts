import type { Ports } from '#app/ports.ts'
import { refuse } from '#app/result.ts'
import type { Db } from '#db/connection.ts'
import { appendAudit } from '#db/stores/audit.ts'
import { type Act, changeVersion, recordAct, type VersionChange, type VersionRow } from '#db/stores/version-life.ts'
import { limits } from '#engine'

/** Without a person the clock takes it. */
type Step = { act: Act; note?: string | null; change: VersionChange; person: { id: string; name: string } | null }

/** One step in the life of a version: the change, the act beside it and the line in the log, in the transaction given. */
export async function takeVersionStep(tx: Db, row: VersionRow, step: Step, ports: Ports) {
  const at = new Date(ports.now())
  await changeVersion(tx, row, step.change)
  await recordAct(tx, row, { id: ports.newId(), act: step.act, personId: step.person?.id ?? null, note: step.note ?? null, at })
  await appendAudit(tx, {
    agencyId: row.agencyId,
    at,
    personId: step.person?.id ?? null,
    actor: step.person?.name ?? 'system',
    action: `version.${step.act}`,
    subject: `${row.slug}/${row.number}`,
    detail: { digest: row.digest, note: step.note ?? null },
  })
}

/** Refuses a note that is longer than a sentence of a definition may be. */
export function wrongNote(path: string, note: string) {
  const max = limits.sentence
  return note.length > max ? refuse({ code: 'invalid', errors: [{ path, code: 'too-long', params: { max } }] }) : null
}
