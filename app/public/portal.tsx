import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { portalFields, portalKeys, portalLabels, standingOf } from '#engine'
import { PortalFieldList } from './portal-fields.tsx'
import { standardAt } from './reading.server.ts'
import { pageLinks } from './reading-links.ts'
import { StandardFrame } from './standard-frame.tsx'
import { headOf } from './standard-head.server.ts'
import { standardLinks } from './standard-meta.ts'

export const links = pageLinks
/** One press copies a field; the fields are there to be selected without it. */
export const handle = { script: true }
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  { title: data ? `Isian SIPPN · ${data.head.title}` : 'Baku' },
  ...(data ? standardLinks(data.head, null, matches, `${data.head.home}/sippn`) : []),
]

/** What the national portal asks of the standard, field by field. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = await standardAt(params, context)
  const texts = portalFields(view.definition, view.publication, view.agency)
  const fields = portalKeys.map((key) => ({ key, label: portalLabels[key], text: texts[key] }))
  return { head: headOf(view), fields, inForce: standingOf(view.publication).kind === 'in-force' }
}

export default function PortalPage() {
  const { head, fields, inForce } = useLoaderData<typeof loader>()
  const [told, setTold] = useState('')
  const t = useT()
  const ofService = fields.findIndex(({ key }) => key === 'serviceName')
  const downloads = `/standar/${head.agencyId}/sippn`
  return (
    <StandardFrame head={head} paper={null}>
      <PageHeader title={head.title} eyebrow={t('openData.portal.title')} description={t('openData.portal.lead')} />
      <div className="stack stack--loose">
        {!inForce && <Banner tone="warning">{t('openData.portal.notInForce')}</Banner>}
        <Card title={t('openData.portal.unit')} flush>
          <PortalFieldList fields={fields.slice(0, ofService)} onTold={setTold} />
        </Card>
        <Card title={t('openData.portal.service')} flush>
          <PortalFieldList fields={fields.slice(ofService)} onTold={setTold} />
        </Card>
        <Card title={t('openData.portal.downloads')}>
          <div className="cluster">
            <LinkButton icon="download" href={`${downloads}.xlsx`}>
              {t('openData.xlsx')}
            </LinkButton>
            <LinkButton variant="quiet" href={`${downloads}.csv`}>
              {t('openData.csv')}
            </LinkButton>
          </div>
        </Card>
      </div>
      <p className="visually-hidden" role="status">
        {told}
      </p>
    </StandardFrame>
  )
}
