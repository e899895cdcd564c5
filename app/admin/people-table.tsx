import type { Right } from '#app/actor.ts'
import { useT } from '#app/i18n/react.tsx'
import { StatusBadge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Input } from '#app/ui/input.tsx'
import { Table } from '#app/ui/table.tsx'

export type ListedPerson = {
  id: string
  name: string
  nip: string | null
  email: string | null
  disabled: boolean
  invited: boolean
  rights: readonly Right[]
  positions: readonly { positionId: string; title: string; kind: 'definitive' | 'plt' | 'plh' }[]
}

export function SearchForm({ q }: { q: string }) {
  const t = useT()
  return (
    <search>
      <form method="get" className="admin-search">
        <Input
          type="search"
          name="q"
          defaultValue={q}
          aria-label={t('admin.people.search')}
          placeholder={t('admin.people.search')}
          maxLength={100}
        />
        <Button icon="search">{t('common.search')}</Button>
      </form>
    </search>
  )
}

export function PeopleTable({ agencyId, people }: { agencyId: string; people: readonly ListedPerson[] }) {
  const t = useT()
  return (
    <Table
      caption={t('admin.people.title')}
      captionHidden
      stacked
      rows={people}
      rowKey={(person) => person.id}
      columns={[
        {
          id: 'name',
          header: t('account.name'),
          rowHeader: true,
          cell: (row) => (
            <>
              <a href={`/kelola/${agencyId}/orang/${row.id}`}>{row.name}</a>
              <div className="muted small">{row.email}</div>
            </>
          ),
        },
        { id: 'nip', header: t('account.nip'), cell: (row) => row.nip ?? '–' },
        {
          id: 'positions',
          header: t('admin.tab.positions'),
          cell: (row) =>
            row.positions
              .map(({ kind, title }) => (kind === 'definitive' ? title : `${t(`account.seat.${kind}`)} ${title}`))
              .join(', ') || '–',
        },
        {
          id: 'rights',
          header: t('admin.people.rights'),
          cell: (row) => row.rights.map((right) => t(`account.right.${right}`)).join(', ') || '–',
        },
        { id: 'status', header: t('admin.people.status'), cell: (row) => <PersonStatus person={row} /> },
      ]}
    />
  )
}

export function PersonStatus({ person }: { person: { disabled: boolean; invited: boolean } }) {
  const t = useT()
  if (person.disabled) return <StatusBadge tone="danger">{t('admin.people.status.disabled')}</StatusBadge>
  if (person.invited) return <StatusBadge tone="warning">{t('admin.people.status.invited')}</StatusBadge>
  return <StatusBadge tone="success">{t('admin.people.status.active')}</StatusBadge>
}
