import { z } from 'zod'
import { DueReason } from '../calendar/due-reason.ts'
import { EdgeId, FieldId, NodeId, OutcomeId, PositionId } from '../definition/ids.ts'
import type { PersonId, TaskId, WaitId } from './messages.ts'
import type { InstanceState } from './state.ts'

const taskId = z.custom<TaskId>((value) => typeof value === 'string')
const waitId = z.custom<WaitId>((value) => typeof value === 'string')
const personId = z.custom<PersonId>((value) => typeof value === 'string')
const instant = z.number()
const branch = z.string()

const cell = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])
const fieldValue = z.union([cell, z.array(z.record(z.string(), cell))])

const recordedActor = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('person'),
    personId,
    name: z.string(),
    positionId: PositionId.nullable(),
    title: z.string().nullable(),
    seat: z.enum(['definitive', 'plt', 'plh', 'delegate']).nullable(),
    for: z.strictObject({ personId, name: z.string() }).optional(),
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

const due = z.strictObject({ at: instant, why: DueReason, warnAt: instant.optional() }).nullable()
const extension = z.strictObject({
  amount: z.number(),
  unit: z.enum(['minute', 'hour', 'workingDay', 'calendarDay', 'week', 'month']),
  reason: z.string(),
})
const act = z.strictObject({ act: z.enum(['warned', 'missed', 'escalated', 'returned', 'reassigned']), due: instant })

const openTask = z.strictObject({
  taskId,
  node: NodeId,
  branch,
  round: z.number().int(),
  candidates: z.array(candidate),
  excluded: z.array(personId),
  notWith: z.array(NodeId),
  claimedBy: personId.nullable(),
  lent: z.array(z.strictObject({ to: personId, party: z.string(), by: z.strictObject({ personId, name: z.string() }) })),
  parties: z.array(
    z.strictObject({
      id: z.string(),
      candidates: z.array(candidate),
      standsFor: z.array(z.string()).optional(),
      claimedBy: personId.nullable(),
    }),
  ),
  needed: z.number().int(),
  parts: z.array(
    z.strictObject({ party: z.string(), by: recordedActor, outcome: OutcomeId, reason: z.string().nullable(), at: instant }),
  ),
  openedAt: instant,
  due,
  extensions: z.array(extension),
  acts: z.array(act),
  pausesClock: z.boolean(),
})

const openWait = z.strictObject({
  waitId,
  node: NodeId,
  branch,
  kind: z.enum(['time', 'report', 'call']),
  since: instant,
  due,
  pausesClock: z.boolean(),
})

const incident = z.strictObject({
  node: NodeId,
  branch,
  code: z.enum([
    'no-branch',
    'several-branches',
    'unknown-data',
    'nobody-to-act',
    'no-applicant',
    'too-many-steps',
    'join-short',
    'no-agreement',
    'no-moment',
    'call-failed',
  ]),
  missing: z.array(FieldId),
  exits: z.array(EdgeId),
  taskId: taskId.nullable(),
  rule: z.string().nullable(),
  inputs: z.record(z.string(), fieldValue.nullable()).nullable(),
})

const disposition = z.strictObject({
  assignees: z.array(z.strictObject({ positionId: PositionId, personId: personId.nullable() })),
  instruction: z.string(),
})

const opening = z.strictObject({ node: NodeId, branch, edges: z.array(EdgeId) })
const arrival = z.strictObject({ node: NodeId, branch })
const versionRef = z.strictObject({ version: z.number().int(), digest: z.string() })

const paused = z.strictObject({
  since: instant.nullable(),
  total: z.number(),
  spans: z.array(z.strictObject({ from: instant, to: instant })),
})

const byNode = <T extends z.ZodType>(value: T) => z.record(NodeId, value)

/** Reads a stored state back; what does not fit was not written by this engine. */
export const InstanceStateSchema: z.ZodType<InstanceState> = z.strictObject({
  status: z.enum(['new', 'running', 'completed', 'rejected', 'cancelled']),
  revision: z.number().int(),
  startedAt: instant.nullable(),
  startedOn: z.string().nullable(),
  endedAt: instant.nullable(),
  starter: recordedActor.nullable(),
  call: z.strictObject({ instanceId: z.string(), waitId }).nullable(),
  tokens: z.array(branch),
  openings: z.record(z.string(), opening),
  open: z.array(openTask),
  waits: z.array(openWait),
  arrived: z.array(arrival),
  incidents: z.array(incident),
  closedTasks: z.array(taskId),
  closedWaits: z.array(waitId),
  data: z.record(FieldId, fieldValue),
  changed: byNode(z.array(FieldId)),
  steps: byNode(
    z.strictObject({
      outcome: OutcomeId,
      by: recordedActor,
      makers: z.array(recordedActor),
      at: instant,
      round: z.number().int(),
      branch,
    }),
  ),
  rounds: byNode(z.number().int()),
  performers: byNode(z.array(personId)),
  dispositions: byNode(disposition),
  due,
  extensions: z.array(extension),
  acts: z.array(act),
  paused,
  suspended: z.strictObject({ since: instant, by: recordedActor, reason: z.string() }).nullable(),
  suspensions: z.array(z.strictObject({ from: instant, to: instant })),
  reopened: z.number().int(),
  migration: z
    .strictObject({
      at: instant,
      from: versionRef,
      to: versionRef,
      before: z.strictObject({
        open: z.array(openTask),
        waits: z.array(openWait),
        arrived: z.array(arrival),
        incidents: z.array(incident),
        openings: z.record(z.string(), opening),
        rounds: byNode(z.number().int()),
        due,
        paused,
        data: z.record(FieldId, fieldValue),
      }),
    })
    .nullable(),
}) as z.ZodType<InstanceState>
