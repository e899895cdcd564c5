import { chooseWays } from './choose-ways.ts'
import { centreOf, levelAt, type Point } from './grid.ts'
import type { FlowRow, Line } from './lines.ts'
import type { Connector } from './page-connectors.ts'
import { type Net, netOf, type PageFlow } from './pins.ts'
import { traceOf } from './trace.ts'
import { assignTracks, type Routed, type Tracks } from './tracks.ts'
import { type Joint, type Way, waysOf } from './ways.ts'

export type RoutedPage = { nets: readonly Net[]; arrows: readonly Routed[]; tracks: Tracks }

/** Ways that are tried on a page in all, and at least for each arrow: far more than a flow for people to read asks for. */
const mostWays = 1600
const fewestWays = 10
const fewestOfKind = 3

/** Ways found for other pages that begin with the same row: only those to connectors below depend on where a page ends. */
export type KnownWays = Map<string, readonly Way[]>

/** Finds a way and tracks for every arrow that one page shows. */
export function routePage(
  page: PageFlow,
  lines: readonly Line[],
  connectors: readonly Connector[],
  known: KnownWays,
): RoutedPage {
  const last = page.first + page.rows.length
  const here = (row: number) => row >= page.first && row < last
  const connectorOf = new Map(connectors.map((connector) => [connector.line.id, connector]))
  const nets = lines.filter(({ from, to }) => here(from) || here(to)).map((line) => netOf(line, page, connectorOf.get(line.id)))
  const cells = page.rows.map(({ step }) => Array.from({ length: page.lanes }, (_, lane) => step.columns.includes(lane)))
  const standing = { lanes: page.lanes, cells, joints: page.rows.flatMap(jointOf) }
  const ways = nets.map((net) => {
    if (connectorOf.get(net.line.id)?.strip === 'below') return waysOf(net, standing)
    const key = `${page.first} ${net.line.id}`
    const own = known.get(key) ?? waysOf(net, standing)
    known.set(key, own)
    return own
  })
  const each = Math.max(fewestWays, Math.floor(mostWays / nets.length))
  const chosen = chooseWays(
    nets,
    ways.map((own) => fewer(own, each)),
  )
  const arrows = nets.map((net, index) => {
    const way = chosen[index]
    return { target: net.target, exit: `${net.line.exit.edge}`, points: way?.points ?? [], trace: way?.trace ?? traceOf([]) }
  })
  return { nets, arrows, tracks: assignTracks(arrows) }
}

/** The cheapest ways, and some that leave and arrive on each side, so that one is always free. */
function fewer(ways: readonly Way[], most: number): readonly Way[] {
  if (ways.length <= most) return ways
  const found = new Map<string, number>()
  return ways.filter(({ points }, place) => {
    const kind = `${heading(points[0], points[1])} ${heading(points.at(-2), points.at(-1))}`
    const before = found.get(kind) ?? 0
    found.set(kind, before + 1)
    return place < most || before < fewestOfKind
  })
}

const heading = (from: Point | undefined, to: Point | undefined): string =>
  from && to ? `${Math.sign(to.x - from.x)} ${Math.sign(to.y - from.y)}` : ''

function jointOf({ step: { columns }, stack }: FlowRow, row: number): Joint[] {
  const [first, last] = [columns[0], columns.at(-1)]
  if (first === undefined || last === undefined || first === last) return []
  return [{ y: levelAt(row, stack.own), from: centreOf(first), to: centreOf(last) }]
}
