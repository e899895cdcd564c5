import { z } from 'zod'
import { ok } from '#app/result.ts'
import { findAgency } from '#app/use-cases/api/find-agency.server.ts'
import { readInbox } from '#app/use-cases/instances/read-inbox.server.ts'
import { readOfficeNames } from '#app/use-cases/instances/read-office.server.ts'
import { readTask, type TaskPage } from '#app/use-cases/instances/read-task.server.ts'
import { formFacts, formJsonSchema, needsReason } from '#engine'
import { IdPath, listOf, moment, momentOrNull, pageQuery } from './common.ts'
import { dueBody } from './instance-view.ts'
import { type Answered, route } from './route.ts'

const Line = z.object({
  id: z.string(),
  instance: z.string(),
  number: z.number().int(),
  title: z.string(),
  standard: z.string(),
  standardTitle: z.string(),
  node: z.string(),
  activity: z.string(),
  round: z.number().int(),
  openedAt: z.string(),
  dueAt: z.string().nullable(),
  mine: z.boolean(),
  positions: z.array(z.string()),
})

const list = route({
  method: 'get',
  path: '/tasks',
  id: 'listTasks',
  summary: 'Open tasks that the person may perform now, by due time; `mine` only those taken',
  tag: 'tasks',
  query: z.strictObject({ state: z.literal('open').optional(), mine: z.enum(['true', 'false']).optional(), ...pageQuery }),
  answer: listOf(Line),
  async run({ query, visitor, ports }): Promise<Answered> {
    const { cursor = null, limit } = query
    const read = await readInbox({ visitor, cursor, limit, mine: query.mine === 'true' }, ports)
    if (!read.ok) return read
    const { items, next } = read.value
    const offices = await readOfficeNames(
      items.map(({ agencyId }) => agencyId),
      ports,
    )
    const zones = new Map(offices.map(({ agencyId, zone }) => [agencyId, zone]))
    const lines = items.map((task) => {
      const zone = zones.get(task.agencyId) ?? 'UTC'
      return {
        id: task.id,
        instance: task.instanceId,
        number: task.instanceNumber,
        title: task.instanceTitle,
        standard: `${task.agencyId}/${task.slug}`,
        standardTitle: task.standardTitle,
        node: task.node,
        activity: task.title,
        round: task.round,
        openedAt: moment(task.openedAt, zone),
        dueAt: momentOrNull(task.dueAt, zone),
        mine: task.mine,
        positions: task.positions,
      }
    })
    return ok({ body: { items: lines, next } })
  },
})

const OutcomeBody = z.object({ id: z.string(), kind: z.string(), label: z.string(), needsReason: z.boolean() })
export const StepBody = z.object({
  node: z.string(),
  activity: z.string(),
  round: z.number().int(),
  outcomes: z.array(OutcomeBody),
  form: z.record(z.string(), z.unknown()).nullable().meta({ description: 'JSON Schema of `data`, for the fields shown so far' }),
  fields: z.array(z.unknown()).meta({ description: 'All fields of the step with the conditions under which they are shown' }),
})

type Step = Pick<TaskPage, 'node' | 'form'> & { facts: ReturnType<typeof formFacts>; round: number }

export function stepBody({ node, form, facts, round }: Step): z.infer<typeof StepBody> {
  return {
    node: node.id,
    activity: node.activity,
    round,
    outcomes: node.outcomes.map((outcome) => ({
      id: outcome.id,
      kind: outcome.kind,
      label: outcome.label,
      needsReason: needsReason(outcome),
    })),
    form: form && formJsonSchema(form, facts),
    fields: form ? form.fields : [],
  }
}

const Task = StepBody.extend({
  id: z.string(),
  status: z.enum(['open', 'completed', 'withdrawn']),
  instance: z.object({ id: z.string(), number: z.number().int(), title: z.string() }),
  standard: z.string(),
  version: z.number().int(),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
  due: z.unknown(),
  claimedBy: z.string().nullable(),
  instruction: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
  changed: z.array(z.string()),
  mayAct: z.boolean(),
})

const one = route({
  method: 'get',
  path: '/tasks/{id}',
  id: 'readTask',
  summary: 'The form as JSON Schema, the outcomes, and the data so far',
  tag: 'tasks',
  params: IdPath,
  answer: Task,
  async run({ path, visitor, ports }): Promise<Answered> {
    const agency = await findAgency({ visitor, what: 'task', id: path.id }, ports)
    if (!agency.ok) return agency
    const read = await readTask({ visitor, agencyId: agency.value, taskId: path.id }, ports)
    if (!read.ok) return read
    const [office] = await readOfficeNames([agency.value], ports)
    return ok({ body: taskBody(read.value, office?.zone ?? 'UTC') })
  },
})

function taskBody(page: TaskPage, zone: string): z.infer<typeof Task> {
  const { task, instance, definition, node, form } = page
  return {
    id: task.id,
    ...stepBody({ node, form, facts: formFacts(definition, instance.state, node.id), round: task.round }),
    status: task.status,
    instance: { id: instance.id, number: instance.number, title: instance.title },
    standard: `${instance.agencyId}/${instance.slug}`,
    version: instance.version,
    openedAt: moment(task.openedAt, zone),
    closedAt: momentOrNull(task.closedAt, zone),
    due: dueBody(task.due, zone),
    claimedBy: task.claimedBy?.id ?? null,
    instruction: page.instruction?.text ?? null,
    data: page.data,
    changed: [...page.changed],
    mayAct: page.mayAct,
  }
}

export const taskRoutes = [list, one]
