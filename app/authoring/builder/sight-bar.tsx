import { useT } from '#app/i18n/react.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useBuilder, useWorld } from './context.tsx'

/** On a wide screen: which way the draft is drawn, and what stands beside it. */
export function SightBar() {
  const t = useT()
  const { store } = useWorld()
  const { matrix } = useBuilder((state) => state.sight)
  return (
    <fieldset className="sights">
      <legend className="visually-hidden">{t('builder.view.label')}</legend>
      <button
        type="button"
        className="sights__one"
        aria-pressed={matrix}
        onClick={() => store.getState().show({ matrix: !matrix })}
      >
        <Icon name="eye" small />
        {t('builder.view.matrix')}
      </button>
    </fieldset>
  )
}
