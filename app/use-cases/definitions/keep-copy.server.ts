import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { readVersionBody } from '#db/stores/authoring-read.ts'
import { addWriters, countCopies, keepConflict } from '#db/stores/drafts.ts'
import { canonicalJson, parseDefinition } from '#engine'

type Input = {
  visitor: Visitor
  agencyId: string
  slug: string
  /** The version and revision that the text was made from. */
  number: number
  revision: number
  definition: unknown
  /** The person's own copy to write on in; a new one without it. */
  copy?: string
}

/** Of one person beside one draft. Nothing is thrown away for a new one: they say which are no longer needed. */
const mostCopies = 20

/** Keeps a text that lost a race to save whole beside the draft (P14). */
export async function keepDraftCopy(input: Input, ports: Ports): Promise<Result<{ copy: string; revision: number }>> {
  const allowed = authorise(input.visitor, 'definition.edit', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const parsed = parseDefinition(input.definition)
  if (!parsed.ok) return refuse({ code: 'invalid', errors: parsed.errors })
  const row = await readVersionBody(ports.db, input, input.number)
  if (row === null) return refuse({ code: 'not-found' })
  const copy = input.copy ?? ports.newId()
  const text = {
    id: copy,
    basedOnRevision: input.revision,
    body: canonicalJson(parsed.definition),
    personId: allowed.value.id,
    at: new Date(ports.now()),
  }
  const key = { agencyId: input.agencyId, slug: input.slug, number: row.number }
  return ports.db.transaction(async (tx) => {
    if ((await countCopies(tx, key, text)) >= mostCopies) return refuse({ code: 'conflict', what: 'too-many-copies' })
    // Whoever opens the text may put it into the draft: who kept it counts among its writers from now on (V11).
    await addWriters(tx, key, [text.personId])
    const kept = await keepConflict(tx, key, text)
    return kept ? ok({ copy, revision: input.revision }) : refuse({ code: 'not-found' })
  })
}
