import { z } from 'zod'
import { ok, type Result, refuse } from '#app/result.ts'
import { findAgency } from '#app/use-cases/api/find-agency.server.ts'
import { cancelInstance } from '#app/use-cases/instances/cancel-instance.server.ts'
import { correctData } from '#app/use-cases/instances/correct-data.server.ts'
import { extendDeadline } from '#app/use-cases/instances/extend-deadline.server.ts'
import { reopenInstance } from '#app/use-cases/instances/reopen-instance.server.ts'
import { reportEvent } from '#app/use-cases/instances/report-event.server.ts'
import { resolveIncident } from '#app/use-cases/instances/resolve-incident.server.ts'
import { resumeInstance } from '#app/use-cases/instances/resume-instance.server.ts'
import type { InstanceRefusal, Progress } from '#app/use-cases/instances/run-command.server.ts'
import { sendBack } from '#app/use-cases/instances/send-back.server.ts'
import { suspendInstance } from '#app/use-cases/instances/suspend-instance.server.ts'
import { Id, IdPath, Reason } from './common.ts'
import { expectedRevision, ifMatch, inHttp, tagOfRevision } from './expected.ts'
import { ProgressBody, progressBody } from './instance-view.ts'
import { type Answered, type Raw, route } from './route.ts'
import { Data } from './submission.ts'

type Asked = Pick<Raw, 'visitor' | 'ports' | 'key' | 'request'> & { path: { id: string } }
type Found = {
  visitor: Raw['visitor']
  agencyId: string
  instanceId: string
  idempotencyKey: string | undefined
  expectedRevision?: number
}

/** Finds the request's agency, acts, and tells where the request stands then. */
async function act(asked: Asked, run: (found: Found) => Promise<Result<Progress, InstanceRefusal>>): Promise<Answered> {
  const { visitor, ports, path, key } = asked
  const agency = await findAgency({ visitor, what: 'instance', id: path.id }, ports)
  if (!agency.ok) return agency
  const expected = expectedRevision(asked.request)
  if (!expected.ok) return expected
  const done = await run({ visitor, agencyId: agency.value, instanceId: path.id, idempotencyKey: key, ...expected.value })
  if (!done.ok) return refuse(inHttp(done.refusal, expected.value))
  return ok({ body: progressBody(done.value), headers: { ETag: tagOfRevision(done.value.revision) } })
}

const common = {
  method: 'post',
  tag: 'instances',
  params: IdPath,
  headers: ifMatch,
  answer: ProgressBody,
  keeps: 'use-case',
} as const
const WithReason = z.strictObject({ reason: Reason })
const Step = z.string().min(1).max(64).meta({ description: 'A step that was done' })

const cancel = route({
  ...common,
  path: '/instances/{id}/cancel',
  id: 'cancelInstance',
  summary: 'Stops a request for good',
  body: WithReason,
  run: (asked): Promise<Answered> => act(asked, (found) => cancelInstance({ ...found, ...asked.body }, asked.ports)),
})

const suspend = route({
  ...common,
  path: '/instances/{id}/suspend',
  id: 'suspendInstance',
  summary: 'Stops the work and the clock of a request until it is resumed',
  body: WithReason,
  run: (asked): Promise<Answered> => act(asked, (found) => suspendInstance({ ...found, ...asked.body }, asked.ports)),
})

const resume = route({
  ...common,
  path: '/instances/{id}/resume',
  id: 'resumeInstance',
  summary: 'Lets a suspended request go on',
  body: z.strictObject({ reason: z.string().trim().max(2000).default('') }),
  run: (asked): Promise<Answered> => act(asked, (found) => resumeInstance({ ...found, ...asked.body }, asked.ports)),
})

const extend = route({
  ...common,
  path: '/instances/{id}/extend',
  id: 'extendDeadline',
  summary: 'Gives a step, or the whole request, more time',
  body: z.strictObject({
    task: Id.nullable().default(null).meta({ description: 'An open task; null is the whole request' }),
    amount: z.number(),
    unit: z.enum(['minute', 'hour', 'workingDay', 'calendarDay', 'week', 'month']),
    reason: Reason,
  }),
  run: (asked): Promise<Answered> =>
    act(asked, (found) => {
      const { task, amount, unit, reason } = asked.body
      return extendDeadline({ ...found, taskId: task, by: { amount, unit }, reason }, asked.ports)
    }),
})

const back = route({
  ...common,
  path: '/instances/{id}/send-back',
  id: 'sendBack',
  summary: 'Has an earlier step done again',
  body: z.strictObject({ to: Step, reason: Reason }),
  run: (asked): Promise<Answered> => act(asked, (found) => sendBack({ ...found, ...asked.body }, asked.ports)),
})

const reopen = route({
  ...common,
  path: '/instances/{id}/reopen',
  id: 'reopenInstance',
  summary: 'Opens a request again that has ended, at a step that was done',
  body: z.strictObject({ to: Step, reason: Reason }),
  run: (asked): Promise<Answered> => act(asked, (found) => reopenInstance({ ...found, ...asked.body }, asked.ports)),
})

const correct = route({
  ...common,
  path: '/instances/{id}/correct',
  id: 'correctData',
  summary: 'Puts entries right; the history keeps both values',
  body: z.strictObject({ data: Data.meta({ description: 'By field; null takes a value away' }), reason: Reason }),
  run: (asked): Promise<Answered> => act(asked, (found) => correctData({ ...found, ...asked.body }, asked.ports)),
})

const report = route({
  ...common,
  path: '/instances/{id}/waits/{waitId}/report',
  id: 'reportEvent',
  summary: 'Says that what a wait waits for has happened',
  params: z.strictObject({ id: Id, waitId: Id }),
  body: z.strictObject({ data: Data.default({}), note: z.string().max(6000).optional() }),
  run: (asked): Promise<Answered> =>
    act(asked, (found) => reportEvent({ ...found, waitId: asked.path.waitId, ...asked.body }, asked.ports)),
})

const resolve = route({
  ...common,
  path: '/instances/{id}/resolve',
  id: 'resolveIncident',
  summary: 'Chooses the way on where the procedure itself found none',
  body: z.strictObject({
    incident: z
      .string()
      .min(1)
      .max(400)
      .meta({ description: 'As `incidents` names it, or the node at which the request stands' }),
    choice: z.string().min(1).max(64).meta({ description: 'One of its exits' }),
    reason: Reason,
  }),
  run: (asked): Promise<Answered> =>
    act(asked, (found) => {
      const { incident, choice, reason } = asked.body
      return resolveIncident({ ...found, incident, edgeId: choice, reason }, asked.ports)
    }),
})

export const instanceActRoutes = [cancel, suspend, resume, extend, back, reopen, correct, report, resolve]
