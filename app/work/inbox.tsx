import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { throwRefusal, valueOrPage } from '#app/answer.server.ts'
import { useFormat, useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { Badge, StatusBadge } from '#app/ui/badge.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { NavTabs } from '#app/ui/nav-tabs.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { claimTask } from '#app/use-cases/instances/claim-task.server.ts'
import { readInbox } from '#app/use-cases/instances/read-inbox.server.ts'
import { readOfficeNames } from '#app/use-cases/instances/read-office.server.ts'
import { releaseTask } from '#app/use-cases/instances/release-task.server.ts'
import { readOwnAbsence } from '#app/use-cases/people/read-own-absence.server.ts'
import { civilDate } from '#engine'
import styles from './work.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

const sections = ['overdue', 'today', 'later', 'undated', 'suspended'] as const
type Section = (typeof sections)[number]
const notices = ['completed', 'claimed', 'released', 'delegated'] as const
const refusals = [
  'task-closed',
  'task-claimed',
  'not-a-candidate',
  'four-eyes',
  'not-claimed',
  'conflict',
  'not-running',
  'suspended',
  'part-done',
] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, locale } = context
  const query = new URL(request.url).searchParams
  const mine = query.get('tampil') === 'saya'
  const cursor = query.get('dari')
  const visitor = await context.visitor()
  const inbox = valueOrPage(await readInbox({ visitor, cursor, mine }, ports), request)
  const now = ports.now()
  const offices = new Map(
    (
      await readOfficeNames(
        inbox.items.map(({ agencyId }) => agencyId),
        ports,
      )
    ).map((one) => [one.agencyId, one]),
  )
  const rows = inbox.items.map((line) => {
    const office = offices.get(line.agencyId)
    const zone = office?.zone ?? 'Asia/Jakarta'
    return { ...line, office: office?.shortName ?? line.agencyId, zone, section: sectionOf(line, now, zone) }
  })
  return {
    groups: sections
      .map((section) => ({ section, rows: rows.filter((row) => row.section === section) }))
      .filter((one) => one.rows.length > 0),
    // Whoever is away is called by nothing, which an empty list alone does not explain.
    away: inbox.items.length > 0 ? [] : valueOrPage(await readOwnAbsence({ visitor }, ports), request),
    severalOffices: offices.size > 1,
    mine,
    cursor,
    formKey: ports.newSecret(16),
    next: inbox.next,
    now,
    notice: notices.find((name) => name === query.get('selesai')) ?? null,
    refused: refusals.find((code) => code === query.get('gagal')) ?? null,
    title: translator(locale)('work.inbox.title'),
  }
}

type Timed = { dueAt: number | null; suspended: boolean; stands: boolean }

/** While a request is suspended its clock stands still, and there is nothing to do. */
function sectionOf({ dueAt, suspended, stands }: Timed, now: number, zone: string): Section {
  if (suspended) return 'suspended'
  if (dueAt === null) return 'undated'
  if (stands) return 'later'
  if (dueAt < now) return 'overdue'
  return civilDate(dueAt, zone) === civilDate(now, zone) ? 'today' : 'later'
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const input = { visitor: await context.visitor(), agencyId: text('agency'), taskId: text('task'), idempotencyKey: text('key') }
  const claim = text('intent') === 'claim'
  const result = claim ? await claimTask(input, context.ports) : await releaseTask(input, context.ports)
  const mine = new URL(request.url).searchParams.get('tampil') === 'saya' ? '&tampil=saya' : ''
  if (result.ok) return redirect(`/kerja?selesai=${claim ? 'claimed' : 'released'}${mine}`)
  const { refusal } = result
  if (refusal.code === 'not-signed-in' || refusal.code === 'not-found' || refusal.code === 'not-allowed')
    throwRefusal(refusal, request)
  return redirect(`/kerja?gagal=${refusal.code}${mine}`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.title} · Baku` : 'Baku' }]

type Page = ReturnType<typeof useLoaderData<typeof loader>>
type Row = Page['groups'][number]['rows'][number]

export default function InboxPage() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const address = (more: string) => `/kerja?${page.mine ? 'tampil=saya&' : ''}${more}`
  return (
    <div className="stack stack--loose">
      <PageHeader
        title={t('work.inbox.title')}
        description={t('work.inbox.intro')}
        actions={
          <LinkButton href="/kerja/mulai" icon="plus">
            {t('shell.start')}
          </LinkButton>
        }
      />
      {page.notice && <Banner tone="success" role="status" title={t(`work.notice.${page.notice}`)} />}
      {page.refused && <Banner tone="warning" role="alert" title={t(`errors.refusal.${page.refused}`)} />}
      <NavTabs
        label={t('work.inbox.filter')}
        items={[
          { href: '/kerja', label: t('work.inbox.all'), current: !page.mine },
          { href: '/kerja?tampil=saya', label: t('work.inbox.mine'), current: page.mine },
          { href: '/kerja/permohonan', label: t('work.inbox.finished') },
        ]}
      />
      {page.away.map((one) => (
        <Away key={one.agencyId} away={one} />
      ))}
      {page.groups.length === 0 && <Empty mine={page.mine} />}
      {page.groups.map(({ section, rows }) => (
        <section key={section} className="stack stack--tight" aria-labelledby={`due-${section}`}>
          <h2 id={`due-${section}`} className="inbox__heading" data-section={section}>
            {t(`work.inbox.section.${section}`)} <span className="muted">({rows.length})</span>
          </h2>
          <ul className="inbox">
            {rows.map((row) => (
              <InboxRow key={row.id} row={row} page={page} />
            ))}
          </ul>
        </section>
      ))}
      <Pagination newer={page.cursor ? address('') : null} older={page.next ? address(`dari=${page.next}`) : null} />
    </div>
  )
}

function Away({ away: { kind, until, agencyName, zone } }: { away: Page['away'][number] }) {
  const t = useT()
  const format = useFormat(zone)
  // It ends as the next day begins; people read its last day.
  const day = format.date(until - 1)
  return (
    <Banner tone="info" title={t('work.inbox.away', { kind: t(`away.kind.${kind}`), day })}>
      <p>{t('work.inbox.awayText', { agency: agencyName })}</p>
      <a href="/akun/cuti">{t('away.title')}</a>
    </Banner>
  )
}

function Empty({ mine }: { mine: boolean }) {
  const t = useT()
  return (
    <EmptyState
      title={t(mine ? 'work.inbox.emptyMine' : 'work.inbox.empty')}
      action={<LinkButton href={mine ? '/kerja' : '/kerja/mulai'}>{t(mine ? 'work.inbox.seeAll' : 'shell.start')}</LinkButton>}
    >
      <p>{t(mine ? 'work.inbox.emptyMineText' : 'work.inbox.emptyText')}</p>
    </EmptyState>
  )
}

/** Late, warned or passed on, in words. */
function DueMark({ row, now }: { row: Row; now: number }) {
  const t = useT()
  if (row.stands) return null
  const late = row.dueAt !== null && row.dueAt < now
  if (late)
    return <StatusBadge tone="danger">{t(row.acts.includes('escalated') ? 'work.due.escalated' : 'work.due.late')}</StatusBadge>
  return row.acts.includes('warned') ? <StatusBadge tone="warning">{t('work.due.soon')}</StatusBadge> : null
}

function Due({ row, now }: { row: Row; now: number }) {
  const t = useT()
  const format = useFormat(row.zone)
  if (row.suspended || row.stands) return <p className="inbox__due">{t('work.due.stands')}</p>
  if (row.dueAt === null) return <p className="inbox__due">{t('work.due.none')}</p>
  return (
    <>
      <p className="inbox__due" data-section={row.section}>
        {t('work.due.at', { at: format.dateTime(row.dueAt) })}
      </p>
      <p className="muted small">{format.relative(row.dueAt, now)}</p>
    </>
  )
}

function InboxRow({ row, page }: { row: Row; page: Page }) {
  const { now, severalOffices: office, mine, formKey } = page
  const t = useT()
  const href = `/kerja/tugas/${row.agencyId}/${row.id}`
  return (
    <li className="inbox__row">
      <div className="inbox__what">
        <h3 className="inbox__title">
          <a href={href}>{row.title}</a>
        </h3>
        <p>{row.instanceTitle}</p>
        <p className="muted small">
          {t('work.number', { number: row.instanceNumber })} · {row.standardTitle}
          {office && ` · ${row.office}`}
        </p>
      </div>
      <div className="inbox__when">
        <Due row={row} now={now} />
        <div className="cluster">
          {row.suspended ? <Badge tone="warning">{t('work.status.suspended')}</Badge> : <DueMark row={row} now={now} />}
          {row.round > 1 && <Badge tone="warning">{t('work.round', { round: row.round })}</Badge>}
          {row.for && <Badge tone="info">{t('work.inbox.for', { name: row.for })}</Badge>}
          {row.mine && <Badge tone="info">{t('work.inbox.takenByMe')}</Badge>}
        </div>
      </div>
      <div className="inbox__acts">
        <LinkButton size="small" href={href}>
          {t('work.inbox.open')} <VisuallyHidden>{row.title}</VisuallyHidden>
        </LinkButton>
        {!row.suspended && (
          <form method="post" action={mine ? '/kerja?index&tampil=saya' : '/kerja?index'}>
            <input type="hidden" name="agency" value={row.agencyId} />
            <input type="hidden" name="task" value={row.id} />
            <input type="hidden" name="key" value={`${formKey}.${row.id}`} />
            <Button size="small" variant="quiet" name="intent" value={row.mine ? 'release' : 'claim'}>
              {t(row.mine ? 'work.act.release' : 'work.act.claim')} <VisuallyHidden>{row.title}</VisuallyHidden>
            </Button>
          </form>
        )}
      </div>
    </li>
  )
}
