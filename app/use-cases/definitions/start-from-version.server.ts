import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import type { Db } from '#db/connection.ts'
import { appendAudit } from '#db/stores/audit.ts'
import { readVersionBody, type StoredVersion } from '#db/stores/authoring-read.ts'
import type { VersionKey } from '#db/stores/version-life.ts'
import { beginDraft, draftExists } from './begin-draft.ts'
import { writersOfText } from './own-work.ts'

type Input = VersionKey & { visitor: Visitor; version: number }

/** Begins a new draft from any version of the standard, also one that was laid aside. */
export async function startFromVersion(input: Input, ports: Ports): Promise<Result<{ number: number }>> {
  const allowed = authorise(input.visitor, 'definition.edit', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const person = allowed.value
  const key = { agencyId: input.agencyId, slug: input.slug }
  const at = new Date(ports.now())
  try {
    return await ports.db.transaction(async (tx) => {
      const base = await readVersionBody(tx, key, input.version)
      if (!base) return refuse({ code: 'not-found' })
      return ok({ number: await beginFrom(tx, base, { key, person, at }, ports) })
    })
  } catch (error) {
    return draftExists(error)
  }
}

type Beginning = { key: VersionKey; person: { id: string; name: string }; at: Date }

/** A new draft with the text of a version; its number. */
export async function beginFrom(tx: Db, base: StoredVersion, { key, person, at }: Beginning, ports: Ports): Promise<number> {
  const text = { body: base.body, digest: base.digest, basedOn: base.number, writers: writersOfText(base) }
  const number = await beginDraft(tx, { key, text, personId: person.id, at }, ports)
  const detail = { number, basedOn: base.number }
  const act = { agencyId: key.agencyId, at, personId: person.id, actor: person.name, action: 'draft.started' }
  await appendAudit(tx, { ...act, subject: key.slug, detail })
  return number
}
