import type { FormAnswer } from '#app/answer.server.ts'
import { useFormat, useT } from '#app/i18n/react.tsx'
import { StatusBadge } from '#app/ui/badge.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Card } from '#app/ui/card.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import { FileLinks, KnownData } from '../data-view.tsx'
import { Deadline } from '../deadline.tsx'
import { HistoryList } from '../history-list.tsx'
import type { InstanceView } from '../instance-view.server.ts'
import { statusNow, statusTone } from '../status.ts'
import type { Act } from '../supervision/acts.ts'
import { ActsMenu } from '../supervision/acts-menu.tsx'
import { Incidents } from './incidents.tsx'
import { Standing } from './standing.tsx'

export type InstanceArticleProps = {
  view: InstanceView
  formKey: string
  now: number
  notice: 'started' | 'resolved' | 'reported' | Act | null
  /** What the reader wanted to do cannot be done as the request stands. */
  gone: boolean
  answer: FormAnswer | undefined
}

export function InstanceArticle({ view, formKey, now, notice, gone, answer }: InstanceArticleProps) {
  const t = useT()
  const fileHref = (id: string) => `/berkas/${view.agencyId}/${id}`
  return (
    <div className="stack stack--loose">
      <PageHeader
        eyebrow={`${view.standardTitle} · ${t('work.number', { number: view.number })}`}
        title={view.title}
        breadcrumbs={[{ label: t('work.instances.title'), href: '/kerja/permohonan' }, { label: view.title }]}
        actions={<Status view={view} />}
      />
      {notice && <Banner tone="success" role="status" title={t(`work.notice.${notice}`)} />}
      {gone && <Banner tone="warning" role="alert" title={t('supervise.gone')} />}
      <Suspended view={view} />
      <Incidents incidents={view.incidents} mayResolve={view.mayResolve} formKey={formKey} answer={answer} />
      <div className="work-columns">
        <div className="stack stack--loose work-columns__main">
          <Standing standing={view.standing} zone={view.zone} now={now} />
          <Card title={t('work.instance.progress')}>
            <Timeline
              items={view.progress.map(({ id, state, title, lane, note }) => ({
                id,
                state,
                title,
                meta: [lane, note].filter(Boolean).join(' · '),
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
          <About view={view} now={now} />
          <ActsMenu acts={view.acts} />
        </div>
        <Card title={t('history.title')} className="work-columns__rest">
          <HistoryList lines={view.history} />
        </Card>
      </div>
    </div>
  )
}

function Status({ view }: { view: InstanceView }) {
  const t = useT()
  const status = statusNow({ status: view.status, incident: view.incidents.length > 0, suspended: view.suspended !== null })
  return <StatusBadge tone={statusTone[status]}>{t(`work.status.${status}`)}</StatusBadge>
}

function Suspended({ view: { suspended, zone } }: { view: InstanceView }) {
  const t = useT()
  const format = useFormat(zone)
  if (!suspended) return null
  return (
    <Banner tone="warning" title={t('work.suspended.title')}>
      <p>{t('work.suspended.what')}</p>
      <p className="quoted">{suspended.reason}</p>
      <p className="small">
        {suspended.by} · {format.dateTime(suspended.since)}
      </p>
    </Banner>
  )
}

function About({ view, now }: { view: InstanceView; now: number }) {
  const t = useT()
  const format = useFormat(view.zone)
  const relative = ({ href, number, title, status }: InstanceView['children'][number]) => (
    <>
      <a href={href}>{t('work.call.child', { title, number })}</a>
      <span className="muted small"> {t(`work.status.${status}`)}</span>
    </>
  )
  return (
    <Card title={t('work.instance.about')}>
      <DescriptionList
        items={[
          { term: t('work.instances.started'), details: format.dateTime(view.startedAt) },
          { term: t('work.instance.by'), details: view.starter },
          { term: t('work.call.parent'), details: view.parent && relative(view.parent) },
          {
            term: t('work.call.children'),
            details: view.children.length > 0 && (
              <ul className="plain">
                {view.children.map((child) => (
                  <li key={child.href}>{relative(child)}</li>
                ))}
              </ul>
            ),
          },
          {
            term: t('work.task.due'),
            details: view.status === 'running' && view.deadline.at !== null && (
              <Deadline deadline={view.deadline} zone={view.zone} now={now} />
            ),
          },
          { term: t('work.instance.clock'), details: view.paused && !view.suspended ? t('work.instance.paused') : null },
          { term: t('work.instance.ended'), details: view.endedAt === null ? null : format.dateTime(view.endedAt) },
          {
            term: t('work.instance.reopened'),
            details: view.reopened > 0 ? t('work.instance.reopenedTimes', { count: view.reopened }) : null,
          },
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
  )
}
