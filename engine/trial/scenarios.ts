import type { Calendar } from '../calendar/schema.ts'
import type { Scenario } from '../definition/scenario.ts'
import type { Definition } from '../definition/schema.ts'
import { type CastPosition, castOf } from './cast.ts'
import { runScenario, type ScenarioRun } from './run-scenario.ts'
import type { TrialWorld } from './trial.ts'

/** What a run depends on: the same parts give the same run, whatever else an author changes meanwhile. */
type Ground = readonly unknown[]
const known = new WeakMap<Scenario, { ground: Ground; run: ScenarioRun }>()
const casts = new WeakMap<Definition['flow'], { positions: readonly CastPosition[] | undefined; cast: TrialWorld['cast'] }>()

/** Runs every scenario of a definition; those whose ground did not change since they ran last are not run again. */
export function runScenarios(
  definition: Definition,
  { calendar, positions }: { calendar: Calendar; positions?: readonly CastPosition[] | undefined },
): { scenario: Scenario; run: ScenarioRun }[] {
  const { flow, forms, components, identity } = definition
  const ground = [flow, forms, components.serviceTime, identity.calendarUnit, calendar, positions]
  return (definition.scenarios ?? []).map((scenario) => {
    const before = known.get(scenario)
    if (before && ground.every((part, index) => part === before.ground[index])) return { scenario, run: before.run }
    const run = runScenario({ definition, calendar, cast: castFor(definition, positions) }, scenario)
    known.set(scenario, { ground, run })
    return { scenario, run }
  })
}

function castFor(definition: Definition, positions: readonly CastPosition[] | undefined): TrialWorld['cast'] {
  const before = casts.get(definition.flow)
  if (before && before.positions === positions) return before.cast
  const cast = castOf(definition, positions)
  casts.set(definition.flow, { positions, cast })
  return cast
}
