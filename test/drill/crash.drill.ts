import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Opened, openDatabase } from '#db/connection.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { startPostgres } from '#test/support/postgres-server.ts'
import { clockworkOf } from './support/clockwork.ts'
import { newTally, note, report, type Tally } from './support/crash-tally.ts'
import { faultsOfEffects } from './support/effects.ts'
import { lineTo, overHttp } from './support/interface.ts'
import { invariantsOf } from './support/invariants.ts'
import { openLedger } from './support/ledger.ts'
import { anOfficeAtWork, beginDraft, type OfficeAtWork } from './support/office-at-work.ts'
import { milliseconds, seconds } from './support/pause.ts'
import { say } from './support/report.ts'
import { isReady, type Station, startStations } from './support/stations.ts'
import { publishTimedWork } from './support/timed-work.ts'
import { chanceOf, drillWords, seedOf } from './support/words.ts'
import { applicant, type Desk, drafter, keepWriting, office, official, type Writer } from './support/writers.ts'

const words = drillWords()
const embedded = words.says('embedded')
const size = { clerks: 3, heads: 2, authors: 4 }
const title = `drill:crash, ${embedded ? 'embedded database' : 'PostgreSQL'}`

it.skipIf(embedded)('keeps every acknowledged write when programs and PostgreSQL are killed (P10, V14, V15)', async () => {
  const seed = seedOf(words)
  const chance = chanceOf(seed)
  const server = await startPostgres({ durable: true })
  const url = await server.createDatabase('drill')
  const opened = await openDatabase({ url, dataDir: '' })
  await migrateDatabase(opened)
  const at = await anOfficeAtWork(opened, size)
  const procedures = [at.procedure, ...(await publishTimedWork(opened, at))]
  const stations = await startStations({ count: 2, databaseUrl: url })
  try {
    const desk = deskOf({ at, procedures }, stations.origins, seed)
    const writers = await writersOf(desk)
    const tally = newTally()
    const victims = shuffled(chance, [
      ...Array<'program'>(words.number('kills', 30)).fill('program'),
      ...Array<'postgres'>(words.number('database', 10)).fill('postgres'),
    ])
    for (const [round, victim] of victims.entries()) {
      const writing = keepWriting(writers)
      await moment(chance)
      if (victim === 'program') {
        const station = chance.oneOf(stations.all)
        await station.kill()
        note(tally, 'program', await station.startAgain())
      } else {
        const whom = chance.oneOf(['postmaster', 'all'] as const)
        const alive = stations.all.map((station) => station.pid())
        await server.kill(whom)
        const began = performance.now()
        await server.startAgain()
        await Promise.all(stations.origins.map((origin) => isReady(origin)))
        note(tally, `postgres (${whom === 'all' ? 'every process' : 'postmaster'})`, performance.now() - began)
        expect(stations.all.map(pidIfRunning), 'a program left when only the database died').toEqual(alive)
      }
      await writing.stop()
      await check(tally, opened, desk, `${round + 1}/${victims.length} ${victim}`)
      expect(desk.ledger.countOf('sent')).toBe(0)
    }
    const writing = keepWriting(writers)
    await moment(chance)
    const leaving = chance.oneOf(stations.all)
    expect(await leaving.stop(), 'told to stop in the midst of its work').toEqual({ code: 0, signal: null })
    await leaving.startAgain()
    await writing.stop()
    const by = Date.now()
    await check(tally, opened, desk, 'stopped and started')
    await untilDone(async () => (await clockworkOf(opened.execute, by)).pending)
    await check(tally, opened, desk, 'when the clock had done its work')
    report(title, tally, desk)
    expect(desk.line.counts.failed, 'answers of 500').toBe(0)
  } finally {
    await stations.close()
    await opened.close()
    await server.stop()
  }
})

it.runIf(embedded)('keeps every acknowledged write on the embedded database when the program is killed', async () => {
  const seed = seedOf(words)
  const chance = chanceOf(seed)
  const dataDir = await mkdtemp(join(tmpdir(), 'baku-drill-'))
  const within = async <T>(run: (opened: Opened) => Promise<T>): Promise<T> => {
    const opened = await openDatabase({ dataDir })
    return run(opened).finally(() => opened.close())
  }
  const prepared = await within(async (opened) => {
    await migrateDatabase(opened)
    const at = await anOfficeAtWork(opened, size)
    const procedures = [at.procedure, ...(await publishTimedWork(opened, at))]
    for (const [n, author] of at.authors.slice(0, 2).entries()) await beginDraft(at, author, `naskah-${n}`)
    return { at, procedures }
  })
  const stations = await startStations({ count: 1, dataDir })
  const [station] = stations.all as [Station]
  try {
    const desk = deskOf(prepared, stations.origins, seed)
    const writers = await writersOf(desk, false)
    const tally = newTally()
    const kills = words.number('kills', 20)
    for (let round = 1; round <= kills; round++) {
      const writing = keepWriting(writers)
      await moment(chance)
      await station.kill()
      // Looked at as it was left: what had no answer yet may be there or not. Then the writers ask again.
      await within((opened) => check(tally, opened, desk, `${round}/${kills} left`))
      note(tally, 'program', await station.startAgain())
      await writing.stop()
    }
    const by = Date.now()
    await untilDone(async () => {
      // What a killed program had taken is free after a minute, and the sweep comes each minute.
      await seconds(130)
      expect(await station.stop()).toEqual({ code: 0, signal: null })
      const { pending } = await within((opened) => clockworkOf(opened.execute, by))
      if (pending.length > 0) await station.startAgain()
      return pending
    })
    await within((opened) => check(tally, opened, desk, 'stopped'))
    expect(desk.ledger.countOf('sent')).toBe(0)
    report(title, tally, desk)
    expect(desk.line.counts.failed, 'answers of 500').toBe(0)
  } finally {
    await stations.close()
    await rm(dataDir, { recursive: true, force: true })
  }
})

type Prepared = { at: OfficeAtWork; procedures: readonly string[] }

function deskOf(prepared: Prepared, origins: readonly string[], seed: number): Desk {
  return { line: lineTo(origins.map(overHttp)), ledger: openLedger(), chance: chanceOf(seed + 1), ...prepared }
}

/** Waits for what the clock is still to do, and fails with what it has not done in its time. */
async function untilDone(ask: () => Promise<readonly string[]>): Promise<void> {
  const began = performance.now()
  for (;;) {
    const pending = await ask()
    if (pending.length === 0) return
    say(`still to be done by the clock: ${pending.length}`)
    if (performance.now() - began > 8 * 60_000) expect(pending).toEqual([])
    await seconds(10)
  }
}

async function writersOf(desk: Desk, begin = true): Promise<Writer[]> {
  const { clerks, heads, authors } = desk.at
  const [first, second, ...others] = authors
  if (!first || !second) throw new Error('no authors')
  if (begin) for (const [n, author] of [first, second].entries()) await beginDraft(desk.at, author, `naskah-${n}`)
  return [
    ...clerks.slice(0, 2).map((clerk) => applicant(desk, clerk)),
    ...[...clerks, ...heads].map((member) => official(desk, member)),
    ...others.map((author) => office(desk, author)),
    ...[first, second].map((author, n) => drafter(desk, author, `naskah-${n}`)),
  ]
}

const moment = (chance: Desk['chance']) => milliseconds(chance.between(200, 2_000))
const pidIfRunning = (station: Station) => (station.isRunning() ? station.pid() : null)

async function check(tally: Tally, opened: Opened, { ledger, line }: Desk, when: string): Promise<void> {
  const found = await invariantsOf(opened)
  const clockwork = await clockworkOf(opened.execute, Date.now())
  const faults = [...found.faults, ...clockwork.faults, ...(await faultsOfEffects(opened.execute, ledger))]
  tally.checks += 1
  tally.last = { ...found, clockwork }
  const open = ledger.countOf('sent')
  say(
    `${when}: ${ledger.countOf('acknowledged')} acknowledged, ${ledger.countOf('refused')} refused, ${open} open, ${line.counts.resent} sent again, ${found.events} events, ${clockwork.fired.length} fired by the clock, ${clockwork.pending.length} due, ${faults.length} faults`,
  )
  expect(faults).toEqual([])
}

function shuffled<T>(chance: Desk['chance'], items: readonly T[]): T[] {
  const left = [...items]
  return items.map(() => left.splice(chance.between(0, left.length - 1), 1)[0] as T)
}
