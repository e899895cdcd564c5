import { type Browser, chromium } from '@playwright/test'
import { expect, it } from 'vitest'
import { createStandard } from '#app/use-cases/definitions/create-standard.server.ts'
import { openDatabase } from '#db/connection.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { aDefinition, aLane, anEdge, anEnd, aStart, aTask } from '#test/builders/definition.ts'
import { anOffice } from '#test/builders/office.ts'
import { expectQuiet, keptIn, lostOf, shownIn, type Walker, walkTogether } from '#test/e2e/authoring/joint-walk.ts'
import { Mouse } from '#test/e2e/authoring/mouse.ts'
import { officeOf } from '#test/e2e/support/office.ts'
import { startPostgres } from '#test/support/postgres-server.ts'
import { findChromium } from '../../scripts/chromium.mjs'
import { machine, say } from './support/report.ts'
import { startStations } from './support/stations.ts'
import { drillWords } from './support/words.ts'

const words = drillWords()
const seconds = words.number('seconds', 120)
const cut = words.number('cut', 20)
const seed = words.number('seed', 2026)
const authors = ['Rina', 'Hadi'] as const

/** Eight steps in a row. */
const tasks = Array.from({ length: 8 }, (_, n) => `step-${n + 1}`)
const standard = aDefinition({
  lanes: [aLane('officer', ['clerk'])],
  nodes: [
    aStart({ lane: 'officer', by: 'staff' }),
    ...tasks.map((id, n) => aTask(id, { activity: `Langkah awal ${n + 1}` })),
    anEnd(),
  ],
  edges: ['start', ...tasks].map((from, n) => anEdge(from, tasks[n] ?? 'end')),
})

it('two browsers at two programs edit one draft at random, one of them cut off for a while: one document, and no word lost', async () => {
  const server = await startPostgres({ durable: true })
  const url = await server.createDatabase('drill')
  const opened = await openDatabase({ url, dataDir: '' })
  await migrateDatabase(opened)
  const stations = await startStations({ count: 2, databaseUrl: url })
  const found = await findChromium()
  const browser = await chromium.launch({
    executablePath: found.path,
    env: { ...process.env, ...found.env },
    args: ['--no-sandbox'],
  })
  try {
    const office = await anOffice(opened, ['clerk'])
    const [first] = await Promise.all(authors.map((name) => office.hire(name, [], ['author'])))
    if (first === undefined) throw new Error('nobody was hired')
    const at = { visitor: first, agencyId: office.agencyId, slug: 'bersama' }
    await createStandard({ ...at, title: 'Bersama', kind: 'service', from: standard }, office.ports)
    const walkers = [
      await sits(browser, url, stations.origins[0] ?? '', 0, office.agencyId),
      await sits(browser, url, stations.origins[1] ?? '', 1, office.agencyId),
    ] as const
    const walked = await walkTogether(walkers, { lastsMs: seconds * 1000, cutMs: cut * 1000, seed })
    const quietFrom = performance.now()
    await expectQuiet(walkers)
    const shown = await sameInBoth(walkers)
    const quietMs = performance.now() - quietFrom
    const log = await opened.execute<{ changes: unknown; clashes: unknown[]; at: Date }>(
      'select changes, clashes, at from draft_batches order by revision',
    )
    const kept = await Promise.all(walkers.map(keptIn))
    const lost = lostOf(walked.deeds, JSON.stringify(log), kept.join('\n'))
    const met = kept.flatMap((text) =>
      text
        .split('\n')
        .filter(Boolean)
        .flatMap((one) => JSON.parse(one).clashes as unknown[]),
    )
    say(
      [
        machine(),
        `${seconds} s, cut for ${cut} s in the middle, seed ${seed}`,
        `words written: ${walked.deeds.length} (${walked.offlineDeeds} while cut off); steps that went under a hand or were removed: ${walked.missed}`,
        `batches: ${log.length}; matters that met and wait for a decision: ${met.length}; words lost: ${lost.length}`,
        `quiet and the same in both ${(quietMs / 1000).toFixed(1)} s after the last word`,
      ].join('\n'),
    )
    expect(lost).toEqual([])
    await Promise.all(walkers.map(({ page }) => page.reload()))
    expect(await sameInBoth(walkers)).toBe(shown)
  } finally {
    await browser.close()
    await stations.close()
    await opened.close()
    await server.stop()
  }
})

async function sits(browser: Browser, url: string, origin: string, index: 0 | 1, agencyId: string): Promise<Walker> {
  const context = await browser.newContext({ baseURL: origin, locale: 'id-ID', viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const office = officeOf(url, origin)
  await office.signInAs(page, authors[index])
  await office.close()
  await page.goto(`/susun/${agencyId}/bersama`)
  await new Mouse(page).step('Langkah awal 1').waitFor()
  return { author: authors[index], page }
}

/** What both windows show, once it is the same. */
async function sameInBoth([one, other]: readonly [Walker, Walker]): Promise<string> {
  await expect.poll(async () => (await shownIn(one)) === (await shownIn(other)), { timeout: 30_000 }).toBe(true)
  return shownIn(one)
}
