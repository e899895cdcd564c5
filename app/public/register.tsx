import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useFormat, useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Field } from '#app/ui/field.tsx'
import { Select } from '#app/ui/input.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { type RegisterView, readRegister } from '#app/use-cases/public/read-register.server.ts'
import type { RegisteredDecree } from '#app/use-cases/public/views.ts'
import { pageLinks } from './reading-links.ts'
import { DecreeStatusBadge } from './status-badge.tsx'

export const links = pageLinks
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Baku` }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams
  const filter = { agency: query.get('unit'), year: query.get('tahun'), page: query.get('hal') }
  return { title: translator(context.locale)('public.register.title'), view: await readRegister(filter, context.ports) }
}

export default function RegisterPage() {
  const { view } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <>
      <PageHeader title={t('public.register.title')} description={t('public.register.lead')} />
      {view.years.length > 0 && <Filters view={view} />}
      {view.decrees.length > 0 ? <Register decrees={view.decrees} /> : <Nothing empty={view.years.length === 0} />}
      <Pagination
        newer={view.page > 1 ? pageHref(view, view.page - 1) : null}
        older={view.more ? pageHref(view, view.page + 1) : null}
      />
    </>
  )
}

function pageHref({ agency, year }: RegisterView, page: number): string {
  const query = new URLSearchParams({
    ...(agency ? { unit: agency } : {}),
    ...(year ? { tahun: String(year) } : {}),
    ...(page > 1 ? { hal: String(page) } : {}),
  }).toString()
  return query ? `/sk?${query}` : '/sk'
}

function Filters({ view }: { view: RegisterView }) {
  const t = useT()
  return (
    <form method="get" action="/sk" className="toolbar">
      <Field id="unit" label={t('public.register.agency')} unmarked>
        <Select
          name="unit"
          defaultValue={view.agency ?? ''}
          placeholder={t('public.register.all')}
          options={view.agencies.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      <Field id="tahun" label={t('public.register.year')} unmarked>
        <Select
          name="tahun"
          defaultValue={view.year === null ? '' : String(view.year)}
          placeholder={t('public.register.all')}
          options={view.years.map((year) => ({ value: String(year), label: String(year) }))}
        />
      </Field>
      <Button icon="filter">{t('public.register.filter')}</Button>
    </form>
  )
}

function Nothing({ empty }: { empty: boolean }) {
  const t = useT()
  if (empty) return <EmptyState title={t('public.register.empty.title')}>{t('public.register.empty.text')}</EmptyState>
  return (
    <EmptyState
      title={t('public.register.nothing.title')}
      action={<LinkButton href="/sk">{t('public.register.all')}</LinkButton>}
    >
      {t('public.register.nothing.text')}
    </EmptyState>
  )
}

function Register({ decrees }: { decrees: readonly RegisteredDecree[] }) {
  const t = useT()
  return (
    <Card flush>
      <Table
        caption={t('public.register.title')}
        captionHidden
        stacked
        columns={useColumns()}
        rows={decrees}
        rowKey={({ agencyId, id }) => `${agencyId}/${id}`}
      />
    </Card>
  )
}

/** By which act a decree ended, was changed or will be; and from when one begins whose day is to come. */
function StatusNote({ decree }: { decree: RegisteredDecree }) {
  const t = useT()
  const { civilDate } = useFormat()
  const { agencyId, status, effectiveOn, touchedBy, errata } = decree
  const others = [...new Map(touchedBy.map((one) => [`${one.effect} ${one.decree.id}`, one])).values()]
  return (
    <>
      {status === 'upcoming' && <p className="muted small">{t('public.decree.from', { date: civilDate(effectiveOn) })}</p>}
      {others.map(({ effect, decree: other }) => (
        <p className="muted small" key={`${effect} ${other.id}`}>
          {t(`public.decree.touchedBy.${effect}`)} <a href={`/sk/${agencyId}/${other.id}`}>{other.number}</a>
          {other.status === 'upcoming' && ` (${t('public.decree.from', { date: civilDate(other.effectiveOn) })})`}
        </p>
      ))}
      {errata.length > 0 && <p className="muted small">{t('public.decree.corrected')}</p>}
    </>
  )
}

function useColumns(): Column<RegisteredDecree>[] {
  const t = useT()
  const { civilDate } = useFormat()
  return [
    {
      id: 'number',
      header: t('public.register.number'),
      rowHeader: true,
      cell: ({ agencyId, id, number }) => (
        <a className="register-number" href={`/sk/${agencyId}/${id}`}>
          {number}
        </a>
      ),
    },
    { id: 'date', header: t('public.register.date'), cell: ({ signedOn }) => civilDate(signedOn) },
    {
      id: 'about',
      header: t('public.register.about'),
      cell: ({ about, agencyName }) => (
        <div lang="id">
          {about}
          <p className="muted small">{agencyName}</p>
        </div>
      ),
    },
    {
      id: 'signatory',
      header: t('public.register.signatory'),
      cell: ({ signatoryName, signatoryTitle }) => (
        <div lang="id">
          {signatoryName ?? '–'}
          {signatoryTitle && <p className="muted small">{signatoryTitle}</p>}
        </div>
      ),
    },
    {
      id: 'status',
      header: t('public.history.status'),
      cell: (decree) => (
        <>
          <DecreeStatusBadge status={decree.status} />
          <StatusNote decree={decree} />
        </>
      ),
    },
  ]
}
