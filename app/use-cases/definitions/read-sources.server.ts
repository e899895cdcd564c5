import type { Visitor } from '#app/actor.ts'
import { agenciesFor, can } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { type CopySource, listSources, namesOf, readVersionBody } from '#db/stores/authoring-read.ts'
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

type Source = { visitor: Visitor; agencyId: string; slug: string; number: number }

/** The text of a version to copy: a public one of any agency, or a draft that this person may read. */
export async function readSource({ visitor, number, ...key }: Source, ports: Ports): Promise<Result<Definition>> {
  const row = await readVersionBody(ports.db, key, number)
  const isPublic = row?.status === 'approved' || row?.status === 'published'
  const isReadable = isPublic || can(visitor, 'standard.readDraft', { agencyId: key.agencyId })
  return row && isReadable ? ok(storedDefinition({ slug: key.slug, ...row })) : refuse({ code: 'not-found' })
}
