import type { Right, Visitor } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import type { Result } from '#app/result.ts'
import { scheduleInForce } from '#app/use-cases/jobs/schedule-in-force.server.ts'
import { startScheduled } from '#app/use-cases/jobs/start-scheduled.server.ts'
import { sweepDeadlines } from '#app/use-cases/jobs/sweep-deadlines.server.ts'
import type { Staged } from '#db/load-definitions.ts'
import { readAgency } from '#db/stores/agencies-admin.ts'
import { doAct } from './do-act.server.ts'
import { moveSome, setNextVersion } from './next-version.server.ts'
import { Scenario } from './scenario.ts'
import { sendAway } from './send-away.server.ts'
import { walkInstance } from './walk-instance.server.ts'

/** Who holds a right of the agency, as a visitor. */
export type HolderOf = (right: Right) => Promise<Visitor | null>
export type Played = { instances: number; problems: string[] }
type Note = (what: string, result: Result<unknown, { code: string }>) => void

const day = 86_400_000

/**
 * Lets everything happen that the scenario of an invented agency tells, through the use cases of its pages: requests in every
 * stage, a version that follows, people who are away, and deadlines that have passed.
 */
export async function playScenario(staged: Staged, holderOf: HolderOf, ports: Ports): Promise<Played> {
  const { agencyId } = staged
  const scenario = Scenario.parse(staged.scenario)
  const played: Played = { instances: 0, problems: [] }
  const note: Note = (what, result) => {
    if (!result.ok) played.problems.push(`${agencyId} ${what}: ${JSON.stringify(result.refusal)}`)
  }
  const administrator = await holderOf('administrator')
  if (!administrator) return { instances: 0, problems: [`${agencyId}: nobody administers it`] }
  await scheduleInForce({ ...ports, now: () => ports.now() - scenario.clockDaysAgo * day })
  await startScheduled(ports)
  await playRequests(agencyId, scenario, { administrator, played, note }, ports)
  for (const next of staged.next) {
    const place = { agencyId, slug: next.slug }
    note(`next ${next.slug}`, await setNextVersion({ ...place, definition: next.definition }, holderOf, ports))
    if (scenario.moved) note(`moved ${next.slug}`, await moveSome(place, scenario.moved, administrator, ports))
  }
  await sendAway(agencyId, scenario, administrator, note, ports)
  await sweepDeadlines(ports)
  return played
}

type Stage = { administrator: Visitor; played: Played; note: Note }

async function playRequests(agencyId: string, { requests }: Scenario, stage: Stage, ports: Ports): Promise<void> {
  const { administrator: visitor, played, note } = stage
  const zone = (await readAgency(ports.db, agencyId))?.timeZone ?? 'UTC'
  for (const [seed, { standard: slug, daysAgo, acts, ...course }] of requests.entries()) {
    const startedAt = ports.now() - (daysAgo + 1) * day
    const walked = await walkInstance({ agencyId, slug }, { ...course, seed, startedAt, zone }, ports)
    if ('problem' in walked) {
      played.problems.push(`${agencyId}/${slug} ${seed}: ${walked.problem}`)
      continue
    }
    played.instances += 1
    for (const act of acts) note(`${act.kind} ${seed}`, await doAct(act, { agencyId, visitor, ...walked }, ports))
  }
}
