import { z } from 'zod'
import type { StandardView } from '#app/use-cases/public/read-standard.server.ts'
import { publicStatuses, publishedComponentKeys, stepRows } from '#engine'

const Decree = z.object({
  id: z.string().optional(),
  number: z.string(),
  about: z.string(),
  signedOn: z.string(),
  effectiveOn: z.string(),
  signatory: z.unknown(),
})
const Status = z.enum(publicStatuses)

export const VersionLine = z.object({
  version: z.number().int(),
  status: Status,
  digest: z.string(),
  decree: Decree.nullable(),
  supersededBy: z.number().int().nullable(),
})
export const Standard = z.object({
  standard: z.string(),
  agency: z.object({ id: z.string(), name: z.string(), government: z.string() }),
  ...VersionLine.shape,
  supersededBy: z.unknown(),
  identity: z.record(z.string(), z.unknown()),
  components: z.record(z.string(), z.unknown()),
  steps: z.array(
    z.object({ number: z.number().int(), node: z.string(), kind: z.string(), activity: z.string(), lane: z.string() }),
  ),
  startedBy: z.enum(['applicant', 'complaint']).nullable(),
})

/** One version as anybody may read it: identity, decree and the six components that an agency must publish. */
export function standardOf(view: StandardView): z.infer<typeof Standard> {
  const { definition, publication, agency } = view
  const names = new Map<string, string>(definition.flow.lanes.map(({ id, name }) => [id, name]))
  return {
    standard: `${view.agencyId}/${view.slug}`,
    agency: { id: view.agencyId, name: agency.name, government: agency.government },
    version: publication.version,
    status: publication.status as z.infer<typeof Status>,
    digest: publication.digest,
    decree: publication.decree,
    supersededBy: publication.supersededBy,
    identity: definition.identity,
    components: Object.fromEntries(publishedComponentKeys.map((key) => [key, definition.components[key]])),
    steps: stepRows(definition).map(({ number, node }) => ({
      number,
      node: node.id,
      kind: node.kind,
      activity: 'activity' in node ? node.activity : node.question,
      lane: names.get(node.lane) ?? node.lane,
    })),
    startedBy: view.begins,
  }
}

export function versionLines({ versions }: StandardView): z.infer<typeof VersionLine>[] {
  return versions.map(({ number, status, digest, decree, supersededBy }) => ({
    version: number,
    status,
    digest,
    decree,
    supersededBy,
  }))
}
