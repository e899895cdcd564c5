import { branchOver, isWithin, openingOf, trunk } from '../../instance/branches.ts'
import { mostAutomaticSteps, mostBranches } from '../../instance/flow.ts'
import { exitsOf, findNode } from '../../instance/graph.ts'
import { neededAt } from '../../instance/join.ts'
import type { Branch } from '../../instance/messages.ts'
import { waitExits } from '../../instance/wait.ts'
import type { Edge, EndNode, FlowNode, JoinNode, ParallelNode, WaitNode } from '../flow.ts'
import type { NodeId } from '../ids.ts'
import type { Definition } from '../schema.ts'
import { type Marking, type Place, parentOf } from './marking.ts'

export type Net = {
  definition: Pick<Definition, 'flow'>
  /** Nodes at which a token may stop for want of data or of an answer. */
  stopsAt: ReadonlySet<NodeId>
}

/** A token on its way: where it was, and the exits it is offered. */
export type Moving = { branch: Branch; node: NodeId; exits: readonly Edge[] }

/** One command half dealt with: tokens at rest, and those on their way, the next one first. */
export type Going = { places: Marking; moving: readonly Moving[]; passed: ReadonlySet<string>; steps: number }

export const beginning = (places: Marking, ...moving: Moving[]): Going => ({ places, moving, passed: new Set(), steps: 0 })

/**
 * Takes the next token one step on, as `leave` in the instance's flow does; one result for each way that data or time may
 * decide. What is not known here (data, people, moments) may be anything.
 */
export function stepOn(net: Net, { moving: [token, ...moving], ...still }: Going): Going[] {
  if (!token) return []
  const going = { ...still, moving }
  const { passed, steps } = still
  const [edge, ...others] = token.exits
  const next = edge && others.length === 0 ? findNode(net.definition, edge.to) : undefined
  if (!next) return [resting(going, { branch: token.branch, node: token.node, at: 'stop' })]
  const visit = `${token.branch} ${next.id}`
  if (passed.has(visit) || steps >= mostAutomaticSteps)
    return [resting(going, { branch: token.branch, node: next.id, at: 'stop' })]
  return enter(net, token.branch, next, { ...going, passed: new Set([...passed, visit]), steps: steps + 1 })
}

function enter(net: Net, branch: Branch, node: FlowNode, going: Going): Going[] {
  const exits = () => exitsOf(net.definition, node.id)
  const on = (taken: readonly Edge[]) => onward(going, { branch, node: node.id, exits: taken })
  const stop = () => resting(going, { branch, node: node.id, at: 'stop' })
  const work = () => resting(going, { branch, node: node.id, at: 'work' })
  const stops = net.stopsAt.has(node.id) ? [stop()] : []
  switch (node.kind) {
    case 'task':
    case 'call':
      return [work()]
    case 'end':
      return [endedAt(node, branch, going)]
    case 'event':
    case 'start':
      return [on(exits())]
    case 'decision': {
      const ways = waysFrom(exits()).map((edge) => on([edge]))
      return ways.length === 0 ? [stop()] : [...ways, ...stops]
    }
    case 'parallel':
      return [split(node, branch, exits(), going)]
    case 'join':
      return [arriveAt(net, node, branch, going)]
    case 'wait':
      return [work(), ...(isTimed(node) ? [on(waitExits(net.definition, node.id, 'moment'))] : []), ...stops]
  }
}

const resting = (going: Going, place: Place): Going => ({ ...going, places: [...going.places, place] })
const onward = (going: Going, ...moving: Moving[]): Going => ({ ...going, moving: [...moving, ...going.moving] })

/** The exits that a decision may take whatever the data say: conditional ones, and the one default. */
function waysFrom(exits: readonly Edge[]): Edge[] {
  const defaults = exits.filter(({ when, otherwise }) => otherwise && when === undefined)
  return exits.filter(({ when }) => when !== undefined).concat(defaults.length === 1 ? defaults : [])
}

/** Such a wait is not begun when its moment is past already. */
export const isTimed = ({ until }: WaitNode): boolean => until.kind !== 'report'

function endedAt({ result }: EndNode, branch: Branch, going: Going): Going {
  return branch !== trunk && result === 'completed' ? going : { ...going, places: [], moving: [] }
}

/** A parallel is come to inside one of its own branches: a flow that may do so opens branches without end. */
export class Grows extends Error {
  constructor(readonly node: NodeId) {
    super(node)
  }
}

function split({ id }: ParallelNode, branch: Branch, exits: readonly Edge[], going: Going): Going {
  if (branch.split('/').some((name, i) => i % 2 === 0 && name === id)) throw new Grows(id)
  const tokens = going.places.length + going.moving.length + 1
  if (exits.length === 0 || tokens + exits.length > mostBranches) return resting(going, { branch, node: id, at: 'stop' })
  const opening = branch === trunk ? id : `${branch}/${id}`
  return onward(going, ...exits.map((exit) => ({ branch: branchOver(opening, exit.id), node: id, exits: [exit] })))
}

function arriveAt({ definition }: Net, node: JoinNode, branch: Branch, going: Going): Going {
  const opening = openingOf(branch)
  const exits = exitsOf(definition, node.id)
  if (opening === null) return onward(going, { branch, node: node.id, exits })
  const arrived = resting(going, { branch, node: node.id, at: 'join' })
  const here = arrived.places.filter((one) => one.at === 'join' && one.node === node.id && openingOf(one.branch) === opening)
  const opened = exitsOf(definition, parallelOf(opening)).length
  return here.length < neededAt(node, opened) ? arrived : joinAt(arrived, opening, node.id, exits)
}

/** All that is in an opening becomes one token in the branch that opened it. */
export function joinAt(going: Going, opening: string, node: NodeId, exits: readonly Edge[]): Going {
  const outside = ({ branch }: { branch: Branch }) => !isWithin(branch, opening)
  // Branches that the same command opens anew are others, though they bear the same name here.
  const passed = new Set([...going.passed].filter((visit) => !isWithin(visit, opening)))
  const rest = { ...going, places: going.places.filter(outside), moving: going.moving.filter(outside), passed }
  return onward(rest, { branch: parentOf(opening), node, exits })
}

const parallelOf = (opening: string) => opening.slice(opening.lastIndexOf('/') + 1) as NodeId
