import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerFor } from '#app/account/form-fields.tsx'
import { formRefused, valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { parseTyped, typedValues } from '#app/read-form.ts'
import { Banner } from '#app/ui/banner.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { NewRegulationChange, WithdrawnChange } from '#app/use-cases/regulations/inputs.ts'
import { readRegulations } from '#app/use-cases/regulations/read-register.server.ts'
import { recordRegulationChange, withdrawRegulationChange } from '#app/use-cases/regulations/record-change.server.ts'
import { authoringLinks } from './links.ts'
import { agencyPlace, doneAt } from './place.server.ts'
import { RegulationForm, RegulationList } from './regulation-parts.tsx'

export const links = authoringLinks
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.title} · ${data.agencyName}` : 'Baku' }]

const acts = ['record', 'withdraw'] as const

export async function loader(args: LoaderFunctionArgs) {
  const place = await agencyPlace(args)
  const register = valueOrPage(await readRegulations(place, args.context.ports), args.request)
  const chosen = new URL(args.request.url).searchParams.get('peraturan') ?? ''
  return {
    ...register,
    agencyId: place.agencyId,
    chosen,
    done: doneAt(args.request, acts),
    title: translator(args.context.locale)('regulations.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const place = await agencyPlace(args)
  const typed = typedValues(await request.formData())
  const done = (act: (typeof acts)[number]) => redirect(`/susun/${place.agencyId}/peraturan?selesai=${act}`)
  if (typed.form === 'withdraw') {
    const named = parseTyped(WithdrawnChange, typed)
    if (!named.ok) return formRefused('withdraw', typed, named.refusal, request)
    const result = await withdrawRegulationChange({ ...place, ...named.value }, context.ports)
    return result.ok ? done('withdraw') : formRefused('withdraw', typed, result.refusal, request)
  }
  if (typed.form !== 'record') throw new Response(null, { status: 400 })
  const input = parseTyped(NewRegulationChange, typed)
  if (!input.ok) return formRefused('record', typed, input.refusal, request)
  const result = await recordRegulationChange({ ...place, ...input.value }, context.ports)
  return result.ok ? done('record') : formRefused('record', typed, result.refusal, request)
}

/** Each regulation of the agency's standards, where it is cited, and what others did to it. */
export default function RegulationsPage() {
  const t = useT()
  const { entries, mayRecord, agencyId, agencyName, title, chosen, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const dead = entries.filter(({ changes }) => changes.length > 0).length
  return (
    <div className="stack stack--loose">
      <PageHeader
        title={title}
        eyebrow={agencyName}
        description={<p>{t('regulations.intro')}</p>}
        breadcrumbs={[{ label: t('authoring.list.title'), href: '/susun' }, { label: title }]}
      />
      {done && <Banner tone="success" role="status" title={t(`regulations.done.${done}`)} />}
      {entries.length === 0 ? (
        <EmptyState title={t('regulations.empty')}>{t('regulations.emptyText')}</EmptyState>
      ) : (
        <>
          <p className="muted">
            {t('regulations.count', { count: entries.length })}
            {dead > 0 && ` · ${t('regulations.dead', { count: dead })}`}
          </p>
          <RegulationList entries={entries} agencyId={agencyId} mayRecord={mayRecord} />
          {mayRecord && <RegulationForm entries={entries} chosen={chosen} answer={answerFor('record', answer)} />}
        </>
      )}
    </div>
  )
}
