import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { readJson } from '#app/api/body.ts'
import { limits } from '#app/limits.ts'
import { refusalStatus } from '#app/refusals.ts'
import { hearDraft } from '#app/use-cases/definitions/hear-draft.server.ts'
import type { SaveRefusal } from '#app/use-cases/definitions/save-draft.server.ts'
import { sendChanges } from '#app/use-cases/definitions/send-changes.server.ts'
import { NodeId, Slug } from '#engine/definition/ids.ts'

const Body = z.strictObject({
  number: z.number().int().min(1).max(100_000),
  revision: z.number().int().min(0).max(2_000_000_000),
  /** For whom the window was opened: work of one person is never sent under the name of another. */
  person: z.uuid(),
  window: z.strictObject({ id: z.uuid(), step: NodeId.nullable(), leaving: z.boolean().optional() }),
  batch: z.strictObject({ id: z.uuid(), changes: z.unknown() }).optional(),
})

/**
 * What a window with a draft open says every few seconds, and what it hears: its own changes where it has any, the step that
 * stands open in it; then what others did since, and who is there.
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const agencyId = Slug.safeParse(params.agency)
  const slug = Slug.safeParse(params.slug)
  if (!agencyId.success || !slug.success) return refused({ code: 'not-found' })
  const sent = await readJson(request, limits.body.definition)
  if (!sent.ok && sent.refusal.code === 'invalid') return refused(sent.refusal)
  const body = Body.safeParse(sent.ok ? sent.value : null)
  if (!body.success) return Response.json({ code: 'invalid', errors: [] }, { status: 400 })
  const { batch, person, ...said } = body.data
  const visitor = await context.visitor()
  const input = { ...said, visitor, openedBy: person, agencyId: agencyId.data, slug: slug.data }
  const made = batch && (await sendChanges({ ...input, batch: { ...batch, changes: batch.changes } }, context.ports))
  if (made && !made.ok) return refused(made.refusal)
  const heard = await hearDraft(input, context.ports)
  if (!heard.ok) return refused(heard.refusal)
  return Response.json({ ...heard.value, ...(made ? { clashes: made.value.clashes } : {}) })
}

function refused(refusal: SaveRefusal): Response {
  const status = refusal.code === 'draft-conflict' ? 409 : refusalStatus[refusal.code]
  return Response.json(refusal, { status })
}
