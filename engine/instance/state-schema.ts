import { z } from 'zod'
import { DueReason } from '../calendar/due-reason.ts'
import { EdgeId, FieldId, NodeId, OutcomeId, PositionId } from '../definition/ids.ts'
import type { PersonId, TaskId } from './messages.ts'
import type { InstanceState } from './state.ts'

const taskId = z.custom<TaskId>((value) => typeof value === 'string')
const personId = z.custom<PersonId>((value) => typeof value === 'string')
const instant = z.number()

const cell = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])
const fieldValue = z.union([cell, z.array(z.record(z.string(), cell))])

const recordedActor = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('person'),
    personId,
    name: z.string(),
    positionId: PositionId.nullable(),
    title: z.string().nullable(),
    seat: z.enum(['definitive', 'plt', 'plh']).nullable(),
  }),
  z.strictObject({ kind: z.literal('applicant') }),
  z.strictObject({ kind: z.literal('system') }),
])

const candidate = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('position'), positionId: PositionId }),
  z.strictObject({ kind: z.literal('seat'), positionId: PositionId, personId }),
  z.strictObject({ kind: z.literal('person'), personId }),
  z.strictObject({ kind: z.literal('applicant') }),
])

const due = z.strictObject({ at: instant, why: DueReason }).nullable()

const openTask = z.strictObject({
  taskId,
  node: NodeId,
  round: z.number().int(),
  candidates: z.array(candidate),
  excluded: z.array(personId),
  claimedBy: personId.nullable(),
  due,
  pausesClock: z.boolean(),
})

const disposition = z.strictObject({
  assignees: z.array(z.strictObject({ positionId: PositionId, personId: personId.nullable() })),
  instruction: z.string(),
})

const byNode = <T extends z.ZodType>(value: T) => z.record(NodeId, value)

/** Reads a stored state back; what does not fit was not written by this engine. */
export const InstanceStateSchema: z.ZodType<InstanceState> = z.strictObject({
  status: z.enum(['new', 'running', 'completed', 'rejected', 'cancelled']),
  revision: z.number().int(),
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  starter: recordedActor.nullable(),
  open: z.array(openTask),
  closedTasks: z.array(taskId),
  data: z.record(FieldId, fieldValue),
  changed: byNode(z.array(FieldId)),
  steps: byNode(z.strictObject({ outcome: OutcomeId, by: recordedActor, at: instant, round: z.number().int() })),
  rounds: byNode(z.number().int()),
  performers: byNode(z.array(personId)),
  dispositions: byNode(disposition),
  due,
  paused: z.strictObject({
    since: instant.nullable(),
    total: z.number(),
    spans: z.array(z.strictObject({ from: instant, to: instant })),
  }),
  incident: z.strictObject({ node: NodeId, code: z.string(), missing: z.array(FieldId), exits: z.array(EdgeId) }).nullable(),
})
