import type { Definition, Edit, NodeId, Point } from '#engine'
import { type Box, boxesOf, laneWidth } from '../geometry.ts'
import { planPlaces } from './places.ts'

export const alignments = ['left', 'centre', 'row', 'spread'] as const
/** `row` puts cards at one height, `spread` at even distances from the uppermost to the lowest. */
export type Alignment = (typeof alignments)[number]

/** Puts chosen cards in line. Sideways each keeps to its own lane. */
export function planAlign(definition: Definition, ids: readonly NodeId[], how: Alignment): Edit[] {
  const boxes = boxesOf(definition)
  const chosen = ids.flatMap((id) => {
    const box = boxes.get(id)
    return box ? [{ id, box }] : []
  })
  if (chosen.length < (how === 'spread' ? 3 : 2)) return []
  return planPlaces(definition, new Map(chosen.map(({ id, box }) => [id, placed(box, how, chosen)])))
}

type Chosen = readonly { id: NodeId; box: Box }[]

function placed(box: Box, how: Alignment, chosen: Chosen): Point {
  const lane = Math.floor((box.x + box.width / 2) / laneWidth) * laneWidth
  const { x, y } = box
  switch (how) {
    case 'left':
      return { x: lane + Math.min(...chosen.map((one) => inLane(one.box))), y }
    case 'centre':
      return { x: lane + (laneWidth - box.width) / 2, y }
    case 'row': {
      const first = chosen[0]?.box ?? box
      return { x, y: Math.round(first.y + first.height / 2 - box.height / 2) }
    }
    case 'spread':
      return { x, y: spreadTop(box, chosen) }
  }
}

const inLane = ({ x, width }: Box): number => x - Math.floor((x + width / 2) / laneWidth) * laneWidth

/** The gaps between cards become equal; the first and the last stay. */
function spreadTop(box: Box, chosen: Chosen): number {
  const sorted = chosen.map((one) => one.box).toSorted((a, b) => a.y - b.y)
  const [first, last] = [sorted[0] ?? box, sorted.at(-1) ?? box]
  const filled = sorted.reduce((sum, { height }) => sum + height, 0)
  const gap = (last.y + last.height - first.y - filled) / (sorted.length - 1)
  const before = sorted.slice(0, sorted.indexOf(box))
  return Math.round(first.y + before.reduce((sum, { height }) => sum + height + gap, 0))
}
