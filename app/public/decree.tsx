import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useFormat, useT } from '#app/i18n/react.tsx'
import { DecreePaper } from '#app/papers/decree-paper.tsx'
import { SignedPaper } from '#app/papers/signing/signed-paper.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { readActPaper } from '#app/use-cases/public/read-act.server.ts'
import { readDecreePage } from '#app/use-cases/public/read-register.server.ts'
import type { RegisteredDecree } from '#app/use-cases/public/views.ts'
import { readPublicPaper } from '#app/use-cases/signing/read-signing.server.ts'
import { romanNumeral } from '#engine/papers/ordinals.ts'
import { ActLinks, Errata } from './decree-acts.tsx'
import { orNotFound } from './reading.server.ts'
import { paperLinks } from './reading-links.ts'
import { DecreeStatusBadge, VersionStatus } from './status-badge.tsx'

export const links = paperLinks
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `SK Nomor ${data.number} · Baku` : 'Baku' }]

export async function loader({ params, context }: LoaderFunctionArgs) {
  const decree = orNotFound(await readDecreePage({ agency: params.agency ?? '', id: params.id ?? '' }, context.ports))
  const signed = await readPublicPaper({ agencyId: decree.agencyId, decreeId: decree.id }, context.ports)
  const act = decree.items.length === 0 ? await readActPaper(decree, context.ports) : null
  return { ...decree, signed, paper: act?.paper ?? null }
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
        <ActLinks decree={decree} way="touchedBy" />
        <ActLinks decree={decree} way="touches" />
        {decree.items.length > 0 && (
          <Card title={t('public.decree.standards')} flush>
            <ul className="standard-list">
              {decree.items.map((item) => (
                <Item decree={decree} item={item} key={item.slug} />
              ))}
            </ul>
          </Card>
        )}
        <Errata decree={decree} />
        <OwnText decree={decree} hasText={decree.paper !== null} />
        {decree.paper && <DecreePaper decree={decree.paper} />}
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
    [t('public.decree.act'), t(`public.decree.act.${decree.act}`)],
    [t('public.decree.reason'), decree.reason ?? decree.revokedReason],
  ]
  return (
    <dl className="description-list">
      {facts.map(([name, value]) => value && [<dt key={`${name}-dt`}>{name}</dt>, <dd key={`${name}-dd`}>{value}</dd>])}
    </dl>
  )
}

/** Where the words of the decree are read: with the standards it sets, or below. */
function OwnText({ decree, hasText }: { decree: RegisteredDecree; hasText: boolean }) {
  const t = useT()
  const [first] = decree.items
  const at = `/sk/${decree.agencyId}/${decree.id}/keputusan`
  if (first) {
    return (
      <p className="no-print">
        <LinkButton href={`/standar/${decree.agencyId}/${first.slug}/v/${first.version}/sk`}>
          {t('public.decree.readText')}
        </LinkButton>
      </p>
    )
  }
  return hasText ? (
    <p className="cluster no-print">
      <LinkButton href={`${at}.pdf`}>{t('public.decree.pdf')}</LinkButton>
      <LinkButton href={`${at}.docx`}>{t('public.decree.docx')}</LinkButton>
    </p>
  ) : null
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
          {decree.items.length > 1 && `Lampiran ${romanNumeral(item.place)} · `}
          {t('public.versionName', { number: item.version })} · <VersionStatus status={item.status} /> ·{' '}
          {t('public.history.digest')} <code>{item.digest}</code>
        </p>
      </div>
    </li>
  )
}
