import type { Visitor } from '#app/actor.ts'
import { limits } from '#app/limits.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { recordAct } from '#app/use-cases/account/record-act.server.ts'
import { countComment } from '#app/use-cases/comments/commenter.ts'
import { writersOf } from '#app/use-cases/definitions/own-work.ts'
import { storedDefinition } from '#app/use-cases/definitions/stored-definition.server.ts'
import { wrongNote } from '#app/use-cases/definitions/version-step.server.ts'
import { readWrittenVersion } from '#db/stores/drafts.ts'
import { tellPeople } from '#db/stores/standard-notices.ts'
import { countOpenSuggestions, insertSuggestion } from '#db/stores/suggestions.ts'
import { applyPartChanges, PartChanges } from '#engine'
import { withoutPlaces } from './without-places.ts'

type Input = { visitor: Visitor; agencyId: string; slug: string; number: number; changes: unknown; note: string }

/**
 * Offers the writers of a draft other words or another way: whoever may review it suggests, and nothing is written until
 * one of its authors takes it.
 */
export async function makeSuggestion(input: Input, ports: Ports): Promise<Result<{ id: string }>> {
  const { agencyId, slug } = input
  const allowed = authorise(input.visitor, 'definition.review', { agencyId })
  if (!allowed.ok) return allowed
  const person = allowed.value
  const parsed = PartChanges.safeParse(input.changes)
  const note = input.note.trim()
  const wrong = wrongNote('note', note)
  if (wrong) return wrong
  if (!parsed.success) return refuse({ code: 'invalid', errors: [{ path: 'changes', code: 'wrong-type' }] })
  const counted = await countComment(person, ports)
  if (!counted.ok) return counted
  return ports.db.transaction(async (tx): Promise<Result<{ id: string }>> => {
    const version = await readWrittenVersion(tx, input)
    if (version === null) return refuse({ code: 'not-found' })
    if (version.number !== input.number || !['draft', 'in-review'].includes(version.status))
      return refuse({ code: 'conflict', what: 'no-draft' })
    const changes = withoutPlaces(parsed.data)
    const { clashes } = applyPartChanges(storedDefinition({ ...version, slug }), changes)
    if (changes.length === 0) return refuse({ code: 'conflict', what: 'nothing-suggested' })
    if (clashes.length === changes.length) return refuse({ code: 'conflict', what: 'suggestion-clashes' })
    if ((await countOpenSuggestions(tx, input)) >= limits.openSuggestions)
      return refuse({ code: 'conflict', what: 'too-many-suggestions' })
    const id = ports.newId()
    const now = ports.now()
    const { number } = version
    await insertSuggestion(tx, { agencyId, id, slug, number, changes, note, personId: person.id, at: new Date(now) })
    const others = writersOf(version).filter((one) => one !== person.id)
    await tellPeople(tx, { agencyId, slug, number }, others, { kind: 'suggestion-made', at: now, detail: { suggestion: id } })
    await recordAct(tx, ports, person, {
      agencyId,
      action: 'suggestion.made',
      subject: slug,
      detail: { number, count: changes.length },
    })
    return ok({ id })
  })
}
