import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Opened, openDatabase } from '#db/connection.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { type PostgresServer, startPostgres } from '#test/support/postgres-server.ts'
import { aProxyTo } from '#test/support/proxy.ts'
import { printTable } from '#test/support/table.ts'
import { attemptsAt } from './support/attempts.ts'
import { type Fault, faults } from './support/faults.ts'
import { invariantsOf } from './support/invariants.ts'
import { bars, statusesOf, whatWasKept } from './support/judged.ts'
import { putUnderLoad } from './support/load.ts'
import { anOfficeAtWork, type OfficeAtWork } from './support/office-at-work.ts'
import { seconds } from './support/pause.ts'
import { codesOf, machine, say } from './support/report.ts'
import { aSmallDisk, type SmallDisk } from './support/small-disk.ts'
import { startStations } from './support/stations.ts'
import { watch } from './support/watch.ts'
import { drillWords } from './support/words.ts'

const words = drillWords()
const only = words.number('only', 0)
const asked = faults.filter((_, index) => only === 0 || index + 1 === only)
const lines: (string | number)[][] = []
let usual: Host

beforeAll(async () => {
  usual = await aHost(null)
})
afterAll(async () => {
  await usual.server.stop()
  printTable(
    ['fault', 'passed', 'answers', 'longest', '/healthz', 'well after', 'acknowledged', 'lost', 'doubled', 'rejections'],
    lines,
  )
  say(`${lines.filter(([, passed]) => passed === 'yes').length} of ${asked.length} (${machine()})`)
})

it.each(asked)('lives through: $name (P10, V14, V23)', async (fault) => {
  const disk = fault.onSmallDisk ? await aSmallDisk(256) : null
  if (fault.onSmallDisk && !disk)
    say('This user may not mount a small disk: the connections of the database are used up instead.')
  const host = disk ? await aHost(disk) : usual
  try {
    const wrong = await trial(fault, host, disk)
    expect(wrong).toEqual([])
  } finally {
    if (host !== usual) await host.server.stop()
    await disk?.close()
  }
})

type Host = { server: PostgresServer; at: OfficeAtWork }
const template = 'drill_template'

/** A server with the database from which that of each fault is made. */
async function aHost(disk: SmallDisk | null): Promise<Host> {
  const server = await startPostgres({ durable: true, ...(disk ? { within: disk.folder } : {}) })
  const opened = await openDatabase({ url: await server.createDatabase(template), dataDir: '' })
  await migrateDatabase(opened)
  const at = await anOfficeAtWork(opened, { clerks: 4, heads: 2, authors: 1 })
  await opened.close()
  return { server, at }
}

/** Answers what was wrong, as sentences. */
async function trial(fault: Fault, { server, at }: Host, disk: SmallDisk | null): Promise<string[]> {
  const url = await server.createDatabase(`fault_${faults.indexOf(fault) + 1}`, template)
  const way = await aProxyTo(url)
  const stations = await startStations({ count: 1, databaseUrl: way.url, ...(fault.env ? { env: fault.env } : {}) })
  const [station] = stations.all
  if (!station) throw new Error('no program')
  const wrong: string[] = []
  const { origin } = station
  const attempts = attemptsAt(origin)
  const load = putUnderLoad(attempts, at, origin)
  const probes = watch(origin)
  const pid = station.pid()
  try {
    await seconds(2)
    while (!load.allServedSince(0)) await seconds(0.1)
    const began = performance.now()
    await fault.strike({ server, way, station, url, at, attempts, disk }).catch((error) => void wrong.push(String(error)))
    const ended = performance.now()
    await fault.mend?.({ server, way, station, url, at, attempts, disk })
    const well = await wellAfter(
      ended,
      (moment) => load.allServedSince(moment) && probes.ready.some((one) => one.at > moment && one.status === 200),
    )
    await load.stop()
    await probes.stop()
    const statuses = statusesOf(attempts)
    const longest = Math.max(...attempts.all.map(({ ms }) => ms))
    const live = Math.max(...probes.live.filter(({ status }) => status !== null).map(({ ms }) => ms))
    const complaints = (station.complaints().match(/unhandled|uncaught|Error:/gi) ?? []).length
    if (!fault.endsProgram && (!station.isRunning() || station.pid() !== pid)) wrong.push('the program left by itself')
    const allowed = new Set(['2xx', '409', '503', ...(fault.endsProgram ? ['none'] : [])])
    for (const status of Object.keys(statuses)) if (!allowed.has(status)) wrong.push(`${statuses[status]} answers of ${status}`)
    if (longest > bars.request) wrong.push(`a request took ${secondsText(longest)}`)
    if (live > bars.live) wrong.push(`/healthz took ${secondsText(live)}`)
    if (!fault.endsProgram && probes.live.some(({ status }) => status !== 200))
      wrong.push('/healthz did not answer 200 all along')
    if (fault.away) wrong.push(...readyAllTheSame(probes.ready, began + 3_000, ended))
    if (well > bars.well) wrong.push(`well only after ${secondsText(well)}`)
    if (complaints > 0) wrong.push(`standard error: ${station.complaints().slice(-400)}`)
    const [kept, broken] = await within(url, async (opened) => {
      const kept = await whatWasKept(attempts, opened.execute, origin)
      return [kept, (await invariantsOf(opened)).faults] as const
    })
    wrong.push(...broken)
    if (kept.lost > 0) wrong.push(`${kept.lost} acknowledged writes are lost`)
    if (kept.doubled > 0) wrong.push(`${kept.doubled} writes are doubled`)
    if (kept.otherAnswers > 0) wrong.push(`${kept.otherAnswers} keys sent again got another answer`)
    lines.push([
      fault.name,
      wrong.length === 0 ? 'yes' : 'NO',
      codesOf(statuses),
      secondsText(longest),
      secondsText(live),
      secondsText(well),
      kept.acknowledged,
      kept.lost,
      kept.doubled + kept.otherAnswers,
      complaints,
    ])
    say(`${fault.name}: ${wrong.length === 0 ? 'passed' : wrong.join('; ')}`)
    return wrong
  } finally {
    await load.stop()
    await probes.stop()
    await stations.close()
    await way.close()
  }
}

const secondsText = (ms: number) => `${(ms / 1000).toFixed(2)} s`

async function within<T>(url: string, run: (opened: Opened) => Promise<T>): Promise<T> {
  const opened = await openDatabase({ url, dataDir: '' })
  return run(opened).finally(() => opened.close())
}

/** Milliseconds from a moment until something holds of what came after it; given up after a minute. */
async function wellAfter(moment: number, holds: (moment: number) => boolean): Promise<number> {
  while (!holds(moment) && performance.now() - moment < 60_000) await seconds(0.05)
  return performance.now() - moment
}

function readyAllTheSame(
  ready: readonly { at: number; status: number | null; ms: number }[],
  from: number,
  to: number,
): string[] {
  const meanwhile = ready.filter(({ at, ms }) => at > from && at + ms < to)
  const not503 = meanwhile.filter(({ status }) => status !== 503).length
  if (meanwhile.length === 0) return ['/readyz said nothing meanwhile']
  return not503 === 0 ? [] : [`/readyz was not 503 ${not503} times while the database was away`]
}
