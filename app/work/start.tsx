import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { throwRefusal, valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { admit } from '#app/policy.ts'
import { Card } from '#app/ui/card.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { readStart } from '#app/use-cases/instances/read-start.server.ts'
import { firstValues } from './form/form-values.ts'
import { sendStart, startNamed } from './form/send-start.server.ts'
import { stepFormOf } from './form/step-form.ts'
import { TaskForm } from './form/task-form.tsx'
import styles from './work.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

async function startAt({ request, params, context }: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>) {
  const input = {
    visitor: await context.visitor(),
    agencyId: params.agency ?? '',
    slug: params.slug ?? '',
    as: 'staff' as const,
    ...startNamed(request),
  }
  if (input.visitor.kind === 'anonymous') throwRefusal({ code: 'not-signed-in' }, request)
  const asked = admit(input.visitor, 'instance.start', { agencyId: input.agencyId })
  if (!asked.ok) throwRefusal(asked.refusal, request)
  return valueOrPage(await readStart(input, context.ports), request)
}

export async function loader(args: LoaderFunctionArgs) {
  const { params, context } = args
  const page = await startAt(args)
  const { definition, node, facts, seats, office, form } = page
  return {
    title: definition.identity.title,
    officeName: office.name,
    sheet: `/standar/${params.agency}/${params.slug}`,
    activity: node.activity,
    statement: node.statement ?? null,
    step: stepFormOf({ definition, node, facts, seats, office, locale: context.locale }),
    initial: firstValues(form, {}, []),
    keys: { key: context.ports.newSecret(16), uploadKey: context.ports.newSecret(16) },
  }
}

export async function action(args: ActionFunctionArgs) {
  const sent = await sendStart(args, await startAt(args), 'staff')
  if ('answer' in sent) return sent.answer
  const { agencyId, instanceId, number, ticket } = sent.started
  const href = `/kerja/permohonan/${agencyId}/${instanceId}?selesai=started`
  if (ticket === null) return redirect(href)
  // Shown here and nowhere else: the code must not stand in an address, and nobody keeps it.
  return data({ form: 'handOver' as const, ticket, number, href }, { status: 201, headers: { 'Cache-Control': 'no-store' } })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.activity} · ${page.title} · Baku` : 'Baku' },
]

export default function StartPage() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const started = answered?.form === 'handOver' ? answered : null
  const answer = answered?.form === 'step' ? answered : null
  return (
    <div className="stack stack--loose">
      <PageHeader
        eyebrow={page.title}
        title={page.activity}
        description={page.officeName}
        breadcrumbs={[{ label: t('work.start.title'), href: '/kerja/mulai' }, { label: page.title }]}
        actions={<a href={page.sheet}>{t('work.start.sheet')}</a>}
      />
      {started && (
        <Card title={t('apply.handOver.title', { number: started.number })}>
          <p className="ticket-code__code" translate="no">
            {started.ticket}
          </p>
          <p>{t('apply.handOver.what')}</p>
          <a href={started.href}>{t('apply.handOver.open')}</a>
        </Card>
      )}
      {!started && (
        <div className="work-columns__main stack">
          {page.statement && <p className="task-statement">{page.statement}</p>}
          <Card title={t('work.task.form')}>
            <TaskForm
              step={page.step}
              values={answer?.values ?? page.initial}
              problems={answer?.problems}
              refused={answer?.refused}
              focus={answer?.focus}
              keys={{ key: answer?.key ?? page.keys.key, uploadKey: answer?.uploadKey ?? page.keys.uploadKey }}
            />
          </Card>
        </div>
      )}
    </div>
  )
}
