import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useT } from '#app/i18n/react.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { readAgencyPage } from '#app/use-cases/public/read-agency.server.ts'
import { type AgencyProfile, contactLink } from '#engine'
import { OpenDataLinks } from './open-data-links.tsx'
import { orNotFound } from './reading.server.ts'
import { pageLinks } from './reading-links.ts'
import { StandardList } from './standard-list.tsx'
import { pageAndFeed } from './standard-meta.ts'

export const links = pageLinks
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  { title: data ? `${data.profile.name} · Baku` : 'Baku' },
  ...(data ? pageAndFeed(`/standar/${data.id}`, data.profile.name, matches) : []),
]

export async function loader({ params, context }: LoaderFunctionArgs) {
  return orNotFound(await readAgencyPage({ agency: params.agency ?? '' }, context.ports))
}

export default function AgencyPage() {
  const { id, profile, standards } = useLoaderData<typeof loader>()
  const data = (['xlsx', 'csv'] as const).map((name) => ({ name, href: `/standar/${id}/sippn.${name}` }))
  const t = useT()
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t('public.allStandards'), href: '/' }, { label: profile.name }]}
        eyebrow={<span lang="id">{profile.government}</span>}
        title={<span lang="id">{profile.name}</span>}
      />
      <Contacts profile={profile} />
      <section className="agency-group" aria-labelledby="standards">
        <h2 id="standards" className="agency-group__title">
          {t('public.agencyStandards')}
        </h2>
        {standards.length > 0 ? (
          <StandardList standards={standards} />
        ) : (
          <EmptyState title={t('public.agencyEmpty.title')} level={3}>
            {t('public.agencyEmpty.text')}
          </EmptyState>
        )}
      </section>
      <OpenDataLinks
        links={[
          { name: 'catalogue', href: `/standar/${id}/katalog.jsonld` },
          { name: 'feed', href: `/standar/${id}/perubahan.atom` },
          ...data,
        ]}
      />
    </>
  )
}

function Contacts({ profile }: { profile: AgencyProfile }) {
  const t = useT()
  return (
    <dl className="agency-contacts" lang="id">
      {profile.address && (
        <div>
          <dt>{t('public.address')}</dt>
          <dd>{profile.address}</dd>
        </div>
      )}
      {profile.contacts.map((contact) => {
        const link = contactLink(contact.kind, contact.value)
        return (
          <div key={contact.id}>
            <dt>{t(`public.contact.${contact.kind}`)}</dt>
            <dd>
              {link ? <a href={link.href}>{contact.value}</a> : contact.value}
              {contact.who && ` (${contact.who})`}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
