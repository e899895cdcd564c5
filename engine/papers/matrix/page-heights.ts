import { boundaryAt } from './grid.ts'
import type { Connector } from './page-connectors.ts'
import { type RowShape, rowHeight, trackZone } from './row-shape.ts'
import { connector } from './sizes.ts'
import { boundaryChannel } from './trace.ts'
import type { Tracks } from './tracks.ts'

/** Where the rows of a page stand, from the top of its first row or strip. */
export type PageHeights = {
  stripAbove: number
  /** Tops of the rows; one more than there are rows, the last is the top of the strip below. */
  tops: readonly number[]
  stripBelow: number
  total: number
}

const connectorHeight = connector.height + connector.hint + 0.8

export function pageHeights(shapes: readonly RowShape[], tracks: Tracks, connectors: readonly Connector[]): PageHeights {
  const count = (row: number) => tracks.countOf(boundaryChannel(boundaryAt(row)))
  const stripAbove = connectors.some(({ strip }) => strip === 'above') ? connectorHeight : 0
  const tops = [stripAbove]
  for (const [row, shape] of shapes.entries()) tops.push((tops[row] ?? 0) + rowHeight(shape, count(row)))
  const below = connectors.some(({ strip }) => strip === 'below')
  const tracksBelow = count(shapes.length)
  const stripBelow = below ? trackZone(tracksBelow) + connectorHeight : tracksBelow > 0 ? trackZone(tracksBelow) : 0
  return { stripAbove, tops, stripBelow, total: (tops.at(-1) ?? 0) + stripBelow }
}

/** About how high the rows of a page become, before their arrows have ways. */
export function usualHeight(shapes: readonly RowShape[]): number {
  return shapes.reduce((total, shape) => total + rowHeight(shape, 1), 2 * connectorHeight)
}
