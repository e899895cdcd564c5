import { z } from 'zod'
import type { Ports } from '#app/ports.ts'
import { type AppRefusal, ok, type Result, refuse } from '#app/result.ts'
import { storedDefinition } from '#app/use-cases/definitions/stored-definition.server.ts'
import { type PublicStandard, type PublicVersion, readPublicStandard } from '#db/stores/public-read.ts'
import { readDecreeSet } from '#db/stores/public-register.ts'
import { AgencyProfile, type Definition, firstSteps, type Publication, type Signatory } from '#engine'
import { slug, versionNumber } from './address.ts'

/** Another standard of the same decree. */
export type Beside = { place: number; slug: string; definition: Definition; publication: Publication }

export type StandardView = {
  agencyId: string
  slug: string
  agency: AgencyProfile
  definition: Definition
  publication: Publication
  /** What its decree sets beside it, each with its lampiran; empty where it sets this alone. */
  beside: readonly Beside[]
  /** The decree that revoked or cancelled it. */
  endedById: string | null
  /** Every public version, newest first. */
  versions: PublicVersion[]
  /** The address names a version, so that the page stays what it is. */
  fixed: boolean
  /** Number of the version in force, when one is. */
  inForce: number | null
  /** What it was made from. */
  source: PublicStandard['source']
  /** How somebody outside begins the procedure, when this version is the one in force. */
  begins: 'applicant' | 'complaint' | null
}

const SignatoryRecord = z.object({
  name: z.string(),
  title: z.string().default(''),
  nip: z.string().nullish(),
  rank: z.string().nullish(),
  seat: z.enum(['definitive', 'plt', 'plh']).nullish(),
})

/**
 * One standard as the public sees it: the version in force, else the approved one under its banner, else the last that was;
 * or the version that the address names. Drafts do not exist here (V18).
 */
export async function readStandard(
  input: { agency: string; slug: string; number?: string },
  { db }: Ports,
): Promise<Result<StandardView, AppRefusal>> {
  const number = input.number === undefined ? null : versionNumber(input.number)
  if (!slug.test(input.agency) || !slug.test(input.slug) || (input.number !== undefined && number === null)) {
    return refuse({ code: 'not-found' })
  }
  const found = await readPublicStandard(db, input.agency, input.slug, number)
  if (!found) return refuse({ code: 'not-found' })
  const definition = storedDefinition({ slug: found.slug, ...found.shown })
  const publication = publicationOf(found)
  return ok({
    agencyId: found.agency.id,
    slug: found.slug,
    agency: AgencyProfile.parse(found.agency.profile),
    definition,
    publication,
    endedById: publication.endedBy ? (found.shown.endedBy?.id ?? null) : null,
    beside: await readBeside(found, publication, db),
    versions: found.versions,
    fixed: number !== null,
    source: found.source,
    inForce: found.versions.find(({ status }) => status === 'published')?.number ?? null,
    begins: publication.status === 'published' ? beginsBy(definition) : null,
  })
}

/**
 * The other lampiran of its decree. Beside a text as it was signed stand the others as they were; beside one that corrects
 * it, as they are read now.
 */
async function readBeside(found: PublicStandard, publication: Publication, db: Ports['db']): Promise<Beside[]> {
  const decree = found.versions.find(({ number }) => number === found.shown.number)?.decree
  if (!decree || found.shown.lampiran < 2) return []
  const signed = found.shown.erratum === null
  const set = await readDecreeSet(db, found.agency.id, decree.id, signed ? 'as-signed' : 'as-read')
  return (set?.attachments ?? []).map(({ place, slug: name, version, body, digest, status }) => ({
    ...{ place, slug: name, definition: storedDefinition({ slug: name, number: version, body }) },
    publication: { ...publication, version, digest, status, supersededBy: null, endedBy: null, erratum: null },
  }))
}

function publicationOf({ versions, shown, office }: PublicStandard): Publication {
  const version = versions.find(({ number }) => number === shown.number)
  if (!version) throw new Error(`version ${shown.number} is shown but not listed`)
  const next = versions.find(({ number }) => number === version.supersededBy)
  const { decree } = version
  return {
    status: version.status,
    version: version.number,
    digest: version.digest,
    decree: decree && { ...decree, signatory: signatoryOf(decree.signatory), text: shown.text },
    endedBy: version.status === 'revoked' || version.status === 'cancelled' ? shown.endedBy : null,
    erratum: shown.erratum,
    supersededBy:
      version.supersededBy === null
        ? null
        : { version: version.supersededBy, number: next?.decree?.number ?? null, signedOn: next?.decree?.signedOn ?? null },
    office,
  }
}

export function signatoryOf(raw: unknown): Signatory {
  const { name, title, nip, rank, seat } = SignatoryRecord.parse(raw)
  return { name, title: seat === 'plt' ? acting(title) : title, nip: nip || null, rank: rank || null, seat: seat ?? null }
}

const acting = (title: string) => (/^plt\b/i.test(title) ? title : `Plt. ${title}`)

function beginsBy(definition: Definition): StandardView['begins'] {
  for (const { start } of firstSteps(definition)) {
    if (start.by === 'applicant' || start.by === 'complaint') return start.by
  }
  return null
}
