import { type Board, boardOf } from './board.ts'
import type { Net } from './pins.ts'
import type { Way } from './ways.ts'

const rounds = 12
/** How often an arrow is pushed onto another way to see whether all come out better, and how much may be reckoned for it. */
const pushes = 400
const mostReckoned = 500_000
const nothing = 1e-6

/**
 * Chooses a way for each arrow: the shortest arrow first, then each again beside all others until none has a better one. Then
 * arrows that cross others are pushed onto each of their other ways, the others make room, and what became better is kept.
 */
export function chooseWays(nets: readonly Net[], ways: readonly (readonly Way[])[], thorough = true): (Way | null)[] {
  const board = boardOf(nets, ways)
  const cheapest = (net: number): number => ways[net]?.[0]?.cost ?? 0
  const order = nets.map((_, net) => net).filter((net) => ways[net]?.length)
  order.sort((a, b) => cheapest(a) - cheapest(b) || a - b)
  for (const net of order) board.take(net, bestWay(net, board))
  settle(order, board)
  if (thorough) pushEach(order, board)
  return nets.map((_, net) => ways[net]?.[board.chosen(net) - board.waysOf(net)[0]] ?? null)
}

function bestWay(net: number, board: Board): number {
  const [first, end] = board.waysOf(net)
  let best = first
  for (let way = first + 1; way < end; way += 1) if (board.cost(way) < board.cost(best)) best = way
  return best
}

type Move = { net: number; before: number }

/** Gives each arrow but the one held fast its best way until nothing changes; tells how much less all cost, and the moves. */
function settle(order: readonly number[], board: Board, held = -1): { gain: number; moves: Move[] } {
  const moves: Move[] = []
  let gain = 0
  for (let round = 0; round < rounds; round += 1) {
    const before = moves.length
    for (const net of order) {
      if (net === held) continue
      const best = bestWay(net, board)
      const better = board.cost(board.chosen(net)) - board.cost(best)
      if (better <= nothing) continue
      moves.push({ net, before: board.chosen(net) })
      board.take(net, best)
      gain += better
    }
    if (moves.length === before) break
  }
  return { gain, moves }
}

function pushEach(order: readonly number[], board: Board): void {
  let left = pushes
  const most = board.reckoned() + mostReckoned
  const goesOn = () => left > 0 && board.reckoned() < most
  for (let better = true; better && goesOn(); ) {
    better = false
    for (const net of order) {
      if (!board.crosses(net)) continue
      const [first, end] = board.waysOf(net)
      for (let way = first; way < end && goesOn(); way += 1) {
        if (way === board.chosen(net)) continue
        left -= 1
        better = push(net, way, order, board) || better
      }
    }
  }
}

/** Whether all cost less once an arrow took this way and the others made room; else everything is as it was. */
function push(net: number, way: number, order: readonly number[], board: Board): boolean {
  const before = board.chosen(net)
  const loss = board.cost(way) - board.cost(before)
  board.take(net, way)
  const first = settle(order, board, net)
  const second = first.moves.length > 0 ? settle(order, board) : { gain: 0, moves: [] }
  if (first.gain + second.gain - loss > nothing) return true
  for (const move of [...first.moves, ...second.moves].toReversed()) board.take(move.net, move.before)
  board.take(net, before)
  return false
}
