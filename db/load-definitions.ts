import { CalendarTemplate } from '#engine/calendar/schema.ts'
import { AgencyFile, StandardFile, shippedCalendar } from '#engine/definition/shipped.ts'
import type { Db, Opened } from './connection.ts'
import { rows } from './rows.ts'
import * as schema from './schema.ts'
import { importAgency } from './stores/import-agency.ts'

/** The shipped data, bundled: production reads no folder. */
const templateFiles = import.meta.glob<unknown>('../definitions/calendars/*.json', { import: 'default', eager: true })
const agencyFiles = import.meta.glob<unknown>('../definitions/agencies/*/agency.json', { import: 'default', eager: true })
const standardFiles = import.meta.glob<unknown>('../definitions/agencies/*/standards/*.json', { import: 'default', eager: true })

/** Invented agencies for a demonstration, and what goes on in them: the versions that come next, and a scenario. */
const demoAgencyFiles = import.meta.glob<unknown>('../definitions/demo/*/agency.json', { import: 'default', eager: true })
const demoStandardFiles = import.meta.glob<unknown>('../definitions/demo/*/standards/*.json', { import: 'default', eager: true })
const nextFiles = import.meta.glob<unknown>('../definitions/demo/*/next/*.json', { import: 'default', eager: true })
const scenarioFiles = import.meta.glob<unknown>('../definitions/demo/*/scenario.json', { import: 'default', eager: true })

export type Loaded = { agencies: number; standards: number }

/** Any number, the same in every release: who holds it may fill an empty database. */
const lockKey = 7_262_003

/** Fills a database that has no agency yet with all that is shipped; afterwards people's changes are the truth. */
export function loadDefinitions(opened: Opened, { demo = false } = {}): Promise<Loaded> {
  return opened.transaction(async (tx) => {
    // Another program may be filling it: that takes longer than a request may wait.
    await rows(tx, `set local lock_timeout = '60s'`)
    await rows(tx, `set local statement_timeout = '60s'`)
    await rows(tx, 'select pg_advisory_xact_lock($1::bigint)', [lockKey])
    const [found] = await rows<{ any: boolean }>(tx, 'select exists (select 1 from agencies) as any')
    return found?.any ? { agencies: 0, standards: 0 } : loadAll(tx, demo)
  })
}

async function loadAll(tx: Db, demo: boolean): Promise<Loaded> {
  const templates = Object.entries(templateFiles).map(([path, raw]) => read(CalendarTemplate, path, raw))
  if (templates.length > 0) {
    const templateRows = templates.map(({ id, name, ...body }) => ({ id, name, body }))
    await tx.insert(schema.calendarTemplates).values(templateRows).onConflictDoNothing()
  }
  const loaded = { agencies: 0, standards: 0 }
  for (const [path, raw] of Object.entries({ ...agencyFiles, ...(demo && demoAgencyFiles) })) {
    const file = read(AgencyFile, path, raw)
    const standards = standardsBeside(path)
    await importAgency(tx, file, shippedCalendar(file, templates), standards)
    loaded.agencies += 1
    loaded.standards += standards.length
  }
  return loaded
}

function standardsBeside(agencyPath: string): StandardFile[] {
  const folder = agencyPath.replace(/agency\.json$/, 'standards/')
  return Object.entries({ ...standardFiles, ...demoStandardFiles }).flatMap(([path, raw]) =>
    path.startsWith(folder) ? [read(StandardFile, path, raw)] : [],
  )
}

/** What an invented agency has in store: the text of versions that follow, by slug, and the scenario as it is written. */
export type Staged = { agencyId: string; scenario: unknown; next: readonly { slug: string; definition: unknown }[] }

/** Of the invented agencies that were loaded for a demonstration. */
export function stagedAgencies(): Staged[] {
  return Object.entries(scenarioFiles).map(([path, scenario]) => {
    const folder = path.replace(/scenario\.json$/, '')
    const next = Object.entries(nextFiles).filter(([other]) => other.startsWith(folder))
    return {
      agencyId: folder.split('/').at(-2) ?? '',
      scenario,
      next: next.map(([other, definition]) => ({ slug: other.slice(`${folder}next/`.length, -'.json'.length), definition })),
    }
  })
}

function read<T>(type: { parse(raw: unknown): T }, path: string, raw: unknown): T {
  try {
    return type.parse(raw)
  } catch (error) {
    throw new Error(`${path} does not fit its schema: ${error instanceof Error ? error.message : ''}`, { cause: error })
  }
}
