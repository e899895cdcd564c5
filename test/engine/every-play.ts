import type { Definition } from '#engine/definition/schema.ts'

/** A branch: the parallels opened one in another, each with the exit taken and a number of its own. */
type Path = readonly { parallel: string; exit: number; opening: number }[]
type Token = { path: Path; node: string; at: 'work' | 'join' | 'stop' }
/** On its way to what one of the exits leads to. */
type Mover = { path: Path; from: string; exits: readonly Edge[] }
type Edge = Definition['flow']['edges'][number]
type Node = Definition['flow']['nodes'][number]
type Position = { tokens: readonly Token[]; movers: readonly Mover[]; passed: readonly string[]; openings: number; over: boolean }

export type Played = {
  /** How many markings there are; null where there are more than were asked for. */
  markings: number
  /** `code node`, sorted: what any play comes upon. */
  found: readonly string[]
  /** Every marking: where tokens rest, or `over`. */
  keys: ReadonlySet<string>
}

const movesPerMarking = 20

/**
 * Plays a small flow in every way there is, token by token, and says what it came upon. It knows nothing of how the engine
 * works this out: a marking is a list of tokens, and each of them is moved in each of the ways in which it may move.
 */
export function play({ flow }: Pick<Definition, 'flow'>, limit: number): Played | null {
  const nodes = new Map<string, Node>(flow.nodes.map((node) => [node.id, node]))
  const leaving = (id: string): Edge[] => flow.edges.filter((edge) => edge.from === id)
  const found = new Set<string>()
  const entered = new Set<string>()
  const joinedAsBranch = new Set<string>()
  const markings = new Map<string, Token[]>()
  const next = new Map<string, string[]>()
  const bad = new Set<string>()
  const ahead: string[] = []
  let moves = 0

  for (const node of flow.nodes) {
    if (node.kind !== 'start') continue
    entered.add(node.id)
    settleAll({
      tokens: [],
      movers: [{ path: [], from: node.id, exits: leaving(node.id) }],
      passed: [],
      openings: 0,
      over: false,
    })
  }
  for (let key = ahead.pop(); key !== undefined; key = ahead.pop()) {
    if (tooMany()) return null
    const tokens = markings.get(key) ?? []
    next.set(
      key,
      tokens.flatMap((token) => {
        if (token.at !== 'work') return []
        const others = tokens.filter((one) => one !== token)
        return afterWork(token.node).flatMap((exits) =>
          settleAll({
            tokens: others,
            movers: [{ path: token.path, from: token.node, exits }],
            passed: [],
            openings: 1000,
            over: false,
          }),
        )
      }),
    )
  }
  for (const node of flow.nodes) {
    if (!entered.has(node.id)) found.add(`never-entered ${node.id}`)
    else if (node.kind === 'join' && !joinedAsBranch.has(node.id)) found.add(`join-without-parallel ${node.id}`)
  }
  if (tooMany()) return null
  if (goesOnForEver()) found.add('never-ends')
  return { markings: markings.size, found: [...found].sort(), keys: new Set(markings.keys()) }

  /** One command alone can go on in very many ways. */
  function tooMany(): boolean {
    return markings.size > limit || moves > limit * movesPerMarking
  }

  /** The exits there are for each way in which what rests at a node may be over. */
  function afterWork(id: string): Edge[][] {
    const node = nodes.get(id)
    const own = leaving(id)
    const named = (name: string) => own.filter(({ outcome }) => outcome === name)
    const unnamed = own.filter(({ outcome }) => outcome === undefined)
    const orUnnamed = (name: string) => (named(name).length > 0 ? named(name) : unnamed)
    if (node?.kind === 'task') {
      if (node.outcomes.length > 1) return node.outcomes.map((outcome) => named(outcome.id))
      return node.outcomes.map((outcome) => orUnnamed(outcome.id))
    }
    if (node?.kind === 'call') return ['completed', 'rejected', 'cancelled'].map(orUnnamed)
    if (node?.kind !== 'wait') return []
    if (node.until.kind !== 'report') return [unnamed]
    return node.until.atMost ? [unnamed, orUnnamed('lapsed')] : [unnamed]
  }

  /** Moves until all rest, in every way; answers the markings. */
  function settleAll(begun: Position): string[] {
    const rested: string[] = []
    const open = [begun]
    for (let position = open.pop(); position; position = open.pop()) {
      if (tooMany()) return rested
      const [mover, ...movers] = position.movers
      moves += 1
      if (position.over || !mover) rested.push(note(position))
      else open.push(...move({ ...position, movers }, mover))
    }
    return rested
  }

  function note({ tokens, over }: Position): string {
    const key = over || tokens.length === 0 ? 'over' : keyOf(tokens)
    if (markings.has(key)) return key
    if (key === 'over') {
      markings.set(key, [])
      next.set(key, [])
      return key
    }
    markings.set(key, [...tokens])
    ahead.push(key)
    for (const token of tokens) {
      if (token.at === 'stop') bad.add(key)
      for (const join of shortJoins(tokens, token)) {
        found.add(`can-deadlock ${join}`)
        bad.add(key)
      }
    }
    return key
  }

  /** Joins of the token's innermost opening, when all that is in it only waits there. */
  function shortJoins(tokens: readonly Token[], { path }: Token): string[] {
    if (path.length === 0) return []
    const inside = tokens.filter((one) => isInside(one.path, path))
    return inside.every((one) => one.at === 'join' && one.path.length === path.length) ? inside.map(({ node }) => node) : []
  }

  function move(position: Position, { path, from, exits }: Mover): Position[] {
    const target = exits.length === 1 ? nodes.get(exits[0]?.to ?? '') : undefined
    if (!target) {
      found.add(`stops ${from}`)
      return [rest(position, { path, node: from, at: 'stop' })]
    }
    const visit = `${path.map(({ parallel, exit, opening }) => `${parallel}.${exit}.${opening}`).join('/')} ${target.id}`
    if (position.passed.includes(visit)) {
      found.add(`automatic-cycle ${target.id}`)
      return [rest(position, { path, node: target.id, at: 'stop' })]
    }
    entered.add(target.id)
    return arrive({ ...position, passed: [...position.passed, visit] }, path, target)
  }

  function arrive(position: Position, path: Path, node: Node): Position[] {
    const own = leaving(node.id)
    const on = (exits: readonly Edge[]) => ({ ...position, movers: [{ path, from: node.id, exits }, ...position.movers] })
    switch (node.kind) {
      case 'task':
      case 'call':
        return [rest(position, { path, node: node.id, at: 'work' })]
      case 'wait': {
        const resting = rest(position, { path, node: node.id, at: 'work' })
        const { until } = node
        const pastMaybe = until.kind === 'moment' || (until.kind === 'duration' && until.duration.anchor.kind !== 'entered')
        return pastMaybe ? [resting, on(own.filter(({ outcome }) => outcome === undefined))] : [resting]
      }
      case 'start':
      case 'event':
        return [on(own)]
      case 'decision': {
        const defaults = own.filter(({ otherwise, when }) => otherwise && !when)
        const ways = [...own.filter(({ when }) => when), ...(defaults.length === 1 ? defaults : [])]
        return ways.length === 0 ? [on([])] : ways.map((exit) => on([exit]))
      }
      case 'end':
        return [path.length > 0 && node.result === 'completed' ? position : { ...position, over: true }]
      case 'parallel': {
        if (own.length === 0) return [on([])]
        if (path.some(({ parallel }) => parallel === node.id)) {
          found.add('opens-itself')
          return [rest(position, { path, node: node.id, at: 'stop' })]
        }
        const opening = position.openings + 1
        const branches = own.map((edge, exit) => ({
          path: [...path, { parallel: node.id, exit, opening }],
          from: node.id,
          exits: [edge],
        }))
        return [{ ...position, openings: opening, movers: [...branches, ...position.movers] }]
      }
      case 'join':
        return [arriveAtJoin(position, path, node, own)]
    }
  }

  function arriveAtJoin(position: Position, path: Path, node: Extract<Node, { kind: 'join' }>, exits: Edge[]): Position {
    const last = path.at(-1)
    if (!last) return { ...position, movers: [{ path, from: node.id, exits }, ...position.movers] }
    joinedAsBranch.add(node.id)
    const opened = leaving(last.parallel).length
    const { quorum } = node
    const needed = quorum.kind === 'any' ? 1 : quorum.kind === 'all' ? opened : Math.min(quorum.n, opened)
    const arrived = rest(position, { path, node: node.id, at: 'join' })
    const here = (one: Token) =>
      one.at === 'join' && one.node === node.id && one.path.length === path.length && isInside(one.path, path)
    if (arrived.tokens.filter(here).length < needed) return arrived
    const inside = ({ path: other }: { path: Path }) => isInside(other, path)
    for (const one of arrived.tokens.filter(inside)) {
      if (one.at !== 'stop' && !here(one) && !canAimAt(one.node, node.id)) found.add(`work-lost ${one.node}`)
    }
    return {
      ...position,
      tokens: arrived.tokens.filter((one) => !inside(one)),
      movers: [{ path: path.slice(0, -1), from: node.id, exits }, ...position.movers.filter((one) => !inside(one))],
    }
  }

  /** Whether the other path lies within the opening that this path's last step is of. */
  function isInside(other: Path, path: Path): boolean {
    return path.every((step, index) => {
      const same = other[index]
      return same?.parallel === step.parallel && (index === path.length - 1 || same.exit === step.exit)
    })
  }

  function canAimAt(from: string, join: string): boolean {
    const seen = new Set([from])
    for (const id of seen) for (const { to } of leaving(id)) seen.add(to)
    return [...seen].some((id) => {
      const node = nodes.get(id)
      return id === join || (node?.kind === 'end' && node.result !== 'completed')
    })
  }

  /** Whether some marking leads neither to an end nor to a marking in which something stopped. */
  function goesOnForEver(): boolean {
    const before = new Map<string, string[]>([...markings.keys()].map((key) => [key, []]))
    for (const [key, followers] of next) for (const one of followers) before.get(one)?.push(key)
    const fine = new Set([...bad, ...(markings.has('over') ? ['over'] : [])])
    for (const key of fine) for (const one of before.get(key) ?? []) fine.add(one)
    return [...markings.keys()].some((key) => !fine.has(key))
  }
}

const rest = (position: Position, token: Token): Position => ({ ...position, tokens: [...position.tokens, token] })

const keyOf = (tokens: readonly Token[]): string =>
  tokens
    .map(({ path, node, at }) => `${path.map(({ parallel, exit }) => `${parallel}.${exit}`).join('/')}|${node}|${at}`)
    .sort()
    .join(' ')
