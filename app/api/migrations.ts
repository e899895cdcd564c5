import { z } from 'zod'
import { ok, type Result, refuse } from '#app/result.ts'
import { findAgency } from '#app/use-cases/api/find-agency.server.ts'
import { readInstance } from '#app/use-cases/instances/read-instance.server.ts'
import { mostAtOnce } from '#app/use-cases/migrations/all-or-none.server.ts'
import { type ChosenMove, moveInstances } from '#app/use-cases/migrations/move-instances.server.ts'
import { planMove, planMoves } from '#app/use-cases/migrations/plan-moves.server.ts'
import { undoMoves } from '#app/use-cases/migrations/undo-moves.server.ts'
import type { Plan } from '#engine'
import { Id, IdPath, Reason, StandardPath } from './common.ts'
import { ProgressBody, progressBody } from './instance-view.ts'
import { type Answered, type Raw, route } from './route.ts'

const Version = z.number().int().min(1).max(999_999)
const Choices = {
  places: z
    .record(z.string().min(1).max(2000), z.string().min(1).max(64))
    .default({})
    .meta({ description: 'By the `key` of a place: one of its `options`' }),
  clear: z.array(z.string().min(1).max(64)).max(500).default([]).meta({ description: 'Fields whose values may be cleared' }),
}
const DryRun = z.boolean().default(false).meta({ description: 'Tells what a move takes and changes nothing' })

const PlanBody = z.object({
  verdict: z.enum(['safe', 'choice', 'finish']),
  why: z.enum(['unreachable', 'too-many']).nullable(),
  places: z.array(
    z.object({
      key: z.string(),
      at: z.string(),
      node: z.string(),
      kept: z.boolean(),
      needs: z.string().nullable(),
      options: z.array(z.string()),
      clock: z.enum(['kept', 'recounted', 'reset', 'none']),
      form: z.object({ added: z.array(z.string()), removed: z.array(z.string()), changed: z.array(z.string()) }),
      otherPerformers: z.boolean(),
      notDone: z.array(z.string()),
    }),
  ),
  misfits: z.array(z.string()),
  hidden: z.array(z.string()),
})
const planBody = ({ places, ...plan }: Plan) => ({
  ...plan,
  places: places.map(({ branch: _branch, id: _id, due: _due, ...place }) => place),
})

const reasonMissing = () => refuse({ code: 'invalid', errors: [{ path: 'reason', code: 'required' }] })
type Where = { visitor: Raw['visitor']; agencyId: string; slug: string }

async function whereOf({
  path,
  visitor,
  ports,
}: Pick<Raw, 'visitor' | 'ports'> & { path: { id: string } }): Promise<Result<Where>> {
  const agency = await findAgency({ visitor, what: 'instance', id: path.id }, ports)
  if (!agency.ok) return agency
  const read = await readInstance({ visitor, agencyId: agency.value, instanceId: path.id }, ports)
  return read.ok ? ok({ visitor, agencyId: agency.value, slug: read.value.instance.slug }) : read
}

const one = route({
  method: 'post',
  path: '/instances/{id}/migrate',
  id: 'migrateInstance',
  summary: 'Moves a request to another version of its standard, or tells what that takes',
  tag: 'instances',
  params: IdPath,
  body: z.strictObject({ version: Version, dryRun: DryRun, ...Choices, reason: Reason.optional() }),
  answer: z.object({ plan: PlanBody.nullable(), instance: ProgressBody.nullable() }),
  keeps: 'table',
  async run({ body, ...asked }): Promise<Answered> {
    const where = await whereOf(asked)
    if (!where.ok) return where
    const { version, places, clear, reason } = body
    if (body.dryRun) {
      const planned = await planMove({ ...where.value, version, instanceId: asked.path.id }, asked.ports)
      return planned.ok ? ok({ body: { plan: planBody(planned.value.plan), instance: null } }) : planned
    }
    if (reason === undefined) return reasonMissing()
    const moves = [{ instanceId: asked.path.id, choices: { places, clear } }]
    const moved = await moveInstances({ ...where.value, version, moves, reason }, asked.ports)
    if (!moved.ok) return refuse(moved.refusal.code === 'move-stopped' ? moved.refusal.because : moved.refusal)
    return ok({ body: { plan: null, instance: moved.value.map(progressBody)[0] ?? null } })
  },
})

const undoOne = route({
  method: 'post',
  path: '/instances/{id}/undo-migration',
  id: 'undoMigration',
  summary: 'Takes the latest move of a request back, within a week and while nobody has gone on',
  tag: 'instances',
  params: IdPath,
  body: z.strictObject({ reason: Reason }),
  answer: z.object({ instance: ProgressBody.nullable() }),
  keeps: 'table',
  async run({ body, ...asked }): Promise<Answered> {
    const where = await whereOf(asked)
    if (!where.ok) return where
    const undone = await undoMoves({ ...where.value, instanceIds: [asked.path.id], reason: body.reason }, asked.ports)
    if (!undone.ok) return refuse(undone.refusal.code === 'move-stopped' ? undone.refusal.because : undone.refusal)
    return ok({ body: { instance: undone.value.map(progressBody)[0] ?? null } })
  },
})

const Planned = z.object({ instance: z.string(), number: z.number().int(), version: z.number().int(), plan: PlanBody })

const many = route({
  method: 'post',
  path: '/standards/{agency}/{slug}/migrations',
  id: 'migrateInstances',
  summary: 'Moves running requests of a standard to a version, all those named or none; or tells what that takes',
  tag: 'standards',
  params: StandardPath,
  body: z.strictObject({
    version: Version,
    dryRun: DryRun,
    instances: z
      .array(z.strictObject({ id: Id, ...Choices }))
      .max(mostAtOnce)
      .default([]),
    reason: Reason.optional(),
    after: z.number().int().min(0).optional().meta({ description: 'Of a dry run: the `next` of the page before' }),
  }),
  answer: z.object({ planned: z.array(Planned), next: z.number().int().nullable(), moved: z.array(ProgressBody) }),
  keeps: 'table',
  async run({ path, body, visitor, ports }): Promise<Answered> {
    const where = { visitor, agencyId: path.agency, slug: path.slug, version: body.version }
    if (body.dryRun) {
      const planned = await planMoves({ ...where, after: body.after }, ports)
      if (!planned.ok) return planned
      const items = planned.value.items.map(({ id, number, version, plan }) => ({
        ...{ instance: id, number, version },
        plan: planBody(plan),
      }))
      return ok({ body: { planned: items, next: planned.value.next, moved: [] } })
    }
    if (body.reason === undefined) return reasonMissing()
    const moves = body.instances.map(({ id, ...choices }): ChosenMove => ({ instanceId: id, choices }))
    const moved = await moveInstances({ ...where, moves, reason: body.reason }, ports)
    return moved.ok ? ok({ body: { planned: [], next: null, moved: moved.value.map(progressBody) } }) : moved
  },
})

const undoMany = route({
  method: 'post',
  path: '/standards/{agency}/{slug}/migrations/undo',
  id: 'undoMigrations',
  summary: 'Takes the latest moves of the requests named back, all or none',
  tag: 'standards',
  params: StandardPath,
  body: z.strictObject({ instances: z.array(Id).min(1).max(mostAtOnce), reason: Reason }),
  answer: z.object({ moved: z.array(ProgressBody) }),
  keeps: 'table',
  async run({ path, body, visitor, ports }): Promise<Answered> {
    const where = { visitor, agencyId: path.agency, slug: path.slug }
    const undone = await undoMoves({ ...where, instanceIds: body.instances, reason: body.reason }, ports)
    return undone.ok ? ok({ body: { moved: undone.value.map(progressBody) } }) : undone
  },
})

export const migrationRoutes = [one, undoOne, many, undoMany]
