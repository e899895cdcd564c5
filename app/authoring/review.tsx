import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { formRefused, valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
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
import { readThreads } from '#app/use-cases/comments/read-threads.server.ts'
import { approveDraft } from '#app/use-cases/definitions/approve-draft.server.ts'
import { readReview } from '#app/use-cases/definitions/read-review.server.ts'
import { returnDraft } from '#app/use-cases/definitions/return-draft.server.ts'
import { submitDraft } from '#app/use-cases/definitions/submit-draft.server.ts'
import { componentTable, type Definition, decreePaper, type Publication, serviceSheet, sopPaper } from '#engine'
import { ActsTimeline } from './acts-timeline.tsx'
import { addressOf } from './builder/checks/place.ts'
import { commentAct } from './comments/comment-act.server.ts'
import { commentForms, isCommentForm } from './comments/forms.ts'
import { type CommentFilter, commentFilters, ReviewComments } from './comments/review-comments.tsx'
import { readTopicKey, topicKey } from './comments/topic.ts'
import { comparisonOf } from './comparison.server.ts'
import { Comparison } from './comparison.tsx'
import { FindingsList } from './findings-list.tsx'
import { authoringLinks } from './links.ts'
import { doneAt, standardPlace, versionNumber } from './place.server.ts'
import { ReadinessMeter } from './readiness/meter.tsx'
import { ReviewDecision } from './review-decision.tsx'
import { homeOf, StandardPage } from './standard-page.tsx'
import { WrittenStatus } from './version-status.tsx'

export const links = () => [...authoringLinks(), { rel: 'stylesheet', href: papers }]
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.title} · ${data.agencyName}` : 'Baku' }]
const done = ['submitted', 'returned', 'approved', 'agreed'] as const
const said = commentForms.map((form) => `comment-${form}` as const)
const paperNames = ['lembar', 'komponen', 'sop', 'sk'] as const

export async function loader(args: LoaderFunctionArgs) {
  const { agencyId, slug, visitor } = await standardPlace(args)
  const params = new URL(args.request.url).searchParams
  const version = versionNumber(params.get('versi'))
  const { ports } = args.context
  const [review, talk] = await Promise.all([
    readReview({ agencyId, slug, visitor, version }, ports),
    readThreads({ agencyId, slug, visitor }, ports),
  ])
  const page = valueOrPage(review, args.request)
  const { definition, inForce, profile, office, ...rest } = page
  const t = translator(args.context.locale)
  const named = (text: { number: number; definition: Definition }) => ({
    name: t('versions.name.version', { number: text.number }),
    definition: text.definition,
  })
  const service = definition.identity.kind === 'service'
  const names = paperNames.filter((name) => (name === 'lembar' ? service : name !== 'sk' || definition.decree !== null))
  const paper = names.find((name) => name === params.get('naskah')) ?? names[0] ?? 'sop'
  // A draft has no standing yet; the page says so above the paper, and the paper shows no decree.
  const status = page.status === 'approved' ? 'approved' : 'published'
  const publication: Publication = { status, version: page.number, digest: page.digest, decree: null, supersededBy: null, office }
  return {
    ...{
      agencyId,
      slug,
      ...rest,
      names,
      paper,
      version,
      title: definition.identity.title,
      done: doneAt(args.request, [...done, ...said]),
    },
    // Who performs steps reads the papers, and not what was said about the draft.
    talk: talk.ok ? { threads: talk.value.threads ?? [], mayComment: talk.value.mayComment } : null,
    filter: commentFilters.find((one) => one === params.get('komentar')) ?? 'terbuka',
    topic: params.get('tempat') ? topicOrNull(params.get('tempat') ?? '') : null,
    definition,
    comparison: inForce && comparisonOf(named(inForce), named({ number: page.number, definition }), profile.papers),
    sheet: paper === 'lembar' ? serviceSheet(definition, publication, profile) : null,
    table: paper === 'komponen' ? componentTable(definition, publication, profile) : null,
    sop: paper === 'sop' ? sopPaper(definition, publication, profile) : null,
    decree: paper === 'sk' ? decreePaper(definition, publication, profile) : null,
  }
}

function topicOrNull(text: string): string | null {
  const topic = readTopicKey(text)
  return topic && topicKey(topic)
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
  if (isCommentForm(typed.form)) {
    const talked = await commentAct(typed, at, context.ports)
    if (!talked.ok) return formRefused(typed.form, typed, talked.refusal, request)
    return redirect(`${homeOf(at)}/tinjau?selesai=comment-${typed.form}${kept(request)}#utas-${talked.value.thread}`)
  }
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
      case 'approve': {
        const approved = await approveDraft({ ...at, digest: value.digest, note: value.note }, context.ports)
        return [approved, approved.ok && approved.value.waiting.length > 0 ? 'agreed' : 'approved'] as const
      }
    }
  }
}

/** What of the address stays as it is when a comment was sent. */
function kept(request: Request): string {
  const params = new URL(request.url).searchParams
  return ['versi', 'naskah', 'komentar', 'tempat']
    .map((name) => (params.get(name) ? `&${name}=${encodeURIComponent(params.get(name) ?? '')}` : ''))
    .join('')
}

const sayDone = (done: string, t: ReturnType<typeof useT>): string => {
  const form = commentForms.find((one) => done === `comment-${one}`)
  return form ? t(`comments.done.${form}`) : t(`authoring.review.done.${done as 'submitted'}`)
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
  const answer = useActionData<typeof action>()
  const chosen = [`naskah=${paper}`, ...(version === undefined ? [] : [`versi=${version}`])]
  const commentsAt = (filter: CommentFilter) => `${home}?${[...chosen, `komentar=${filter}`].join('&')}#komentar`
  return (
    <StandardPage
      standard={page}
      tab="review"
      intro={
        <span className="cluster">
          {t('authoring.versionName', { number: page.number })} <WrittenStatus status={page.status} />
        </span>
      }
      done={page.done && sayDone(page.done, t)}
    >
      {page.comparison ? (
        <Comparison comparison={page.comparison} title={t('authoring.changes.review')} />
      ) : (
        page.status !== 'published' && <p className="muted">{t('authoring.changes.first')}</p>
      )}
      <ReviewDecision page={page} answer={answer} />
      <Card title={t('builder.ready.title')}>
        <ReadinessMeter
          parts={page.readiness}
          missing={{ definition: page.definition, addressOf: (finding) => addressOf(finding, page.definition, homeOf(page)) }}
        />
      </Card>
      <FindingsList findings={page.findings} definition={page.definition} home={homeOf(page)} />
      <div className={page.talk ? 'review-columns' : undefined}>
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
        {page.talk && (
          <ReviewComments
            {...page.talk}
            definition={page.definition}
            zone={page.zone}
            filter={page.filter}
            topic={page.topic}
            addressOf={commentsAt}
            answer={answer && isCommentForm(answer.form) ? answer : undefined}
          />
        )}
      </div>
      <Card title={t('authoring.acts.title')}>
        <ActsTimeline acts={page.acts} zone={page.zone} />
      </Card>
    </StandardPage>
  )
}
