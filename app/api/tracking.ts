import { z } from 'zod'
import { ok } from '#app/result.ts'
import { completeByTicket } from '#app/use-cases/instances/complete-by-ticket.server.ts'
import { openTicket } from '#app/use-cases/instances/open-ticket.server.ts'
import { readOfficeNames } from '#app/use-cases/instances/read-office.server.ts'
import type { Tracked } from '#app/use-cases/instances/track-ticket.server.ts'
import { Id, moment, momentOrNull } from './common.ts'
import { dueBody, ProgressBody } from './instance-view.ts'
import { type Answered, route } from './route.ts'
import { OwnCompletion, submissionOf } from './submission.ts'
import { StepBody, stepBody } from './tasks.ts'

const Ticket = z.string().min(1).max(80)
const Tracking = z.object({
  number: z.number().int(),
  title: z.string(),
  standard: z.string(),
  version: z.number().int(),
  status: z.string(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  due: z.unknown(),
  paused: z.boolean(),
  suspended: z.object({ since: z.string(), reason: z.string() }).nullable(),
  waits: z.array(
    z.object({ activity: z.string(), event: z.string().nullable(), since: z.string(), until: z.string().nullable() }),
  ),
  cancelReason: z.string().nullable(),
  waiting: z.array(z.object({ activity: z.string(), forApplicant: z.boolean(), since: z.string().nullable() })),
  steps: z.array(
    z.object({
      at: z.string(),
      activity: z.string(),
      outcome: z.string(),
      byApplicant: z.boolean(),
      reason: z.string().nullable(),
    }),
  ),
  tasks: z.array(StepBody.extend({ id: z.string(), due: z.unknown(), reason: z.string().nullable() })),
  data: z.record(z.string(), z.unknown()),
  files: z.array(z.object({ id: z.string(), name: z.string(), bytes: z.number(), mediaType: z.string() })),
})

const track = route({
  method: 'get',
  path: '/track/{ticket}',
  id: 'trackTicket',
  summary: 'What the applicant may see',
  tag: 'tracking',
  public: true,
  params: z.strictObject({ ticket: Ticket }),
  answer: Tracking,
  async run({ path, ports, address }): Promise<Answered> {
    const opened = await openTicket({ ticket: path.ticket, address }, ports)
    if (!opened.ok) return opened
    const [office] = await readOfficeNames([opened.value.agencyId], ports)
    return ok({ body: trackingBody(opened.value, office?.zone ?? 'UTC') })
  },
})

function trackingBody(tracked: Tracked, zone: string): z.infer<typeof Tracking> {
  const { number, title, version, status, paused, cancelReason } = tracked
  return {
    number,
    title,
    standard: `${tracked.agencyId}/${tracked.slug}`,
    version,
    status,
    startedAt: moment(tracked.startedAt, zone),
    endedAt: momentOrNull(tracked.endedAt, zone),
    due: dueBody(tracked.due, zone),
    paused,
    suspended: tracked.suspended && { since: moment(tracked.suspended.since, zone), reason: tracked.suspended.reason },
    waits: tracked.waits.map(({ title: activity, event, since, until }) => ({
      ...{ activity, event },
      since: moment(since, zone),
      until: momentOrNull(until, zone),
    })),
    cancelReason,
    waiting: tracked.waiting.map((step) => ({
      activity: step.title,
      forApplicant: step.forApplicant,
      since: momentOrNull(step.since, zone),
    })),
    steps: tracked.steps.map(({ at, title: activity, outcome, byApplicant, reason }) => ({
      at: moment(at, zone),
      activity,
      outcome,
      byApplicant,
      reason,
    })),
    tasks: tracked.tasks.map(({ taskId, node, form, facts, round, due, cameFrom }) => ({
      id: taskId,
      ...stepBody({ node, form, facts, round }),
      due: dueBody(due, zone),
      reason: cameFrom?.reason ?? null,
    })),
    data: tracked.data,
    files: tracked.files.map((file) => ({ ...file })),
  }
}

const complete = route({
  method: 'post',
  path: '/track/{ticket}/tasks/{taskId}/complete',
  id: 'completeOwnTask',
  summary: "An applicant's own step; the ticket is the right to it",
  tag: 'tracking',
  public: true,
  params: z.strictObject({ ticket: Ticket, taskId: Id }),
  body: OwnCompletion,
  answer: ProgressBody.pick({ number: true, status: true }),
  keeps: 'use-case',
  async run({ path, body, ports, address, key }): Promise<Answered> {
    const { ticket, taskId } = path
    const input = { ticket, taskId, submission: submissionOf(body), uploadKey: body.uploadKey, idempotencyKey: key }
    const done = await completeByTicket(input, ports)
    if (done.ok) return ok({ body: { number: done.value.number, status: done.value.status } })
    if (done.refusal.code !== 'not-found') return done
    // A wrong ticket counts against the address, here as where it is looked up.
    const opened = await openTicket({ ticket, address }, ports)
    return opened.ok ? done : opened
  },
})

export const trackingRoutes = [track, complete]
