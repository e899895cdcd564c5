import { isDeepStrictEqual } from 'node:util'
import type { Quorum } from '#engine/definition/flow.ts'
import { anOpinionRound, opinionSteps } from '#test/builders/opinions.ts'
import { type Asking, codeOf, isDone, type Told } from './interface.ts'
import type { Lap } from './laps.ts'
import type { OfficeAtWork } from './office-at-work.ts'
import { type Race, race } from './rounds.ts'

const quorums: readonly { slug: string; quorum: Quorum; needed: number }[] = [
  { slug: 'pendapat-semua', quorum: { kind: 'all' }, needed: opinionSteps.length },
  { slug: 'pendapat-salah-satu', quorum: { kind: 'any' }, needed: 1 },
  { slug: 'pendapat-sebagian', quorum: { kind: 'atLeast', n: 3 }, needed: 3 },
]

export async function publishJoins({ office }: OfficeAtWork): Promise<void> {
  for (const { slug, quorum } of quorums) await office.publish(slug, anOpinionRound(quorum))
}

/**
 * Everybody completes a branch of the same instance, with words of their own: of fifty clients ten reach for each of the
 * five. The quorum is by turns all, any, and at least three.
 */
export async function oneJoin(lap: Lap): Promise<Race> {
  const { at, ask, way, rounds, before, clients } = lap
  const told = new Map<string, Outcome>()
  const held = await race({
    ...{ what: 'one join', way, rounds, clients },
    async round(n) {
      const { slug, needed } = quorums[n % quorums.length] as (typeof quorums)[number]
      const data = { title: `Permohonan ${before + n}` }
      const body = { standard: `${at.agencyId}/${slug}`, data }
      const { id } = (await ask({ method: 'POST', path: '/instances', body, token: at.clerks[0]?.token })).body
      const tasks = await openTasks(lap, String(id))
      const stepOf = (client: number) => opinionSteps[client % opinionSteps.length] as string
      const words = (client: number) => `Pendapat ${before + n} ${client}`
      const answers = await Promise.all(
        at.clerks.map(({ token }, client) =>
          settled(lap, {
            ...{ method: 'POST', path: `/tasks/${tasks.get(stepOf(client))}/complete`, token, key: `j${before + n}` },
            body: { outcome: 'submit', data: { [stepOf(client)]: words(client) } },
          }),
        ),
      )
      const winners = answers.flatMap((told, client) => (isDone(told) ? [client] : []))
      const said = Object.fromEntries(winners.map((client) => [stepOf(client), words(client)]))
      told.set(String(id), { said, needed })
      return { answers, faults: faultsOf(answers, Object.keys(said), needed) }
    },
  })
  const faults = await faultsOfRecord(lap, told)
  if (faults.length > 0) throw new Error(`one join by ${way}: ${faults.slice(0, 5).join('; ')}`)
  return held
}

/** What the clients were told: the words that won, by the branch. */
type Outcome = { said: Readonly<Record<string, string>>; needed: number }

/** Who is told that somebody else moved the request meanwhile asks again, under the same key, as the answer says. */
async function settled({ ask }: Lap, asking: Asking): Promise<Told> {
  for (;;) {
    const told = await ask(asking)
    if (codeOf(told) !== 'instance') return told
  }
}

/** As many branches as are needed, each by one client; all others are told that theirs is closed. */
function faultsOf(answers: readonly Told[], branches: readonly string[], needed: number): string[] {
  const won = answers.filter(isDone).length
  const strange = answers.filter((told) => !isDone(told) && codeOf(told) !== 'task-closed').map(codeOf)
  return [
    ...(won === needed ? [] : [`${won} winners where ${needed} are needed`]),
    ...(branches.length === won ? [] : ['two winners of one branch']),
    ...strange.slice(0, 3),
  ]
}

/** The open tasks of an instance by their steps. */
export async function openTasks({ opened, at }: Pick<Lap, 'opened' | 'at'>, instance: string): Promise<Map<string, string>> {
  const text = `select node, id from tasks where agency_id = $1 and instance_id = $2::uuid and status = 'open'`
  const open = await opened.execute<{ node: string; id: string }>(text, [at.agencyId, instance])
  return new Map(open.map(({ node, id }) => [node, id]))
}

type Recorded = {
  id: string
  said: Readonly<Record<string, string>>
  completions: number
  arrivals: number
  joins: number
  withdrawals: number
  told: number
  words: number
  signings: number
  open: readonly string[]
}

const count = (what: string, where: string) =>
  `(select count(${what})::int from events e where e.agency_id = i.agency_id and e.instance_id = i.id and ${where})`
const opinion = `e.type = 'TaskCompleted' and e.body->>'node' <> 'apply'`

/** What the events, the task list and the notices hold of each instance that was raced for. */
const recorded = `
  select i.id,
    (select jsonb_object_agg(e.body->>'node', e.data->'data'->>(e.body->>'node')) from events e
     where e.agency_id = i.agency_id and e.instance_id = i.id and ${opinion}) as said,
    ${count('*', opinion)} as completions,
    ${count('*', `e.type = 'BranchArrived'`)} as arrivals,
    ${count('*', `e.type = 'BranchesJoined'`)} as joins,
    ${count('distinct e.task_id', `e.type = 'TaskWithdrawn' and e.body->>'because' = 'not-needed'`)} as withdrawals,
    (select count(distinct w.task_id)::int from notices w
     where w.agency_id = i.agency_id and w.instance_id = i.id and w.kind = 'task-withdrawn') as told,
    (select count(*)::int from notices w
     where w.agency_id = i.agency_id and w.instance_id = i.id) as words,
    ${count('*', `e.type = 'TaskOpened' and e.body->>'node' = 'sign'`)} as signings,
    (select json_agg(t.node) from tasks t
     where t.agency_id = i.agency_id and t.instance_id = i.id and t.status = 'open') as open
  from instances i where i.agency_id = $1 and i.id = any($2::uuid[])`

/**
 * Each branch was done once by who was told so, the join passed once, the rest was withdrawn with one word each to those
 * whose it was, and one step follows.
 */
async function faultsOfRecord({ opened, at }: Lap, told: ReadonlyMap<string, Outcome>): Promise<string[]> {
  const found = await opened.execute<Recorded>(recorded, [at.agencyId, [...told.keys()]])
  const faults = found.flatMap((one) => {
    const should = recordOf(one.id, told.get(one.id) as Outcome)
    return isDeepStrictEqual(one, should) ? [] : [`${JSON.stringify(one)} instead of ${JSON.stringify(should)}`]
  })
  return found.length === told.size ? faults : [`${found.length} of ${told.size} instances are there`, ...faults]
}

function recordOf(id: string, { said, needed }: Outcome): Recorded {
  const left = opinionSteps.length - needed
  return {
    ...{ id, said, completions: needed, arrivals: needed, joins: 1 },
    ...{ withdrawals: left, told: left, words: left, signings: 1, open: ['sign'] },
  }
}
