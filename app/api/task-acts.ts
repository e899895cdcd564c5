import { z } from 'zod'
import type { Result } from '#app/result.ts'
import { ok, refuse } from '#app/result.ts'
import { findAgency } from '#app/use-cases/api/find-agency.server.ts'
import { claimTask } from '#app/use-cases/instances/claim-task.server.ts'
import { completeTask } from '#app/use-cases/instances/complete-task.server.ts'
import { delegateTask } from '#app/use-cases/instances/delegate-task.server.ts'
import { reassignTask } from '#app/use-cases/instances/reassign-task.server.ts'
import { releaseTask } from '#app/use-cases/instances/release-task.server.ts'
import type { InstanceRefusal, Progress } from '#app/use-cases/instances/run-command.server.ts'
import { Empty, Id, IdPath, Reason } from './common.ts'
import { expectedRevision, ifMatch, inHttp, tagOfRevision } from './expected.ts'
import { ProgressBody, progressBody } from './instance-view.ts'
import { type Answered, type Raw, route } from './route.ts'
import { Completion, submissionOf } from './submission.ts'

type Asked = Pick<Raw, 'visitor' | 'ports' | 'key' | 'request'> & { path: { id: string } }
type Found = {
  visitor: Raw['visitor']
  agencyId: string
  taskId: string
  idempotencyKey: string | undefined
  expectedRevision?: number
}

/** Finds the task's agency, acts, and tells where the instance stands then. */
async function act(asked: Asked, run: (found: Found) => Promise<Result<Progress, InstanceRefusal>>): Promise<Answered> {
  const { visitor, ports, path, key } = asked
  const agency = await findAgency({ visitor, what: 'task', id: path.id }, ports)
  if (!agency.ok) return agency
  const expected = expectedRevision(asked.request)
  if (!expected.ok) return expected
  const done = await run({ visitor, agencyId: agency.value, taskId: path.id, idempotencyKey: key, ...expected.value })
  if (!done.ok) return refuse(inHttp(done.refusal, expected.value))
  return ok({ body: progressBody(done.value), headers: { ETag: tagOfRevision(done.value.revision) } })
}

const common = {
  method: 'post',
  tag: 'tasks',
  params: IdPath,
  headers: ifMatch,
  answer: ProgressBody,
  keeps: 'use-case',
} as const

const claim = route({
  ...common,
  path: '/tasks/{id}/claim',
  id: 'claimTask',
  summary: "Takes a task off the colleagues' lists",
  body: Empty,
  run: (asked): Promise<Answered> => act(asked, (found) => claimTask(found, asked.ports)),
})

const release = route({
  ...common,
  path: '/tasks/{id}/release',
  id: 'releaseTask',
  summary: 'Gives a taken task back',
  body: Empty,
  run: (asked): Promise<Answered> => act(asked, (found) => releaseTask(found, asked.ports)),
})

const delegate = route({
  ...common,
  path: '/tasks/{id}/delegate',
  id: 'delegateTask',
  summary: 'Hands a task to a colleague',
  body: z.strictObject({ to: Id, reason: Reason }),
  run: (asked): Promise<Answered> => act(asked, (found) => delegateTask({ ...found, ...asked.body }, asked.ports)),
})

const reassign = route({
  ...common,
  path: '/tasks/{id}/reassign',
  id: 'reassignTask',
  summary: "A supervisor releases a colleague's task, or hands it to the person in `to`",
  body: z.strictObject({ to: Id.nullable(), reason: Reason }),
  run: (asked): Promise<Answered> => act(asked, (found) => reassignTask({ ...found, ...asked.body }, asked.ports)),
})

const complete = route({
  ...common,
  path: '/tasks/{id}/complete',
  id: 'completeTask',
  summary: 'Does the step; 409 `task-closed` when somebody was first',
  body: Completion,
  run: (asked): Promise<Answered> =>
    act(asked, (found) => completeTask({ ...found, submission: submissionOf(asked.body) }, asked.ports)),
})

export const taskActRoutes = [claim, release, delegate, reassign, complete]
