import { expect, it } from 'vitest'
import { openDatabase } from '#db/connection.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { aDefinition } from '#test/builders/definition.ts'
import { startPostgres } from '#test/support/postgres-server.ts'
import { printTable } from '#test/support/table.ts'
import { isDone, lineTo, overHttp } from './support/interface.ts'
import { invariantsOf } from './support/invariants.ts'
import { oneJoin, openTasks, publishJoins } from './support/join-race.ts'
import { type Lap, throughUseCases, worldOf } from './support/laps.ts'
import { anOfficeAtWork, beginDraft, type Member } from './support/office-at-work.ts'
import { codesOf, machine, say } from './support/report.ts'
import { oneWinner, type Race, race } from './support/rounds.ts'
import { oneSeries } from './support/series-race.ts'
import { startStations } from './support/stations.ts'
import { drillWords } from './support/words.ts'

const words = drillWords()
const rounds = words.number('rounds', 1000)
const clients = words.number('clients', 50)
/** Of the rounds: so many over HTTP to two programs, which is slow; the others within this process. */
const overNetwork = Math.min(words.number('http', 50), rounds)
const everyRace = { task: oneTask, join: oneJoin, series: oneSeries, draft: oneDraft }
const named = Object.entries(everyRace).filter(([name]) => words.says(name))
/** All of them, unless some are named. */
const asked = named.length > 0 ? named.map(([, run]) => run) : Object.values(everyRace)

it('gives one of fifty clients what there is once, and each its own of what there is for all (P1, P5, V5, V15, V16)', async () => {
  const server = await startPostgres({ durable: true })
  const url = await server.createDatabase('drill')
  const opened = await openDatabase({ url, dataDir: '' })
  await migrateDatabase(opened)
  const at = await anOfficeAtWork(opened, { clerks: clients, heads: 1, authors: clients })
  const stations = await startStations({ count: 2, databaseUrl: url })
  const worlds = [await openDatabase({ url, dataDir: '' }), await openDatabase({ url, dataDir: '' })]
  try {
    const network = lineTo(stations.origins.map(overHttp))
    const within = lineTo(worlds.map((world) => throughUseCases(at, world)))
    const laps: readonly Lap[] = [
      { ...worldOf(opened, at, network), way: 'HTTP, two programs', rounds: overNetwork, before: 0, clients },
      { ...worldOf(opened, at, within), way: 'use cases, two pools', rounds: rounds - overNetwork, before: overNetwork, clients },
    ]
    await publishJoins(at)
    const races: Race[] = []
    for (const run of asked) for (const lap of laps) if (lap.rounds > 0) races.push(await run(lap))
    const found = await invariantsOf(opened)
    report(races, found.events)
    expect(found.faults).toEqual([])
    const amiss = [network, within].flatMap(({ counts }) => [counts.failed, counts.unanswered])
    expect(amiss, 'answers of 500, and none').toEqual([0, 0, 0, 0])
  } finally {
    await stations.close()
    await Promise.all([opened, ...worlds].map((one) => one.close()))
    await server.stop()
  }
})

/** Everybody completes the same task, each with words of their own. */
async function oneTask({ opened, at, ask, all, way, rounds, before }: Lap): Promise<Race> {
  const won = new Map<string, string>()
  const held = await race({
    ...{ what: 'one task', way, rounds, clients },
    async round(lap) {
      const n = before + lap
      const body = { standard: at.procedure, data: { title: `Permohonan ${n}` } }
      const { id } = (await ask({ method: 'POST', path: '/instances', body, token: at.clerks[0]?.token })).body
      const task = (await openTasks({ opened, at }, String(id))).get('write') ?? ''
      const answers = await all(
        at.clerks.map(({ token }, client) => ({
          ...{ method: 'POST', path: `/tasks/${task}/complete`, token, key: `t${n}` },
          body: { outcome: 'submit', data: { draft: `Naskah ${n} ${client}` } },
        })),
      )
      won.set(task, `Naskah ${n} ${answers.findIndex(isDone)}`)
      return { answers, faults: oneWinner(answers, ['task-closed', 'instance']) }
    },
  })
  const done = await opened.execute<{ task: string; draft: string }>(
    `select task_id as task, data->'data'->>'draft' as draft from events
     where type = 'TaskCompleted' and body->>'node' = 'write' and task_id = any($1::uuid[])`,
    [[...won.keys()]],
  )
  expect(done).toHaveLength(rounds)
  expect(new Map(done.map(({ task, draft }) => [task, draft]))).toEqual(won)
  return held
}

/** Everybody saves over the same draft; whoever was first is what the next round reads. */
async function oneDraft({ opened, at, ask, all, way, rounds, before }: Lap): Promise<Race> {
  const [first] = at.authors
  const slug = `bersama-${before}`
  await beginDraft(at, first as Member, slug, aDefinition({ title: 'Standar bersama' }))
  const path = `/standards/${at.agencyId}/${slug}/draft`
  let stands = ''
  const held = await race({
    ...{ what: 'one draft', way, rounds, clients },
    async round(n) {
      const { headers, body } = await ask({ method: 'GET', path, token: first?.token })
      const definition = Object(body.definition)
      if (n > 1 && body.digest !== stands) return { answers: [], faults: ['what won is not what stands'] }
      const summary = (client: number) => ({ ...definition.identity, summary: `Ringkasan ${before + n} ${client}` })
      const match = { 'If-Match': headers.get('ETag') ?? '' }
      const answers = await all(
        at.authors.map(({ token }, client) => ({
          ...{ method: 'PUT', path, token, headers: match },
          body: { ...definition, identity: summary(client) },
        })),
      )
      stands = String(answers.find(isDone)?.body.digest)
      return { answers, faults: oneWinner(answers, ['precondition-failed']) }
    },
  })
  const text = 'select revision, digest from versions where slug = $1'
  expect(await opened.execute(text, [slug])).toEqual([{ revision: rounds + 1, digest: stands }])
  return held
}

function report(races: readonly Race[], events: number) {
  say(`drill:race, ${machine()}: one PostgreSQL, fsync on; ${events} events`)
  printTable(
    ['race', 'way', 'rounds', 'clients', 'done', 'refused', 's', 'requests/s'],
    races.map(({ what, way, rounds: n, clients: many, won, refused, milliseconds }) => [
      ...[what, way, n, many, won, codesOf(refused), (milliseconds / 1000).toFixed(0)],
      ((n * many * 1000) / milliseconds).toFixed(0),
    ]),
  )
}
