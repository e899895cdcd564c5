import type { EdgeId, Point } from '#engine'
import type { Route } from './routes.ts'

/** The line a point is on, within a finger's breadth; what is dropped there goes in between. */
export function nearestEdge(at: Point, routes: ReadonlyMap<EdgeId, Route>, within = 22): EdgeId | null {
  let best: { id: EdgeId; far: number } | null = null
  for (const [id, { points }] of routes) {
    for (const [index, a] of points.entries()) {
      const b = points[index + 1]
      const far = b === undefined ? Number.POSITIVE_INFINITY : fromStretch(at, a, b)
      if (far <= within && (best === null || far < best.far)) best = { id, far }
    }
  }
  return best?.id ?? null
}

function fromStretch(at: Point, a: Point, b: Point): number {
  const x = Math.max(Math.min(a.x, b.x), Math.min(Math.max(a.x, b.x), at.x))
  const y = Math.max(Math.min(a.y, b.y), Math.min(Math.max(a.y, b.y), at.y))
  return Math.hypot(at.x - x, at.y - y)
}
