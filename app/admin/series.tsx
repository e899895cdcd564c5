import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { answerFor } from '#app/account/form-fields.tsx'
import { formRefused, valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { parseTyped } from '#app/read-form.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { NewSeries } from '#app/use-cases/agencies/inputs.ts'
import { endSeries, exampleOf, listAgencySeries, openSeries } from '#app/use-cases/agencies/manage-series.server.ts'
import { adminLinks } from './admin-links.ts'
import { agencyHead, agencyPlace, postedForm, savedOr, unknownForm } from './agency-args.server.ts'
import { AgencyPage } from './agency-page.tsx'
import { SeriesForm, SeriesTable } from './series-parts.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { agency, saved } = await agencyHead(args)
  const page = valueOrPage(await listAgencySeries(await agencyPlace(args), args.context.ports), args.request)
  return {
    agency: { id: agency.id, name: agency.name },
    saved,
    ...page,
    title: translator(args.context.locale)('admin.series.title'),
  }
}

const Named = z.object({ id: z.string().max(80) })

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const typed = await postedForm(request)
  const place = await agencyPlace(args)
  if (typed.form === 'close') {
    const named = parseTyped(Named, typed)
    if (!named.ok) return formRefused('close', typed, named.refusal, request)
    return savedOr(await endSeries({ ...place, id: named.value.id }, context.ports), 'close', typed, request)
  }
  if (typed.form !== 'series') return unknownForm()
  const input = parseTyped(NewSeries, typed)
  if (!input.ok) return formRefused('series', typed, input.refusal, request)
  if (typed.act === 'preview') {
    const page = valueOrPage(await listAgencySeries(place, context.ports), request)
    return data({ form: 'series', typed, example: exampleOf(input.value.pattern, 1, page.today) })
  }
  return savedOr(await openSeries({ ...place, ...input.value }, context.ports), 'series', typed, request)
}

export const links = adminLinks
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · ${data?.agency.name}` }]

export default function SeriesPage() {
  const t = useT()
  const { agency, saved, title, series, mayManage } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const preview = answer && 'example' in answer ? { example: answer.example, typed: answer.typed } : null
  return (
    <AgencyPage agency={agency} tab="series" title={title} intro={t('admin.series.intro')} readOnly={!mayManage} saved={saved}>
      {series.length === 0 ? (
        <EmptyState title={t('admin.series.empty')}>{t('admin.series.emptyText')}</EmptyState>
      ) : (
        <SeriesTable series={series} mayManage={mayManage} />
      )}
      {mayManage && <SeriesForm answer={answerFor('series', answer)} preview={preview} />}
    </AgencyPage>
  )
}
