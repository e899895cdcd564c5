import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Slug } from '#engine/definition/ids.ts'

/** Visitor and standard of an address; what cannot be a name in an address is not found. */
export async function standardPlace({ params, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  const agencyId = Slug.safeParse(params.agency)
  const slug = Slug.safeParse(params.slug)
  if (!agencyId.success || !slug.success) throw new Response(null, { status: 404 })
  return { visitor: await context.visitor(), agencyId: agencyId.data, slug: slug.data }
}

/** Visitor and agency of an address. */
export async function agencyPlace({ params, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  const agencyId = Slug.safeParse(params.agency)
  if (!agencyId.success) throw new Response(null, { status: 404 })
  return { visitor: await context.visitor(), agencyId: agencyId.data }
}

/** Visitor and decree of an address. */
export async function decreePlace({ params, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  const agencyId = Slug.safeParse(params.agency)
  if (!agencyId.success) throw new Response(null, { status: 404 })
  return { visitor: await context.visitor(), agencyId: agencyId.data, decreeId: params.id ?? '' }
}

export const versionNumber = (text: string | null | undefined): number | undefined =>
  text && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined

/** What has just been done, from the address that a saved form leads to. */
export const doneAt = <D extends string>(request: Request, known: readonly D[]): D | null => {
  const said = new URL(request.url).searchParams.get('selesai')
  return known.find((one) => one === said) ?? null
}
