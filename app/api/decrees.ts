import { z } from 'zod'
import { ok } from '#app/result.ts'
import { findDecreeAgency } from '#app/use-cases/api/find-agency.server.ts'
import { readDecreePage, readRegister } from '#app/use-cases/public/read-register.server.ts'
import type { RegisteredDecree, RegisteredEffect } from '#app/use-cases/public/views.ts'
import { readPublicPaper } from '#app/use-cases/signing/read-signing.server.ts'
import { decreeActs, decreeStatuses, effectKinds, publicStatuses, Slug } from '#engine'
import { IdPath, listOf, pageQuery, readOffset } from './common.ts'
import { type Answered, type Raw, route } from './route.ts'

const Named = z.object({
  id: z.string(),
  number: z.string(),
  signedOn: z.string(),
  effectiveOn: z.string(),
  status: z.enum(decreeStatuses),
})
const Touch = z.object({
  effect: z.enum(effectKinds),
  decree: Named,
  act: z.enum(decreeActs),
  standard: z
    .object({ standard: z.string(), version: z.number().int(), title: z.string() })
    .nullable()
    .meta({ description: 'Null where the whole decree is meant' }),
})
const lines = z.array(z.string())
const Erratum = z.object({
  standard: z.string(),
  version: z.number().int(),
  corrects: z.number().int(),
  on: z.string(),
  corrections: z.array(z.object({ place: z.string(), what: z.string().nullable(), before: lines, after: lines })),
})
const Decree = z.object({
  id: z.string(),
  agency: z.string(),
  number: z.string(),
  kind: z.enum(['decree', 'sop']),
  act: z.enum(decreeActs),
  about: z.string(),
  signedOn: z.string(),
  effectiveOn: z.string(),
  signatory: z.object({ name: z.string().nullable(), title: z.string().nullable() }),
  status: z.enum(decreeStatuses),
  reason: z.string().nullable().meta({ description: 'Ground of an act that amends, revokes or cancels' }),
  revokedReason: z.string().nullable(),
  origin: z.enum(['series', 'by-hand', 'imported', 'inserted', 'noted']),
  items: z.array(
    z.object({
      standard: z.string(),
      version: z.number().int(),
      title: z.string(),
      digest: z.string(),
      place: z.number().int().meta({ description: 'Number of its lampiran' }),
      status: z.enum(publicStatuses),
    }),
  ),
  touches: z.array(Touch).meta({ description: 'What it does to earlier decrees' }),
  touchedBy: z.array(Touch).meta({ description: 'What later decrees do to it, those not yet in force among them' }),
  errata: z.array(Erratum),
})

function decreeOf(decree: RegisteredDecree): z.infer<typeof Decree> {
  const { agencyId, agencyName: _, signatoryName, signatoryTitle, items, touches, touchedBy, errata, ...rest } = decree
  return {
    ...rest,
    agency: agencyId,
    signatory: { name: signatoryName, title: signatoryTitle },
    items: items.map(({ slug, ...item }) => ({ standard: `${agencyId}/${slug}`, ...item })),
    touches: touches.map((touch) => touchOf(agencyId, touch)),
    touchedBy: touchedBy.map((touch) => touchOf(agencyId, touch)),
    errata: errata.map(({ slug, version, corrects, correctedOn, corrections }) => ({
      ...{ standard: `${agencyId}/${slug}`, version, corrects, on: correctedOn },
      corrections: corrections.map(({ before, after, ...where }) => ({ ...where, before: [...before], after: [...after] })),
    })),
  }
}

function touchOf(agencyId: string, { standard, ...touch }: RegisteredEffect): z.infer<typeof Touch> {
  return {
    ...touch,
    standard: standard && { standard: `${agencyId}/${standard.slug}`, version: standard.version, title: standard.title },
  }
}

const list = route({
  method: 'get',
  path: '/decrees',
  id: 'listDecrees',
  summary: 'The register, newest first',
  tag: 'decrees',
  public: true,
  query: z.strictObject({
    agency: Slug.optional(),
    year: z
      .string()
      .regex(/^[12]\d{3}$/)
      .optional(),
    kind: z.enum(['decree', 'sop']).optional(),
    ...pageQuery,
  }),
  answer: listOf(Decree),
  async run({ query, ports }): Promise<Answered> {
    const offset = readOffset(query.cursor)
    const limit = query.limit ?? 25
    const found = await decreesFrom(query, offset, limit, ports)
    const next = found.length > limit ? `o${offset + limit}` : null
    return ok({ body: { items: found.slice(0, limit).map(decreeOf), next } })
  },
})

/** Pages of the printed register, put together until one more is known than was asked for. */
async function decreesFrom(
  query: { agency?: string | undefined; year?: string | undefined; kind?: 'decree' | 'sop' | undefined },
  offset: number,
  limit: number,
  ports: Raw['ports'],
): Promise<RegisteredDecree[]> {
  const perPage = 50
  const first = Math.floor(offset / perPage)
  const found: RegisteredDecree[] = []
  for (let page = first; ; page++) {
    const input = {
      agency: query.agency ?? null,
      year: query.year ?? null,
      page: String(page + 1),
      ...(query.kind ? { kind: query.kind } : {}),
    }
    const read = await readRegister(input, ports)
    found.push(...read.decrees)
    if (!read.more || found.length > offset - first * perPage + limit) return found.slice(offset - first * perPage)
  }
}

const SignedPaper = z.object({
  kind: z.enum(['scan', 'signed-elsewhere', 'provider']),
  sha256: z.string(),
  bytes: z.number().int(),
  mediaType: z.string(),
  href: z.string(),
  signatures: z.array(
    z.object({
      signer: z.string(),
      issuer: z.string().meta({ description: 'As the certificate says' }),
      claimedAt: z.string().nullable().meta({ description: 'By the clock of the signer' }),
      coversAll: z.boolean(),
      trust: z.enum(['trusted', 'unknown-issuer', 'outside-validity', 'test']),
    }),
  ),
  certifiedBy: z
    .string()
    .nullable()
    .meta({ description: 'Only where the certificate leads to an issuer that the administrator trusts' }),
})

const DecreeWithPaper = Decree.extend({ signedPaper: SignedPaper.nullable() })

async function signedPaperOf(key: { agencyId: string; decreeId: string }, ports: Raw['ports']) {
  const paper = await readPublicPaper(key, ports)
  if (!paper) return null
  const { kind, sha256, bytes, mediaType, certifiedBy, signatures, number } = paper
  const time = (at: number | null) => (at === null ? null : new Date(at).toISOString())
  return {
    ...{ kind, sha256, bytes, mediaType, href: `/sk/${key.agencyId}/${key.decreeId}/berkas/${number}` },
    signatures: signatures.map((one) => ({ ...one, claimedAt: time(one.claimedAt) })),
    certifiedBy,
  }
}

const one = route({
  method: 'get',
  path: '/decrees/{id}',
  id: 'readDecree',
  summary: 'One decree with the standards that it set, and its signed paper',
  tag: 'decrees',
  public: true,
  params: IdPath,
  answer: DecreeWithPaper,
  async run({ path, ports }): Promise<Answered> {
    const agency = await findDecreeAgency(path, ports)
    if (!agency.ok) return agency
    const read = await readDecreePage({ agency: agency.value, id: path.id.toLowerCase() }, ports)
    if (!read.ok) return read
    const signedPaper = await signedPaperOf({ agencyId: read.value.agencyId, decreeId: read.value.id }, ports)
    return ok({ body: { ...decreeOf(read.value), signedPaper } })
  },
})

export const decreeRoutes = [list, one]
