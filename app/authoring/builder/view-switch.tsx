import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'

const views = ['outline', 'canvas', 'matrix'] as const
export type BuilderView = (typeof views)[number]

/** On a narrow screen there is room for one at a time. */
export function ViewSwitch({ view, onChange }: { view: BuilderView; onChange: (view: BuilderView) => void }) {
  const t = useT()
  return (
    <fieldset className="builder__switch">
      <legend className="visually-hidden">{t('builder.view.label')}</legend>
      {views.map((one) => (
        <Button
          key={one}
          type="button"
          size="small"
          variant={view === one ? 'primary' : 'secondary'}
          aria-pressed={view === one}
          onClick={() => onChange(one)}
        >
          {t(`builder.view.${one}`)}
        </Button>
      ))}
    </fieldset>
  )
}
