import { z } from 'zod'
import { ok, type Result, refuse } from '#app/result.ts'
import { findDecreeAgency } from '#app/use-cases/api/find-agency.server.ts'
import { askedToSign, standingUnderDecree } from '#app/use-cases/decrees/asked-to-sign.server.ts'
import { cancelAct } from '#app/use-cases/decrees/cancel.server.ts'
import { correct } from '#app/use-cases/decrees/correct.server.ts'
import type { DecreeNumber } from '#app/use-cases/decrees/publication-input.ts'
import { publish } from '#app/use-cases/decrees/publish.server.ts'
import { revoke } from '#app/use-cases/decrees/revoke.server.ts'
import { type Approved, approveDraft } from '#app/use-cases/definitions/approve-draft.server.ts'
import { returnDraft } from '#app/use-cases/definitions/return-draft.server.ts'
import { submitDraft } from '#app/use-cases/definitions/submit-draft.server.ts'
import { readStandard } from '#app/use-cases/public/read-standard.server.ts'
import { decreeStatuses, Slug } from '#engine'
import { CivilDay, Digest, Id, IdPath, Reason, StandardPath } from './common.ts'
import { digestOfDraft, standingDraft } from './drafts.ts'
import type { ApiRefusal } from './problem.ts'
import { type Answered, route } from './route.ts'

const Note = z.string().max(2000)
const Done = z.object({ version: z.number().int(), status: z.string() })
const VersionOf = z.object({ slug: z.string(), version: z.number().int() })
const tag = 'publishing'
const common = { method: 'post', tag, params: StandardPath, keeps: 'table' } as const

const submit = route({
  ...common,
  path: '/standards/{agency}/{slug}/draft/submit',
  id: 'submitDraft',
  summary: 'Sends the draft for review',
  body: z.strictObject({ note: Note.optional(), digest: Digest.optional() }),
  answer: Done,
  async run({ path, body, visitor, ports }): Promise<Answered> {
    const opened = await standingDraft(path, { visitor, ports })
    if (!opened.ok) return opened
    const sent = await submitDraft({ visitor, agencyId: path.agency, slug: path.slug, ...body }, ports)
    return sent.ok ? ok({ body: { version: sent.value.number, status: 'in-review' } }) : sent
  },
})

const approve = route({
  ...common,
  path: '/standards/{agency}/{slug}/draft/approve',
  id: 'approveDraft',
  summary: 'Approves the text in review; with `digest` only the text that was read',
  body: z.strictObject({ note: Note.optional(), digest: Digest.optional() }),
  answer: Done.extend({
    waiting: z.array(z.string()).optional().meta({ description: 'Positions that are to approve before the version is approved' }),
  }),
  async run({ path, body, visitor, ports }): Promise<Answered> {
    const opened = await standingDraft(path, { visitor, ports })
    if (!opened.ok) return opened
    const digest = body.digest ?? digestOfDraft(opened.value)
    const input = { visitor, agencyId: path.agency, slug: path.slug, ...body, digest }
    const approved = await approveDraft(input, ports)
    return approved.ok ? ok({ body: statusAfter(approved.value) }) : approved
  },
})

/** Where several positions approve, the version stays in review until the last of them has. */
const statusAfter = ({ number: version, waiting }: Approved) => ({
  version,
  status: waiting.length > 0 ? 'in-review' : 'approved',
  ...(waiting.length > 0 && { waiting }),
})

const giveBack = route({
  ...common,
  path: '/standards/{agency}/{slug}/draft/return',
  id: 'returnDraft',
  summary: 'Gives the text in review back to its author',
  body: z.strictObject({ reason: Reason }),
  answer: Done,
  async run({ path, body, visitor, ports }): Promise<Answered> {
    const opened = await standingDraft(path, { visitor, ports })
    if (!opened.ok) return opened
    const returned = await returnDraft({ visitor, agencyId: path.agency, slug: path.slug, ...body }, ports)
    return returned.ok ? ok({ body: { version: returned.value.number, status: 'draft' } }) : returned
  },
})

const Numbered = {
  series: z.string().min(1).max(64).optional(),
  class: z.string().max(40).optional(),
  number: z.string().trim().min(1).max(120).optional(),
  insertedAfter: z.number().int().min(1).max(9_999_999).optional().meta({
    description: 'With a series: not its next number but one by letter after this serial, dated between its neighbours',
  }),
  numberReason: z.string().trim().min(1).max(500).optional().meta({ description: 'Why it is inserted there' }),
}
const Signatory = z.string().min(1).max(64).meta({ description: 'Position of the signatory' })
const DecreeId = Id.meta({ description: 'Id of a decree of the agency' })
const Signed = z.object({ id: z.string(), number: z.string(), status: z.enum(decreeStatuses) })
type Numbered = {
  series?: string | undefined
  number?: string | undefined
  class?: string | undefined
  insertedAfter?: number | undefined
  numberReason?: string | undefined
}

/** Exactly one of a series and a number by hand; only a series has numbers to insert between. */
function oneNumber({ series, number, insertedAfter }: Numbered, context: z.RefinementCtx) {
  if (insertedAfter !== undefined && series === undefined)
    context.addIssue({ code: 'custom', message: 'required', path: ['series'] })
  if ((series === undefined) === (number === undefined)) {
    context.addIssue({ code: 'custom', message: series === undefined ? 'required' : 'duplicate', path: ['number'] })
  }
}

function numberOf({ series, number, class: klass, insertedAfter, numberReason }: Numbered): DecreeNumber {
  if (number !== undefined) return { kind: 'by-hand', text: number }
  const ofSeries = { seriesId: series ?? '', ...(klass ? { class: klass } : {}) }
  return insertedAfter === undefined
    ? { kind: 'series', ...ofSeries }
    : { kind: 'inserted', ...ofSeries, after: String(insertedAfter), reason: numberReason ?? '' }
}

const set = route({
  ...common,
  path: '/standards/{agency}/{slug}/publish',
  id: 'publishStandard',
  summary: 'Sets the approved version, alone or with others under one decree: the next number of a series, or one given by hand',
  body: z
    .strictObject({
      ...Numbered,
      signedOn: CivilDay,
      effectiveOn: CivilDay.meta({ description: 'From signing on; with a day to come the decree waits for it' }),
      signatory: Signatory,
      digest: Digest.optional().meta({ description: 'Of the text that is signed; without it the approved one as it stands' }),
      also: z
        .array(z.strictObject({ slug: Slug, digest: Digest.optional() }))
        .max(39)
        .optional()
        .meta({ description: 'Other standards of the same decree, in the order of their lampiran after this one' }),
      about: z.string().trim().min(1).max(2000).optional(),
      amends: DecreeId.optional(),
      reason: Reason.optional().meta({ description: 'Why that decree is amended' }),
      revokes: z.array(DecreeId).max(20).optional().meta({ description: 'Decrees that end as a whole when this one begins' }),
    })
    .superRefine(oneNumber),
  status: 201,
  answer: z.object({ decree: Signed, version: z.number().int(), standards: z.array(VersionOf) }),
  async run({ path, body, visitor, ports }): Promise<Answered> {
    const standards: { slug: string; digest: string }[] = []
    for (const { slug, digest } of [{ slug: path.slug, digest: body.digest }, ...(body.also ?? [])]) {
      standards.push({ slug, digest: digest ?? (await approvedDigest({ agency: path.agency, slug }, ports)) })
    }
    const { signedOn, effectiveOn, about, amends, revokes, reason } = body
    const input = {
      ...{ visitor, agencyId: path.agency, positionId: body.signatory, number: numberOf(body), standards, signedOn, effectiveOn },
      ...(about === undefined ? {} : { about }),
      ...(amends === undefined ? {} : { amends: { decreeId: amends, ...(reason === undefined ? {} : { reason }) } }),
      ...(revokes === undefined ? {} : { revokes }),
    }
    const published = await publish(input, ports)
    if (!published.ok) return renamed(published, body.series === undefined ? 'number' : 'series')
    const { decreeId, number, status, standards: versions } = published.value
    const version = versions.find(({ slug }) => slug === path.slug)?.version ?? 0
    return ok({ status: 201, body: { decree: { id: decreeId, number, status }, version, standards: versions } })
  },
})

/** Empty while nothing is approved: the use case then says what is missing, to those who may know. */
async function approvedDigest(path: { agency: string; slug: string }, ports: Parameters<typeof readStandard>[1]) {
  const read = await readStandard(path, ports)
  return read.ok ? (read.value.versions.find(({ status }) => status === 'approved')?.digest ?? '') : ''
}

/** The places that the page's form has, by the names that the interface gives them. */
function renamed<R extends ApiRefusal>(refused: { ok: false; refusal: R }, number: string): Result<never, ApiRefusal> {
  const refusal: ApiRefusal = refused.refusal
  if (refusal.code !== 'invalid') return refuse(refusal)
  const names: Readonly<Record<string, string>> = { positionId: 'signatory', byHand: 'number', number }
  return refuse({ code: 'invalid', errors: refusal.errors.map((error) => ({ ...error, path: names[error.path] ?? error.path })) })
}

const end = route({
  ...common,
  path: '/standards/{agency}/{slug}/revoke',
  id: 'revokeStandard',
  summary: 'Ends the version in force by a revoking decree; `whole` ends all that its decree set',
  body: z
    .strictObject({
      decree: z.string().trim().min(1).max(120).optional().meta({ description: 'Number of the revoking decree, given by hand' }),
      series: Numbered.series,
      class: Numbered.class,
      reason: Reason,
      signedOn: CivilDay.optional(),
      effectiveOn: CivilDay.optional(),
      signatory: Signatory.optional(),
      version: z.number().int().min(1).optional(),
      whole: z.boolean().optional(),
    })
    .superRefine(({ decree, series }, context) => {
      if ((series === undefined) === (decree === undefined)) {
        context.addIssue({ code: 'custom', message: series === undefined ? 'required' : 'duplicate', path: ['decree'] })
      }
    }),
  answer: Done.extend({ decree: Signed, standards: z.array(VersionOf) }),
  async run({ path, body, visitor, ports }): Promise<Answered> {
    const signed = await askedToSign({ ...body, visitor, agencyId: path.agency }, ports)
    if (!signed.ok) return signed
    const standing = await standingUnderDecree({ visitor, agencyId: path.agency, slug: path.slug }, ports)
    if (!standing.ok) return standing
    const version = body.version ?? standing.value.version
    const number = numberOf({ series: body.series, number: body.decree, class: body.class })
    const standards = body.whole ? ('all' as const) : [{ slug: path.slug, version }]
    const revoked = await revoke(
      { ...signed.value, number, decreeId: standing.value.decreeId, standards, reason: body.reason },
      ports,
    )
    if (!revoked.ok) return renamed(revoked, body.series === undefined ? 'decree' : 'series')
    const { decreeId, number: printed, status, standards: ended } = revoked.value
    const said = status === 'upcoming' ? 'published' : 'revoked'
    return ok({ body: { version, status: said, decree: { id: decreeId, number: printed, status }, standards: ended } })
  },
})

const rectify = route({
  ...common,
  path: '/standards/{agency}/{slug}/correct',
  id: 'correctStandard',
  summary: 'Puts the approved version in force under the same decree where it only corrects typing errors (ralat)',
  body: z.strictObject({ digest: Digest.optional(), signatory: Signatory.optional() }),
  answer: Done.extend({ decree: z.object({ id: z.string(), number: z.string() }), corrections: z.number().int() }),
  async run({ path, body, visitor, ports }): Promise<Answered> {
    const digest = body.digest ?? (await approvedDigest(path, ports))
    const signed = await askedToSign({ ...body, visitor, agencyId: path.agency }, ports)
    if (!signed.ok) return signed
    const { positionId } = signed.value
    const corrected = await correct({ visitor, agencyId: path.agency, slug: path.slug, digest, positionId }, ports)
    if (!corrected.ok) return renamed(corrected, 'number')
    const { decreeId, number, version, corrections } = corrected.value
    return ok({ body: { version, status: 'published', decree: { id: decreeId, number }, corrections } })
  },
})

const cancel = route({
  method: 'post',
  tag: 'decrees',
  keeps: 'table',
  path: '/decrees/{id}/cancel',
  id: 'cancelDecree',
  summary: 'Cancels a decree, on a legal ground, by one of its own: one not yet in force, or one that set standards',
  params: IdPath,
  body: z
    .strictObject({
      ...Numbered,
      reason: Reason.meta({ description: 'The legal ground' }),
      signedOn: CivilDay.optional(),
      effectiveOn: CivilDay.optional(),
      signatory: Signatory.optional(),
    })
    .superRefine(oneNumber),
  answer: z.object({ decree: Signed }),
  async run({ path, body, visitor, ports }): Promise<Answered> {
    const agency = await findDecreeAgency(path, ports)
    if (!agency.ok) return agency
    const signed = await askedToSign({ ...body, visitor, agencyId: agency.value }, ports)
    if (!signed.ok) return signed
    const number = numberOf(body)
    const cancelled = await cancelAct({ ...signed.value, number, decreeId: path.id.toLowerCase(), reason: body.reason }, ports)
    if (!cancelled.ok) return renamed(cancelled, body.series === undefined ? 'number' : 'series')
    const { decreeId, number: printed, status } = cancelled.value
    return ok({ body: { decree: { id: decreeId, number: printed, status } } })
  },
})

export const publishingRoutes = [submit, approve, giveBack, set, end, rectify, cancel]
