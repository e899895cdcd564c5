import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { readJson } from '#app/api/body.ts'
import { limits } from '#app/limits.ts'
import { refusalStatus } from '#app/refusals.ts'
import { createStandard } from '#app/use-cases/definitions/create-standard.server.ts'
import { parseDefinition } from '#engine'
import { Slug } from '#engine/definition/ids.ts'

const Body = z.strictObject({ title: z.string(), slug: z.string(), definition: z.unknown() })

/** Makes a stretch of a draft a standard of its own, in the same agency: 201 with its address, 422 with what does not fit. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const agencyId = Slug.safeParse(params.agency)
  const home = Slug.safeParse(params.slug)
  const sent = await readJson(request, limits.body.definition)
  const body = Body.safeParse(sent.ok ? sent.value : null)
  if (!agencyId.success || !home.success) return Response.json({ code: 'not-found' }, { status: 404 })
  if (!body.success) return Response.json({ code: 'invalid', errors: [] }, { status: 400 })
  const { title, slug, definition } = body.data
  const parsed = parseDefinition(definition)
  if (!parsed.ok) return Response.json({ code: 'invalid', errors: parsed.errors }, { status: 422 })
  const { kind } = parsed.definition.identity
  const copied = { agencyId: agencyId.data, slug: home.data }
  const input = { visitor: await context.visitor(), agencyId: agencyId.data, slug, title, kind, from: parsed.definition, copied }
  const created = await createStandard(input, context.ports)
  if (!created.ok) return Response.json(created.refusal, { status: refusalStatus[created.refusal.code] })
  return Response.json({ slug: created.value.slug, number: created.value.number }, { status: 201 })
}
