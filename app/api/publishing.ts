import { z } from 'zod'
import { ok, type Result, refuse } from '#app/result.ts'
import { publish } from '#app/use-cases/decrees/publish.server.ts'
import { revoke } from '#app/use-cases/decrees/revoke.server.ts'
import { approveDraft } from '#app/use-cases/definitions/approve-draft.server.ts'
import { returnDraft } from '#app/use-cases/definitions/return-draft.server.ts'
import { submitDraft } from '#app/use-cases/definitions/submit-draft.server.ts'
import { readStandard } from '#app/use-cases/public/read-standard.server.ts'
import { CivilDay, Digest, Reason, StandardPath } from './common.ts'
import { digestOfDraft, standingDraft } from './drafts.ts'
import type { ApiRefusal } from './problem.ts'
import { type Answered, route } from './route.ts'

const Note = z.string().max(2000)
const Done = z.object({ version: z.number().int(), status: z.string() })
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
  answer: Done,
  async run({ path, body, visitor, ports }): Promise<Answered> {
    const opened = await standingDraft(path, { visitor, ports })
    if (!opened.ok) return opened
    const digest = body.digest ?? digestOfDraft(opened.value)
    const input = { visitor, agencyId: path.agency, slug: path.slug, ...body, digest }
    const approved = await approveDraft(input, ports)
    return approved.ok ? ok({ body: { version: approved.value.number, status: 'approved' } }) : approved
  },
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

const set = route({
  ...common,
  path: '/standards/{agency}/{slug}/publish',
  id: 'publishStandard',
  summary: 'Sets the approved version: the next number of a series, or one given by hand',
  body: z
    .strictObject({
      series: z.string().min(1).max(64).optional(),
      class: z.string().max(40).optional(),
      number: z.string().trim().min(1).max(120).optional(),
      signedOn: CivilDay,
      effectiveOn: CivilDay,
      signatory: z.string().min(1).max(64).meta({ description: 'Position of the signatory' }),
      digest: Digest.optional().meta({ description: 'Of the text that is signed; without it the approved one as it stands' }),
    })
    .superRefine(({ series, number }, context) => {
      if ((series === undefined) === (number === undefined)) {
        context.addIssue({ code: 'custom', message: series === undefined ? 'required' : 'duplicate', path: ['number'] })
      }
    }),
  status: 201,
  answer: z.object({ decree: z.object({ id: z.string(), number: z.string() }), version: z.number().int() }),
  async run({ path, body, visitor, ports }): Promise<Answered> {
    const { series, number, class: classCode, signatory: positionId, ...rest } = body
    const digest = body.digest ?? (await approvedDigest(path, ports))
    const numbered =
      number === undefined
        ? ({ kind: 'series', seriesId: series ?? '', ...(classCode ? { class: classCode } : {}) } as const)
        : ({ kind: 'by-hand', text: number } as const)
    const input = { visitor, agencyId: path.agency, slug: path.slug, ...rest, positionId, number: numbered, digest }
    const published = await publish(input, ports)
    if (!published.ok) return renamed(published, series === undefined ? 'number' : 'series')
    const { decreeId, number: printed, version } = published.value
    return ok({ status: 201, body: { decree: { id: decreeId, number: printed }, version } })
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
  summary: 'Ends the version in force',
  body: z.strictObject({
    decree: z.string().trim().min(1).max(120),
    reason: Reason,
    version: z.number().int().min(1).optional(),
  }),
  answer: Done,
  async run({ path, body, visitor, ports }): Promise<Answered> {
    const revoked = await revoke({ visitor, agencyId: path.agency, slug: path.slug, ...body }, ports)
    return revoked.ok ? ok({ body: { version: revoked.value.version, status: 'revoked' } }) : revoked
  },
})

export const publishingRoutes = [submit, approve, giveBack, set, end]
