import type { Definition } from '#engine/definition/schema.ts'
import type { MigrationChoices } from '#engine/instance/messages.ts'
import { planMigration } from '#engine/instance/migrate/plan-migration.ts'
import {
  aDefinition,
  aField,
  aForm,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  aParallel,
  aStart,
  aTask,
  type EdgeInput,
  type NodeInput,
  type TaskInput,
} from '../builders/definition.ts'
import type { Act, Story } from './given.ts'
import { aCalendar } from './office.ts'

export const one = { version: 1, digest: 'satu' }
export const two = { version: 2, digest: 'dua' }

type Drawn = string | NodeInput
const idOf = (node: Drawn): string => (typeof node === 'string' ? node : node.id)
const drawn = (node: Drawn): NodeInput => (typeof node === 'string' ? aTask(node) : node)

/** An applicant asks, the nodes named follow each other, it ends; `edges` replaces the exits of their nodes. */
export function aProcedure(
  nodes: readonly Drawn[],
  { edges = [], ...parts }: Omit<NonNullable<Parameters<typeof aDefinition>[0]>, 'nodes'> = {},
): Definition {
  const ids = ['start', 'apply', ...nodes.map(idOf)]
  const inOrder = ids.map((id, i) => anEdge(id, ids[i + 1] ?? 'end'))
  return aDefinition({
    lanes: [anApplicantLane(), aLane('officer'), aLane('head')],
    nodes: [aStart(), aTask('apply', { lane: 'applicant', ...(parts.forms ? { form: 'f' } : {}) }), ...nodes.map(drawn), anEnd()],
    edges: [...inOrder.filter(({ from }) => !edges.some((other) => other.from === from)), ...edges],
    ...parts,
  })
}

/** The same with a step of an officer alone. */
export const aCheck = (over: Partial<TaskInput> = {}, parts: Parameters<typeof aProcedure>[1] = {}): Definition =>
  aProcedure([aTask('check', over)], parts)

/** An applicant asks, each step named is done in a branch of its own, a join brings them together, it ends. */
export function aFork(
  steps: readonly Drawn[],
  join: NodeInput,
  over: { nodes?: NodeInput[]; edges?: EdgeInput[] } = {},
): Definition {
  const { edges = [], nodes = [] } = over
  const inOrder = steps.flatMap((step) => [anEdge('p', idOf(step)), anEdge(idOf(step), join.id)])
  return aDefinition({
    lanes: [anApplicantLane(), aLane('officer'), aLane('head')],
    nodes: [aStart(), aTask('apply', { lane: 'applicant' }), aParallel('p'), ...steps.map(drawn), join, ...nodes, anEnd()],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'p'),
      ...[...inOrder, anEdge(join.id, 'end')].filter(({ from }) => !edges.some((other) => other.from === from)),
      ...edges,
    ],
  })
}

/** The form of the first step, with one field. */
export const asking = (...field: Parameters<typeof aField>) => ({ forms: [aForm('f', aField(...field))] })

type Said = Partial<Act> & { reason?: string }

export const moveTo = (
  to: Definition,
  choices: Partial<MigrationChoices> = {},
  { reason = 'versi baru', ...how }: Said = {},
): Act => ({
  ...how,
  target: to,
  command: () => ({ type: 'Migrate', from: one, to: two, choices: { places: {}, clear: [], ...choices }, reason }),
})

export const takeBack = (to: Definition, { reason = 'keliru', ...how }: Said = {}): Act => ({
  ...how,
  target: to,
  command: () => ({ type: 'UndoMigration', from: two, to: one, reason }),
})

/** What a move of the story to another version would take now. */
export function planOf({ state, world, now }: Story, to: Definition) {
  const { superiors = {}, calendar = aCalendar, definition } = world
  return planMigration({ state, from: definition, to, context: { at: now, calendar, superiors } })
}
