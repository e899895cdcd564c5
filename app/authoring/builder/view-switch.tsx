import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { useBuilder, useWorld } from './context.tsx'
import { builderViews } from './store.ts'

/** On a narrow screen there is room for one at a time. */
export function ViewSwitch() {
  const t = useT()
  const { store } = useWorld()
  const view = useBuilder((state) => state.sight.view)
  return (
    <fieldset className="builder__switch">
      <legend className="visually-hidden">{t('builder.view.label')}</legend>
      {builderViews.map((one) => (
        <Button
          key={one}
          type="button"
          size="small"
          variant={view === one ? 'primary' : 'secondary'}
          aria-pressed={view === one}
          onClick={() => store.getState().show({ view: one })}
        >
          {t(`builder.view.${one}`)}
        </Button>
      ))}
    </fieldset>
  )
}
