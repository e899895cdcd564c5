import type { NodeChange } from '@xyflow/react'
import { useCallback, useRef, useState } from 'react'
import type { LaneId, NodeId, Point } from '#engine'
import { useWorld } from '../context.tsx'
import { type Box, boxesOf, laneAt } from '../geometry.ts'
import type { Card, Held } from '../to-canvas.ts'
import { alongside, type HelperLine } from './helper-lines.ts'
import { planPlaces } from './places.ts'

const nothingHeld: Held = new Map()
type Hand = { held: Held; lane: LaneId | null; lines: readonly HelperLine[] }
const empty: Hand = { held: nothingHeld, lane: null, lines: [] }

/** Farther away a card is of no help to put another in line with. */
const sight = 900

/** What a hand holds, drawn into line with what is near; let go, it becomes one edit. */
export function useHolding() {
  const { store } = useWorld()
  const [hand, setHand] = useState(empty)
  const latest = useRef(nothingHeld)
  const hold = useCallback(
    (changes: readonly NodeChange<Card>[]) => {
      const moves = changes.flatMap((change) => (change.type === 'position' ? [change] : []))
      const [first] = moves
      if (first === undefined) return
      const { edit, history, chosen } = store.getState()
      if (first.dragging) {
        const places = new Map(moves.flatMap(({ id, position }) => (position ? [[id as NodeId, position] as const] : [])))
        const next = inLine(places, boxesOf(history.present), first.id as NodeId)
        latest.current = next.held
        const box = boxOf(first.id as NodeId, next.held, boxesOf(history.present))
        setHand({ ...next, lane: box ? (laneAt(history.present, box.x + box.width / 2) ?? null) : null })
        return
      }
      if (latest.current.size === 0) return
      const edits = planPlaces(history.present, latest.current)
      if (edits.length > 0) edit(edits, chosen.length > 1 ? { choose: chosen } : {})
      latest.current = nothingHeld
      setHand(empty)
    },
    [store],
  )
  return { ...hand, hold }
}

type Boxes = ReadonlyMap<NodeId, Box>

/** Several are shifted together, as the one under the hand is. */
function inLine(places: ReadonlyMap<NodeId, Point>, boxes: Boxes, first: NodeId): { held: Held; lines: readonly HelperLine[] } {
  const box = boxOf(first, places, boxes)
  if (box === null) return { held: places, lines: [] }
  const others = [...boxes].flatMap(([id, other]) => (places.has(id) || Math.abs(other.y - box.y) > sight ? [] : [other]))
  const { dx, dy, lines } = alongside(box, others)
  return { held: new Map([...places].map(([id, { x, y }]) => [id, { x: x + dx, y: y + dy }])), lines }
}

function boxOf(id: NodeId, places: ReadonlyMap<NodeId, Point>, boxes: Boxes): Box | null {
  const [box, at] = [boxes.get(id), places.get(id)]
  return box && at ? { ...box, ...at } : null
}
