import { storedDefinition } from '#app/use-cases/definitions/stored-definition.server.ts'
import type { Db } from '#db/connection.ts'
import { type ActRow, readBody, type Standing } from '#db/stores/acts.ts'
import { aboutOf, aboutOfAct, amendingText, type DecreeText, type Definition, limits, type NamedAct, settingText } from '#engine'
import type { Chosen, PublishInput } from './publish.server.ts'
import type { Target } from './targets.server.ts'

type Words = { about: string; text: DecreeText | null }

export const named = ({ number, about, signedOn, office }: ActRow): NamedAct => ({ number, about, signedOn, office })

/** What a setting or amending decree is about, and its words where they are not those of its one standard. */
export function settingWords(
  input: PublishInput,
  chosen: readonly Chosen[],
  amended: Target | null,
  revoked: readonly Target[],
): Words {
  const standards = chosen.map(({ definition, earlier }, index) => ({
    ...{ title: definition.identity.title, decree: definition.decree, place: index + 1, basis: basisOf(definition) },
    amends: amended?.standing.find(({ slug }) => slug === earlier?.slug)?.place ?? 1,
  }))
  const { signedOn, effectiveOn } = input
  const own = input.about?.trim()
  if (amended) {
    const about = own ?? aboutOfAct.amend(named(amended.act), amended.family.length)
    const reason = input.amends?.reason?.trim() || null
    return { about, text: amendingText(standards, named(amended.act), { about, reason, signedOn, effectiveOn }) }
  }
  const about = own ?? aboutOf(standards)
  const acts = revoked.map(({ act }) => named(act))
  return { about, text: settingText(standards, { about, revokes: acts, signedOn, effectiveOn }) }
}

/** The rules that a definition names as its legal basis, as its kind of standard prints them. */
const basisOf = ({ identity, components, sop }: Definition): string[] =>
  (identity.kind === 'sop' && sop ? sop.legalBasis : components.legalBasis.items).map(({ text }) => text)

/** What an act about these standards recalls, and who gets a copy: as the decree that set them says. */
export async function recallingOf(tx: Db, agencyId: string, standing: readonly Standing[]) {
  const distinct = (lines: readonly string[]) => [...new Set(lines)].slice(0, limits.items)
  const recalling: string[] = []
  const copies: string[] = []
  for (const { slug, version } of standing) {
    const body = await readBody(tx, agencyId, slug, version)
    if (body === null) continue
    const definition = storedDefinition({ slug, number: version, body })
    recalling.push(...(definition.decree?.recalling ?? basisOf(definition)))
    copies.push(...(definition.decree?.copies ?? []))
  }
  return { recalling: distinct(recalling), copies: distinct(copies) }
}
