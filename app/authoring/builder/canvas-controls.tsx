import { Panel, useReactFlow, useStore } from '@xyflow/react'
import { useT } from '#app/i18n/react.tsx'
import { IconButton } from '#app/ui/button.tsx'
import { useBuilder, useWorld } from './context.tsx'

/** In hundredths, so that moving the drawing about says nothing here. */
const percentOf = (state: { transform: [number, number, number] }) => Math.round(state.transform[2] * 100)

export function CanvasControls() {
  const t = useT()
  const flow = useReactFlow()
  const { store } = useWorld()
  const miniMap = useBuilder((state) => state.sight.miniMap)
  const percent = useStore(percentOf)
  return (
    <Panel position="bottom-right" className="canvas-controls">
      <IconButton
        icon="search"
        label={`${t('builder.do.find')} (Ctrl F)`}
        onClick={() => store.getState().show({ find: true })}
      />
      <IconButton
        icon="map"
        label={t('builder.do.miniMap')}
        aria-pressed={miniMap}
        onClick={() => store.getState().show({ miniMap: !miniMap })}
      />
      <IconButton icon="minus" label={t('builder.canvas.zoomOut')} onClick={() => flow.zoomOut({ duration: 120 })} />
      <button
        type="button"
        className="canvas-controls__zoom"
        title={t('builder.canvas.fit')}
        aria-label={t('builder.canvas.fit')}
        onClick={() => void flow.fitView({ padding: 0.12, maxZoom: 1, duration: 200 })}
      >
        {percent}%
      </button>
      <IconButton icon="plus" label={t('builder.canvas.zoomIn')} onClick={() => flow.zoomIn({ duration: 120 })} />
    </Panel>
  )
}
