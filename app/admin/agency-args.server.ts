import type { LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { formRefused, valueOrPage } from '#app/answer.server.ts'
import { agencyPlace } from '#app/authoring/place.server.ts'
import { type Typed, typedValues } from '#app/read-form.ts'
import type { Result } from '#app/result.ts'
import { readAgencySettings } from '#app/use-cases/agencies/read-agency.server.ts'

export { agencyPlace }

/** The agency that a page is about, and whether a change has just been saved. */
export async function agencyHead(args: LoaderFunctionArgs) {
  const place = await agencyPlace(args)
  const { agency, mayEdit } = valueOrPage(await readAgencySettings(place, args.context.ports), args.request)
  const saved = new URL(args.request.url).searchParams.has('tersimpan')
  return { agency, mayEdit, saved }
}

export async function postedForm(request: Request): Promise<Typed> {
  return typedValues(await request.formData())
}

/** After a saved form back to the page, so that a reload sends nothing twice; a refused one is shown again. */
export function savedOr(result: Result<unknown>, form: string, typed: Typed, request: Request) {
  if (!result.ok) return formRefused(form, typed, result.refusal, request)
  return redirect(savedAddress(request))
}

export const savedAddress = (request: Request) => `${new URL(request.url).pathname.replace(/\.data$/, '')}?tersimpan=1`

export function unknownForm(): never {
  throw new Response(null, { status: 400 })
}
