import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Visitor } from '#app/actor.ts'
import { findingText } from '#app/authoring/builder/finding-text.ts'
import { limits } from '#app/limits.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { checkDraft } from '#app/use-cases/definitions/check-draft.server.ts'
import { type OpenDraft, openDraft } from '#app/use-cases/definitions/open-draft.server.ts'
import { saveDraft } from '#app/use-cases/definitions/save-draft.server.ts'
import { simulateDraft } from '#app/use-cases/definitions/simulate-draft.server.ts'
import { startDraft } from '#app/use-cases/definitions/start-draft.server.ts'
import { canonicalJson, incidentKey, parseDefinition } from '#engine'
import { Empty, Moment, StandardPath } from './common.ts'
import { plainEvent } from './instance-view.ts'
import { type ApiRefusal, problemOf } from './problem.ts'
import { type Answered, route } from './route.ts'
import { Completion, submissionOf } from './submission.ts'

const Draft = z.object({
  standard: z.string(),
  version: z.number().int(),
  status: z.enum(['draft', 'in-review']),
  revision: z.number().int(),
  digest: z.string(),
  definition: z.record(z.string(), z.unknown()),
})
const Finding = z.object({
  rule: z.string(),
  code: z.string(),
  severity: z.enum(['error', 'publish', 'warning']),
  nodeId: z.string().optional(),
  path: z.string().optional(),
  message: z.string(),
})
const tag = 'drafts'

type Key = { agency: string; slug: string }
type Who = { visitor: Visitor; ports: Ports }

/** The version that is being written or reviewed; a standard without one has no draft to read. */
export async function standingDraft({ agency, slug }: Key, { visitor, ports }: Who): Promise<Result<OpenDraft>> {
  const opened = await openDraft({ visitor, agencyId: agency, slug }, ports)
  if (!opened.ok) return opened
  const standing = opened.value.status === 'draft' || opened.value.status === 'in-review'
  return standing ? opened : refuse({ code: 'not-found' })
}

/** SHA-256 of the text as it is stored and approved. */
export const digestOfDraft = ({ definition }: Pick<OpenDraft, 'definition'>) =>
  createHash('sha256').update(canonicalJson(definition), 'utf8').digest('hex')

const tagOf = ({ number, revision }: { number: number; revision: number }) => `"${number}.${revision}"`

const read = route({
  method: 'get',
  path: '/standards/{agency}/{slug}/draft',
  id: 'readDraft',
  summary: 'The draft, with its ETag',
  tag,
  params: StandardPath,
  answer: Draft,
  async run({ path, ...who }): Promise<Answered> {
    const opened = await standingDraft(path, who)
    if (!opened.ok) return opened
    const { number, status, revision, definition } = opened.value
    const standard = `${path.agency}/${path.slug}`
    const body = { standard, version: number, status, revision, digest: digestOfDraft(opened.value), definition }
    return ok({ body, headers: { ETag: tagOf(opened.value) } })
  },
})

const write = route({
  method: 'put',
  path: '/standards/{agency}/{slug}/draft',
  id: 'writeDraft',
  summary: 'Saves the draft over the one that was read (If-Match), or begins a new one (If-None-Match: *)',
  tag,
  params: StandardPath,
  headers: z.object({ 'If-Match': z.string().optional(), 'If-None-Match': z.literal('*').optional() }),
  // What is amiss in it is told by the definition's own reader, with places and codes.
  body: z.looseObject({}).meta({ description: 'A definition' }),
  mostBytes: limits.body.definition,
  answer: Draft.pick({ version: true, revision: true, digest: true }),
  async run({ path, body, request, visitor, ports }): Promise<Answered> {
    const base = await baseOf(request.headers, path, body, { visitor, ports })
    if (!base.ok) return base
    const { number, revision } = base.value
    const saved = await saveDraft({ visitor, agencyId: path.agency, slug: path.slug, number, revision, definition: body }, ports)
    if (saved.ok) {
      const headers = { ETag: tagOf({ number, revision: saved.value.revision }) }
      return ok({ body: { version: number, ...saved.value }, headers })
    }
    const { refusal } = saved
    return refuse(refusal.code === 'draft-conflict' ? { code: 'precondition-failed' } : refusal)
  },
})

/** The draft that the sender read, or a new one where they know of none. */
async function baseOf(
  headers: Headers,
  path: Key,
  body: unknown,
  who: Who,
): Promise<Result<{ number: number; revision: number }, ApiRefusal>> {
  const match = headers.get('If-Match')
  const begin = headers.get('If-None-Match')?.trim() === '*'
  const opened = await openDraft({ visitor: who.visitor, agencyId: path.agency, slug: path.slug }, who.ports)
  if (!opened.ok) return opened
  if (match === null && !begin) return refuse({ code: 'precondition-required' })
  const standing = opened.value.status === 'draft' || opened.value.status === 'in-review'
  if (!begin) return standing && names(match ?? '', tagOf(opened.value)) ? opened : refuse({ code: 'precondition-failed' })
  if (standing || match !== null) return refuse({ code: 'precondition-failed' })
  // A text that cannot be read begins nothing; who may not begin is told only that.
  const parsed = opened.value.mayStart ? parseDefinition(body) : null
  if (parsed && !parsed.ok) return refuse({ code: 'invalid', errors: parsed.errors })
  const started = await startDraft({ visitor: who.visitor, agencyId: path.agency, slug: path.slug }, who.ports)
  return started.ok ? ok({ number: started.value.number, revision: 1 }) : started
}

/** Compression marks a tag as weak on its way out; it names the same draft. */
function names(match: string, etag: string): boolean {
  const tags = match.split(',').map((one) => one.trim().replace(/^W\//, ''))
  return tags.includes(etag) || tags.includes('*')
}

const check = route({
  method: 'post',
  path: '/standards/{agency}/{slug}/draft/check',
  id: 'checkDraft',
  summary: 'What the rules find in the draft as it is stored',
  tag,
  params: StandardPath,
  body: Empty,
  answer: z.object({ findings: z.array(Finding), runnable: z.boolean(), publishable: z.boolean() }),
  keeps: 'table',
  async run({ path, visitor, ports, t }): Promise<Answered> {
    const opened = await standingDraft(path, { visitor, ports })
    if (!opened.ok) return opened
    const checked = await checkDraft({ visitor, agencyId: path.agency, slug: path.slug }, ports)
    if (!checked.ok) return checked
    const { runnable, publishable } = checked.value
    const findings = checked.value.findings.map(({ params: _params, ...finding }, index) => ({
      ...finding,
      message: findingText(checked.value.findings[index] ?? finding, opened.value.definition, t),
    }))
    return ok({ body: { findings, runnable, publishable } })
  },
})

const Step = Completion.extend({
  as: z.string().min(1).max(64).optional().meta({ description: 'Position that acts; without it the first that may' }),
  node: z.string().min(1).max(64).optional().meta({ description: 'The step, where several stand open' }),
})
const stepOf = ({ as, node, ...given }: z.infer<typeof Step>) => ({
  submission: submissionOf(given),
  ...(as === undefined ? {} : { as }),
  ...(node === undefined ? {} : { node }),
})

const simulate = route({
  method: 'post',
  path: '/standards/{agency}/{slug}/draft/simulate',
  id: 'simulateDraft',
  summary: 'Runs the draft in memory, with one made-up person in each position, until a submission is refused; stores nothing',
  tag,
  params: StandardPath,
  body: z.strictObject({
    start: Step.omit({ node: true }),
    steps: z.array(Step).max(200).default([]),
    at: Moment.optional().meta({ description: 'When all of it happens; now without it' }),
  }),
  answer: z.object({
    status: z.enum(['new', 'running', 'completed', 'rejected', 'cancelled']),
    events: z.array(z.looseObject({ type: z.string(), at: z.string() })),
    open: z.array(z.object({ task: z.string(), node: z.string(), round: z.number().int() })),
    incidents: z.array(z.object({ incident: z.string(), node: z.string(), code: z.string() })),
    refused: z
      .object({ step: z.number().int().meta({ description: '0 is the start' }), problem: z.looseObject({ code: z.string() }) })
      .nullable(),
  }),
  async run({ path, body, visitor, ports, locale }): Promise<Answered> {
    const opened = await standingDraft(path, { visitor, ports })
    if (!opened.ok) return opened
    const at = body.at === undefined ? {} : { at: Date.parse(body.at) }
    const given = { start: stepOf(body.start), steps: body.steps.map(stepOf), ...at }
    const ran = await simulateDraft({ visitor, agencyId: path.agency, slug: path.slug, ...given }, ports)
    if (!ran.ok) return ran
    const { zone, state, events, refused } = ran.value
    const answer = {
      status: state.status,
      events: events.map((event) => plainEvent(event, zone)),
      open: state.open.map(({ taskId, node, round }) => ({ task: taskId, node, round })),
      incidents: state.incidents.map((one) => ({ incident: incidentKey(one), node: one.node, code: one.code })),
      refused: refused && { step: refused.step, problem: problemOf(refused.refusal, locale) },
    }
    return ok({ body: answer })
  },
})

export const draftRoutes = [read, write, check, simulate]
