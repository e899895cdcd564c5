import { z } from 'zod'
import { ok, type Result, refuse } from '#app/result.ts'
import { countStranger, forgiveStranger } from '#app/use-cases/api/count-stranger.server.ts'
import { findAgency } from '#app/use-cases/api/find-agency.server.ts'
import { type InstancePage, readInstance } from '#app/use-cases/instances/read-instance.server.ts'
import { readOfficeNames } from '#app/use-cases/instances/read-office.server.ts'
import { readStart } from '#app/use-cases/instances/read-start.server.ts'
import { startInstance } from '#app/use-cases/instances/start-instance.server.ts'
import { Cursor, IdPath, Limit, listOf, namesIn, StandardName } from './common.ts'
import { tagOfRevision } from './expected.ts'
import { eventBody, Instance, instanceBody, PastEvent } from './instance-view.ts'
import { type Answered, type Raw, route } from './route.ts'
import { Data, submissionOf } from './submission.ts'

const tag = 'instances'

const start = route({
  method: 'post',
  path: '/instances',
  id: 'startInstance',
  summary: 'Starts the version in force with its first step done',
  tag,
  public: true,
  body: z.strictObject({
    standard: StandardName,
    outcome: z.string().min(1).max(64).optional().meta({ description: 'Needed where the first step has several' }),
    data: Data.default({}),
    files: z
      .record(z.string().max(64), z.array(z.string().max(64)).max(60))
      .optional()
      .meta({ description: 'File ids by field, beside those in `data`' }),
    note: z.string().max(6000).optional(),
    as: z.enum(['applicant', 'staff']).optional(),
    start: z.string().min(1).max(64).optional().meta({ description: 'Which of several beginnings; else the first one may take' }),
    uploadKey: z.string().min(16).max(200).optional(),
  }),
  status: 201,
  answer: z.object({
    id: z.string(),
    number: z.number().int(),
    standard: z.string(),
    ticket: z.string().nullable().meta({
      description:
        "The applicant's code, shown this once; an official who started hands it over. Null where no applicant has a part",
    }),
  }),
  keeps: 'use-case',
  async run({ body, visitor, ports, address, key }): Promise<Answered> {
    const counted = await countStranger({ visitor, act: 'start', address }, ports)
    if (!counted.ok) return counted
    const { agency: agencyId, slug } = namesIn(body.standard)
    const twice = Object.keys(body.files ?? {}).filter((field) => Object.hasOwn(body.data, field))
    if (twice.length > 0)
      return refuse({ code: 'invalid', errors: twice.map((field) => ({ path: `files.${field}`, code: 'duplicate' })) })
    const named = body.start === undefined ? {} : { start: body.start }
    const outcome = body.outcome ?? (await onlyOutcome({ visitor, agencyId, slug, ...named }, body.as, ports))
    const submission = submissionOf({ ...body, outcome: outcome ?? '', data: { ...body.data, ...body.files } })
    const { as, uploadKey } = body
    const started = await startInstance(
      { visitor, agencyId, slug, ...named, submission, as, uploadKey, idempotencyKey: key },
      ports,
    )
    if (!started.ok) {
      await forgiveStranger({ visitor, act: 'start', address }, ports)
      if (started.refusal.code !== 'unknown-outcome' || body.outcome) return started
      return refuse({ code: 'invalid', errors: [{ path: 'outcome', code: 'required' }] })
    }
    const { instanceId, number, ticket } = started.value
    return ok({ status: 201, body: { id: instanceId, number, standard: body.standard, ticket } })
  },
})

type First = Omit<Parameters<typeof readStart>[0], 'as'>

/** The outcome of the first step where it has one alone; who is in office begins as staff unless they say otherwise. */
async function onlyOutcome(first: First, as: 'applicant' | 'staff' | undefined, ports: Raw['ports']): Promise<string | null> {
  for (const one of as ? [as] : (['staff', 'applicant'] as const)) {
    const read = await readStart({ ...first, as: one }, ports)
    if (!read.ok) continue
    const [only, another] = read.value.node.outcomes
    return only && !another ? only.id : null
  }
  return null
}

type Asked = Pick<Raw, 'visitor' | 'ports'> & { path: { id: string } }

async function pageOf({ path, visitor, ports }: Asked): Promise<Result<{ page: InstancePage; zone: string }>> {
  const agency = await findAgency({ visitor, what: 'instance', id: path.id }, ports)
  if (!agency.ok) return agency
  const read = await readInstance({ visitor, agencyId: agency.value, instanceId: path.id }, ports)
  if (!read.ok) return read
  const [office] = await readOfficeNames([agency.value], ports)
  return ok({ page: read.value, zone: office?.zone ?? 'UTC' })
}

const one = route({
  method: 'get',
  path: '/instances/{id}',
  id: 'readInstance',
  summary: 'Where a request stands, with its ETag',
  tag,
  params: IdPath,
  answer: Instance,
  async run(asked): Promise<Answered> {
    const read = await pageOf(asked)
    if (!read.ok) return read
    const { page, zone } = read.value
    return ok({ body: instanceBody(page, zone), headers: { ETag: tagOfRevision(page.instance.state.revision) } })
  },
})

const events = route({
  method: 'get',
  path: '/instances/{id}/events',
  id: 'readEvents',
  summary: 'The full history, oldest first',
  tag,
  params: IdPath,
  query: z.strictObject({ limit: Limit.optional(), cursor: Cursor.optional() }),
  answer: listOf(PastEvent),
  async run({ query, ...asked }): Promise<Answered> {
    const read = await pageOf(asked)
    if (!read.ok) return read
    const { page, zone } = read.value
    const after = /^r\d{1,9}$/.test(query.cursor ?? '') ? Number(query.cursor?.slice(1)) : 0
    const rest = page.history.filter(({ revision }) => revision > after)
    const items = rest.slice(0, query.limit ?? 100)
    const next = rest.length > items.length ? `r${items.at(-1)?.revision ?? after}` : null
    return ok({ body: { items: items.map((event) => eventBody(event, zone)), next } })
  },
})

export const instanceRoutes = [start, one, events]
