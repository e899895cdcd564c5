import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { listStarts } from '#app/use-cases/instances/list-starts.server.ts'
import styles from './work.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const items = valueOrPage(await listStarts({ visitor: await context.visitor() }, context.ports), request)
  return { items, title: translator(context.locale)('work.start.title') }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.title} · Baku` : 'Baku' }]

export default function StartListPage() {
  const t = useT()
  const { items } = useLoaderData<typeof loader>()
  return (
    <div className="stack stack--loose">
      <PageHeader title={t('work.start.title')} description={t('work.start.intro')} />
      {items.length === 0 && (
        <EmptyState title={t('work.start.empty')} action={<LinkButton href="/">{t('shell.search')}</LinkButton>}>
          <p>{t('work.start.emptyText')}</p>
        </EmptyState>
      )}
      {items.length > 0 && (
        <ul className="inbox">
          {items.map((item) => (
            <li key={`${item.agencyId}/${item.slug}/${item.start}`} className="inbox__row">
              <div className="inbox__what">
                <h2 className="inbox__title">
                  <a href={beginAt(item)}>{item.title}</a>
                </h2>
                {item.summary && <p>{item.summary}</p>}
                <p className="muted small">
                  {item.agencyName} · {t('work.start.first', { step: item.activity })}
                </p>
              </div>
              <div className="inbox__acts">
                <LinkButton size="small" href={beginAt(item)}>
                  {t('work.start.begin')}{' '}
                  <VisuallyHidden>
                    {item.title}: {item.activity}
                  </VisuallyHidden>
                </LinkButton>
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const beginAt = ({ agencyId, slug, start }: { agencyId: string; slug: string; start: string }) =>
  `/kerja/mulai/${agencyId}/${slug}?awal=${encodeURIComponent(start)}`
