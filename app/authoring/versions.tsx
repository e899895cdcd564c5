import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { answerFor, FormErrors, type FormView } from '#app/account/form-fields.tsx'
import { formRefused, valueOrPage } from '#app/answer.server.ts'
import { formatter } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import type { Ports } from '#app/ports.ts'
import { parseTyped, typedValues } from '#app/read-form.ts'
import { type Result, refuse } from '#app/result.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { compareVersions, type Side } from '#app/use-cases/definitions/compare-versions.server.ts'
import { discardDraft } from '#app/use-cases/definitions/discard-draft.server.ts'
import { discardSnapshot, keepNamedSnapshot } from '#app/use-cases/definitions/keep-snapshot.server.ts'
import { readVersionsPage } from '#app/use-cases/definitions/read-versions.server.ts'
import { restoreText } from '#app/use-cases/definitions/restore-text.server.ts'
import { adoptCopy, discardCopy } from '#app/use-cases/definitions/settle-copy.server.ts'
import { componentKeys, type Definition, headingOf } from '#engine'
import { ActsTimeline } from './acts-timeline.tsx'
import { CompareForm } from './compare-form.tsx'
import { comparisonOf } from './comparison.server.ts'
import { Comparison } from './comparison.tsx'
import { KeptCopies } from './kept-copies.tsx'
import { KeptTexts } from './kept-texts.tsx'
import { authoringLinks } from './links.ts'
import { doneAt, standardPlace } from './place.server.ts'
import { homeOf, StandardPage } from './standard-page.tsx'
import { textName, textNamed } from './text-names.server.ts'
import { VersionsTable } from './versions-table.tsx'

export const links = authoringLinks
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.title} · ${data.agencyName}` : 'Baku' }]
const done = ['discarded', 'adopted', 'copy-discarded', 'kept', 'forgotten', 'restored'] as const

export async function loader(args: LoaderFunctionArgs) {
  const { agencyId, slug, visitor } = await standardPlace(args)
  const params = new URL(args.request.url).searchParams
  const asked = z.uuid().safeParse(params.get('salinan'))
  const [from, to] = [textNamed(params.get('dari')), textNamed(params.get('ke'))]
  const place = { agencyId, slug, visitor, ...(asked.success ? { copy: asked.data } : {}) }
  const { shown, layout, ...page } = valueOrPage(await readVersionsPage(place, args.context.ports), args.request)
  const pair =
    from !== undefined && to !== undefined
      ? valueOrPage(await compareVersions({ agencyId, slug, visitor, from, to }, args.context.ports), args.request)
      : null
  const { locale } = args.context
  const named = ({ definition, ...text }: Side) => ({
    name: textName(text, translator(locale), formatter(locale, page.zone)),
    definition,
  })
  const comparison = pair && comparisonOf(named(pair.from), named(pair.to), layout)
  const compared = pair && { from: params.get('dari') ?? '', to: params.get('ke') ?? '' }
  return { agencyId, slug, ...page, comparison, compared, shown: shown && linesOf(shown), done: doneAt(args.request, done) }
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
  z.object({ form: z.literal('restore'), text: z.string().max(40) }),
  z.object({ form: z.literal('keep'), name: z.string().default('') }),
  z.object({ form: z.literal('forget'), text: z.uuid() }),
  z.object({ form: z.literal('discard') }),
  z.object({ form: z.literal('adopt'), copy: z.uuid() }),
  z.object({ form: z.literal('drop'), copy: z.uuid() }),
])

export async function action(args: ActionFunctionArgs) {
  const { request } = args
  const at = await standardPlace(args)
  const typed = typedValues(await request.formData())
  const act = parseTyped(Act, typed)
  if (!act.ok) return formRefused('versions', typed, act.refusal, request)
  const { done, result } = await doAct(act.value, at, args.context.ports)
  const form = act.value.form === 'keep' ? 'keep' : 'versions'
  if (!result.ok) return formRefused(form, typed, result.refusal, request)
  return redirect(done === null ? homeOf(at) : `${homeOf(at)}/versi?selesai=${done}`)
}

type At = Awaited<ReturnType<typeof standardPlace>>
type Done = { done: (typeof done)[number] | null; result: Result<unknown> }

async function doAct(act: z.infer<typeof Act>, at: At, ports: Ports): Promise<Done> {
  switch (act.form) {
    case 'restore': {
      const text = textNamed(act.text)
      const result = text ? await restoreText({ ...at, text }, ports) : refuse({ code: 'not-found' })
      return { done: result.ok && result.value.began ? null : 'restored', result }
    }
    case 'keep':
      return { done: 'kept', result: await keepNamedSnapshot({ ...at, name: act.name }, ports) }
    case 'forget':
      return { done: 'forgotten', result: await discardSnapshot({ ...at, snapshot: act.text }, ports) }
    case 'discard':
      return { done: 'discarded', result: await discardDraft(at, ports) }
    case 'adopt':
      return { done: 'adopted', result: await adoptCopy({ ...at, copy: act.copy }, ports) }
    case 'drop':
      return { done: 'copy-discarded', result: await discardCopy({ ...at, copy: act.copy }, ports) }
  }
}

export default function VersionsPage() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const viewOf = (form: string, labels = {}): FormView => ({ form, initial: {}, answer: answerFor(form, answer), labels })
  return (
    <StandardPage
      standard={page}
      tab="versions"
      intro={t('authoring.versions.intro')}
      done={page.done && t(`authoring.versions.done.${page.done}`)}
      actions={
        <>
          <LinkButton href={`${homeOf(page)}/pembaca`}>{t('readings.title')}</LinkButton>
          <LinkButton href={`${homeOf(page)}/turunan`}>{t('authoring.tab.derived')}</LinkButton>
          {page.mayMove && <LinkButton href={`${homeOf(page)}/pindah`}>{t('moves.title')}</LinkButton>}
        </>
      }
    >
      <FormErrors view={viewOf('versions')} />
      {page.copies.length > 0 && <KeptCopies copies={page.copies} shown={page.shown} zone={page.zone} mayEdit={page.mayEdit} />}
      <Card flush title={t('authoring.versions.title')}>
        <VersionsTable page={page} />
      </Card>
      <KeptTexts page={page} view={viewOf('keep', { name: t('versions.kept.name') })} />
      {page.versions.length + page.snapshots.length > 1 && <CompareForm page={page} asked={page.compared} />}
      {page.comparison && <Comparison comparison={page.comparison} title={t('authoring.changes.title')} />}
      <Card title={t('authoring.acts.title')}>
        <ActsTimeline acts={page.acts} zone={page.zone} />
      </Card>
    </StandardPage>
  )
}
