import { useFormat, useT } from '#app/i18n/react.tsx'
import { Badge, StatusBadge, type Tone } from '#app/ui/badge.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import { KnownData } from '#app/work/data-view.tsx'
import type { StepAnswer } from '#app/work/form/step-answer.server.ts'
import type { StepForm } from '#app/work/form/step-form.ts'
import { TaskForm } from '#app/work/form/task-form.tsx'
import { statusTone } from '#app/work/status.ts'
import type { TicketStanding, TicketView } from './ticket-view.server.ts'

export type TicketArticleProps = {
  view: TicketView
  here: string
  /** Opened by the code that was entered, which this browser keeps for a while. */
  own: boolean
  /** The code of a request just sent, to be kept by its sender. */
  code: string | null
  sent: boolean
  formKey: string
  now: number
  /** What a form of this page was answered; `unsent` is the form of a step that had passed. */
  answer: (StepAnswer & { taskId: string; unsent: StepForm | null }) | undefined
}

export function TicketArticle(props: TicketArticleProps) {
  const { view, here, own, code, sent, answer } = props
  const t = useT()
  const format = useFormat(view.zone)
  const fileHref = (id: string) => `${here}/berkas/${id}`
  return (
    <div className="stack stack--loose narrow">
      <PageHeader
        eyebrow={`${view.officeName} · ${t('work.number', { number: view.number })}`}
        title={view.title}
        description={<a href={`/standar/${view.agencyId}/${view.slug}/v/${view.version}`}>{view.standardTitle}</a>}
        actions={<StatusBadge tone={toneOf(view.standing)}>{t(`apply.status.${view.standing}`)}</StatusBadge>}
      />
      {code && <TicketCode code={code} />}
      {sent && <Banner tone="success" role="status" title={t('apply.ticket.sent')} />}
      {answer?.unsent && <Banner tone="warning" role="alert" title={answer.refused ?? t('work.task.unsent')} />}
      <Standing view={view} now={props.now} />
      {view.tasks.map((task) => (
        <OwnTask
          key={task.taskId}
          task={task}
          {...props}
          fileHref={fileHref}
          answer={answer?.taskId === task.taskId ? answer : undefined}
        />
      ))}
      {answer?.unsent && (
        <Card title={t('work.task.unsent')}>
          <p className="muted">{t('work.task.unsentHelp')}</p>
          <TaskForm step={answer.unsent} values={answer.values} keys={{ key: props.formKey }} fileHref={fileHref} preview />
        </Card>
      )}
      {view.results.length > 0 && (
        <Card title={t('apply.ticket.results')}>
          <KnownData sections={view.results} fileHref={fileHref} />
        </Card>
      )}
      <Card title={t('apply.ticket.progress')}>
        <Timeline items={view.progress.map(({ id, state, title, lane }) => ({ id, state, title, meta: lane }))} />
      </Card>
      <Card title={t('history.title')}>
        <Timeline
          items={view.steps.map(({ id, at, title, byApplicant, reason }) => ({
            id,
            state: 'done',
            title,
            meta: `${format.dateTime(at)} · ${byApplicant ? t('apply.ticket.you') : view.officeName}`,
            body: reason && <p className="quoted">{reason}</p>,
          }))}
        />
      </Card>
      {view.sent.length > 0 && (
        <Card title={t('apply.ticket.yours')}>
          <KnownData sections={view.sent} fileHref={fileHref} />
        </Card>
      )}
      {own && (
        <form method="post" action="/lacak" className="no-print">
          <input type="hidden" name="form" value="forget" />
          <p className="muted small">{t('apply.ticket.closeHelp')}</p>
          <Button variant="quiet" icon="lock">
            {t('apply.ticket.close')}
          </Button>
        </form>
      )}
    </div>
  )
}

function TicketCode({ code }: { code: string }) {
  const t = useT()
  return (
    <section className="ticket-code" aria-labelledby="ticket-code-title">
      <h2 id="ticket-code-title">{t('apply.code.title')}</h2>
      <p>{t('apply.code.what')}</p>
      <p className="ticket-code__code" translate="no">
        {code}
      </p>
      <ul>
        <li>{t('apply.code.keep')}</li>
        <li>{t('apply.code.use')}</li>
        <li>{t('apply.code.secret')}</li>
      </ul>
    </section>
  )
}

const toneOf = (standing: TicketStanding): Tone => {
  if (standing === 'suspended' || standing === 'asked') return 'warning'
  return standing === 'outside' || standing === 'time' ? 'info' : statusTone[standing]
}

function Standing({ view, now }: { view: TicketView; now: number }) {
  const t = useT()
  const format = useFormat(view.zone)
  return (
    <Card title={t('apply.ticket.where')}>
      <p className="task-statement">
        {t(view.standing === 'rejected' && view.refusedBecause ? 'apply.standing.refused' : `apply.standing.${view.standing}`)}
      </p>
      {view.refusedBecause && <p className="quoted">{view.refusedBecause}</p>}
      {view.suspended && <p className="quoted">{view.suspended.reason}</p>}
      {view.cancelReason && <p className="quoted">{view.cancelReason}</p>}
      <DescriptionList
        items={[
          ...view.waiting
            .filter(({ forApplicant }) => !forApplicant)
            .map(({ title, since }) => ({
              term: t('apply.ticket.now'),
              details: (
                <>
                  {title}
                  {since !== null && <span className="muted"> {t('apply.ticket.since', { at: format.dateTime(since) })}</span>}
                </>
              ),
            })),
          ...view.waits.map((wait) => ({
            term: t(wait.kind === 'call' ? 'apply.ticket.now' : 'apply.ticket.waiting'),
            details: <Waiting wait={wait} zone={view.zone} />,
          })),
          { term: t('work.task.due'), details: !view.suspended && view.dueText && <Due view={view} now={now} /> },
          {
            term: t('work.instance.clock'),
            details: view.suspended ? t('apply.ticket.stopped') : view.paused ? t(pausedFor(view)) : null,
          },
          {
            term: t('work.instance.reopened'),
            details: view.reopened > 0 ? t('work.instance.reopenedTimes', { count: view.reopened }) : null,
          },
          { term: t('apply.ticket.startedAt'), details: format.dateTime(view.startedAt) },
          { term: t('work.instance.ended'), details: view.endedAt === null ? null : format.dateTime(view.endedAt) },
        ]}
      />
    </Card>
  )
}

/** A promise that was not kept is said, with what can be done about it. */
function Due({ view: { dueText, dueAt, paused, agencyId, slug }, now }: { view: TicketView; now: number }) {
  const t = useT()
  const late = dueAt !== null && dueAt < now && !paused
  return (
    <>
      {late && <StatusBadge tone="danger">{t('work.due.late')}</StatusBadge>}
      <p>{dueText}</p>
      {late && (
        <p>
          {t('apply.ticket.late')} <a href={`/standar/${agencyId}/${slug}`}>{t('apply.ticket.channels')}</a>
        </p>
      )}
    </>
  )
}

/** The clock may stand still for the applicant, or for what comes from outside. */
const pausedFor = ({ tasks }: TicketView) => (tasks.length > 0 ? 'apply.ticket.paused' : 'apply.ticket.pausedOutside')

function Waiting({ wait, zone }: { wait: TicketView['waits'][number]; zone: string }) {
  const t = useT()
  const format = useFormat(zone)
  const until =
    wait.until === null ? '' : t(wait.event ? 'work.wait.atMost' : 'work.wait.until', { at: format.dateTime(wait.until) })
  return (
    <>
      {wait.event ?? wait.title}
      <span className="muted">
        {' '}
        {[t('apply.ticket.since', { at: format.dateTime(wait.since) }), until].filter(Boolean).join('. ')}
      </span>
    </>
  )
}

type Own = TicketArticleProps & { task: TicketView['tasks'][number]; fileHref(id: string): string }

function OwnTask({ task, formKey, answer, fileHref }: Own) {
  const t = useT()
  return (
    <Card
      title={task.activity}
      actions={task.round > 1 ? <Badge tone="warning">{t('work.round', { round: task.round })}</Badge> : undefined}
    >
      {task.statement && <p>{task.statement}</p>}
      {task.sentBack && (
        <Banner tone="warning" title={task.sentBack.title}>
          <p className="quoted">{task.sentBack.reason}</p>
        </Banner>
      )}
      {task.dueText && <p className="muted">{task.dueText}</p>}
      <TaskForm
        step={task.step}
        values={answer?.values ?? task.initial}
        problems={answer?.problems}
        refused={answer?.refused}
        focus={answer?.focus}
        keys={{ key: answer?.key ?? formKey }}
        fileHref={fileHref}
      >
        <input type="hidden" name="task" value={task.taskId} />
      </TaskForm>
    </Card>
  )
}
