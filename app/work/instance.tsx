import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerFor, FormErrors, type FormView, LongField } from '#app/account/form-fields.tsx'
import { formRefused, throwRefusal, valueOrPage } from '#app/answer.server.ts'
import { useFormat, useT } from '#app/i18n/react.tsx'
import { type Typed, typedValues } from '#app/read-form.ts'
import { StatusBadge } from '#app/ui/badge.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import { cancelInstance } from '#app/use-cases/instances/cancel-instance.server.ts'
import { readInstance } from '#app/use-cases/instances/read-instance.server.ts'
import { readOffice } from '#app/use-cases/instances/read-office.server.ts'
import { resolveIncident } from '#app/use-cases/instances/resolve-incident.server.ts'
import type { InstanceRefusal } from '#app/use-cases/instances/run-command.server.ts'
import { FileLinks, KnownData } from './data-view.tsx'
import { HistoryList } from './history-list.tsx'
import { instanceView } from './instance-view.server.ts'
import { statusTone } from './status.ts'
import styles from './work.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

const notices = ['started', 'resolved', 'cancelled'] as const

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { ports, locale } = context
  const input = { visitor: await context.visitor(), agencyId: params.agency ?? '', instanceId: params.id ?? '' }
  const page = valueOrPage(await readInstance(input, ports), request)
  const office = valueOrPage(await readOffice(input, ports), request)
  const done = new URL(request.url).searchParams.get('selesai')
  return { view: instanceView(page, office, locale), now: ports.now(), notice: notices.find((name) => name === done) ?? null }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const typed = typedValues(await request.formData())
  const input = { visitor: await context.visitor(), agencyId: params.agency ?? '', instanceId: params.id ?? '' }
  const reason = String(typed.reason ?? '')
  const here = `/kerja/permohonan/${input.agencyId}/${input.instanceId}`
  if (typed.form === 'cancel') {
    const result = await cancelInstance({ ...input, reason }, context.ports)
    return result.ok ? redirect(`${here}?selesai=cancelled`) : refused('cancel', typed, result.refusal, request)
  }
  const edgeId = String(typed.edge ?? '')
  const result = await resolveIncident({ ...input, edgeId, reason }, context.ports)
  return result.ok ? redirect(`${here}?selesai=resolved`) : refused('resolve', typed, result.refusal, request)
}

/** The engine's refusals of these two forms, each at its field. */
function refused(form: string, typed: Typed, refusal: InstanceRefusal, request: Request) {
  switch (refusal.code) {
    case 'reason-required':
      return formRefused(form, typed, { code: 'invalid', errors: [{ path: 'reason', code: 'required' }] }, request)
    case 'reason-too-long':
      return formRefused(
        form,
        typed,
        { code: 'invalid', errors: [{ path: 'reason', code: 'too-long', params: { max: refusal.max } }] },
        request,
      )
    case 'unknown-edge':
      return formRefused(form, typed, { code: 'invalid', errors: [{ path: 'edge', code: 'required' }] }, request)
    case 'not-found':
    case 'not-signed-in':
    case 'not-allowed':
      return throwRefusal(refusal, request)
    default:
      return formRefused(form, typed, { code: 'conflict', what: refusal.code }, request)
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.view.title} · Baku` : 'Baku' }]

export default function InstanceRoute() {
  const t = useT()
  const { view, now, notice } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const format = useFormat(view.zone)
  const fileHref = (id: string) => `/berkas/${view.agencyId}/${id}`
  const late = view.dueAt !== null && view.status === 'running' && view.dueAt < now
  return (
    <div className="stack stack--loose">
      <PageHeader
        eyebrow={`${view.standardTitle} · ${t('work.number', { number: view.number })}`}
        title={view.title}
        breadcrumbs={[{ label: t('work.instances.title'), href: '/kerja/permohonan' }, { label: view.title }]}
        actions={
          <StatusBadge tone={view.incidents.length > 0 ? 'danger' : statusTone[view.status]}>
            {t(view.incidents.length > 0 ? 'work.status.incident' : `work.status.${view.status}`)}
          </StatusBadge>
        }
      />
      {notice && <Banner tone="success" role="status" title={t(`work.notice.${notice}`)} />}
      {view.incidents.map((incident) => (
        <Banner key={incident.key} tone="danger" title={t('incident.title', { step: incident.step })}>
          <p>{t(`incident.${incident.code}`)}</p>
          {incident.missing.length > 0 && <p>{t('incident.missing', { fields: incident.missing.join(', ') })}</p>}
        </Banner>
      ))}
      {view.mayResolve && view.incidents.map(({ key, exits }) => <Resolve key={key} exits={exits} answer={answer} />)}
      <div className="work-columns">
        <div className="stack stack--loose work-columns__main">
          <Card title={t('work.instance.progress')}>
            <Timeline
              items={view.progress.map((step) => ({
                id: step.id,
                state: step.state,
                title: step.taskId ? <a href={`/kerja/tugas/${view.agencyId}/${step.taskId}`}>{step.title}</a> : step.title,
                meta: [step.lane, step.note].filter(Boolean).join(' · '),
              }))}
            />
          </Card>
          <Card title={t('work.data.title')}>
            {view.sections.length === 0 ? (
              <p className="muted">{t(view.withheld ? 'work.data.withheld' : 'work.data.none')}</p>
            ) : (
              <KnownData sections={view.sections} fileHref={fileHref} />
            )}
          </Card>
          {view.files.length > 0 && (
            <Card title={t('work.instance.files')}>
              <FileLinks files={view.files} fileHref={fileHref} />
            </Card>
          )}
        </div>
        <div className="stack stack--loose work-columns__side">
          <Card title={t('work.instance.about')}>
            <DescriptionList
              items={[
                { term: t('work.instances.started'), details: format.dateTime(view.startedAt) },
                { term: t('work.instance.by'), details: view.starter },
                {
                  term: t('work.task.due'),
                  details: view.dueText && (
                    <>
                      {late && <StatusBadge tone="danger">{t('work.due.late')}</StatusBadge>}
                      <p>{view.dueText}</p>
                    </>
                  ),
                },
                { term: t('work.instance.clock'), details: view.paused ? t('work.instance.paused') : null },
                { term: t('work.instance.ended'), details: view.endedAt === null ? null : format.dateTime(view.endedAt) },
                {
                  term: t('work.instance.version'),
                  details: (
                    <a href={`/standar/${view.agencyId}/${view.slug}/v/${view.version}`}>
                      {t('work.instance.versionNumber', { number: view.version })}
                    </a>
                  ),
                },
              ]}
            />
          </Card>
          <Card title={t('history.title')}>
            <HistoryList lines={view.history} />
          </Card>
          {view.mayCancel && <Cancel answer={answer} />}
        </div>
      </div>
    </div>
  )
}

type Answer = ReturnType<typeof useActionData<typeof action>>

function Resolve({ exits, answer }: { exits: readonly { value: string; label: string }[]; answer: Answer }) {
  const t = useT()
  const form: FormView = {
    form: 'resolve',
    initial: {},
    answer: answerFor('resolve', answer),
    labels: { edge: t('work.resolve.way'), reason: t('work.form.reason') },
  }
  const chosen = form.answer?.typed.edge
  return (
    <Card title={t('work.resolve.title')}>
      <p className="muted">{t('work.resolve.help')}</p>
      <FormErrors view={form} />
      <form method="post" className="form">
        <input type="hidden" name="form" value="resolve" />
        <RadioGroup
          id="resolve-edge"
          name="edge"
          label={t('work.resolve.way')}
          required
          options={exits}
          value={typeof chosen === 'string' ? chosen : null}
        />
        <LongField view={form} name="reason" required rows={3} />
        <div className="form__actions">
          <Button variant="primary">{t('work.resolve.submit')}</Button>
        </div>
      </form>
    </Card>
  )
}

function Cancel({ answer }: { answer: Answer }) {
  const t = useT()
  const form: FormView = {
    form: 'cancel',
    initial: {},
    answer: answerFor('cancel', answer),
    labels: { reason: t('work.form.reason') },
  }
  return (
    <Disclosure summary={t('work.cancel.title')} open={form.answer !== undefined}>
      <p className="muted">{t('work.cancel.help')}</p>
      <FormErrors view={form} />
      <form method="post" className="form">
        <input type="hidden" name="form" value="cancel" />
        <LongField view={form} name="reason" required rows={3} />
        <div className="form__actions">
          <Button variant="danger">{t('work.cancel.submit')}</Button>
        </div>
      </form>
    </Disclosure>
  )
}
