import type { answerFor } from '#app/account/form-fields.tsx'
import { useFormat, useT } from '#app/i18n/react.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { Table } from '#app/ui/table.tsx'
import { PositionForm } from './position-form.tsx'

type Holder = {
  id: string
  personId: string
  name: string
  kind: 'definitive' | 'plt' | 'plh'
  from: number
  until: number | null
}
export type Position = {
  id: string
  title: string
  unit: string | null
  superiorId: string | null
  signs: boolean
  closed: boolean
  holders: readonly Holder[]
}
type Props = {
  positions: readonly Position[]
  zone: string
  mayManage: boolean
  answer: Parameters<typeof answerFor>[1]
}

export function PositionsTable({ positions, zone, mayManage, answer }: Props) {
  const t = useT()
  const titles = new Map(positions.map(({ id, title }) => [id, title]))
  return (
    <Table
      caption={t('admin.positions.title')}
      captionHidden
      stacked
      rows={positions}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'title',
          header: t('admin.position.title'),
          rowHeader: true,
          cell: (row) => (
            <>
              {row.title} {row.signs && <Badge tone="info">{t('admin.position.signs')}</Badge>}{' '}
              {row.closed && <Badge>{t('admin.position.closed')}</Badge>}
              <div className="muted small">{row.unit}</div>
            </>
          ),
        },
        { id: 'id', header: t('admin.position.id'), cell: (row) => <code>{row.id}</code> },
        { id: 'superior', header: t('admin.position.superior'), cell: (row) => titles.get(row.superiorId ?? '') ?? '–' },
        {
          id: 'holders',
          header: t('admin.position.holders'),
          cell: (row) => <Holders position={row} zone={zone} mayManage={mayManage} />,
        },
        ...(mayManage
          ? [
              {
                id: 'edit',
                header: t('admin.actions'),
                cell: (row: Position) =>
                  !row.closed && (
                    <Disclosure
                      summary={
                        <span>
                          {t('admin.position.edit')} <VisuallyHidden>{row.title}</VisuallyHidden>
                        </span>
                      }
                      open={openFor(row.id, answer)}
                    >
                      <PositionForm positions={positions} position={row} answer={answer} />
                    </Disclosure>
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}

const openFor = (id: string, answer: Props['answer']) => !!answer && 'form' in answer && answer.form === `edit-${id}`

function Holders({ position, zone, mayManage }: { position: Position; zone: string; mayManage: boolean }) {
  const t = useT()
  const format = useFormat(zone)
  if (position.holders.length === 0) return <Badge tone="warning">{t('admin.position.vacant')}</Badge>
  return (
    <ul className="admin-list stack stack--tight">
      {position.holders.map((holder) => {
        const from = format.dateShort(holder.from)
        // The span ends as the next day begins; people read its last day.
        const until = holder.until === null ? null : format.dateShort(holder.until - 1)
        return (
          <li key={holder.id}>
            {holder.kind !== 'definitive' && `${t(`account.seat.${holder.kind}`)} `}
            {holder.name}{' '}
            <span className="table-note-line muted small">
              {until === null ? t('admin.appoint.since', { from }) : t('admin.appoint.span', { from, until })}
            </span>
            {mayManage && (
              <Confirm
                label={t('admin.appoint.end')}
                of={t('admin.appoint.endOf', { name: holder.name, position: position.title })}
                says={t('admin.appoint.endSays', { name: holder.name })}
              >
                <form method="post">
                  <input type="hidden" name="act" value="end" />
                  <input type="hidden" name="form" value="end" />
                  <input type="hidden" name="id" value={holder.id} />
                  <Button size="small" variant="danger">
                    {t('admin.appoint.endNow')}
                  </Button>
                </form>
              </Confirm>
            )}
          </li>
        )
      })}
    </ul>
  )
}
