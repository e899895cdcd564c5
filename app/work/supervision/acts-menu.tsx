import { useT } from '#app/i18n/react.tsx'
import { Card } from '#app/ui/card.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { type Act, actIcons } from './acts.ts'

/** What a supervisor can do now; each act has its own page, where it says what it does and asks for the reason. */
export function ActsMenu({ acts }: { acts: readonly { act: Act; href: string }[] }) {
  const t = useT()
  if (acts.length === 0) return null
  return (
    <Card title={t('supervise.title')}>
      <ul className="acts">
        {acts.map(({ act, href }) => (
          <li key={act}>
            <a className="acts__link" href={href} data-danger={act === 'cancel' || undefined}>
              <Icon name={actIcons[act]} />
              <span>
                <span className="acts__name">{t(`supervise.${act}.title`)}</span>
                <span className="muted small">{t(`supervise.${act}.short`)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Card>
  )
}
