import { useViewport, ViewportPortal } from '@xyflow/react'
import { useT } from '#app/i18n/react.tsx'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import type { LaneId } from '#engine'
import { useBuilder, useDefinition, useNewWords, useWorld } from './context.tsx'
import { lanesOf, laneWidth } from './geometry.ts'
import { planLane } from './steps.ts'

const laneIcon = { positions: 'users', applicant: 'user', public: 'globe', system: 'settings' } as const satisfies Record<
  string,
  IconName
>

/** The columns behind the cards; they are drawn from the lanes' order and can be no other size. */
export function LaneColumns({ height, over }: { height: number; over: LaneId | null }) {
  const lanes = lanesOf(useDefinition())
  return (
    <ViewportPortal>
      {lanes.map((lane, index) => (
        <div
          key={lane.id}
          className="lane-column"
          data-odd={index % 2 === 1 || undefined}
          data-over={over === lane.id || undefined}
          style={{ transform: `translate(${lane.x}px, -4000px)`, width: lane.width, height: height + 8000 }}
        />
      ))}
    </ViewportPortal>
  )
}

/** Names of the lanes, staying at the head of the canvas while it moves under them. */
export function LaneHeaders() {
  const t = useT()
  const words = useNewWords()
  const { store, readOnly, findings } = useWorld()
  const { lanes } = useDefinition().flow
  const selection = useBuilder((state) => state.selection)
  const { x, zoom } = useViewport()
  const add = () => {
    const plan = planLane(store.getState().history.present, words)
    store.getState().edit(plan.edits, { select: plan.select, name: true })
  }
  return (
    <div className="lane-heads">
      {lanes.map((lane, index) => (
        <button
          key={lane.id}
          type="button"
          tabIndex={-1}
          className="lane-head"
          aria-pressed={selection?.kind === 'lane' && selection.id === lane.id}
          data-faulty={
            findings.some((finding) => finding.laneId === lane.id && finding.severity === 'error' && !finding.nodeId) || undefined
          }
          style={{ transform: `translateX(${x + index * laneWidth * zoom}px)`, width: laneWidth * zoom }}
          onClick={() => store.getState().select({ kind: 'lane', id: lane.id })}
          title={lane.name}
        >
          <Icon name={laneIcon[lane.kind]} small />
          <span className="lane-head__name">{lane.name}</span>
        </button>
      ))}
      {!readOnly && (
        <button
          type="button"
          tabIndex={-1}
          className="lane-head lane-head--add"
          style={{ transform: `translateX(${x + lanes.length * laneWidth * zoom}px)` }}
          onClick={add}
        >
          <Icon name="plus" small />
          {t('builder.lane.add')}
        </button>
      )}
    </div>
  )
}
