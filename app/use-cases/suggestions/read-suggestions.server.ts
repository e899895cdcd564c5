import type { Visitor } from '#app/actor.ts'
import { authorise, can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { storedDefinition } from '#app/use-cases/definitions/stored-definition.server.ts'
import { readVersionToOpen } from '#db/stores/drafts.ts'
import { listSuggestions, type StoredSuggestion } from '#db/stores/suggestions.ts'
import { AgencyProfile, applyPartChanges, type Change, changeGroups, changesBetween, type Definition, PartChanges } from '#engine'

export type SuggestedPart = {
  key: string
  /** What the part would say otherwise than the draft does now. */
  changes: readonly Change[]
  /** It cannot be taken any more: the draft says something else there than what was suggested upon. */
  clashes: boolean
}
export type Suggestion = Omit<StoredSuggestion, 'changes' | 'personId'> & {
  own: boolean
  /** Null once it was settled, and where its version is no longer written. */
  parts: readonly SuggestedPart[] | null
  /** The draft as it would be with everything that still can be taken. */
  after: Definition | null
}
export type SuggestionsPage = {
  agencyName: string
  zone: string
  layout: AgencyProfile['papers']
  number: number
  status: string
  definition: Definition
  suggestions: readonly Suggestion[]
  may: { suggest: boolean; settle: boolean }
}

/** What is suggested for the draft, part by part against the draft as it is now. */
export async function readSuggestions(
  { visitor, agencyId, slug }: { visitor: Visitor; agencyId: string; slug: string },
  { db }: Ports,
): Promise<Result<SuggestionsPage>> {
  const allowed = authorise(visitor, 'standard.readDraft', { agencyId })
  if (!allowed.ok) return allowed
  const key = { agencyId, slug }
  const [row, stored] = await Promise.all([readVersionToOpen(db, key), listSuggestions(db, key)])
  if (!row) return refuse({ code: 'not-found' })
  const { agencyName, zone, profile, number, status } = row
  const definition = storedDefinition(row)
  const written = status === 'draft' || status === 'in-review'
  const reader = allowed.value.id
  return ok({
    ...{ agencyName, zone, number, status, definition, layout: AgencyProfile.parse(profile).papers },
    suggestions: stored.map((one) => shown(one, { reader, definition: written && one.number === number ? definition : null })),
    may: {
      suggest: written && can(visitor, 'definition.review', { agencyId }),
      settle: status === 'draft' && can(visitor, 'definition.edit', { agencyId }),
    },
  })
}

type Reading = { reader: string; definition: Definition | null }

function shown({ changes, personId, ...suggestion }: StoredSuggestion, { reader, definition }: Reading): Suggestion {
  const about = { ...suggestion, own: personId === reader }
  if (suggestion.settled || !definition) return { ...about, parts: null, after: null }
  const all = PartChanges.parse(changes)
  const parts = changeGroups(all).map((group): SuggestedPart => {
    const applied = applyPartChanges(definition, group.changes)
    return { key: group.key, changes: changesBetween(definition, applied.definition), clashes: applied.clashes.length > 0 }
  })
  return { ...about, parts, after: applyPartChanges(definition, all).definition }
}
