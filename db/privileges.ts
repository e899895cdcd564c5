import { getTableName, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import type { Execute } from './connection.ts'
import { queueSchema } from './queue.ts'
import * as schema from './schema.ts'

type Tables = {
  [K in keyof typeof schema]: (typeof schema)[K] extends PgTable ? K : never
}[keyof typeof schema]

const read = 'select'
const append = 'select, insert'
const keep = 'select, insert, update'
const change = 'select, insert, update, delete'

/**
 * What the program does to each table, and so all that it may (V17): a record is only added to, and of what is kept for
 * good nothing is deleted. A new table does not compile until it stands here.
 */
const verbs: Readonly<Record<Tables, string>> = {
  agencies: keep,
  calendars: keep,
  calendarTemplates: append,
  positions: keep,
  people: keep,
  holders: 'select, insert, update (until), delete',
  absences: 'select, insert, update (ended_by, ended_at)',
  delegations: 'select, insert, update (ended_by, ended_at)',
  grants: 'select, insert, delete',
  sessions: change,
  apiTokens: keep,
  invitations: change,
  standards: keep,
  versions: keep,
  draftConflicts: change,
  draftSnapshots: 'select, insert, delete',
  standardSources: keep,
  agencyBlocks: append,
  regulationChanges: 'select, insert, update (withdrawn_by, withdrawn_at)',
  draftBatches: 'select, insert, delete',
  draftPresence: change,
  versionActs: append,
  commentThreads: 'select, insert, update (changed_at, revision, resolved_by, resolved_at)',
  approvals: append,
  suggestions: 'select, insert, update (verdict, settled_by, settled_at, reason)',
  reviewReminders: append,
  readings: append,
  comments: 'select, insert, update (words, edited_at, deleted_at)',
  series: 'select, insert, update (closed_at)',
  counters: 'select, insert, update (last)',
  decrees: 'select, insert, update (status, revoked_reason, in_force_at)',
  decreeFiles: append,
  decreeItems: append,
  emblems: append,
  decreeEffects: append,
  errata: append,
  paperPrints: append,
  actPrints: append,
  instances: keep,
  events: append,
  tasks: keep,
  taskCandidates: 'select, insert, delete',
  taskDrafts: change,
  files: change,
  timers: change,
  outbox: change,
  schedules: change,
  recounts: change,
  notices: 'select, insert, delete',
  noticeMarks: 'select, insert, delete',
  audit: append,
  idempotency: change,
  rateLimits: change,
}

/**
 * Gives a role what the program needs and takes from it everything else. Run by the owner of the tables, after each
 * migration; the role must be there.
 */
export async function grantToProgram(execute: Execute, role: string): Promise<void> {
  const to = quoted(role)
  const statements = [
    `revoke all on all tables in schema public from ${to}`,
    `revoke all on all sequences in schema public from ${to}`,
    `revoke create on schema public from public, ${to}`,
    `grant usage on schema public, drizzle to ${to}`,
    `grant ${read} on drizzle.__drizzle_migrations to ${to}`,
    `grant ${read} on public_versions to ${to}`,
    `grant usage on all sequences in schema public to ${to}`,
    `grant usage on schema ${queueSchema} to ${to}`,
    `grant select, insert, update, delete on all tables in schema ${queueSchema} to ${to}`,
    `grant execute on all functions in schema ${queueSchema} to ${to}`,
    ...granted().map(([table, may]) => `grant ${may} on ${quoted(table)} to ${to}`),
  ]
  await execute('begin')
  try {
    for (const statement of statements) await execute(statement)
    await execute('commit')
  } catch (error) {
    await execute('rollback').catch(() => undefined)
    throw error
  }
}

function granted(): [string, string][] {
  const may: Readonly<Record<string, string>> = verbs
  return Object.entries(schema).flatMap(([key, table]): [string, string][] =>
    is(table, PgTable) ? [[getTableName(table), may[key] ?? '']] : [],
  )
}

export type RoleFound = 'made' | 'there' | 'may-not-make' | 'too-mighty'

/**
 * Makes a role that may sign in, where it is not there; one that is there keeps its password. `too-mighty` where taking
 * rights from it would take nothing, `may-not-make` where it is missing and this connection may make none.
 */
export async function ensureRole(execute: Execute, role: string, password: string): Promise<RoleFound> {
  const [found] = await execute<{ mighty: boolean }>(
    'select rolsuper or pg_has_role(rolname, current_user, $2) as mighty from pg_roles where rolname = $1',
    [role, 'USAGE'],
  )
  if (found) return found.mighty ? 'too-mighty' : 'there'
  const [mine] = await execute<{ may: boolean }>(
    'select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user',
  )
  if (!mine?.may) return 'may-not-make'
  const secret = password === '' ? '' : ` password ${literal(password)}`
  await execute(`create role ${quoted(role)} login${secret}`)
  return 'made'
}

/** Whether this connection could undo what the database holds: as a superuser, or as owner of the record. */
export async function ownsTheRecord(execute: Execute): Promise<boolean> {
  const [found] = await execute<{ owns: boolean }>(
    `select rolsuper or exists (
       select from pg_class where oid = to_regclass('public.events') and pg_has_role(current_user, relowner, 'USAGE')) as owns
     from pg_roles where rolname = current_user`,
  )
  return found?.owns ?? true
}

/** As an escape string, whatever the server thinks of backslashes. */
const literal = (text: string) => ` E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
