import type { Visitor } from '#app/actor.ts'
import { agenciesFor, can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { type CopySource, listSources, namesOf, readVersionBody } from '#db/stores/authoring-read.ts'
import type { VersionKey } from '#db/stores/version-life.ts'
import type { Definition } from '#engine'
import { storedDefinition } from './stored-definition.server.ts'

export type NewStandardPage = { agencies: { id: string; name: string }[]; sources: CopySource[] }

/** Where this person may begin a standard, and what from. */
export async function readNewStandard({ visitor }: { visitor: Visitor }, ports: Ports): Promise<Result<NewStandardPage>> {
  if (visitor.kind === 'anonymous') return refuse({ code: 'not-signed-in' })
  const creates = agenciesFor(visitor, 'definition.create')
  if (creates.length === 0) return refuse({ code: 'not-allowed', action: 'definition.create' })
  const drafts = agenciesFor(visitor, 'standard.readDraft')
  const [agencies, sources] = await Promise.all([
    namesOf(ports.db, creates === 'all' ? null : creates),
    listSources(ports.db, drafts === 'all' ? [] : drafts),
  ])
  return ok({ agencies, sources })
}

type Asked = { visitor: Visitor; agencyId: string; slug: string; number: number }
/** A text to begin from. With a link where it is one that the public may read, so that its later versions can be followed. */
export type Source = {
  agencyId: string
  definition: Definition
  copied: VersionKey & { number: number }
  link: SourceLink | null
}
export type SourceLink = { agencyId: string; slug: string; number: number; digest: string }

/** The text of a version to copy: a public one of any agency, or a draft that this person may read. */
export async function readSource({ visitor, number, ...key }: Asked, ports: Ports): Promise<Result<Source>> {
  const row = await readVersionBody(ports.db, key, number)
  const isShown = row?.status === 'approved' || row?.status === 'published'
  const isReadable = isShown || can(visitor, 'standard.readDraft', { agencyId: key.agencyId })
  if (!row || !isReadable) return refuse({ code: 'not-found' })
  const link = isShown ? { ...key, number, digest: row.digest } : null
  const definition = storedDefinition({ slug: key.slug, ...row })
  return ok({ agencyId: key.agencyId, definition, copied: { ...key, number }, link })
}
