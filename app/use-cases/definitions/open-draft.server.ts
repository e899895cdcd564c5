import type { Visitor } from '#app/actor.ts'
import { authorise, can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { readConflicts, readVersionToOpen } from '#db/stores/drafts.ts'
import { readRuleContext } from '#db/stores/rule-context.ts'
import { AgencyProfile, type Calendar, type CallableStandard, type Definition, type PaperLayout, type RuleContext } from '#engine'
import { storedDefinition } from './stored-definition.server.ts'

export type OpenDraft = {
  agency: string
  slug: string
  agencyName: string
  zone: string
  /** How the agency prints its papers. */
  layout: PaperLayout
  number: number
  status: string
  revision: number
  definition: Definition
  positions: { id: string; title: string; unit: string | null; superiorId: string | null }[]
  /** Who is in office in which position now. */
  holders: { positionId: string; personId: string }[]
  /** Working time of the agency and its units; null while it has none. */
  calendar: Calendar | null
  /** Versions of the agency's standards that a step may call. */
  standards: CallableStandard[]
  /** What the rules know of the agency's other papers. */
  known: Pick<RuleContext, 'inForce' | 'contacts' | 'regulations'>
  /** Not a draft, or not this person's to write. */
  readOnly: boolean
  /** A version is being written, and this person may say how they would write it. */
  maySuggest: boolean
  /** No version is being written, and this person may begin one. */
  mayStart: boolean
  /** Who opened it. */
  me: { id: string; name: string }
  /** Texts that lost a race to save, kept beside the draft (P14). */
  copies: { id: string; at: number; name: string | null; definition: Definition }[]
}

/** What the builder opens: the version being written, else the newest one to read and begin from. */
export async function openDraft(
  input: { visitor: Visitor; agencyId: string; slug: string },
  ports: Ports,
): Promise<Result<OpenDraft>> {
  const allowed = authorise(input.visitor, 'definition.read', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const row = await readVersionToOpen(ports.db, input)
  if (row === null) return refuse({ code: 'not-found' })
  const mayEdit = can(input.visitor, 'definition.edit', { agencyId: input.agencyId })
  const [context, copies] = await Promise.all([
    readRuleContext(ports.db, input.agencyId, ports.now()),
    readConflicts(ports.db, { ...input, number: row.number }),
  ])
  const open = row.status === 'draft' || row.status === 'in-review'
  return ok({
    agency: input.agencyId,
    slug: input.slug,
    agencyName: row.agencyName,
    zone: row.zone,
    layout: AgencyProfile.parse(row.profile).papers,
    number: row.number,
    status: row.status,
    revision: row.revision,
    definition: storedDefinition(row),
    positions: context.positions.map(({ id, title, unit, superiorId }) => ({ id, title, unit, superiorId })),
    holders: context.holders,
    calendar: context.calendar ?? null,
    standards: context.standards,
    known: { inForce: context.inForce, contacts: context.contacts, regulations: context.regulations },
    readOnly: !mayEdit || row.status !== 'draft',
    maySuggest: open && can(input.visitor, 'definition.review', { agencyId: input.agencyId }),
    mayStart: mayEdit && !open,
    me: { id: allowed.value.id, name: allowed.value.name },
    copies: copies.map(({ id, at, name, body }) => ({
      id,
      at: at.getTime(),
      name,
      definition: storedDefinition({ slug: input.slug, number: row.number, body }),
    })),
  })
}
