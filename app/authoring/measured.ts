import type { LoaderFunctionArgs } from '@remix-run/node'
import { refusalStatus } from '#app/refusals.ts'
import { readMeasured } from '#app/use-cases/definitions/read-measured.server.ts'
import { Slug } from '#engine/definition/ids.ts'

/** How long the steps of a standard have taken, for the builder to reckon with. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const agencyId = Slug.safeParse(params.agency)
  const slug = Slug.safeParse(params.slug)
  if (!agencyId.success || !slug.success) return Response.json({ code: 'not-found' }, { status: 404 })
  const visitor = await context.visitor()
  const result = await readMeasured({ visitor, agencyId: agencyId.data, slug: slug.data }, context.ports)
  const headers = { 'Cache-Control': 'no-store' }
  if (result.ok) return Response.json(result.value, { headers })
  return Response.json({ code: result.refusal.code }, { status: refusalStatus[result.refusal.code], headers })
}
