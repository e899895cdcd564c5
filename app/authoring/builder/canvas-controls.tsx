import { Panel, useReactFlow, useViewport } from '@xyflow/react'
import { useT } from '#app/i18n/react.tsx'
import { IconButton } from '#app/ui/button.tsx'

export function CanvasControls() {
  const t = useT()
  const flow = useReactFlow()
  const { zoom } = useViewport()
  return (
    <Panel position="bottom-right" className="canvas-controls">
      <IconButton icon="minus" label={t('builder.canvas.zoomOut')} onClick={() => flow.zoomOut({ duration: 120 })} />
      <button
        type="button"
        className="canvas-controls__zoom"
        title={t('builder.canvas.fit')}
        aria-label={t('builder.canvas.fit')}
        onClick={() => void flow.fitView({ padding: 0.12, maxZoom: 1, duration: 200 })}
      >
        {Math.round(zoom * 100)}%
      </button>
      <IconButton icon="plus" label={t('builder.canvas.zoomIn')} onClick={() => flow.zoomIn({ duration: 120 })} />
    </Panel>
  )
}
