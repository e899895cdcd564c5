import {
  type Actor,
  type FlowNode,
  firstSteps,
  type Incident,
  type NodeId,
  type OpenTask,
  type OpenWait,
  performersOf,
  reportersOf,
  type StartNode,
  startersOf,
  type TaskNode,
  type Trial,
  type TrialWorld,
} from '#engine'

/** Something that can be done now in a play. */
export type OpenPlace =
  | { kind: 'start'; key: string; node: TaskNode; start: StartNode; able: readonly Actor[] }
  | { kind: 'begin'; key: string; node: StartNode }
  | { kind: 'step'; key: string; node: TaskNode; task: OpenTask; able: readonly Actor[] }
  | { kind: 'wait'; key: string; node: FlowNode; wait: OpenWait; able: readonly Actor[] }
  | { kind: 'call'; key: string; node: Extract<FlowNode, { kind: 'call' }>; wait: OpenWait }
  | { kind: 'incident'; key: string; node: FlowNode; incident: Incident }

export function openPlaces(world: TrialWorld, trial: Trial): OpenPlace[] {
  const { state } = trial
  if (state.status === 'new') return beginnings(world, trial)
  const nodeOf = (id: NodeId) => world.definition.flow.nodes.find((node) => node.id === id)
  const stuck = state.incidents.flatMap((incident): OpenPlace[] => {
    const node = nodeOf(incident.node)
    return node ? [{ kind: 'incident', key: `incident ${incident.branch} ${node.id}`, node, incident }] : []
  })
  const steps = state.open.flatMap((task): OpenPlace[] => {
    const node = nodeOf(task.node)
    const able = performersOf(task, world.cast)
    return node?.kind === 'task' ? [{ kind: 'step', key: `${task.taskId} ${task.parts.length}`, node, task, able }] : []
  })
  const waits = state.waits.flatMap((wait): OpenPlace[] => {
    const node = nodeOf(wait.node)
    if (!node) return []
    if (node.kind === 'call') return [{ kind: 'call', key: wait.waitId, node, wait }]
    return [{ kind: 'wait', key: wait.waitId, node, wait, able: wait.kind === 'report' ? reportersOf(world, node.id) : [] }]
  })
  return [...stuck, ...steps, ...waits]
}

function beginnings(world: TrialWorld, trial: Trial): OpenPlace[] {
  const byPeople = firstSteps(world.definition)
    .filter(({ start }) => start.by !== 'schedule' && start.by !== 'call')
    .map(({ start, step }): OpenPlace => {
      return { kind: 'start', key: `start ${start.id}`, node: step, start, able: startersOf(world, trial, start.id) }
    })
  const alone = world.definition.flow.nodes.flatMap((node): OpenPlace[] =>
    node.kind === 'start' && (node.by === 'schedule' || node.by === 'call')
      ? [{ kind: 'begin', key: `begin ${node.id}`, node }]
      : [],
  )
  return [...byPeople, ...alone]
}
