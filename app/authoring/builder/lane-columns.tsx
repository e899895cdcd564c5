import { ViewportPortal } from '@xyflow/react'
import { memo } from 'react'
import type { LaneId } from '#engine'
import { useDefinition } from './context.tsx'
import { lanesOf } from './geometry.ts'

/** The columns behind the cards; they are drawn from the lanes' order and can be no other size. */
export const LaneColumns = memo(function LaneColumns({ height, over }: { height: number; over: LaneId | null }) {
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
})
