import { answerFor, FormErrors, type FormView, LongField, SelectField } from '#app/account/form-fields.tsx'
import type { FormAnswer } from '#app/answer.server.ts'
import { useFormat, useT } from '#app/i18n/react.tsx'
import { anyParams, type RefusalCode } from '#app/refusals.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { DataItems, KnownData } from './data-view.tsx'
import { Deadline } from './deadline.tsx'
import type { StepAnswer } from './form/step-answer.server.ts'
import { TaskForm } from './form/task-form.tsx'
import { HistoryList } from './history-list.tsx'
import { Joint } from './instance/joint.tsx'
import type { TaskView } from './task-view.server.ts'

type Answer = StepAnswer | FormAnswer | { form: 'act'; code: RefusalCode } | undefined
export type TaskArticleProps = {
  view: TaskView
  formKey: string
  now: number
  notice: 'drafted' | 'claimed' | 'released' | 'reassigned' | null
  /** Number of the version in force that the reader has not said to have read. */
  unread: number | null
  answer: Answer
}

const isStep = (answer: Answer): answer is StepAnswer => answer?.form === 'step'

export function TaskArticle({ view, formKey, now, notice, unread, answer }: TaskArticleProps) {
  const t = useT()
  const stepAnswer = isStep(answer) ? answer : null
  const unsent = stepAnswer?.values ?? view.kept
  const fileHref = (id: string) => `/berkas/${view.agencyId}/${id}`
  return (
    <div className="stack stack--loose">
      <PageHeader
        eyebrow={`${view.standardTitle} · ${t('work.number', { number: view.number })}`}
        title={view.activity}
        description={view.instanceTitle}
        breadcrumbs={[{ label: t('work.inbox.title'), href: '/kerja' }, { label: view.activity }]}
        actions={<TaskActs view={view} formKey={formKey} />}
      />
      {notice && <Banner tone="success" role="status" title={t(`work.notice.${notice}`)} />}
      {unread !== null && !view.closed && <UnreadStandard view={view} number={unread} />}
      {answer && answer.form === 'act' && 'code' in answer && <ActRefused code={answer.code} />}
      {stepAnswer?.refused && !view.step && <Banner tone="warning" role="alert" title={stepAnswer.refused} />}
      <div className="work-columns">
        <div className="stack stack--loose work-columns__main">
          <Circumstances view={view} />
          <SentBack view={view} />
          <Instruction view={view} />
          <Todo view={view} now={now} />
          {view.closed && <Closed view={view} />}
          {!view.closed && !view.step && view.suspended === null && (
            <Banner title={t(whyNot(view), { name: view.claimedBy ?? '' })} />
          )}
          {view.step && view.initial && (
            <Card title={t('work.task.form')}>
              {view.draftAt !== null && !stepAnswer && <Draft at={view.draftAt} zone={view.zone} />}
              <TaskForm
                step={view.step}
                values={stepAnswer?.values ?? view.initial}
                problems={stepAnswer?.problems}
                refused={stepAnswer?.refused}
                focus={stepAnswer?.focus}
                keys={{ key: stepAnswer?.key ?? formKey }}
                fileHref={fileHref}
                draft
              />
            </Card>
          )}
          {unsent && view.unsent && (
            <Card title={t('work.task.unsent')}>
              <p className="muted">{t('work.task.unsentHelp')}</p>
              <TaskForm step={view.unsent} values={unsent} keys={{ key: formKey }} fileHref={fileHref} preview />
            </Card>
          )}
          {view.mayAct && <HandOver view={view} formKey={formKey} answer={answer} />}
          {view.successors && <Reassign view={view} formKey={formKey} successors={view.successors} answer={answer} />}
        </div>
        <div className="stack stack--loose work-columns__side">
          <Card title={t('work.data.title')}>
            {view.changedCount > 0 && <p className="muted">{t('work.data.changedHelp')}</p>}
            {view.sections.length === 0 ? (
              <p className="muted">{t('work.data.none')}</p>
            ) : (
              <KnownData sections={view.sections} fileHref={fileHref} />
            )}
          </Card>
          <Card title={t('history.title')}>
            <HistoryList lines={view.history} />
          </Card>
        </div>
      </div>
    </div>
  )
}

function TaskActs({ view, formKey }: { view: TaskView; formKey: string }) {
  const t = useT()
  return (
    <>
      {view.mayAct && (
        <form method="post">
          <input type="hidden" name="form" value={view.claimedByMe ? 'release' : 'claim'} />
          <input type="hidden" name="key" value={`${formKey}.claim`} />
          <Button>{t(view.claimedByMe ? 'work.act.release' : 'work.act.claim')}</Button>
        </form>
      )}
      <a href={`/kerja/permohonan/${view.agencyId}/${view.instanceId}`}>{t('work.task.request')}</a>
    </>
  )
}

function ActRefused({ code }: { code: RefusalCode }) {
  const t = useT()
  return <Banner tone="warning" role="alert" title={t(`errors.refusal.${code}`, anyParams)} />
}

function whyNot({ partDone, claimedBy }: TaskView) {
  if (partDone) return 'work.task.partDone'
  return claimedBy ? 'work.task.takenByOther' : 'work.task.notYours'
}

/** What holds for whoever opens the task: that it rests, or in whose name they act. */
function Circumstances({ view: { suspended, onBehalf } }: { view: TaskView }) {
  const t = useT()
  return (
    <>
      {suspended !== null && (
        <Banner tone="warning" title={t('work.suspended.title')}>
          <p>{t('work.suspended.what')}</p>
          <p className="quoted">{suspended}</p>
        </Banner>
      )}
      {onBehalf && (
        <Banner title={t('work.task.onBehalf', onBehalf)}>
          <p>{t('work.task.onBehalfHelp')}</p>
        </Banner>
      )}
    </>
  )
}

function SentBack({ view: { sentBack, round, zone } }: { view: TaskView }) {
  const _t = useT()
  const format = useFormat(zone)
  if (!sentBack) return null
  return (
    <Banner tone={round > 1 ? 'warning' : 'info'} title={sentBack.title}>
      <p className="quoted">{sentBack.reason}</p>
      <p className="small">
        {sentBack.by} · {format.dateTime(sentBack.at)}
      </p>
    </Banner>
  )
}

function Instruction({ view: { instruction } }: { view: TaskView }) {
  const t = useT()
  if (!instruction) return null
  return (
    <Banner title={t('work.task.instruction')}>
      <p className="quoted">{instruction.text}</p>
      {instruction.by && <p className="small">{instruction.by}</p>}
    </Banner>
  )
}

function Todo({ view, now }: { view: TaskView; now: number }) {
  const t = useT()
  const format = useFormat(view.zone)
  const list = (items: readonly string[]) =>
    items.length === 0 ? null : items.length === 1 ? (
      items[0]
    ) : (
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    )
  return (
    <Card title={t('work.task.todo')}>
      {view.statement && <p className="task-statement">{view.statement}</p>}
      <DescriptionList
        items={[
          { term: t('work.task.requirements'), details: list(view.requirements) },
          { term: t('work.task.output'), details: list(view.output) },
          { term: t('work.task.remark'), details: view.remark },
          { term: t('work.task.promise'), details: view.promise },
          {
            term: t('work.task.due'),
            details:
              view.deadline.at === null ? (
                view.dueAt === null ? (
                  t('work.due.none')
                ) : (
                  format.dateTime(view.dueAt)
                )
              ) : (
                <Deadline deadline={view.deadline} zone={view.zone} now={now} />
              ),
          },
          { term: t('work.will.title'), details: list(view.consequences) },
          {
            term: t('work.joint.title'),
            details: view.joint && <Joint joint={view.joint} />,
          },
          {
            term: t('work.task.round'),
            details: view.round > 1 ? <Badge tone="warning">{t('work.round', { round: view.round })}</Badge> : null,
          },
          { term: t('work.task.takenBy'), details: view.claimedBy },
        ]}
      />
    </Card>
  )
}

function Closed({ view }: { view: TaskView }) {
  const t = useT()
  const format = useFormat(view.zone)
  const { closed } = view
  if (!closed) return null
  const withdrawn = view.status === 'withdrawn'
  return (
    <Card title={t(withdrawn ? 'work.task.withdrawn' : 'work.task.closed')}>
      {closed.because && <p>{closed.because}</p>}
      <DescriptionList
        items={[
          { term: t('work.task.doneBy'), details: closed.by },
          { term: t('work.task.doneAt'), details: closed.at === null ? null : format.dateTime(closed.at) },
          { term: t('work.form.outcome'), details: closed.outcome },
          { term: t('work.form.reason'), details: closed.reason && <span className="quoted">{closed.reason}</span> },
        ]}
      />
      {closed.items.length > 0 && <DataItems items={closed.items} fileHref={(id) => `/berkas/${view.agencyId}/${id}`} />}
    </Card>
  )
}

function Draft({ at, zone }: { at: number; zone: string }) {
  const t = useT()
  const format = useFormat(zone)
  return <p className="muted">{t('work.task.draftFrom', { at: format.dateTime(at) })}</p>
}

function HandOver({ view, formKey, answer }: { view: TaskView; formKey: string; answer: Answer }) {
  const t = useT()
  const refused = answer && answer.form === 'delegate' ? answerFor('delegate', answer) : undefined
  const form: FormView = {
    form: 'delegate',
    initial: {},
    answer: refused,
    labels: { to: t('work.delegate.to'), reason: t('work.delegate.reason') },
  }
  if (view.colleagues.length === 0) return null
  return (
    <Disclosure summary={t('work.delegate.title')} open={refused !== undefined}>
      <p className="muted">{t('work.delegate.help')}</p>
      <FormErrors view={form} />
      <form method="post" className="form">
        <input type="hidden" name="form" value="delegate" />
        <input type="hidden" name="key" value={`${formKey}.delegate`} />
        <SelectField view={form} name="to" required options={view.colleagues} placeholder={t('common.choose')} />
        <LongField view={form} name="reason" required rows={2} help={t('work.delegate.reasonHelp')} />
        <div className="form__actions">
          <Button>{t('work.delegate.submit')}</Button>
        </div>
      </form>
    </Disclosure>
  )
}

type Reassigning = { view: TaskView; formKey: string; successors: TaskView['colleagues']; answer: Answer }

function Reassign({ view, formKey, successors, answer }: Reassigning) {
  const t = useT()
  const refused = answer && answer.form === 'reassign' ? answerFor('reassign', answer) : undefined
  const form: FormView = {
    form: 'reassign',
    initial: {},
    answer: refused,
    labels: { to: t('work.delegate.to'), reason: t('work.delegate.reason') },
  }
  const release = view.taken ? [{ value: 'release', label: t('work.reassign.release') }] : []
  const options = [...release, ...successors]
  if (options.length === 0) return null
  return (
    <Disclosure summary={t('work.reassign.title')} open={refused !== undefined}>
      <p className="muted">{t('work.reassign.help')}</p>
      <FormErrors view={form} />
      <form method="post" className="form">
        <input type="hidden" name="form" value="reassign" />
        <input type="hidden" name="key" value={`${formKey}.reassign`} />
        <SelectField view={form} name="to" required options={options} placeholder={t('common.choose')} />
        <LongField view={form} name="reason" required rows={2} help={t('work.delegate.reasonHelp')} />
        <div className="form__actions">
          <Button>{t('work.reassign.submit')}</Button>
        </div>
      </form>
    </Disclosure>
  )
}

/** A quiet word that the version in force is to be read; nothing waits for it. */
function UnreadStandard({ view, number }: { view: TaskArticleProps['view']; number: number }) {
  const t = useT()
  return (
    <Banner title={t('readings.banner', { number })}>
      <p>
        <LinkButton size="small" icon="book" href={`/kerja/baca/${view.agencyId}/${view.slug}`}>
          {t('readings.open')}
        </LinkButton>
      </p>
    </Banner>
  )
}
