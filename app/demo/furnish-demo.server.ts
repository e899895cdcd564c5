import type { Person, Right } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import { toPerson } from '#app/use-cases/account/find-visitor.server.ts'
import { publish } from '#app/use-cases/decrees/publish.server.ts'
import { cancelInstance } from '#app/use-cases/instances/cancel-instance.server.ts'
import { readAgency } from '#db/stores/agencies-admin.ts'
import { anyInstance, firstDecreeSeries, listShownVersions } from '#db/stores/demo-read.ts'
import { listEverybody, operatorExists } from '#db/stores/people.ts'
import { readPersonNow } from '#db/stores/sessions.ts'
import { civilDate } from '#engine'
import { furnishPeople } from './furnish-people.server.ts'
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
  const published = (await listShownVersions(ports.db)).filter(({ status }) => status === 'published')
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
  const agency = await readAgency(ports.db, agencyId)
  const seriesId = await firstDecreeSeries(ports.db, agencyId)
  const person = await holderOf('signatory', agencyId, ports)
  const seat = person?.seats.find((held) => held.agencyId === agencyId && held.signs)
  if (!agency || !seriesId || !person || !seat) return 'nobody can set it'
  const signedOn = civilDate(ports.now(), agency.timeZone)
  const published = await publish(
    {
      ...{ agencyId, slug, digest, signedOn, effectiveOn: signedOn },
      ...{ visitor: { kind: 'person', person }, number: { kind: 'series', seriesId }, positionId: seat.positionId },
    },
    ports,
  )
  return published.ok ? null : JSON.stringify(published.refusal)
}

async function cancel(agencyId: string, instanceId: string, ports: Ports) {
  const person = await holderOf('administrator', agencyId, ports)
  if (!person) return
  const reason = 'Permohonan ditarik atas permintaan pemohon.'
  await cancelInstance({ visitor: { kind: 'person', person }, agencyId, instanceId, reason }, ports)
}

async function holderOf(right: Right, agencyId: string, ports: Ports): Promise<Person | null> {
  const at = new Date(ports.now())
  const everybody = await listEverybody(ports.db, at)
  const found = everybody.find(({ places }) =>
    places.some((place) => place.agencyId === agencyId && place.rights.includes(right)),
  )
  const row = found && (await readPersonNow(ports.db, found.id, at))
  return row ? toPerson(row) : null
}
