import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { digestOf } from '#db/canonical-digest.ts'
import { sqlState } from '#db/rows.ts'
import { appendAudit } from '#db/stores/audit.ts'
import { readVersionToOpen } from '#db/stores/drafts.ts'
import { insertVersion, nextVersionNumber, recordAct } from '#db/stores/version-life.ts'
import { canonicalJson } from '#engine'
import { storedDefinition } from './stored-definition.server.ts'

type Input = { visitor: Visitor; agencyId: string; slug: string }

/** Begins a new draft from the newest version. Where one is being written already, that one is meant. */
export async function startDraft(input: Input, ports: Ports): Promise<Result<{ number: number }>> {
  const allowed = authorise(input.visitor, 'definition.edit', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const person = allowed.value
  const key = { agencyId: input.agencyId, slug: input.slug }
  try {
    return await ports.db.transaction(async (tx) => {
      const base = await readVersionToOpen(tx, key)
      if (base === null) return refuse({ code: 'not-found' })
      if (base.status === 'draft' || base.status === 'in-review') return ok({ number: base.number })
      const body = canonicalJson(storedDefinition(base))
      const at = new Date(ports.now())
      const row = {
        ...key,
        number: await nextVersionNumber(tx, key),
        status: 'draft',
        body,
        digest: digestOf(body),
        basedOn: base.number,
        authorId: person.id,
        updatedBy: person.id,
        updatedAt: at,
      } as const
      await insertVersion(tx, row)
      await recordAct(tx, row, { id: ports.newId(), act: 'created', personId: person.id, at })
      const detail = { number: row.number, basedOn: base.number }
      await appendAudit(tx, {
        agencyId: key.agencyId,
        at,
        personId: person.id,
        actor: person.name,
        action: 'draft.started',
        subject: key.slug,
        detail,
      })
      return ok({ number: row.number })
    })
  } catch (error) {
    if (sqlState(error) !== '23505') throw error
    const standing = await readVersionToOpen(ports.db, key)
    return standing ? ok({ number: standing.number }) : refuse({ code: 'not-found' })
  }
}
