import { type Definition, type InstanceState, stepRows } from '#engine'

export type ProgressStep = {
  id: string
  number: number
  title: string
  lane: string
  state: 'done' | 'current' | 'waiting' | 'problem'
}

/** The steps people take or wait for, in the order of the papers, with how far this request has come. */
export function progressOf(definition: Pick<Definition, 'flow'>, state: ProgressInput): ProgressStep[] {
  const lanes = new Map(definition.flow.lanes.map(({ id, name }) => [id, name]))
  const steps = stepRows(definition).filter(({ node }) => node.kind === 'task' || node.kind === 'wait' || node.kind === 'call')
  return steps.map(({ node }, index) => ({
    id: node.id,
    number: index + 1,
    title: 'activity' in node ? node.activity : node.id,
    lane: lanes.get(node.lane) ?? '',
    state: stateOf(node.id, state),
  }))
}

export type ProgressInput = { open: readonly string[]; done: readonly string[]; incidents: readonly string[] }

/** `over` are the waits that have ended: the state keeps no record of them by node. */
export const progressInput = (state: InstanceState, over: readonly string[]): ProgressInput => ({
  open: [...state.open, ...state.waits].map(({ node }) => node),
  done: [...Object.keys(state.steps), ...over],
  incidents: state.incidents.map(({ node }) => node),
})

function stateOf(node: string, { open, done, incidents }: ProgressInput): ProgressStep['state'] {
  if (incidents.includes(node)) return 'problem'
  if (open.includes(node)) return 'current'
  return done.includes(node) ? 'done' : 'waiting'
}
