import { useStoreApi } from '@xyflow/react'
import { type CSSProperties, type KeyboardEvent, useEffect, useRef } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import type { LaneId } from '#engine'
import { useActions } from './actions.ts'
import { useBuilder, useDefinition, useWorld } from './context.tsx'
import { laneWidth } from './geometry.ts'
import { useLaneDrag } from './moves/lane-drag.ts'
import { useMenu } from './moves/menu-provider.tsx'
import { isMenuKey } from './outline-row.tsx'

const laneIcon = { positions: 'users', applicant: 'user', public: 'globe', system: 'settings' } as const satisfies Record<
  string,
  IconName
>

/** Names of the lanes, staying at the head of the canvas while it moves under them. */
export function LaneHeaders() {
  const t = useT()
  const { readOnly, findings, store } = useWorld()
  const { addLane, moveLane } = useActions()
  const openMenu = useMenu()
  const { lanes } = useDefinition().flow
  const selection = useBuilder((state) => state.selection)
  const heads = useRef<HTMLDivElement>(null)
  useFollowedViewport(heads)
  const { dragged, onPointerDown } = useLaneDrag(heads)
  const faulty = new Set(
    findings.flatMap(({ laneId, nodeId, severity }) => (laneId && !nodeId && severity === 'error' ? [laneId] : [])),
  )
  const menu = (id: LaneId, element: Element) => {
    store.getState().select({ kind: 'lane', id })
    openMenu({ kind: 'lane', id }, element.getBoundingClientRect())
  }
  const keys = (id: LaneId) => (event: KeyboardEvent<HTMLElement>) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (isMenuKey(event)) menu(id, event.currentTarget)
    else if (by !== undefined && event.altKey && !readOnly) moveLane(id, by)
    else return
    event.preventDefault()
  }
  return (
    <div className="lane-heads" ref={heads}>
      {lanes.map((lane, index) => (
        <button
          key={lane.id}
          type="button"
          tabIndex={-1}
          className="lane-head"
          aria-pressed={selection?.kind === 'lane' && selection.id === lane.id}
          data-faulty={faulty.has(lane.id) || undefined}
          data-held={dragged?.id === lane.id || undefined}
          data-shift={(dragged && shiftOf(index, dragged)) || undefined}
          style={{ '--lane': index, ...(dragged?.id === lane.id ? { '--drag': `${dragged.by}px` } : {}) } as CSSProperties}
          onPointerDown={readOnly ? undefined : (event) => onPointerDown(event, lane.id)}
          onClick={() => store.getState().select({ kind: 'lane', id: lane.id })}
          onKeyDown={keys(lane.id)}
          onContextMenu={(event) => {
            event.preventDefault()
            menu(lane.id, event.currentTarget)
          }}
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
          style={{ '--lane': lanes.length } as CSSProperties}
          onClick={addLane}
        >
          <Icon name="plus" small />
          {t('builder.lane.add')}
        </button>
      )}
    </div>
  )
}

/** Which way a head makes room for the one that is dragged past it. */
function shiftOf(index: number, { from, to }: { from: number; to: number }): 'left' | 'right' | null {
  if (index > from && index <= to) return 'left'
  return index < from && index >= to ? 'right' : null
}

/** Told by style alone where the drawing is, so that nothing is rendered anew while it moves. */
function useFollowedViewport(heads: React.RefObject<HTMLDivElement>): void {
  const api = useStoreApi()
  useEffect(() => {
    const follow = ([x, , zoom]: readonly number[]) => {
      heads.current?.style.setProperty('--pan', `${x}px`)
      heads.current?.style.setProperty('--lane-width', `${laneWidth * (zoom ?? 1)}px`)
    }
    follow(api.getState().transform)
    return api.subscribe((state, before) => {
      if (state.transform !== before.transform) follow(state.transform)
    })
  }, [api, heads])
}
