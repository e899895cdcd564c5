import type { Ports } from '#app/ports.ts'
import { toPerson } from '#app/use-cases/account/find-visitor.server.ts'
import { cancelInstance } from '#app/use-cases/instances/cancel-instance.server.ts'
import { stagedAgencies } from '#db/load-definitions.ts'
import { readAgency } from '#db/stores/agencies-admin.ts'
import { anyInstance, listShownVersions } from '#db/stores/demo-read.ts'
import { listEverybody, operatorExists } from '#db/stores/people.ts'
import { readPersonNow } from '#db/stores/sessions.ts'
import { furnishPeople } from './furnish-people.server.ts'
import { sign } from './next-version.server.ts'
import { type HolderOf, playScenario } from './play-scenario.server.ts'
import { type Course, walkInstance } from './walk-instance.server.ts'

type Version = Awaited<ReturnType<typeof listShownVersions>>[number]
export type Furnished = { instances: number; problems: readonly string[] }

const day = 86_400_000
/** Furthest first, so that the list of requests looks lived in: finished, sent back, refused, waiting, just come in. One was stopped. */
const courses: readonly (Omit<Course, 'seed' | 'startedAt' | 'zone'> & { cancelled?: true })[] = [
  { steps: 40, choose: 'onwards' },
  { steps: 40, choose: 'revise-once' },
  { steps: 40, choose: 'reject-once' },
  { steps: 4, choose: 'onwards' },
  { steps: 3, choose: 'revise-once' },
  { steps: 2, choose: 'onwards' },
  { steps: 1, choose: 'onwards', cancelled: true },
  { steps: 1, choose: 'onwards' },
  { steps: 0, choose: 'onwards' },
]

/**
 * Furnishes an empty office for a demonstration: people in every position, standards in force, requests at every stage. Does
 * nothing the second time. What a standard does not allow is answered as a problem and leaves the rest as it is.
 */
export async function furnishDemo(ports: Ports): Promise<Furnished> {
  if (!ports.settings.demo) throw new Error('only a demonstration is furnished')
  if (!(await operatorExists(ports.db))) await furnishPeople(ports)
  if (await anyInstance(ports.db)) return { instances: 0, problems: [] }
  const problems = await publishSome(ports)
  const shown = await listShownVersions(ports.db)
  const staged = stagedAgencies().filter(({ agencyId }) => shown.some((version) => version.agencyId === agencyId))
  const isStaged = (agencyId: string) => staged.some((one) => one.agencyId === agencyId)
  const published = shown.filter(({ agencyId, status }) => status === 'published' && !isStaged(agencyId))
  let instances = 0
  for (const [i, standard] of published.entries()) {
    const zone = (await readAgency(ports.db, standard.agencyId))?.timeZone ?? 'UTC'
    for (const [k, course] of courses.entries()) {
      const seed = i * courses.length + k
      const startedAt = ports.now() - (courses.length - k) * 3 * day + i * 3_600_000
      const walked = await walkInstance(standard, { ...course, seed, startedAt, zone }, ports)
      if ('instanceId' in walked) instances += 1
      else problems.push(`${standard.agencyId}/${standard.slug} ${k}: ${walked.problem}`)
      if ('instanceId' in walked && course.cancelled) await cancel(standard.agencyId, walked.instanceId, ports)
    }
  }
  for (const one of staged) {
    const played = await playScenario(one, visitorOf(one.agencyId, ports), ports)
    instances += played.instances
    problems.push(...played.problems)
  }
  return { instances, problems }
}

/** Where an agency has nothing in force yet, sets all its approved standards but one, which is left to try. */
async function publishSome(ports: Ports): Promise<string[]> {
  const versions = await listShownVersions(ports.db)
  const inForce = new Set(versions.filter(({ status }) => status === 'published').map(({ agencyId }) => agencyId))
  const waiting = versions.filter(({ agencyId }) => !inForce.has(agencyId))
  const chosen = waiting.filter((version, i) => waiting[i - 1]?.agencyId === version.agencyId)
  const problems: string[] = []
  for (const version of chosen) {
    const problem = await setInForce(version, ports)
    if (problem) problems.push(`${version.agencyId}/${version.slug}: ${problem}`)
  }
  return problems
}

async function setInForce({ agencyId, slug, digest }: Version, real: Ports): Promise<string | null> {
  const ports: Ports = { ...real, now: () => real.now() - 90 * day }
  const published = await sign({ agencyId, slug, digest }, visitorOf(agencyId, ports), ports)
  return published.ok ? null : JSON.stringify(published.refusal)
}

async function cancel(agencyId: string, instanceId: string, ports: Ports) {
  const visitor = await visitorOf(agencyId, ports)('administrator')
  const reason = 'Permohonan ditarik atas permintaan pemohon.'
  if (visitor) await cancelInstance({ visitor, agencyId, instanceId, reason }, ports)
}

/** Somebody who holds a right of the agency. */
export const visitorOf =
  (agencyId: string, ports: Ports): HolderOf =>
  async (right) => {
    const at = new Date(ports.now())
    const everybody = await listEverybody(ports.db, at)
    const found = everybody.find(({ places }) =>
      places.some((place) => place.agencyId === agencyId && place.rights.includes(right)),
    )
    const row = found && (await readPersonNow(ports.db, found.id, at))
    return row ? { kind: 'person', person: toPerson(row) } : null
  }
