import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { formRefused, valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { parseTyped, typedValues } from '#app/read-form.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { readSuggestions } from '#app/use-cases/suggestions/read-suggestions.server.ts'
import { settleSuggestion, withdrawSuggestion } from '#app/use-cases/suggestions/settle-suggestion.server.ts'
import type { Definition } from '#engine'
import { comparisonOf } from '../comparison.server.ts'
import { authoringLinks } from '../links.ts'
import { doneAt, standardPlace } from '../place.server.ts'
import { homeOf, StandardPage } from '../standard-page.tsx'
import { SuggestionCard } from './suggestion-card.tsx'

export const links = authoringLinks
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.title} · ${data.agencyName}` : 'Baku' }]
const done = ['made', 'accepted', 'partly', 'declined', 'withdrawn'] as const

export async function loader(args: LoaderFunctionArgs) {
  const at = await standardPlace(args)
  const page = valueOrPage(await readSuggestions(at, args.context.ports), args.request)
  const { definition, suggestions, layout, ...rest } = page
  const t = translator(args.context.locale)
  const now = { name: t('suggestions.name.draft'), definition }
  const then = (after: Definition) => ({ name: t('suggestions.name.suggested'), definition: after })
  return {
    ...{ agencyId: at.agencyId, slug: at.slug, ...rest, title: definition.identity.title, done: doneAt(args.request, done) },
    suggestions: suggestions.map(({ after, ...suggestion }) => ({
      ...suggestion,
      picture: after && comparisonOf(now, then(after), layout).picture,
    })),
  }
}

const Act = z.discriminatedUnion('form', [
  z.object({
    form: z.enum(['take', 'decline']),
    suggestion: z.string().max(64),
    part: z.array(z.string().max(400)).default([]),
    reason: z.string().max(10_000).default(''),
  }),
  z.object({ form: z.literal('withdraw'), suggestion: z.string().max(64) }),
])

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const at = await standardPlace(args)
  const typed = typedValues(await request.formData())
  const act = parseTyped(Act, typed)
  if (!act.ok) return formRefused(String(typed.form), typed, act.refusal, request)
  const { value } = act
  const place = { ...at, suggestion: value.suggestion }
  const settled =
    value.form === 'withdraw'
      ? await withdrawSuggestion(place, context.ports)
      : await settleSuggestion({ ...place, take: value.form === 'take' ? value.part : [], reason: value.reason }, context.ports)
  if (!settled.ok) return formRefused(value.form, typed, settled.refusal, request)
  return redirect(`${homeOf(at)}/saran?selesai=${settled.value.verdict}`)
}

export default function SuggestionsPage() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { suggestions, may, zone } = page
  const suggest = may.suggest && (
    <LinkButton icon="edit" href={`${homeOf(page)}?saran`}>
      {t('suggestions.begin')}
    </LinkButton>
  )
  return (
    <StandardPage
      standard={page}
      tab="suggestions"
      intro={t('suggestions.intro')}
      actions={suggest}
      done={page.done && t(`suggestions.done.${page.done}`)}
    >
      {suggestions.length === 0 ? (
        <EmptyState title={t('suggestions.none')}>
          <p>{t('suggestions.noneText')}</p>
        </EmptyState>
      ) : (
        suggestions.map((suggestion) => <SuggestionCard key={suggestion.id} {...{ suggestion, may, zone }} answer={answer} />)
      )}
    </StandardPage>
  )
}
