import type { FieldId, NodeId, ScenarioId } from '../ids.ts'
import { limits } from '../limits.ts'
import { type Answers, type Expectation, Scenario, type TrialAct } from '../scenario.ts'
import type { Definition } from '../schema.ts'
import { refuseEdit } from './edit.ts'
import { checked, insertAt, requireFresh, requireRoom } from './pieces.ts'
import { mapKeeping, type Renaming } from './renaming.ts'

export function addScenario(definition: Definition, raw: Scenario, index?: number): Definition {
  const { scenarios = [] } = definition
  requireRoom(scenarios, limits.scenarios, 'scenarios')
  requireFresh(scenarios, raw.id)
  return { ...definition, scenarios: insertAt(scenarios, checked(Scenario, raw, ['scenarios']), index) }
}

export function updateScenario(definition: Definition, id: ScenarioId, patch: Partial<Omit<Scenario, 'id'>>): Definition {
  const before = scenarioOf(definition, id)
  const after = checked(Scenario, { ...before, ...patch, id }, ['scenarios', id])
  return { ...definition, scenarios: (definition.scenarios ?? []).map((one) => (one.id === id ? after : one)) }
}

/** Without any, a definition says nothing of scenarios: its bytes are those that it had before the first. */
export function removeScenario(definition: Definition, id: ScenarioId): Definition {
  scenarioOf(definition, id)
  const { scenarios = [], ...rest } = definition
  const left = scenarios.filter((one) => one.id !== id)
  return left.length === 0 ? rest : { ...rest, scenarios: left }
}

const scenarioOf = ({ scenarios = [] }: Definition, id: ScenarioId): Scenario =>
  scenarios.find((one) => one.id === id) ?? refuseEdit({ code: 'unknown-scenario', id })

/**
 * Follows names into walks: answers to a field that is gone fall away, and so do the acts of a step that is gone. An outcome or
 * an end that is gone keeps its name, so that the walk is found broken and its author says what is meant now.
 */
export function inScenario(scenario: Scenario, renaming: Renaming): Scenario {
  const acts = mapKeeping(scenario.acts, (act) => inAct(act, renaming))
  const kept = renaming.node ? keepingSteps(acts, renaming.node) : acts
  const expects = renaming.node ? inExpectation(scenario.expects, renaming.node) : scenario.expects
  if (kept === scenario.acts && expects === scenario.expects) return scenario
  // A walk of nothing is no walk: then it stands as it was, and is found broken.
  return kept.length === 0 ? scenario : { ...scenario, acts: [...kept], expects }
}

function inAct(act: TrialAct, { field, outcome }: Renaming): TrialAct {
  const answered = field && 'answers' in act ? withAnswers(act, inAnswers(act.answers, field)) : act
  if (outcome === undefined || (answered.do !== 'step' && answered.do !== 'start')) return answered
  const named = outcome(answered.node, answered.outcome)
  return named === answered.outcome ? answered : { ...answered, outcome: named }
}

const withAnswers = <A extends TrialAct & { answers: Answers }>(act: A, answers: Answers): A =>
  answers === act.answers ? act : { ...act, answers }

function inAnswers(answers: Answers, rename: (id: FieldId) => FieldId | null): Answers {
  const entries = Object.entries(answers) as [FieldId, Answers[FieldId]][]
  const renamed = entries.flatMap(([id, value]) => {
    const name = rename(id)
    return name === null ? [] : [[name, inRows(value, rename)] as const]
  })
  const same =
    renamed.length === entries.length && renamed.every(([id, value], at) => id === entries[at]?.[0] && value === entries[at]?.[1])
  return same ? answers : (Object.fromEntries(renamed) as Answers)
}

/** Members of a repeating group are fields too. */
function inRows(value: Answers[FieldId], rename: (id: FieldId) => FieldId | null): Answers[FieldId] {
  if (!Array.isArray(value) || typeof value[0] !== 'object') return value
  const rows = value as Answers[]
  const renamed = mapKeeping(rows, (row) => inAnswers(row, rename))
  return renamed === rows ? value : (renamed as typeof value)
}

type RenameNode = (id: NodeId) => NodeId | null

function keepingSteps(acts: TrialAct[], rename: RenameNode): TrialAct[] {
  const kept = acts.flatMap((act): TrialAct[] => {
    if (!('node' in act)) return [act]
    const node = rename(act.node)
    return node === null ? [] : [node === act.node ? act : { ...act, node }]
  })
  return kept.length === acts.length && kept.every((act, index) => act === acts[index]) ? acts : kept
}

function inExpectation(expects: Expectation, rename: RenameNode): Expectation {
  const steps = named(expects.steps, rename)
  const open = expects.open && named(expects.open, rename)
  if (steps === expects.steps && open === expects.open) return expects
  return { ...expects, steps, ...(open ? { open } : {}) }
}

function named(nodes: NodeId[], rename: RenameNode): NodeId[] {
  const kept = nodes.flatMap((id) => rename(id) ?? [])
  return kept.length === nodes.length && kept.every((id, index) => id === nodes[index]) ? nodes : kept
}
