import { isBoundary, isGutter, type Point, type Segment } from './grid.ts'
import { untangle } from './untangle.ts'

/** An arrow with its way on the grid. */
export type Routed = { target: string; exit: string; points: readonly Point[]; segments: readonly Segment[] }

/** Pieces that lie in one gutter or boundary; those of one target share a track. */
export type Bundle = { target: string; members: readonly number[]; from: number; to: number }

/** A gutter or boundary: its bundles in the order of their tracks, from the left or the top. */
export type Channel = { key: string; upright: boolean; at: number; bundles: readonly Bundle[] }

export type Tracks = {
  /** The track of an arrow's piece in a channel, from 0. */
  trackOf: (channel: string, arrow: number) => number
  /** How many tracks a channel has. */
  countOf: (channel: string) => number
}

export const gutterKey = (x: number): string => `gutter ${x}`
export const boundaryKey = (y: number): string => `boundary ${y}`

/** Gives each piece in a gutter or boundary a track of its own, in an order with few crossings. */
export function assignTracks(arrows: readonly Routed[]): Tracks {
  const channels = untangle(channelsOf(arrows), arrows)
  const packed = new Map(channels.map((channel) => [channel.key, packedTracks(channel)]))
  return {
    trackOf: (channel, arrow) => packed.get(channel)?.get(arrow) ?? 0,
    countOf: (channel) => Math.max(0, ...[...(packed.get(channel)?.values() ?? [])].map((track) => track + 1)),
  }
}

/** Tracks of a channel in the order of its bundles: as near to the first as those before allow. */
export function packedTracks({ bundles }: Channel): Map<number, number> {
  const tracks = new Map<number, number>()
  const placed: { bundle: Bundle; track: number }[] = []
  for (const bundle of bundles) {
    const beside = placed.filter(({ bundle: other }) => other.from <= bundle.to && bundle.from <= other.to)
    const track = Math.max(-1, ...beside.map((other) => other.track)) + 1
    placed.push({ bundle, track })
    for (const member of bundle.members) tracks.set(member, track)
  }
  return tracks
}

function channelsOf(arrows: readonly Routed[]): Channel[] {
  const found = new Map<string, { upright: boolean; at: number; pieces: { arrow: number; piece: Segment }[] }>()
  arrows.forEach(({ segments }, arrow) => {
    for (const piece of segments) {
      const key = keyOf(piece)
      if (key === null) continue
      const channel = found.get(key) ?? { upright: piece.upright, at: piece.at, pieces: [] }
      channel.pieces.push({ arrow, piece })
      found.set(key, channel)
    }
  })
  return [...found].map(([key, { upright, at, pieces }]) => ({ key, upright, at, bundles: bundlesOf(pieces, arrows) }))
}

function keyOf({ upright, at }: Segment): string | null {
  if (upright) return isGutter(at) ? gutterKey(at) : null
  return isBoundary(at) ? boundaryKey(at) : null
}

function bundlesOf(pieces: readonly { arrow: number; piece: Segment }[], arrows: readonly Routed[]): Bundle[] {
  const bundles = new Map<string, Bundle>()
  for (const { arrow, piece } of pieces) {
    const target = arrows[arrow]?.target ?? ''
    const own = bundles.get(target)
    bundles.set(target, {
      target,
      members: [...(own?.members ?? []), arrow],
      from: Math.min(own?.from ?? piece.from, piece.from),
      to: Math.max(own?.to ?? piece.to, piece.to),
    })
  }
  return [...bundles.values()]
}
