import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { valueOrPage } from '#app/answer.server.ts'
import { useFormat, useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { NavTabs } from '#app/ui/nav-tabs.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { readOfficeNames } from '#app/use-cases/instances/read-office.server.ts'
import { markNotices } from '#app/use-cases/notices/mark-notices.server.ts'
import { readNotices } from '#app/use-cases/notices/read-notices.server.ts'
import { unmarkNotices } from '#app/use-cases/notices/unmark-notices.server.ts'
import { noticeLine } from './notice-words.ts'
import styles from './work.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, locale } = context
  const query = new URL(request.url).searchParams
  const fresh = query.get('tampil') === 'baru'
  const cursor = query.get('dari')
  const input = { visitor: await context.visitor(), cursor, unreadOnly: fresh }
  const notices = valueOrPage(await readNotices(input, ports), request)
  const offices = await readOfficeNames(
    notices.items.map(({ agencyId }) => agencyId),
    ports,
  )
  const zones = new Map(offices.map(({ agencyId, zone }) => [agencyId, zone]))
  const t = translator(locale)
  return {
    lines: notices.items.map((notice) => noticeLine(notice, { t, locale, zone: zones.get(notice.agencyId) ?? 'Asia/Jakarta' })),
    next: notices.next,
    unread: notices.unread,
    fresh,
    cursor,
    marked: query.has('dibaca') ? ('read' as const) : query.has('belum') ? ('unread' as const) : null,
    title: t('notices.title'),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const id = form.get('notice')
  const ids = id === null ? null : [String(id)]
  const visitor = await context.visitor()
  const again = form.get('as') === 'unread'
  const marked = again
    ? await unmarkNotices({ visitor, ids: ids ?? [] }, context.ports)
    : await markNotices({ visitor, ids }, context.ports)
  valueOrPage(marked, request)
  const fresh = new URL(request.url).searchParams.get('tampil') === 'baru'
  return redirect(`/kerja/kabar?${again ? 'belum' : 'dibaca'}${fresh ? '&tampil=baru' : ''}`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.title} · Baku` : 'Baku' }]

export default function NoticesPage() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const address = (more: string) => `/kerja/kabar?${page.fresh ? 'tampil=baru&' : ''}${more}`
  return (
    <div className="stack stack--loose">
      <PageHeader
        title={t('notices.title')}
        description={t('notices.intro')}
        actions={
          page.unread > 0 && (
            <form method="post">
              <Button icon="check">{t('notices.markAll')}</Button>
            </form>
          )
        }
      />
      {page.marked && <Banner tone="success" role="status" title={t(`notices.marked.${page.marked}`)} />}
      <NavTabs
        label={t('notices.filter')}
        items={[
          { href: '/kerja/kabar', label: t('notices.all'), current: !page.fresh },
          { href: '/kerja/kabar?tampil=baru', label: t('notices.new', { count: page.unread }), current: page.fresh },
        ]}
      />
      {page.lines.length === 0 ? (
        <EmptyState title={t(page.fresh ? 'notices.emptyNew' : 'notices.empty')}>
          <p>{t(page.fresh ? 'notices.emptyNewText' : 'notices.emptyText')}</p>
        </EmptyState>
      ) : (
        <ul className="rows">
          {page.lines.map((line) => (
            <NoticeRow key={line.id} line={line} />
          ))}
        </ul>
      )}
      <Pagination newer={page.cursor ? address('') : null} older={page.next ? address(`dari=${page.next}`) : null} />
    </div>
  )
}

function NoticeRow({ line }: { line: ReturnType<typeof noticeLine> }) {
  const t = useT()
  const format = useFormat(line.zone)
  const unread = line.readAt === null
  return (
    <li data-unread={unread || undefined}>
      <div>
        <p>
          {unread && (
            <>
              <Badge tone="info">{t('notices.unread')}</Badge>{' '}
            </>
          )}
          <a href={line.href}>{line.text}</a>
        </p>
        <p className="muted small">
          {line.subject} · {format.dateTime(line.at)}
          {line.readAt !== null && ` · ${t('notices.readAt', { at: format.dateTime(line.readAt) })}`}
        </p>
      </div>
      <form method="post">
        <input type="hidden" name="notice" value={line.id} />
        {!unread && <input type="hidden" name="as" value="unread" />}
        <Button size="small" variant="quiet">
          {t(unread ? 'notices.mark' : 'notices.unmark')} <VisuallyHidden>{line.text}</VisuallyHidden>
        </Button>
      </form>
    </li>
  )
}
