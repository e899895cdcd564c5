/**
 * Coarse places on one page, before anything has a size: `x` counts lanes, `y` counts rows. Gutters run between the lanes
 * and boundaries between the rows; there lines lie beside each other in tracks. Everything else is one exact line.
 */
const step = 64

export const gutterAt = (gutter: number): number => gutter * step
export const centreOf = (lane: number): number => lane * step + step / 2
export const boundaryAt = (row: number): number => row * step
export const levelAt = (row: number, level: number): number => row * step + 4 + 2 * level

export const isGutter = (x: number): boolean => x % step === 0
export const isBoundary = (y: number): boolean => y % step === 0
export const laneAt = (x: number): number => Math.floor(x / step)
export const rowAt = (y: number): number => Math.floor(y / step)
export const gutterOf = (x: number): number => x / step
export const boundaryOf = (y: number): number => y / step

/** How far one lane or row is from the next. */
export const gridStep = step

/** The strip of page connectors above the first row, and the one below the last; nothing else stands at an odd height. */
export const stripAbove = -3
export const stripBelow = (rows: number): number => boundaryAt(rows) + 3
export const isStrip = (y: number): boolean => y % 2 !== 0

export type Point = { readonly x: number; readonly y: number }
