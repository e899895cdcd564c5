import { ViewportPortal } from '@xyflow/react'
import type { HelperLine } from './helper-lines.ts'

/** With what a card in the hand stands in line. */
export function HelperLines({ lines }: { lines: readonly HelperLine[] }) {
  if (lines.length === 0) return null
  return (
    <ViewportPortal>
      {lines.map(({ upright, at, from, to }) => (
        <div
          key={upright ? 'upright' : 'level'}
          className="helper-line"
          style={
            upright
              ? { transform: `translate(${at - 0.5}px, ${from}px)`, width: 1, height: to - from }
              : { transform: `translate(${from}px, ${at - 0.5}px)`, width: to - from, height: 1 }
          }
        />
      ))}
    </ViewportPortal>
  )
}
