import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useFormat, useT } from '#app/i18n/react.tsx'
import { SignedPaper } from '#app/papers/signing/signed-paper.tsx'
import { Card } from '#app/ui/card.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { readDecreePage } from '#app/use-cases/public/read-register.server.ts'
import type { RegisteredDecree } from '#app/use-cases/public/views.ts'
import { readPublicPaper } from '#app/use-cases/signing/read-signing.server.ts'
import { orNotFound } from './reading.server.ts'
import { pageLinks } from './reading-links.ts'
import { DecreeStatusBadge } from './status-badge.tsx'

export const links = pageLinks
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `SK Nomor ${data.number} · Baku` : 'Baku' }]

export async function loader({ params, context }: LoaderFunctionArgs) {
  const decree = orNotFound(await readDecreePage({ agency: params.agency ?? '', id: params.id ?? '' }, context.ports))
  const signed = await readPublicPaper({ agencyId: decree.agencyId, decreeId: decree.id }, context.ports)
  return { ...decree, signed }
}

export default function DecreePage() {
  const decree = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t('public.register.title'), href: '/sk' }, { label: decree.number }]}
        eyebrow={<a href={`/standar/${decree.agencyId}`}>{decree.agencyName}</a>}
        title={t('public.decree.title', { number: decree.number })}
        description={<span lang="id">{decree.about}</span>}
        actions={<DecreeStatusBadge status={decree.status} />}
      />
      <div className="stack stack--loose">
        <Card>
          <Facts decree={decree} />
        </Card>
        {decree.signed && (
          <Card title={t('signing.signedPaper')}>
            <SignedPaper paper={decree.signed} at={`/sk/${decree.agencyId}/${decree.id}`} />
          </Card>
        )}
        <Card title={t('public.decree.standards')} flush>
          <ul className="standard-list">
            {decree.items.map((item) => (
              <Item decree={decree} item={item} key={item.slug} />
            ))}
          </ul>
        </Card>
      </div>
    </>
  )
}

function Facts({ decree }: { decree: RegisteredDecree }) {
  const t = useT()
  const { civilDate } = useFormat()
  const facts: readonly [string, string | null][] = [
    [t('public.history.signedOn'), civilDate(decree.signedOn)],
    [t('public.decree.effectiveOn'), civilDate(decree.effectiveOn)],
    [t('public.register.signatory'), [decree.signatoryName, decree.signatoryTitle].filter(Boolean).join(', ') || null],
    [t('public.decree.origin'), t(`public.decree.origin.${decree.origin}`)],
    [t('public.decree.reason'), decree.revokedReason],
  ]
  return (
    <dl className="description-list">
      {facts.map(([name, value]) => value && [<dt key={`${name}-dt`}>{name}</dt>, <dd key={`${name}-dd`}>{value}</dd>])}
    </dl>
  )
}

function Item({ decree, item }: { decree: RegisteredDecree; item: RegisteredDecree['items'][number] }) {
  const t = useT()
  const href = `/standar/${decree.agencyId}/${item.slug}/v/${item.version}`
  return (
    <li className="standard-item">
      <div className="standard-item__words">
        <a className="standard-item__title" href={href} lang="id">
          {item.title}
        </a>
        <p className="standard-item__facts">
          {t('public.versionName', { number: item.version })} · {t('public.history.digest')} <code>{item.digest}</code>
        </p>
      </div>
    </li>
  )
}
