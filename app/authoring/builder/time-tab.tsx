import { useT } from '#app/i18n/react.tsx'
import { type Definition, type Edit, stepRows, type TaskNode } from '#engine'
import { useDefinition, useWorld } from './context.tsx'
import { Tick } from './controls.tsx'
import { DeadlineEditor } from './deadline-editor.tsx'
import { DurationEditor, oneDay } from './duration-editor.tsx'
import { numberedName } from './names.ts'

/** How long the step may take, and whether the procedure's clock runs meanwhile. */
export function TimeTab({ node }: { node: TaskNode }) {
  const t = useT()
  const { store } = useWorld()
  const definition = useDefinition()
  const edit = (...edits: Edit[]) => store.getState().edit(edits, { key: `${node.id}:time` })
  const apply = (patch: Partial<TaskNode>) => edit({ type: 'UpdateNode', node: node.id, patch })
  const sharing = definition.flow.nodes.filter(
    (other): other is TaskNode => other.kind === 'task' && other.sharesTimeWith === node.id,
  )
  return (
    <div className="stack">
      <Tick
        label={t('builder.time.has')}
        checked={node.duration !== undefined}
        onTick={(on) => apply({ duration: on ? oneDay : undefined, ...(on ? {} : { sharesTimeWith: undefined }) })}
      />
      {node.duration && (
        <DurationEditor
          duration={node.duration}
          onChange={(duration) =>
            edit(...[node, ...sharing].map((step) => updated(step, step === node ? duration : timeOf(step, duration))))
          }
        />
      )}
      <SharedTime node={node} apply={apply} />
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

type Time = NonNullable<TaskNode['duration']>

const updated = ({ id }: TaskNode, duration: Time): Edit => ({ type: 'UpdateNode', node: id, patch: { duration } })

/** The time of another step, counted from where this step counts its own. */
const timeOf = ({ duration: own }: TaskNode, duration: Time): Time => ({
  ...duration,
  anchor: own?.anchor ?? { kind: 'entered' },
})

/** Whether the papers print one time for this step and the one in the row above, which then is the time of both. */
function SharedTime({ node, apply }: { node: TaskNode; apply(patch: Partial<TaskNode>): void }) {
  const t = useT()
  const definition = useDefinition()
  const { sharesTimeWith: named } = node
  const help = t('builder.time.sharedHelp')
  if (named !== undefined) {
    const label = t('builder.time.shared', { step: numberedName(definition, named, t) })
    return <Tick label={label} help={help} checked onTick={() => apply({ sharesTimeWith: undefined })} />
  }
  const above = stepAbove(node, definition)
  const time = above?.duration
  if (!above || !time) return null
  const share = () => apply({ sharesTimeWith: above.sharesTimeWith ?? above.id, duration: timeOf(node, time) })
  const label = t('builder.time.shared', { step: numberedName(definition, above.id, t) })
  return <Tick label={label} help={help} checked={false} onTick={share} />
}

function stepAbove({ id }: TaskNode, definition: Definition): TaskNode | null {
  const rows = stepRows(definition)
  const above = rows[rows.findIndex(({ node }) => node.id === id) - 1]?.node
  return above?.kind === 'task' ? above : null
}
