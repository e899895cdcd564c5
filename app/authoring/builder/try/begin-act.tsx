import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import type { StartNode } from '#engine'
import { usePlay } from './trial-context.tsx'

/** A beginning that nobody makes: by the clock, or by another standard. */
export function BeginAct({ node }: { node: StartNode }) {
  const t = useT()
  const { store } = usePlay()
  return (
    <div>
      <p className="muted">{t(node.by === 'call' ? 'builder.try.beginByCall' : 'builder.try.beginByClock')}</p>
      <Button
        type="button"
        variant="primary"
        icon="play"
        onClick={() => store.getState().act({ do: 'begin', start: node.id, answers: {} })}
      >
        {t('builder.try.begin')}
      </Button>
    </div>
  )
}
