import { chooseWays } from './choose-ways.ts'
import type { Line } from './lines.ts'
import type { Connector } from './page-connectors.ts'
import { type Net, netOf, type PageFlow } from './pins.ts'
import { assignTracks, type Routed, type Tracks } from './tracks.ts'
import { waysOf } from './ways.ts'

export type RoutedPage = { nets: readonly Net[]; arrows: readonly Routed[]; tracks: Tracks }

/** Finds a way and tracks for every arrow that one page shows. */
export function routePage(page: PageFlow, lines: readonly Line[], connectors: readonly Connector[]): RoutedPage {
  const last = page.first + page.rows.length
  const here = (row: number) => row >= page.first && row < last
  const nets = lines.filter(({ from, to }) => here(from) || here(to)).map((line) => netOf(line, page, connectors))
  const cells = page.rows.map(({ step }) => Array.from({ length: page.lanes }, (_, lane) => step.columns.includes(lane)))
  const ways = nets.map((net) => waysOf(net, page.lanes, cells))
  const chosen = chooseWays(nets, ways)
  const arrows = nets.map((net, index) => {
    const way = chosen[index]
    return { target: net.target, exit: `${net.line.exit.edge}`, points: way?.points ?? [], segments: way?.segments ?? [] }
  })
  return { nets, arrows, tracks: assignTracks(arrows) }
}
