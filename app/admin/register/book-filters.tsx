import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Input, Select } from '#app/ui/input.tsx'
import type { BookFilter } from '#app/use-cases/register/read-book.server.ts'
import { decreeStatuses } from '#engine'

type Asked = { agencyId: string; filter: BookFilter }

/** The address of this list: another page of it, or the whole of it as a file. */
export function bookHref({ agencyId, filter, page = 1, as = '' }: Asked & { page?: number; as?: '' | '.xlsx' | '.pdf' }): string {
  const query = new URLSearchParams({
    tahun: String(filter.year),
    ...(filter.book ? { seri: filter.book } : {}),
    ...(filter.status ? { status: filter.status } : {}),
    ...(filter.text ? { q: filter.text } : {}),
    ...(page > 1 ? { hal: String(page) } : {}),
  })
  return `/kelola/${agencyId}/buku${as}?${query}`
}

type Props = Asked & { years: readonly number[]; series: readonly { id: string; name: string }[] }
export function BookFilters({ agencyId, filter, years, series }: Props) {
  const t = useT()
  const books = [...series.map(({ id, name }) => ({ value: id, label: name })), { value: '-', label: t('register.outside') }]
  return (
    <form method="get" action={`/kelola/${agencyId}/buku`} className="toolbar">
      <Field id="tahun" label={t('register.year')} unmarked>
        <Select
          name="tahun"
          defaultValue={String(filter.year)}
          options={years.map((year) => ({ value: String(year), label: String(year) }))}
        />
      </Field>
      <Field id="seri" label={t('register.series')} unmarked>
        <Select name="seri" defaultValue={filter.book ?? ''} placeholder={t('register.all')} options={books} />
      </Field>
      <Field id="status" label={t('register.status')} unmarked>
        <Select
          name="status"
          defaultValue={filter.status ?? ''}
          placeholder={t('register.all')}
          options={decreeStatuses.map((status) => ({ value: status, label: t(`public.decreeStatus.${status}`) }))}
        />
      </Field>
      <Field id="q" label={t('register.text')} unmarked>
        <Input name="q" type="search" defaultValue={filter.text} maxLength={200} title={t('register.textHelp')} />
      </Field>
      <Button icon="filter">{t('register.filter')}</Button>
    </form>
  )
}
