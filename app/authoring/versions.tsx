import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { answerFor, FormErrors, type FormView } from '#app/account/form-fields.tsx'
import { formRefused, valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { parseTyped, typedValues } from '#app/read-form.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { compareVersions } from '#app/use-cases/definitions/compare-versions.server.ts'
import { discardDraft } from '#app/use-cases/definitions/discard-draft.server.ts'
import { readVersionsPage } from '#app/use-cases/definitions/read-versions.server.ts'
import { adoptCopy, discardCopy } from '#app/use-cases/definitions/settle-copy.server.ts'
import { startFromVersion } from '#app/use-cases/definitions/start-from-version.server.ts'
import { componentKeys, type Definition, headingOf } from '#engine'
import { ActsTimeline } from './acts-timeline.tsx'
import { CompareForm } from './compare-form.tsx'
import { comparisonOf } from './comparison.server.ts'
import { Comparison } from './comparison.tsx'
import { KeptCopies } from './kept-copies.tsx'
import { authoringLinks } from './links.ts'
import { doneAt, standardPlace, versionNumber } from './place.server.ts'
import { homeOf, StandardPage } from './standard-page.tsx'
import { VersionsTable } from './versions-table.tsx'

export const links = authoringLinks
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.title} · ${data.agencyName}` : 'Baku' }]
const done = ['discarded', 'adopted', 'copy-discarded'] as const

export async function loader(args: LoaderFunctionArgs) {
  const { agencyId, slug, visitor } = await standardPlace(args)
  const params = new URL(args.request.url).searchParams
  const asked = z.uuid().safeParse(params.get('salinan'))
  const [from, to] = [versionNumber(params.get('dari')), versionNumber(params.get('ke'))]
  const place = { agencyId, slug, visitor, ...(asked.success ? { copy: asked.data } : {}) }
  const { shown, layout, ...page } = valueOrPage(await readVersionsPage(place, args.context.ports), args.request)
  const pair =
    from !== undefined && to !== undefined
      ? valueOrPage(await compareVersions({ agencyId, slug, visitor, from, to }, args.context.ports), args.request)
      : null
  const comparison = pair && comparisonOf(pair.from, pair.to, layout)
  return { agencyId, slug, ...page, comparison, shown: shown && linesOf(shown), done: doneAt(args.request, done) }
}

const linesOf = ({ id, definition }: { id: string; definition: Definition }) => ({
  id,
  steps: definition.flow.nodes.filter(({ kind }) => kind === 'task').length,
  lines: componentKeys.flatMap((key) => {
    const part = definition.components[key]
    if (!('items' in part) || part.items.length === 0) return []
    const items = part.items.map((item) => (typeof item === 'string' ? item : item.text))
    return [{ heading: headingOf(definition, key), items }]
  }),
})

const Act = z.discriminatedUnion('form', [
  z.object({ form: z.literal('start'), version: z.coerce.number().int().min(1).max(999999) }),
  z.object({ form: z.literal('discard') }),
  z.object({ form: z.literal('adopt'), copy: z.uuid() }),
  z.object({ form: z.literal('drop'), copy: z.uuid() }),
])

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const at = await standardPlace(args)
  const typed = typedValues(await request.formData())
  const act = parseTyped(Act, typed)
  if (!act.ok) return formRefused('versions', typed, act.refusal, request)
  const home = `/susun/${at.agencyId}/${at.slug}`
  switch (act.value.form) {
    case 'start': {
      const result = await startFromVersion({ ...at, version: act.value.version }, context.ports)
      return result.ok ? redirect(home) : formRefused('versions', typed, result.refusal, request)
    }
    case 'discard': {
      const result = await discardDraft(at, context.ports)
      return result.ok ? redirect(`${home}/versi?selesai=discarded`) : formRefused('versions', typed, result.refusal, request)
    }
    case 'adopt': {
      const result = await adoptCopy({ ...at, copy: act.value.copy }, context.ports)
      return result.ok ? redirect(`${home}/versi?selesai=adopted`) : formRefused('versions', typed, result.refusal, request)
    }
    case 'drop': {
      const result = await discardCopy({ ...at, copy: act.value.copy }, context.ports)
      return result.ok
        ? redirect(`${home}/versi?selesai=copy-discarded`)
        : formRefused('versions', typed, result.refusal, request)
    }
  }
}

export default function VersionsPage() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const view: FormView = {
    form: 'versions',
    initial: {},
    answer: answerFor('versions', useActionData<typeof action>()),
    labels: {},
  }
  return (
    <StandardPage
      standard={page}
      tab="versions"
      intro={t('authoring.versions.intro')}
      done={page.done && t(`authoring.versions.done.${page.done}`)}
      actions={page.mayMove && <LinkButton href={`${homeOf(page)}/pindah`}>{t('moves.title')}</LinkButton>}
    >
      <FormErrors view={view} />
      {page.copies.length > 0 && <KeptCopies copies={page.copies} shown={page.shown} zone={page.zone} mayEdit={page.mayEdit} />}
      <Card flush title={t('authoring.versions.title')}>
        <VersionsTable page={page} />
      </Card>
      {page.versions.length > 1 && <CompareForm versions={page.versions} comparison={page.comparison} />}
      {page.comparison && <Comparison comparison={page.comparison} title={t('authoring.changes.title')} />}
      <Card title={t('authoring.acts.title')}>
        <ActsTimeline acts={page.acts} zone={page.zone} />
      </Card>
    </StandardPage>
  )
}
