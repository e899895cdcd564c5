import { z } from 'zod'
import { type InstancePage, supervisions } from '#app/use-cases/instances/read-instance.server.ts'
import type { Progress } from '#app/use-cases/instances/run-command.server.ts'
import { incidentKey, type OpenTask } from '#engine'
import { moment, momentOrNull } from './common.ts'

const Status = z.enum(['new', 'running', 'completed', 'rejected', 'cancelled'])
const Due = z.object({ at: z.string(), why: z.unknown() }).nullable()

const Deadline = z.object({
  acts: z.array(z.object({ act: z.string(), due: z.string() })),
  extensions: z.array(z.object({ amount: z.number(), unit: z.string(), reason: z.string() })),
})

export const ProgressBody = z.object({
  instance: z.string(),
  number: z.number().int(),
  status: Status,
  revision: z.number().int(),
  open: z.array(z.object({ task: z.string(), node: z.string() })),
})

export function progressBody({ instanceId, number, status, revision, open }: Progress): z.infer<typeof ProgressBody> {
  return { instance: instanceId, number, status, revision, open: open.map(({ taskId, node }) => ({ task: taskId, node })) }
}

export const Instance = z.object({
  id: z.string(),
  number: z.number().int(),
  title: z.string(),
  standard: z.string(),
  version: z.number().int(),
  status: Status,
  revision: z.number().int(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  due: Due,
  paused: z.boolean(),
  suspended: z.object({ since: z.string(), reason: z.string() }).nullable(),
  reopened: z.number().int(),
  calledBy: z.object({ instance: z.string(), wait: z.string() }).nullable(),
  tokens: z.array(z.string()).meta({ description: 'The branches under way; the trunk is the empty text' }),
  deadline: Deadline.meta({ description: 'What the due moment of the whole has done, and the time added to it' }),
  open: z.array(
    z.object({
      task: z.string(),
      node: z.string(),
      branch: z.string(),
      round: z.number().int(),
      claimedBy: z.string().nullable(),
      due: Due,
      deadline: Deadline,
      parties: z
        .array(
          z.object({
            party: z.string(),
            claimedBy: z.string().nullable(),
            done: z.object({ outcome: z.string(), at: z.string() }).nullable(),
          }),
        )
        .meta({ description: 'Those who do the step together, each of whom takes their own part; empty where one is enough' }),
      needed: z.number().int(),
    }),
  ),
  waits: z.array(
    z.object({
      wait: z.string(),
      node: z.string(),
      branch: z.string(),
      kind: z.enum(['time', 'report', 'call']),
      since: z.string(),
      due: Due,
      instance: z.string().nullable().meta({ description: 'The request that a call began' }),
      mayReport: z.boolean(),
    }),
  ),
  incidents: z.array(
    z.object({
      incident: z.string().meta({ description: 'Names it in `resolve`' }),
      node: z.string(),
      code: z.string(),
      missing: z.array(z.string()),
      exits: z.array(z.string()),
    }),
  ),
  data: z.record(z.string(), z.unknown()),
  files: z.array(z.object({ id: z.string(), name: z.string(), bytes: z.number(), mediaType: z.string() })),
  may: z.record(z.enum(supervisions), z.boolean()).meta({ description: 'What the token allows as the request stands' }),
})

type DueNow = InstancePage['instance']['state']['due']

/** The moments inside a reason too are told in the agency's time. */
export const dueBody = (due: DueNow, zone: string) =>
  due === null ? null : { at: moment(due.at, zone), why: { ...due.why, from: moment(due.why.from, zone) } }

export function instanceBody({ instance, files, may, reportable, relatives }: InstancePage, zone: string) {
  const { state } = instance
  return {
    id: instance.id,
    number: instance.number,
    title: instance.title,
    standard: `${instance.agencyId}/${instance.slug}`,
    version: instance.version,
    status: state.status,
    revision: state.revision,
    startedAt: moment(instance.startedAt, zone),
    endedAt: momentOrNull(state.endedAt, zone),
    due: dueBody(state.due, zone),
    paused: state.paused.since !== null,
    suspended: state.suspended && { since: moment(state.suspended.since, zone), reason: state.suspended.reason },
    reopened: state.reopened,
    calledBy: state.call && { instance: state.call.instanceId, wait: state.call.waitId },
    tokens: state.tokens,
    deadline: deadlineBody(state, zone),
    open: state.open.map((task) => openBody(task, zone)),
    waits: state.waits.map(({ waitId, node, branch, kind, since, due }) => ({
      ...{ wait: waitId, node, branch, kind },
      since: moment(since, zone),
      due: dueBody(due, zone),
      instance: relatives.children.find(({ id }) => id === waitId)?.id ?? null,
      mayReport: reportable.includes(waitId),
    })),
    incidents: state.incidents.map((one) => ({
      incident: incidentKey(one),
      node: one.node,
      code: one.code,
      missing: one.missing,
      exits: one.exits,
    })),
    data: state.data,
    files: files.map(({ id, name, bytes, mediaType }) => ({ id, name, bytes, mediaType })),
    may,
  }
}

type Timed = Pick<OpenTask, 'acts' | 'extensions'>
const deadlineBody = ({ acts, extensions }: Timed, zone: string) => ({
  acts: acts.map(({ act, due }) => ({ act, due: moment(due, zone) })),
  extensions,
})

const openBody = ({ taskId, node, branch, round, claimedBy, due, parties, parts, needed, ...timed }: OpenTask, zone: string) => ({
  ...{ task: taskId, node, branch, round, claimedBy, needed },
  due: dueBody(due, zone),
  deadline: deadlineBody(timed, zone),
  parties: parties.map(({ id, claimedBy: taker }) => {
    const part = parts.find(({ party }) => party === id)
    return { party: id, claimedBy: taker, done: part ? { outcome: part.outcome, at: moment(part.at, zone) } : null }
  }),
})

export const PastEvent = z.looseObject({ revision: z.number().int(), type: z.string(), at: z.string(), hash: z.string() })

export const eventBody = ({ revision, event, hash }: InstancePage['history'][number], zone: string) => ({
  revision,
  ...plainEvent(event, zone),
  hash,
})

export function plainEvent(event: InstancePage['history'][number]['event'], zone: string) {
  const due = 'due' in event ? { due: typeof event.due === 'number' ? moment(event.due, zone) : dueBody(event.due, zone) } : {}
  return { ...event, ...due, at: moment(event.at, zone) }
}
