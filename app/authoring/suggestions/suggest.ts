import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { readJson } from '#app/api/body.ts'
import { limits } from '#app/limits.ts'
import { refusalStatus } from '#app/refusals.ts'
import { makeSuggestion } from '#app/use-cases/suggestions/make-suggestion.server.ts'
import { standardPlace } from '../place.server.ts'

const Body = z.strictObject({
  number: z.number().int().min(1),
  changes: z.unknown(),
  note: z.string().max(10_000).default(''),
})

/** Takes a suggestion from the builder. */
export async function action(args: ActionFunctionArgs) {
  const sent = await readJson(args.request, limits.body.definition)
  if (!sent.ok && sent.refusal.code === 'invalid') return Response.json(sent.refusal, { status: 422 })
  const body = Body.safeParse(sent.ok ? sent.value : null)
  const at = await standardPlace(args)
  if (!body.success) return Response.json({ code: 'invalid', errors: [] }, { status: 400 })
  const made = await makeSuggestion({ ...at, ...body.data }, args.context.ports)
  return made.ok ? Response.json(made.value) : Response.json(made.refusal, { status: refusalStatus[made.refusal.code] })
}
