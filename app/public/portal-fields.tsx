import { useT } from '#app/i18n/react.tsx'
import { CopyButton } from '#app/ui/copy-button.tsx'

export type ShownField = { key: string; label: string; text: string }

/** The fields one below the other, each with its text as the portal takes it. */
export function PortalFieldList({ fields, onTold }: { fields: readonly ShownField[]; onTold(told: string): void }) {
  return (
    <dl className="portal-fields" lang="id">
      {fields.map((field) => (
        <PortalField field={field} onTold={onTold} key={field.key} />
      ))}
    </dl>
  )
}

function PortalField({ field: { key, label, text }, onTold }: { field: ShownField; onTold(told: string): void }) {
  const t = useT()
  const id = `isian-${key}`
  const words = {
    copy: t('openData.copy'),
    copied: t('openData.copied'),
    name: t('openData.copy.name', { field: label }),
    done: t('openData.copied.name', { field: label }),
    selected: t('openData.copy.selected', { field: label }),
  }
  return (
    <div className="portal-field">
      <dt>{label}</dt>
      {text === '' ? (
        <dd className="muted" lang={undefined}>
          {t('openData.portal.empty')}
        </dd>
      ) : (
        <dd>
          <p className="portal-field__text" id={id} title={t('openData.portal.manual')}>
            {text}
          </p>
          <CopyButton of={id} words={words} onTold={onTold} />
        </dd>
      )}
    </div>
  )
}
