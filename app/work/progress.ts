import { type Definition, type InstanceState, stepRows } from '#engine'

export type ProgressStep = {
  id: string
  number: number
  title: string
  lane: string
  state: 'done' | 'current' | 'waiting' | 'problem'
}

/** The steps people take, in the order of the papers, with how far this request has come. */
export function progressOf(definition: Pick<Definition, 'flow'>, state: ProgressInput): ProgressStep[] {
  const lanes = new Map(definition.flow.lanes.map(({ id, name }) => [id, name]))
  const tasks = stepRows(definition).filter(({ node }) => node.kind === 'task')
  return tasks.map(({ node }, index) => ({
    id: node.id,
    number: index + 1,
    title: 'activity' in node ? node.activity : node.id,
    lane: lanes.get(node.lane) ?? '',
    state: stateOf(node.id, state),
  }))
}

export type ProgressInput = { open: readonly string[]; done: readonly string[]; incidents: readonly string[] }

export const progressInput = (state: InstanceState): ProgressInput => ({
  open: state.open.map(({ node }) => node),
  done: Object.keys(state.steps),
  incidents: state.incidents.map(({ node }) => node),
})

function stateOf(node: string, { open, done, incidents }: ProgressInput): ProgressStep['state'] {
  if (incidents.includes(node)) return 'problem'
  if (open.includes(node)) return 'current'
  return done.includes(node) ? 'done' : 'waiting'
}
