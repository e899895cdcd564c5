import { z } from 'zod'
import type { InstancePage } from '#app/use-cases/instances/read-instance.server.ts'
import type { Progress } from '#app/use-cases/instances/run-command.server.ts'
import { incidentKey } from '#engine'
import { moment, momentOrNull } from './common.ts'

const Status = z.enum(['new', 'running', 'completed', 'rejected', 'cancelled'])
const Due = z.object({ at: z.string(), why: z.unknown() }).nullable()

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
  open: z.array(
    z.object({ task: z.string(), node: z.string(), round: z.number().int(), claimedBy: z.string().nullable(), due: Due }),
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
  mayCancel: z.boolean(),
  mayResolve: z.boolean(),
})

type DueNow = InstancePage['instance']['state']['due']

/** The moments inside a reason too are told in the agency's time. */
export const dueBody = (due: DueNow, zone: string) =>
  due === null ? null : { at: moment(due.at, zone), why: { ...due.why, from: moment(due.why.from, zone) } }

export function instanceBody({ instance, files, mayCancel, mayResolve }: InstancePage, zone: string) {
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
    open: state.open.map(({ taskId, node, round, claimedBy, due }) => ({
      task: taskId,
      node,
      round,
      claimedBy,
      due: dueBody(due, zone),
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
    mayCancel,
    mayResolve,
  }
}

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
