import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { recordAct } from '#app/use-cases/account/record-act.server.ts'
import { rewriteDraft } from '#app/use-cases/definitions/rewrite-draft.server.ts'
import { storedDefinition } from '#app/use-cases/definitions/stored-definition.server.ts'
import { wrongNote } from '#app/use-cases/definitions/version-step.server.ts'
import { isUuid } from '#app/use-cases/instances/ids.ts'
import type { Db } from '#db/connection.ts'
import { addWriters } from '#db/stores/drafts.ts'
import { tellPeople } from '#db/stores/standard-notices.ts'
import { lockSuggestion, type SuggestionRow, settle, type Verdict } from '#db/stores/suggestions.ts'
import { lockVersion } from '#db/stores/version-life.ts'
import { applyPartChanges, changeGroups, PartChanges } from '#engine'

type Place = { visitor: Visitor; agencyId: string; slug: string; suggestion: string }
type Input = Place & {
  /** Keys of the groups that are taken (`changeGroups`); with none the suggestion is declined. */
  take: readonly string[]
  reason: string
}

/**
 * Takes a suggestion into the draft, whole or in part, or declines it; what is not taken is given a reason. Who suggested
 * what is taken counts among the writers from then on, and neither approves nor signs the version (V11).
 */
export async function settleSuggestion(input: Input, ports: Ports): Promise<Result<{ verdict: Verdict }>> {
  const { agencyId } = input
  const allowed = authorise(input.visitor, 'definition.edit', { agencyId })
  if (!allowed.ok) return allowed
  const person = allowed.value
  const reason = input.reason.trim()
  const wrong = wrongNote('reason', reason)
  if (wrong) return wrong
  if (!isUuid(input.suggestion)) return refuse({ code: 'not-found' })
  return ports.db.transaction(async (tx): Promise<Result<{ verdict: Verdict }>> => {
    const draft = await lockVersion(tx, input, 'draft')
    const suggestion = await lockSuggestion(tx, input, input.suggestion)
    if (!suggestion) return refuse({ code: 'not-found' })
    if (suggestion.verdict !== null) return refuse({ code: 'conflict', what: 'suggestion-settled' })
    const groups = changeGroups(PartChanges.parse(suggestion.changes))
    const taken = groups.filter(({ key }) => input.take.includes(key))
    const verdict = taken.length === groups.length ? 'accepted' : taken.length > 0 ? 'partly' : 'declined'
    if (verdict !== 'accepted' && reason === '')
      return refuse({ code: 'invalid', errors: [{ path: 'reason', code: 'required' }] })
    const at = new Date(ports.now())
    if (taken.length > 0) {
      if (!draft || draft.number !== suggestion.number) return refuse({ code: 'conflict', what: 'no-draft' })
      const { definition, clashes } = applyPartChanges(
        storedDefinition(draft),
        taken.flatMap(({ changes }) => changes),
      )
      if (clashes.length > 0) return refuse({ code: 'conflict', what: 'suggestion-clashes' })
      await addWriters(tx, draft, [suggestion.personId])
      const written = await rewriteDraft(tx, draft, definition, { id: ports.newId(), personId: person.id, at })
      if (!written.ok) return written
    }
    await finish(tx, suggestion, { verdict, by: person, reason: reason || null }, ports)
    return ok({ verdict })
  })
}

/** Takes back one's own suggestion. */
export async function withdrawSuggestion(input: Place, ports: Ports): Promise<Result<{ verdict: Verdict }>> {
  const allowed = authorise(input.visitor, 'definition.review', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const person = allowed.value
  if (!isUuid(input.suggestion)) return refuse({ code: 'not-found' })
  return ports.db.transaction(async (tx): Promise<Result<{ verdict: Verdict }>> => {
    const suggestion = await lockSuggestion(tx, input, input.suggestion)
    if (!suggestion) return refuse({ code: 'not-found' })
    if (suggestion.personId !== person.id) return refuse({ code: 'conflict', what: 'suggestion-of-other' })
    if (suggestion.verdict !== null) return refuse({ code: 'conflict', what: 'suggestion-settled' })
    await finish(tx, suggestion, { verdict: 'withdrawn', by: person, reason: null }, ports)
    return ok({ verdict: 'withdrawn' })
  })
}

type Ending = { verdict: Verdict; by: { id: string; name: string }; reason: string | null }

async function finish(tx: Db, suggestion: SuggestionRow, { verdict, by, reason }: Ending, ports: Ports) {
  const { agencyId, slug, number, personId, id } = suggestion
  await settle(tx, suggestion, { verdict, settledBy: by.id, settledAt: new Date(ports.now()), reason })
  const told = personId === by.id ? [] : [personId]
  await tellPeople(tx, { agencyId, slug, number }, told, {
    kind: 'suggestion-settled',
    at: ports.now(),
    detail: { suggestion: id },
  })
  const action = `suggestion.${verdict === 'partly' ? 'accepted' : verdict}`
  await recordAct(tx, ports, by, { agencyId, action, subject: slug, detail: { number, note: reason } })
}
