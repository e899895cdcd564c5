import { type Bundle, packedTracks } from '../matrix/tracks.ts'
import type { Chain, Way } from './chain.ts'

export type Side = 'left' | 'right'

/** An arrow of the whole flow, from a symbol of a row (counted from 0) to a row or to an end of its own. */
export type Wire = Way & {
  id: string
  from: number
  target: string
  /** The gutter that it runs through; null where it runs straight down. */
  side: Side | null
}

/** The arrows of all rows. What leads back runs at the left, what goes on further below at the right. */
export function wiresOf(chains: readonly Chain[]): Wire[] {
  return chains.flatMap(({ ways }, from) =>
    ways.map((way): Wire => {
      const target = way.to === null ? `end of ${from} at ${way.link} ${way.port}` : `${way.to - 1}`
      return { ...way, from, target, id: `${way.exit.edge} ${target}`, side: sideOf(way, from) }
    }),
  )
}

function sideOf({ to, port }: Way, from: number): Side | null {
  if (to === null) return port === 'beside' ? 'right' : null
  if (port === 'below' && to === from + 2) return null
  return to - 1 <= from ? 'left' : 'right'
}

/** The track of each wire in its gutter, from the symbols outwards, and how many tracks a gutter has. */
export type Gutters = { trackOf: (wire: Wire) => number; countOf: (side: Side) => number }

/** Wires to one target share a track; short ones run nearer to the symbols. */
export function guttersOf(wires: readonly Wire[]): Gutters {
  const packed = { left: tracksOf('left', wires), right: tracksOf('right', wires) }
  return {
    trackOf: (wire) => (wire.side ? (packed[wire.side].get(wires.indexOf(wire)) ?? 0) : 0),
    countOf: (side) => Math.max(0, ...[...packed[side].values()].map((track) => track + 1)),
  }
}

function tracksOf(side: Side, wires: readonly Wire[]): Map<number, number> {
  const bundles = new Map<string, Bundle>()
  wires.forEach((wire, index) => {
    if (wire.side !== side) return
    const [from, to] = spanOf(wire)
    const own = bundles.get(wire.target)
    bundles.set(wire.target, {
      target: wire.target,
      members: [...(own?.members ?? []), index],
      from: Math.min(own?.from ?? from, from),
      to: Math.max(own?.to ?? to, to),
    })
  })
  const length = ({ from, to }: Bundle) => to - from
  const inward = [...bundles.values()].toSorted((a, b) => length(a) - length(b) || a.from - b.from)
  return packedTracks(inward)
}

/** Where a wire runs upright, in places that only their order has a meaning of: rows are far apart, symbols within near. */
function spanOf({ from, link, port, to }: Wire): [number, number] {
  const row = 1000
  const leaves = from * row + (port === 'below' ? row - 1 : 2 + 2 * link)
  const enters = to === null ? leaves + 1 : (to - 1) * row
  return [Math.min(leaves, enters), Math.max(leaves, enters)]
}
