import { Calendar } from '#engine/calendar/schema.ts'
import { parseDefinition } from '#engine/definition/parse.ts'
import type { Definition } from '#engine/definition/schema.ts'
import type { Db } from './connection.ts'
import { rows } from './rows.ts'

const mostDefinitions = 500
const definitions = new Map<string, Definition>()

export type VersionKey = { agencyId: string; slug: string; version: number; digest: string }

/** The definition of a version that has run or may run. Kept by digest: the same digest is the same text for ever. */
export async function definitionOf(db: Db, key: VersionKey): Promise<Definition> {
  const known = definitions.get(key.digest)
  if (known) return known
  const [row] = await rows<{ body: string }>(
    db,
    'select body from versions where agency_id = $1 and slug = $2 and number = $3 and digest = $4',
    [key.agencyId, key.slug, key.version, key.digest],
    'definition_body',
  )
  if (!row) throw new Error(`version ${key.agencyId}/${key.slug}/${key.version} with digest ${key.digest} is not stored`)
  return remember(key.digest, readDefinition(row.body, `${key.agencyId}/${key.slug}/${key.version}`))
}

/** Parses a stored body. Throws when it does not fit the schema: what is stored was checked before. */
export function readDefinition(body: string, name: string): Definition {
  const parsed = parseDefinition(JSON.parse(body))
  if (!parsed.ok) throw new Error(`stored definition ${name} does not fit: ${JSON.stringify(parsed.errors.slice(0, 3))}`)
  return parsed.definition
}

function remember(digest: string, definition: Definition): Definition {
  if (definitions.size >= mostDefinitions) {
    const oldest = definitions.keys().next()
    if (!oldest.done) definitions.delete(oldest.value)
  }
  definitions.set(digest, definition)
  return definition
}

export type KnownCalendar = { revision: number; calendar: Calendar }
const calendars = new WeakMap<object, Map<string, KnownCalendar>>()

/** The calendar that this process parsed last, so that the database need not send the same revision again. */
export const knownCalendar = (db: Db, agencyId: string): KnownCalendar | null =>
  calendars.get(db._.session)?.get(agencyId) ?? null

/** Parses a calendar as the database sent it and keeps it. */
export function readCalendar(db: Db, agencyId: string, revision: number, body: unknown): Calendar {
  const calendar = Calendar.parse(body)
  const ofDatabase = calendars.get(db._.session) ?? new Map<string, KnownCalendar>()
  calendars.set(db._.session, ofDatabase.set(agencyId, { revision, calendar }))
  return calendar
}
