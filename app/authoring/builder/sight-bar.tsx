import { useT } from '#app/i18n/react.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useBuilder, useWorld } from './context.tsx'
import { toggleTrying } from './try/toggle.ts'

/** On a wide screen: which way the draft is drawn, and what stands beside it. */
export function SightBar() {
  const t = useT()
  const { store } = useWorld()
  const { matrix, view, trying } = useBuilder((state) => state.sight)
  const drawn = view === 'table' ? 'table' : 'canvas'
  return (
    <fieldset className="sights">
      <legend className="visually-hidden">{t('builder.view.label')}</legend>
      {(['canvas', 'table'] as const).map((one) => (
        <button
          key={one}
          type="button"
          className="sights__one"
          aria-pressed={drawn === one}
          onClick={() => store.getState().show({ view: one })}
        >
          <Icon name={one === 'table' ? 'table' : 'flow'} small />
          {t(`builder.view.${one}`)}
        </button>
      ))}
      <button
        type="button"
        className="sights__one"
        aria-pressed={matrix}
        onClick={() => store.getState().show({ matrix: !matrix })}
      >
        <Icon name="eye" small />
        {t('builder.view.matrix')}
      </button>
      <button
        type="button"
        className="sights__one"
        aria-pressed={trying !== 'off'}
        title={`${t('builder.try.title')} (T)`}
        onClick={() => toggleTrying(store)}
      >
        <Icon name="play" small />
        {t('builder.try.title')}
      </button>
    </fieldset>
  )
}
