import { useFormat, useT } from '#app/i18n/react.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import type { ReviewPage } from '#app/use-cases/definitions/read-review.server.ts'

type Props = NonNullable<ReviewPage['approval']> & { zone: string }

/** Who approves, who has, and whose turn it is. */
export function Approvals({ mode, approvers, zone }: Props) {
  const t = useT()
  const { dateTime } = useFormat(zone)
  const List = mode === 'in-order' ? 'ol' : 'ul'
  return (
    <Card title={t('authoring.approvals.title')}>
      <p className="muted">{t(`authoring.approvals.mode.${mode}`)}</p>
      <List className="approvals">
        {approvers.map(({ positionId, title, holders, given, turn }) => (
          <li key={positionId}>
            <span className="approvals__who">
              <strong>{title}</strong>
              <span className="muted small">
                {given
                  ? t('authoring.approvals.given', { name: given.name, at: dateTime(given.at) })
                  : holders.join(', ') || t('authoring.approvals.nobody')}
              </span>
              {given?.note && <span>{given.note}</span>}
            </span>
            <Badge tone={given ? 'success' : turn ? 'info' : 'neutral'} icon={given ? 'check' : turn ? 'clock' : undefined}>
              {t(given ? 'authoring.approvals.approved' : turn ? 'authoring.approvals.turn' : 'authoring.approvals.later')}
            </Badge>
          </li>
        ))}
      </List>
    </Card>
  )
}
