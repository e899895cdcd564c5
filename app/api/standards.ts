import { z } from 'zod'
import { ok, refuse } from '#app/result.ts'
import { createStandard } from '#app/use-cases/definitions/create-standard.server.ts'
import { readAgencyPage } from '#app/use-cases/public/read-agency.server.ts'
import { readCatalogue } from '#app/use-cases/public/read-catalogue.server.ts'
import { readStandard, type StandardView } from '#app/use-cases/public/read-standard.server.ts'
import { canonicalJson, limits, publicStatuses, Slug } from '#engine'
import { listOf, namesIn, pageQuery, readOffset, StandardName, StandardPath, slice } from './common.ts'
import { type Answered, type Raw, route } from './route.ts'
import { Standard, standardOf, VersionLine, versionLines } from './standard-view.ts'

const Line = z.object({
  standard: z.string(),
  agency: z.string(),
  slug: z.string(),
  title: z.string(),
  summary: z.string().nullable(),
  kind: z.string(),
  version: z.number().int(),
  status: z.string(),
  decree: z.object({ number: z.string(), signedOn: z.string() }).nullable(),
})
const Version = z.string().regex(/^[1-9]\d{0,5}$/)
const VersionPath = StandardPath.extend({ version: Version })
const tag = 'standards'

const list = route({
  method: 'get',
  path: '/standards',
  id: 'listStandards',
  summary: 'Standards in force; `q` searches their text',
  tag,
  public: true,
  query: z.strictObject({
    agency: Slug.optional(),
    q: z.string().max(200).optional(),
    status: z.enum(publicStatuses).default('published'),
    ...pageQuery,
  }),
  answer: listOf(Line),
  async run({ query, ports }): Promise<Answered> {
    const found = await known(query, ports)
    const fitting = found.filter(
      (one) => one.status === query.status && (query.agency === undefined || one.agencyId === query.agency),
    )
    const page = slice(fitting, readOffset(query.cursor), query.limit ?? 25)
    const items = page.items.map(({ agencyId, slug, title, summary, kind, version, status, decreeNumber, signedOn }) => ({
      standard: `${agencyId}/${slug}`,
      agency: agencyId,
      slug,
      title,
      summary,
      kind,
      version,
      status,
      decree: decreeNumber === null || signedOn === null ? null : { number: decreeNumber, signedOn },
    }))
    return ok({ body: { items, next: page.next } })
  },
})

async function known({ agency, q }: { agency?: string | undefined; q?: string | undefined }, ports: Raw['ports']) {
  if (agency !== undefined && !q?.trim()) {
    const read = await readAgencyPage({ agency }, ports)
    return read.ok ? read.value.standards : []
  }
  return (await readCatalogue({ query: q ?? null }, ports)).groups.flatMap(({ standards }) => standards)
}

const one = route({
  method: 'get',
  path: '/standards/{agency}/{slug}',
  id: 'readStandard',
  summary: 'The version in force; while none is, the approved one or the last that was: `status` says which',
  tag,
  public: true,
  params: StandardPath,
  answer: Standard,
  async run({ path, ports }): Promise<Answered> {
    const read = await readStandard(path, ports)
    return read.ok ? ok({ body: standardOf(read.value) }) : read
  },
})

const versions = route({
  method: 'get',
  path: '/standards/{agency}/{slug}/versions',
  id: 'listVersions',
  summary: 'Public versions, newest first',
  tag,
  public: true,
  params: StandardPath,
  query: z.strictObject(pageQuery),
  answer: listOf(VersionLine),
  async run({ path, query, ports }): Promise<Answered> {
    const read = await readStandard(path, ports)
    return read.ok ? ok({ body: slice(versionLines(read.value), readOffset(query.cursor), query.limit ?? 25) }) : read
  },
})

const version = route({
  method: 'get',
  path: '/standards/{agency}/{slug}/versions/{version}',
  id: 'readVersion',
  summary: 'One public version',
  tag,
  public: true,
  params: VersionPath,
  answer: Standard,
  async run({ path, ports }): Promise<Answered> {
    const read = await readStandard({ ...path, number: path.version }, ports)
    return read.ok ? ok({ body: standardOf(read.value) }) : read
  },
})

const exported = route({
  method: 'get',
  path: '/standards/{agency}/{slug}/versions/{version}/export',
  id: 'exportVersion',
  summary: 'The definition itself, byte for byte what its digest (the ETag) was taken of',
  tag,
  public: true,
  params: VersionPath,
  query: z.strictObject({ format: z.literal('definition') }),
  queryIsAddress: true,
  answer: z.record(z.string(), z.unknown()),
  async run({ path, ports }): Promise<Answered> {
    const read = await readStandard({ ...path, number: path.version }, ports)
    if (!read.ok) return read
    const { definition, publication } = read.value
    return ok({ body: definition, text: canonicalJson(definition), headers: { ETag: `"${publication.digest}"` } })
  },
})

const create = route({
  method: 'post',
  path: '/standards',
  id: 'createStandard',
  summary: 'A new standard, empty or from a public version of another one',
  tag,
  body: z.strictObject({
    agency: Slug,
    slug: Slug,
    title: z.string().trim().min(1).max(limits.label),
    kind: z.enum(['service', 'sop']).optional(),
    from: z.strictObject({ standard: StandardName, version: z.number().int().min(1).max(999_999).optional() }).optional(),
  }),
  status: 201,
  answer: z.object({
    standard: z.string(),
    version: z.number().int(),
    dropped: z.array(z.object({ lane: z.string(), position: z.string() })),
  }),
  keeps: 'table',
  async run({ body, visitor, ports }): Promise<Answered> {
    const { agency: agencyId, slug, title, kind, from } = body
    const number = from?.version === undefined ? undefined : String(from.version)
    const source = from && (await readStandard({ ...namesIn(from.standard), ...(number ? { number } : {}) }, ports))
    if (source && !source.ok) return refuse({ code: 'invalid', errors: [{ path: 'from.standard', code: 'not-an-option' }] })
    const definition = source?.value.definition
    const wanted = { title, kind: kind ?? definition?.identity.kind ?? 'service' }
    const begun = source ? { from: source.value.definition, ...followed(source.value) } : {}
    const made = await createStandard({ visitor, agencyId, slug, ...wanted, ...begun }, ports)
    if (!made.ok) return made
    const { number: version, dropped } = made.value
    return ok({ status: 201, body: { standard: `${agencyId}/${slug}`, version, dropped } })
  },
})

/** The version that was read: the new standard is a copy of it, and follows it from now on. */
function followed({ agencyId, slug, publication: { version: number, digest } }: StandardView) {
  const copied = { agencyId, slug, number }
  return { copied, source: { agencyId, link: { ...copied, digest } } }
}

export const standardRoutes = [list, create, one, versions, version, exported]
