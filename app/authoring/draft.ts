import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { readJson } from '#app/api/body.ts'
import { limits } from '#app/limits.ts'
import { refusalStatus } from '#app/refusals.ts'
import { keepDraftCopy } from '#app/use-cases/definitions/keep-copy.server.ts'
import { type SaveRefusal, saveDraft } from '#app/use-cases/definitions/save-draft.server.ts'
import { Slug } from '#engine/definition/ids.ts'

const Body = z.strictObject({
  intent: z.enum(['save', 'copy']).default('save'),
  number: z.number().int().min(1),
  revision: z.number().int().min(0),
  definition: z.unknown(),
  copy: z.uuid().optional(),
})

/** Takes the draft from the builder: 200 with the new revision, 409 with the colleague's text, 422 with the places that do not fit. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const agencyId = Slug.safeParse(params.agency)
  const slug = Slug.safeParse(params.slug)
  const sent = await readJson(request, limits.body.definition)
  if (!sent.ok && sent.refusal.code === 'invalid') return Response.json(sent.refusal, { status: 422 })
  const body = Body.safeParse(sent.ok ? sent.value : null)
  if (!agencyId.success || !slug.success) return Response.json({ code: 'not-found' }, { status: 404 })
  if (!body.success) return Response.json({ code: 'invalid', errors: [] }, { status: 400 })
  const { intent, ...text } = body.data
  const input = { visitor: await context.visitor(), agencyId: agencyId.data, slug: slug.data, ...text }
  const result = intent === 'copy' ? await keepDraftCopy(input, context.ports) : await saveDraft(input, context.ports)
  return result.ok ? Response.json(result.value) : refused(result.refusal)
}

function refused(refusal: SaveRefusal): Response {
  if (refusal.code === 'draft-conflict') return Response.json(refusal, { status: 409 })
  return Response.json(refusal, { status: refusalStatus[refusal.code] })
}
