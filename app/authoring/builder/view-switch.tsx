import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { useBuilder, useWorld } from './context.tsx'
import { builderViews } from './store.ts'

/** On a narrow screen there is room for one at a time. */
export function ViewSwitch() {
  const t = useT()
  const { store } = useWorld()
  const { view, trying } = useBuilder((state) => state.sight)
  const playing = trying === 'front'
  return (
    <fieldset className="builder__switch">
      <legend className="visually-hidden">{t('builder.view.label')}</legend>
      {builderViews.map((one) => (
        <Button
          key={one}
          type="button"
          size="small"
          variant={view === one && !playing ? 'primary' : 'secondary'}
          aria-pressed={view === one && !playing}
          onClick={() => store.getState().show({ view: one, trying: playing ? 'behind' : trying })}
        >
          {t(`builder.view.${one}`)}
        </Button>
      ))}
      <Button
        type="button"
        size="small"
        variant={playing ? 'primary' : 'secondary'}
        aria-pressed={playing}
        onClick={() => store.getState().show({ trying: 'front' })}
      >
        {t('builder.try.title')}
      </Button>
    </fieldset>
  )
}
