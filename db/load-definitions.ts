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

export type Loaded = { agencies: number; standards: number }

/** Any number, the same in every release: who holds it may fill an empty database. */
const lockKey = 7_262_003

/** Fills a database that has no agency yet with all that is shipped; afterwards people's changes are the truth. */
export function loadDefinitions(opened: Opened): Promise<Loaded> {
  return opened.transaction(async (tx) => {
    // Another program may be filling it: that takes longer than a request may wait.
    await rows(tx, `set local lock_timeout = '60s'`)
    await rows(tx, `set local statement_timeout = '60s'`)
    await rows(tx, 'select pg_advisory_xact_lock($1::bigint)', [lockKey])
    const [found] = await rows<{ any: boolean }>(tx, 'select exists (select 1 from agencies) as any')
    return found?.any ? { agencies: 0, standards: 0 } : loadAll(tx)
  })
}

async function loadAll(tx: Db): Promise<Loaded> {
  const templates = Object.entries(templateFiles).map(([path, raw]) => read(CalendarTemplate, path, raw))
  if (templates.length > 0) {
    const templateRows = templates.map(({ id, name, ...body }) => ({ id, name, body }))
    await tx.insert(schema.calendarTemplates).values(templateRows).onConflictDoNothing()
  }
  const loaded = { agencies: 0, standards: 0 }
  for (const [path, raw] of Object.entries(agencyFiles)) {
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
  return Object.entries(standardFiles).flatMap(([path, raw]) => (path.startsWith(folder) ? [read(StandardFile, path, raw)] : []))
}

function read<T>(type: { parse(raw: unknown): T }, path: string, raw: unknown): T {
  try {
    return type.parse(raw)
  } catch (error) {
    throw new Error(`${path} does not fit its schema: ${error instanceof Error ? error.message : ''}`, { cause: error })
  }
}
