import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { throwRefusal, valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { Card } from '#app/ui/card.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { readInstance } from '#app/use-cases/instances/read-instance.server.ts'
import { readOffice } from '#app/use-cases/instances/read-office.server.ts'
import { reportEvent } from '#app/use-cases/instances/report-event.server.ts'
import { formFacts } from '#engine'
import { personFiles } from './form/person-files.server.ts'
import { readStep } from './form/read-step.ts'
import { problemsAnswer, refusedAnswer, rowsAnswer } from './form/step-answer.server.ts'
import { TaskForm } from './form/task-form.tsx'
import { nodeOfWait, reportForm, reportView, waitOf } from './instance/report-view.server.ts'
import styles from './work.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

const whereOf = async ({ params, context }: LoaderFunctionArgs | ActionFunctionArgs) => ({
  visitor: await context.visitor(),
  agencyId: params.agency ?? '',
  instanceId: params.id ?? '',
})

export async function loader(args: LoaderFunctionArgs) {
  const { request, params, context } = args
  const { ports, locale } = context
  const input = await whereOf(args)
  const page = valueOrPage(await readInstance(input, ports), request)
  const wait = waitOf(page, params.wait ?? '')
  if (!wait || !page.reportable.includes(wait.waitId))
    throw redirect(`/kerja/permohonan/${input.agencyId}/${input.instanceId}?gagal=gone`)
  const office = valueOrPage(await readOffice(input, ports), request)
  return { view: reportView(page, wait, office, locale), formKey: ports.newSecret(16) }
}

export async function action(args: ActionFunctionArgs) {
  const { request, params, context } = args
  const { ports, locale } = context
  const t = translator(locale)
  const input = await whereOf(args)
  const page = valueOrPage(await readInstance(input, ports), request)
  // A wait that is over still has its form, so that what was typed can be shown again.
  const node = nodeOfWait(page, params.wait ?? '')
  if (node === null) return throwRefusal({ code: 'not-found' }, request)
  const files = personFiles(input, ports)
  const step = await readStep(await request.formData(), {
    form: reportForm(page.definition, node),
    node: null,
    facts: formFacts(page.definition, page.instance.state, node),
    store: files.store,
  })
  const stopped = files.stopped()
  if (stopped) return refusedAnswer(step, stopped, t, request)
  if (step.intent.kind === 'rows') return rowsAnswer(step)
  if (step.problems.length > 0) return problemsAnswer(step)
  const { data, reason } = step.submission
  const report = { ...input, waitId: params.wait ?? '', data, sameAs: step.sameAs, idempotencyKey: step.key }
  const result = await reportEvent(reason === undefined ? report : { ...report, note: reason }, ports)
  if (!result.ok) return refusedAnswer(step, result.refusal, t, request)
  return redirect(`/kerja/permohonan/${input.agencyId}/${input.instanceId}?selesai=reported`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.view.event} · ${data.view.title} · Baku` : 'Baku' },
]

export default function ReportPage() {
  const t = useT()
  const { view, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack stack--loose narrow">
      <PageHeader
        eyebrow={`${view.standardTitle} · ${t('work.number', { number: view.number })}`}
        title={view.event}
        description={view.title}
        breadcrumbs={[
          { label: t('work.instances.title'), href: '/kerja/permohonan' },
          { label: view.title, href: view.back },
          { label: t('work.wait.report') },
        ]}
      />
      <Card title={t('work.wait.report')}>
        {view.statement && <p className="task-statement">{view.statement}</p>}
        <DescriptionList items={view.waiting} />
        <p className="muted">{t('work.wait.reportHelp')}</p>
        <TaskForm
          step={view.step}
          values={answer?.values ?? view.initial}
          problems={answer?.problems}
          refused={answer?.refused}
          focus={answer?.focus}
          keys={{ key: answer?.key ?? formKey }}
          fileHref={(id) => `/berkas/${view.agencyId}/${id}`}
          submitLabel={t('work.wait.reportSubmit')}
          back={{ href: view.back, label: t('supervise.back') }}
          note={{ label: t('work.wait.note'), help: t('work.wait.noteHelp'), required: false }}
        />
      </Card>
    </div>
  )
}
