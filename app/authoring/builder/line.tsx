import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'
import { useInsert } from './insert.tsx'
import { resultWords } from './names.ts'
import { useNear } from './near.tsx'
import { pathOf } from './routes.ts'
import type { Line } from './to-canvas.ts'

/** An exit on the canvas: its line, its words, and the "+" that puts a step on it. */
export const EdgeLine = memo(function EdgeLine({ id, data, selected, markerEnd }: EdgeProps<Line>) {
  const t = useT()
  const insert = useInsert()
  const near = useNear()
  if (data === undefined) return null
  const { route, label, tone, handOver, faulty, edge } = data
  const words = label || (edge.otherwise ? t('builder.edge.otherwise') : data.waits ? (resultWords(edge, t) ?? '') : '')
  const at = route.middle
  return (
    <>
      <BaseEdge
        id={id}
        path={pathOf(route.points)}
        markerEnd={markerEnd}
        interactionWidth={18}
        className={classNames(
          'line',
          `line--${tone}`,
          handOver && 'line--hand-over',
          faulty && 'line--faulty',
          selected && 'line--selected',
        )}
      />
      {near !== 'far' && (words || (near === 'near' && !insert.readOnly)) && (
        <EdgeLabelRenderer>
          <div
            className={classNames('line-mark nodrag nopan', selected && 'line-mark--selected')}
            style={{ transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)` }}
          >
            {words && (
              <button
                type="button"
                tabIndex={-1}
                className="line-mark__words"
                data-default={edge.otherwise || undefined}
                onClick={() => insert.select(edge.id)}
              >
                {words}
              </button>
            )}
            {near === 'near' && !insert.readOnly && (
              <button
                type="button"
                tabIndex={-1}
                className="line-mark__plus"
                aria-label={t('builder.edge.insert')}
                title={t('builder.edge.insert')}
                onClick={(event) => insert.open(edge.id, event.currentTarget.getBoundingClientRect())}
              >
                <Icon name="plus" small />
              </button>
            )}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  )
})
