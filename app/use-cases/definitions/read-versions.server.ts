import type { Visitor } from '#app/actor.ts'
import { authorise, can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import {
  type KeptCopy,
  type ListedVersion,
  listActs,
  listCopies,
  listVersions,
  type RecordedAct,
  readCopy,
  readFacts,
} from '#db/stores/authoring-read.ts'
import { type ListedSnapshot, listSnapshots } from '#db/stores/snapshots.ts'
import type { VersionKey } from '#db/stores/version-life.ts'
import { AgencyProfile, type Definition, type PaperLayout } from '#engine'
import { storedDefinition } from './stored-definition.server.ts'

export type VersionsPage = {
  agencyName: string
  /** How the agency prints its papers. */
  layout: PaperLayout
  zone: string
  title: string
  versions: ListedVersion[]
  acts: RecordedAct[]
  copies: KeptCopy[]
  /** Drafts as they stood, named or kept before something took their place. */
  snapshots: ListedSnapshot[]
  /** The kept text that was asked for; null when none was, or when it is gone. */
  shown: { id: string; definition: Definition } | null
  mayEdit: boolean
  mayDiscard: boolean
  /** May move running requests to another version. */
  mayMove: boolean
}

const mostActs = 200

/** Every version of a standard, what was done to it by whom, and texts that lost a race to save. */
export async function readVersionsPage(
  input: VersionKey & { visitor: Visitor; copy?: string },
  ports: Ports,
): Promise<Result<VersionsPage>> {
  const { agencyId, slug, visitor } = input
  const allowed = authorise(visitor, 'definition.read', { agencyId })
  if (!allowed.ok) return allowed
  const facts = await readFacts(ports.db, input)
  if (!facts) return refuse({ code: 'not-found' })
  const [versions, acts, copies, snapshots, copy] = await Promise.all([
    listVersions(ports.db, input),
    listActs(ports.db, input, mostActs),
    listCopies(ports.db, input),
    listSnapshots(ports.db, input),
    input.copy ? readCopy(ports.db, input, input.copy) : null,
  ])
  return ok({
    ...{ agencyName: facts.agencyName, zone: facts.zone, title: facts.title, versions, acts, copies, snapshots },
    layout: AgencyProfile.parse(facts.profile).papers,
    shown: copy && input.copy ? { id: input.copy, definition: storedDefinition({ slug, ...copy }) } : null,
    mayEdit: can(visitor, 'definition.edit', { agencyId }),
    mayDiscard: can(visitor, 'definition.deleteDraft', { agencyId }),
    mayMove: can(visitor, 'definition.migrateInstances', { agencyId }),
  })
}
