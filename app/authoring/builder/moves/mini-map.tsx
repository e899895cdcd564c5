import { MiniMap } from '@xyflow/react'
import { useT } from '#app/i18n/react.tsx'
import { useBuilder } from '../context.tsx'
import type { Card } from '../to-canvas.ts'

/** The whole flow in small; pressed or dragged, it leads there. The keyboard has the outline for that. */
export function FlowMap() {
  const t = useT()
  const shown = useBuilder((state) => state.sight.miniMap)
  if (!shown) return null
  return (
    <MiniMap<Card>
      className="flow-map"
      position="top-right"
      pannable
      zoomable
      ariaLabel={t('builder.miniMap.label')}
      nodeClassName={({ data, selected }) => `flow-map__${data.node.kind}${selected ? ' flow-map__chosen' : ''}`}
      nodeBorderRadius={8}
      offsetScale={2}
    />
  )
}
