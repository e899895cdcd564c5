import { centreOf, type Point } from './grid.ts'
import { connectorOf, isStripChannel, type Piece, stripChannel, type Trace } from './trace.ts'
import { untangle } from './untangle.ts'

/** An arrow with its way on the grid. */
export type Routed = { target: string; exit: string; points: readonly Point[]; trace: Trace }

/** Pieces that lie in one channel; those of one target share a track. */
export type Bundle = { target: string; members: readonly number[]; from: number; to: number }

/**
 * A gutter or boundary: its bundles in the order of their tracks, from the left or the top. Or a lane in a strip of page
 * connectors, which stand there side by side; `middle` is the arrow that runs straight down the lane into its own.
 */
export type Channel = { key: number; upright: boolean; at: number; bundles: readonly Bundle[]; middle: number | null }

export type Tracks = {
  /** The track of an arrow's piece in a channel, from 0. */
  trackOf: (channel: number, arrow: number) => number
  /** How many tracks a channel has. */
  countOf: (channel: number) => number
  /** Where the page connector of an arrow stands, in connectors from the middle of its lane. */
  slotOf: (arrow: number) => number
  /** How far the connectors of a lane reach to either side, in connectors. */
  besideOf: (lane: number) => number
}

/** Gives each piece in a gutter or boundary a track of its own, in an order with few crossings. */
export function assignTracks(arrows: readonly Routed[]): Tracks {
  const channels = untangle([...channelsOf(arrows), ...stripsOf(arrows)], arrows)
  const strips = channels.filter(({ key }) => isStripChannel(key))
  const slots = new Map(strips.flatMap(slotsOf))
  const packed = new Map(channels.map((channel) => [channel.key, packedTracks(channel.bundles)]))
  const slotOf = (arrow: number) => slots.get(arrow) ?? 0
  const reach = ({ bundles }: Channel) => bundles.flatMap(({ members }) => members.map((arrow) => Math.abs(slotOf(arrow)) + 0.5))
  return {
    trackOf: (channel, arrow) => packed.get(channel)?.get(arrow) ?? 0,
    countOf: (channel) => Math.max(0, ...[...(packed.get(channel)?.values() ?? [])].map((track) => track + 1)),
    slotOf,
    besideOf: (lane) => Math.max(0, ...strips.filter(({ at }) => at === centreOf(lane)).flatMap(reach)),
  }
}

/** Tracks of bundles in the order in which they lie: as near to the first as those before allow. */
export function packedTracks(bundles: readonly Bundle[]): Map<number, number> {
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

/** Connectors of a lane from the left: around the one in the middle, or around the middle of the lane. */
export function slotsOf({ bundles, middle }: Pick<Channel, 'bundles' | 'middle'>): [number, number][] {
  const inMiddle = bundles.findIndex(({ members }) => members[0] === middle)
  const origin = inMiddle < 0 ? (bundles.length - 1) / 2 : inMiddle
  return bundles.flatMap(({ members }, place) => members.map((arrow): [number, number] => [arrow, place - origin]))
}

function channelsOf(arrows: readonly Routed[]): Channel[] {
  const found = new Map<number, { upright: boolean; at: number; pieces: { arrow: number; piece: Piece }[] }>()
  arrows.forEach(({ trace }, arrow) => {
    for (const piece of trace.pieces) {
      const key = piece.channel
      if (key === 0 || isStripChannel(key)) continue
      const channel = found.get(key) ?? { upright: piece.upright, at: piece.at, pieces: [] }
      channel.pieces.push({ arrow, piece })
      found.set(key, channel)
    }
  })
  return [...found].map(([key, { upright, at, pieces }]) => {
    return { key, upright, at, bundles: bundlesOf(pieces, arrows), middle: null }
  })
}

function stripsOf(arrows: readonly Routed[]): Channel[] {
  const found = new Map<number, Channel>()
  arrows.forEach(({ points, target, trace }, arrow) => {
    const connector = connectorOf(points)
    if (!connector) return
    const key = stripChannel(connector)
    const own = found.get(key)
    const bundles = [...(own?.bundles ?? []), { target, members: [arrow], from: 0, to: 1 }]
    found.set(key, { key, upright: true, at: connector.x, bundles, middle: trace.straight ? arrow : (own?.middle ?? null) })
  })
  return [...found.values()]
}

function bundlesOf(pieces: readonly { arrow: number; piece: Piece }[], arrows: readonly Routed[]): Bundle[] {
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
