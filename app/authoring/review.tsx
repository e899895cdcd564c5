import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { formRefused, valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { ComponentTable } from '#app/papers/component-table.tsx'
import { DecreePaper } from '#app/papers/decree-paper.tsx'
import { PapersWithin } from '#app/papers/paper-title.tsx'
import { ServiceSheet } from '#app/papers/service-sheet.tsx'
import { SopPaper } from '#app/papers/sop-paper.tsx'
import papers from '#app/public/papers.css?url'
import { parseTyped, typedValues } from '#app/read-form.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Card } from '#app/ui/card.tsx'
import { NavTabs } from '#app/ui/nav-tabs.tsx'
import { approveDraft } from '#app/use-cases/definitions/approve-draft.server.ts'
import { readReview } from '#app/use-cases/definitions/read-review.server.ts'
import { returnDraft } from '#app/use-cases/definitions/return-draft.server.ts'
import { submitDraft } from '#app/use-cases/definitions/submit-draft.server.ts'
import { componentTable, decreePaper, type Publication, serviceSheet, sopPaper } from '#engine'
import { ActsTimeline } from './acts-timeline.tsx'
import { comparisonOf } from './comparison.server.ts'
import { Comparison } from './comparison.tsx'
import { FindingsList } from './findings-list.tsx'
import { authoringLinks } from './links.ts'
import { doneAt, standardPlace, versionNumber } from './place.server.ts'
import { ReviewDecision } from './review-decision.tsx'
import { homeOf, StandardPage } from './standard-page.tsx'
import { WrittenStatus } from './version-status.tsx'

export const links = () => [...authoringLinks(), { rel: 'stylesheet', href: papers }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.title} · ${data.agencyName}` : 'Baku' }]
const done = ['submitted', 'returned', 'approved'] as const
const paperNames = ['lembar', 'komponen', 'sop', 'sk'] as const

export async function loader(args: LoaderFunctionArgs) {
  const { agencyId, slug, visitor } = await standardPlace(args)
  const params = new URL(args.request.url).searchParams
  const version = versionNumber(params.get('versi'))
  const page = valueOrPage(await readReview({ agencyId, slug, visitor, version }, args.context.ports), args.request)
  const { definition, inForce, profile, office, ...rest } = page
  const service = definition.identity.kind === 'service'
  const names = paperNames.filter((name) => (name === 'lembar' ? service : name !== 'sk' || definition.decree !== null))
  const paper = names.find((name) => name === params.get('naskah')) ?? names[0] ?? 'sop'
  // A draft has no standing yet; the page says so above the paper, and the paper shows no decree.
  const status = page.status === 'approved' ? 'approved' : 'published'
  const publication: Publication = { status, version: page.number, digest: page.digest, decree: null, supersededBy: null, office }
  return {
    ...{ agencyId, slug, ...rest, names, paper, version, title: definition.identity.title, done: doneAt(args.request, done) },
    definition,
    comparison: inForce && comparisonOf(inForce, { number: page.number, definition }, profile.papers),
    sheet: paper === 'lembar' ? serviceSheet(definition, publication, profile) : null,
    table: paper === 'komponen' ? componentTable(definition, publication, profile) : null,
    sop: paper === 'sop' ? sopPaper(definition, publication, profile) : null,
    decree: paper === 'sk' ? decreePaper(definition, publication, profile) : null,
  }
}

const note = z.string().max(10_000).default('')
const Act = z.discriminatedUnion('form', [
  z.object({ form: z.literal('submit'), digest: z.string().max(64), note }),
  z.object({ form: z.literal('return'), reason: z.string().max(10_000).default('') }),
  z.object({ form: z.literal('approve'), digest: z.string().max(64), note }),
])

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const at = await standardPlace(args)
  const typed = typedValues(await request.formData())
  const act = parseTyped(Act, typed)
  if (!act.ok) return formRefused(String(typed.form), typed, act.refusal, request)
  const [result, said] = await decide(act.value)
  if (!result.ok) return formRefused(act.value.form, typed, result.refusal, request)
  return redirect(`${homeOf(at)}/tinjau?selesai=${said}`)

  async function decide(value: z.infer<typeof Act>) {
    switch (value.form) {
      case 'submit':
        return [await submitDraft({ ...at, digest: value.digest, note: value.note }, context.ports), 'submitted'] as const
      case 'return':
        return [await returnDraft({ ...at, reason: value.reason }, context.ports), 'returned'] as const
      case 'approve':
        return [await approveDraft({ ...at, digest: value.digest, note: value.note }, context.ports), 'approved'] as const
    }
  }
}

export default function ReviewPage() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const { names, paper, version, sheet, table, sop, decree } = page
  const home = `${homeOf(page)}/tinjau`
  const items = names.map((name) => ({
    href: `${home}?naskah=${name}${version === undefined ? '' : `&versi=${version}`}`,
    label: t(`authoring.paper.${name}`),
    current: name === paper,
  }))
  return (
    <StandardPage
      standard={page}
      tab="review"
      intro={
        <span className="cluster">
          {t('authoring.versionName', { number: page.number })} <WrittenStatus status={page.status} />
        </span>
      }
      done={page.done && t(`authoring.review.done.${page.done}`)}
    >
      {page.comparison ? (
        <Comparison comparison={page.comparison} title={t('authoring.changes.review')} />
      ) : (
        page.status !== 'published' && <p className="muted">{t('authoring.changes.first')}</p>
      )}
      <ReviewDecision page={page} answer={useActionData<typeof action>()} />
      <FindingsList findings={page.findings} definition={page.definition} home={homeOf(page)} />
      <section className="stack" aria-label={t('authoring.review.papers')}>
        <NavTabs label={t('authoring.review.papers')} items={items} />
        {page.status !== 'published' && <Banner title={t('authoring.review.preview')} />}
        <PapersWithin>
          {sheet && <ServiceSheet sheet={sheet} />}
          {table && <ComponentTable table={table} />}
          {sop && <SopPaper sop={sop} />}
          {decree && <DecreePaper decree={decree} />}
        </PapersWithin>
      </section>
      <Card title={t('authoring.acts.title')}>
        <ActsTimeline acts={page.acts} zone={page.zone} />
      </Card>
    </StandardPage>
  )
}
