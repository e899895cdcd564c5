import { useT } from '#app/i18n/react.tsx'
import type { TaskNode } from '#engine'
import { useWorld } from './context.tsx'
import { Tick } from './controls.tsx'
import { DeadlineEditor } from './deadline-editor.tsx'
import { DurationEditor, oneDay } from './duration-editor.tsx'

/** How long the step may take, and whether the procedure's clock runs meanwhile. */
export function TimeTab({ node }: { node: TaskNode }) {
  const t = useT()
  const { store } = useWorld()
  const apply = (patch: Partial<TaskNode>) =>
    store.getState().edit([{ type: 'UpdateNode', node: node.id, patch }], { key: `${node.id}:time` })
  return (
    <div className="stack">
      <Tick
        label={t('builder.time.has')}
        checked={node.duration !== undefined}
        onTick={(on) =>
          apply({
            duration: on ? oneDay : undefined,
          })
        }
      />
      {node.duration && <DurationEditor duration={node.duration} onChange={(duration) => apply({ duration })} />}
      {node.duration && <DeadlineEditor node={node} />}
      <Tick
        label={t('builder.time.pauses')}
        help={t('builder.time.pausesHelp')}
        checked={node.pausesClock}
        onTick={(pausesClock) => apply({ pausesClock })}
      />
    </div>
  )
}
