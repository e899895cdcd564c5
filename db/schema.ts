import { sql } from 'drizzle-orm'
import {
  bigint,
  bigserial,
  boolean,
  check,
  customType,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  pgView,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })
const agency = () => text('agency_id').notNull()

/** A body that owns standards. `profile` is checked by `AgencyProfile` (engine/agency.ts): letterhead, contacts, region. */
export const agencies = pgTable('agencies', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  profile: jsonb('profile').notNull(),
  timeZone: text('time_zone').notNull(),
  /** Raised by every change of the agency, its contacts or calendar; part of the key of cached pages. */
  revision: integer('revision').notNull().default(1),
  createdAt: at('created_at').notNull().defaultNow(),
})

/** Holidays and hours of one agency (`Calendar` in engine/calendar). */
export const calendars = pgTable('calendars', {
  agencyId: text('agency_id')
    .primaryKey()
    .references(() => agencies.id),
  body: jsonb('body').notNull(),
  revision: integer('revision').notNull().default(1),
  updatedAt: at('updated_at').notNull().defaultNow(),
})

/** Lists that a new agency starts from (national holidays, usual hours). */
export const calendarTemplates = pgTable('calendar_templates', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  body: jsonb('body').notNull(),
})

export const positions = pgTable(
  'positions',
  {
    agencyId: agency().references(() => agencies.id),
    id: text('id').notNull(),
    title: text('title').notNull(),
    unit: text('unit'),
    superiorId: text('superior_id'),
    /** May sign decrees of the agency. */
    signs: boolean('signs').notNull().default(false),
    closedAt: at('closed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    foreignKey({ columns: [t.agencyId, t.superiorId], foreignColumns: [t.agencyId, t.id] }),
  ],
)

export const people = pgTable(
  'people',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    nip: text('nip'),
    /** Printed under the name on a decree ("PEMBINA TINGKAT I"). */
    rank: text('rank'),
    email: text('email'),
    phone: text('phone'),
    passwordHash: text('password_hash'),
    /** Runs the system, not an office: may make agencies and first administrators. */
    operator: boolean('operator').notNull().default(false),
    disabledAt: at('disabled_at'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('people_email').on(sql`lower(${t.email})`)],
)

/** A person in a position for a dated span; half-open [from, until). */
export const holders = pgTable(
  'holders',
  {
    agencyId: agency(),
    id: uuid('id').notNull(),
    positionId: text('position_id').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    kind: text('kind', { enum: ['definitive', 'plt', 'plh'] })
      .notNull()
      .default('definitive'),
    /** The letter that appoints. */
    basis: text('basis'),
    from: at('from').notNull(),
    until: at('until'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    foreignKey({ columns: [t.agencyId, t.positionId], foreignColumns: [positions.agencyId, positions.id] }),
    index('holders_person').on(t.personId),
    index('holders_position').on(t.agencyId, t.positionId),
    check('holders_span', sql`${t.until} is null or ${t.until} > ${t.from}`),
    check('holders_acting_ends', sql`${t.kind} = 'definitive' or ${t.until} is not null`),
  ],
)

/** A holder away for a dated span; half-open [from, until), or until they came back earlier. While away they have no seat. */
export const absences = pgTable(
  'absences',
  {
    agencyId: agency().references(() => agencies.id),
    id: uuid('id').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    kind: text('kind', { enum: ['leave', 'duty', 'sick'] }).notNull(),
    note: text('note'),
    /** What was lent for it, and ends with it. */
    delegationId: uuid('delegation_id'),
    from: at('from').notNull(),
    until: at('until').notNull(),
    madeBy: uuid('made_by').notNull(),
    madeAt: at('made_at').notNull(),
    endedBy: uuid('ended_by'),
    endedAt: at('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    foreignKey({ columns: [t.agencyId, t.delegationId], foreignColumns: [delegations.agencyId, delegations.id] }),
    index('absences_person').on(t.agencyId, t.personId, t.until),
    check('absences_span', sql`${t.until} > ${t.from}`),
    check('absences_ended', sql`(${t.endedAt} is null) = (${t.endedBy} is null)`),
  ],
)

/** What one holder lends another of the agency for a dated span: one position, or with none named all that calls them. */
export const delegations = pgTable(
  'delegations',
  {
    agencyId: agency().references(() => agencies.id),
    id: uuid('id').notNull(),
    lenderId: uuid('lender_id')
      .notNull()
      .references(() => people.id),
    delegateId: uuid('delegate_id')
      .notNull()
      .references(() => people.id),
    positionId: text('position_id'),
    /** The letter or the words that lend it. */
    basis: text('basis').notNull(),
    from: at('from').notNull(),
    until: at('until').notNull(),
    madeBy: uuid('made_by').notNull(),
    madeAt: at('made_at').notNull(),
    endedBy: uuid('ended_by'),
    endedAt: at('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    foreignKey({ columns: [t.agencyId, t.positionId], foreignColumns: [positions.agencyId, positions.id] }),
    index('delegations_lender').on(t.agencyId, t.lenderId),
    index('delegations_delegate').on(t.delegateId),
    index('delegations_until').on(t.agencyId, t.until),
    check('delegations_span', sql`${t.until} > ${t.from}`),
    check('delegations_two_people', sql`${t.lenderId} <> ${t.delegateId}`),
    check('delegations_ended', sql`(${t.endedAt} is null) = (${t.endedBy} is null)`),
  ],
)

export const grants = pgTable(
  'grants',
  {
    agencyId: agency().references(() => agencies.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    right: text('right', { enum: ['author', 'approver', 'signatory', 'administrator', 'auditor'] }).notNull(),
    grantedBy: uuid('granted_by'),
    grantedAt: at('granted_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.agencyId, t.personId, t.right] }), index('grants_person').on(t.personId)],
)

export const sessions = pgTable(
  'sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    createdAt: at('created_at').notNull().defaultNow(),
    expiresAt: at('expires_at').notNull(),
  },
  (t) => [index('sessions_person').on(t.personId), index('sessions_expiry').on(t.expiresAt)],
)

export const apiTokens = pgTable(
  'api_tokens',
  {
    tokenHash: text('token_hash').primaryKey(),
    id: uuid('id').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    name: text('name').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    expiresAt: at('expires_at'),
    revokedAt: at('revoked_at'),
  },
  (t) => [index('api_tokens_person').on(t.personId)],
)

/** One-time links: the first administrator, an invitation, a forgotten password. */
export const invitations = pgTable('invitations', {
  tokenHash: text('token_hash').primaryKey(),
  purpose: text('purpose', { enum: ['first-administrator', 'invitation', 'password'] }).notNull(),
  personId: uuid('person_id').references(() => people.id),
  createdAt: at('created_at').notNull().defaultNow(),
  expiresAt: at('expires_at').notNull(),
  usedAt: at('used_at'),
})

export const standards = pgTable(
  'standards',
  {
    agencyId: agency().references(() => agencies.id),
    slug: text('slug').notNull(),
    title: text('title').notNull(),
    /** Search text of the version shown to the public; empty while none is. */
    search: tsvector('search'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.agencyId, t.slug] }), index('standards_search').using('gin', t.search)],
)

/** Of a version. Asked in these words the index answers, and the bodies of all the others stay unread. */
export const canBeCalled = sql`status in ('published', 'superseded') and body like '%"by":"call"%'`

/**
 * One version of a standard. `body` is the definition's canonical JSON text; from `approved` on it never changes (P4).
 * Per standard at most one being written (draft or in-review), one approved and one published.
 */
export const versions = pgTable(
  'versions',
  {
    agencyId: agency(),
    slug: text('slug').notNull(),
    number: integer('number').notNull(),
    status: text('status', {
      enum: ['draft', 'in-review', 'approved', 'published', 'superseded', 'revoked', 'withdrawn'],
    }).notNull(),
    body: text('body').notNull(),
    /** SHA-256 of `body`, hex. */
    digest: text('digest').notNull(),
    /** Optimistic lock of the draft (P14). */
    revision: integer('revision').notNull().default(1),
    basedOn: integer('based_on'),
    authorId: uuid('author_id'),
    updatedBy: uuid('updated_by'),
    /** Everyone who ever saved it; none of them approves or signs it (V11). */
    writers: uuid('writers').array().notNull().default(sql`'{}'::uuid[]`),
    updatedAt: at('updated_at').notNull().defaultNow(),
    submittedAt: at('submitted_at'),
    approvedBy: uuid('approved_by'),
    approvedAt: at('approved_at'),
    publishedAt: at('published_at'),
    decreeId: uuid('decree_id'),
    /** Number of the version that took this one's place. */
    supersededBy: integer('superseded_by'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.slug, t.number] }),
    foreignKey({ columns: [t.agencyId, t.slug], foreignColumns: [standards.agencyId, standards.slug] }),
    foreignKey({
      name: 'versions_decree',
      columns: [t.agencyId, t.decreeId],
      foreignColumns: [decrees.agencyId, decrees.id],
    }),
    /** What names a version's digest refers to it, so that no decree and no instance can name another text (V6, V7). */
    unique('versions_text').on(t.agencyId, t.slug, t.number, t.digest),
    check('versions_digest_of_body', sql`${t.digest} = encode(sha256(convert_to(${t.body}, 'UTF8')), 'hex')`),
    check('versions_four_eyes', sql`${t.approvedBy} <> ${t.authorId} and ${t.approvedBy} <> all(${t.writers})`),
    uniqueIndex('versions_one_draft').on(t.agencyId, t.slug).where(sql`status in ('draft', 'in-review')`),
    uniqueIndex('versions_one_approved').on(t.agencyId, t.slug).where(sql`status = 'approved'`),
    uniqueIndex('versions_one_published').on(t.agencyId, t.slug).where(sql`status = 'published'`),
    index('versions_callable').on(t.agencyId, t.slug, t.number).where(canBeCalled),
  ],
)

/** What the public may ever read of versions (V18): no draft, nothing in review. */
export const publicVersions = pgView('public_versions').as((db) => {
  const { agencyId, slug, number, status, body, digest, publishedAt, decreeId, supersededBy } = versions
  return db
    .select({ agencyId, slug, number, status, body, digest, publishedAt, decreeId, supersededBy })
    .from(versions)
    .where(sql`${status} in ('approved', 'published', 'superseded', 'revoked')`)
})

/** A colleague's text that lost a race to save: kept whole beside the draft until somebody discards it (P14). */
export const draftConflicts = pgTable(
  'draft_conflicts',
  {
    agencyId: agency(),
    id: uuid('id').notNull(),
    slug: text('slug').notNull(),
    number: integer('number').notNull(),
    basedOnRevision: integer('based_on_revision').notNull(),
    body: text('body').notNull(),
    personId: uuid('person_id').notNull(),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    foreignKey({
      columns: [t.agencyId, t.slug, t.number],
      foreignColumns: [versions.agencyId, versions.slug, versions.number],
    }),
  ],
)

/** What happened to a version: sent for review, returned with reason, approved, published, withdrawn. Append-only. */
export const versionActs = pgTable(
  'version_acts',
  {
    agencyId: agency(),
    id: uuid('id').notNull(),
    slug: text('slug').notNull(),
    number: integer('number').notNull(),
    act: text('act', {
      enum: ['created', 'submitted', 'returned', 'approved', 'published', 'superseded', 'revoked', 'withdrawn'],
    }).notNull(),
    personId: uuid('person_id'),
    note: text('note'),
    digest: text('digest'),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    foreignKey({
      name: 'version_acts_version_known',
      columns: [t.agencyId, t.slug, t.number],
      foreignColumns: [versions.agencyId, versions.slug, versions.number],
    }),
    index('version_acts_version').on(t.agencyId, t.slug, t.number),
  ],
)

/** A number series of the register: pattern after domain 4.2, e.g. `{seq:3} / SOP / {yyyy}`. */
export const series = pgTable(
  'series',
  {
    agencyId: agency().references(() => agencies.id),
    id: text('id').notNull(),
    name: text('name').notNull(),
    kind: text('kind', { enum: ['decree', 'sop'] }).notNull(),
    pattern: text('pattern').notNull(),
    closedAt: at('closed_at'),
  },
  (t) => [primaryKey({ columns: [t.agencyId, t.id] })],
)

/** The counter row that the signing transaction locks (P5). */
export const counters = pgTable(
  'counters',
  {
    agencyId: agency(),
    seriesId: text('series_id').notNull(),
    year: integer('year').notNull(),
    last: integer('last').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.seriesId, t.year] }),
    foreignKey({ columns: [t.agencyId, t.seriesId], foreignColumns: [series.agencyId, series.id] }),
  ],
)

/** The register: an act that sets (or ends) standards. */
export const decrees = pgTable(
  'decrees',
  {
    agencyId: agency().references(() => agencies.id),
    id: uuid('id').notNull(),
    seriesId: text('series_id'),
    year: integer('year').notNull(),
    seq: integer('seq'),
    /** As printed: `298 /TAHUN 2023`. */
    number: text('number').notNull(),
    /** White space removed, upper case: what uniqueness is judged by. */
    numberKey: text('number_key').notNull(),
    origin: text('origin', { enum: ['series', 'by-hand', 'imported'] }).notNull(),
    about: text('about').notNull(),
    signedOn: date('signed_on', { mode: 'string' }).notNull(),
    effectiveOn: date('effective_on', { mode: 'string' }).notNull(),
    /** Name, NIP, rank, office and seat of the signatory as they were (V12). */
    signatory: jsonb('signatory').notNull(),
    status: text('status', { enum: ['in-force', 'superseded', 'revoked', 'cancelled'] })
      .notNull()
      .default('in-force'),
    revokedReason: text('revoked_reason'),
    publishedBy: uuid('published_by'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    foreignKey({
      name: 'decrees_series_known',
      columns: [t.agencyId, t.seriesId],
      foreignColumns: [series.agencyId, series.id],
    }),
    check('decrees_year', sql`${t.year} = extract(year from ${t.signedOn})`),
    check('decrees_series', sql`${t.origin} <> 'series' or (${t.seriesId} is not null and ${t.seq} is not null)`),
    unique('decrees_number').on(t.agencyId, t.year, t.numberKey),
    unique('decrees_seq').on(t.agencyId, t.seriesId, t.year, t.seq),
  ],
)

/** One decree may set several standards, each a lampiran. */
export const decreeItems = pgTable(
  'decree_items',
  {
    agencyId: agency(),
    decreeId: uuid('decree_id').notNull(),
    slug: text('slug').notNull(),
    version: integer('version').notNull(),
    digest: text('digest').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.decreeId, t.slug] }),
    foreignKey({ columns: [t.agencyId, t.decreeId], foreignColumns: [decrees.agencyId, decrees.id] }),
    foreignKey({
      name: 'decree_items_text',
      columns: [t.agencyId, t.slug, t.version, t.digest],
      foreignColumns: [versions.agencyId, versions.slug, versions.number, versions.digest],
    }),
  ],
)

/** One run of a procedure. `state` is the fold of its events, kept in the same transaction (P2). */
export const instances = pgTable(
  'instances',
  {
    agencyId: agency(),
    id: uuid('id').notNull(),
    /** Running number that staff say on the telephone; gaps are allowed. */
    number: bigserial('number', { mode: 'number' }).notNull(),
    slug: text('slug').notNull(),
    version: integer('version').notNull(),
    digest: text('digest').notNull(),
    status: text('status', { enum: ['running', 'completed', 'rejected', 'cancelled'] }).notNull(),
    revision: integer('revision').notNull(),
    state: jsonb('state').notNull(),
    /** Hash of the latest event: the head of the chain (P11). */
    headHash: text('head_hash').notNull(),
    /** SHA-256 of the ticket; the code itself is only ever shown to the applicant. */
    ticketHash: text('ticket_hash'),
    /** One line that tells this request from others in a list. */
    title: text('title').notNull(),
    incident: boolean('incident').notNull().default(false),
    openTasks: integer('open_tasks').notNull(),
    waits: integer('waits').notNull().default(0),
    suspended: boolean('suspended').notNull().default(false),
    /** The engine's `stateShape` in which `state` is written; a state in an older one is folded anew when it is read. */
    stateShape: integer('state_shape').notNull().default(1),
    /** The instance that called this one. */
    parentId: uuid('parent_id'),
    startedAt: at('started_at').notNull(),
    dueAt: at('due_at'),
    endedAt: at('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    foreignKey({
      name: 'instances_text',
      columns: [t.agencyId, t.slug, t.version, t.digest],
      foreignColumns: [versions.agencyId, versions.slug, versions.number, versions.digest],
    }),
    uniqueIndex('instances_ticket').on(t.ticketHash),
    index('instances_running').on(t.agencyId, t.status, t.startedAt),
    index('instances_started').on(t.agencyId, t.startedAt, t.id),
    index('instances_standard').on(t.agencyId, t.slug, t.version),
    check('instances_open_tasks', sql`${t.openTasks} >= 0`),
    index('instances_parent').on(t.agencyId, t.parentId).where(sql`parent_id is not null`),
    index('instances_shape').on(t.stateShape),
    foreignKey({ name: 'instances_parent_known', columns: [t.agencyId, t.parentId], foreignColumns: [t.agencyId, t.id] }),
    check('instances_waits', sql`${t.waits} >= 0`),
    /** P3: a running instance has an open task, a wait or an incident; an ended one has none of them. */
    check('instances_token', sql`(${t.status} = 'running') = (${t.openTasks} > 0 or ${t.waits} > 0 or ${t.incident})`),
  ],
)

/**
 * The record. Append-only, hash-chained per instance (P11). `data` (what people typed) stands apart from `body` and
 * enters the chain only as a salted digest, so that it can be erased one day without breaking the proof (V22).
 */
export const events = pgTable(
  'events',
  {
    agencyId: agency(),
    instanceId: uuid('instance_id').notNull(),
    revision: integer('revision').notNull(),
    type: text('type').notNull(),
    body: jsonb('body').notNull(),
    data: jsonb('data'),
    dataSalt: text('data_salt'),
    dataDigest: text('data_digest'),
    taskId: uuid('task_id'),
    /** Key of the command that wrote it; the same key is never taken twice (V15). */
    commandKey: text('command_key'),
    at: at('at').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.instanceId, t.revision] }),
    uniqueIndex('events_task_completed_once').on(t.agencyId, t.taskId).where(sql`type = 'TaskCompleted'`),
    /** P7: what a deadline does, it does once. */
    uniqueIndex('events_deadline_once')
      .on(t.agencyId, t.instanceId, sql`coalesce(body ->> 'taskId', '')`, sql`(body ->> 'act')`, sql`(body ->> 'due')`)
      .where(sql`type = 'DeadlineActed'`),
    /** What a person did of a step that several do together. */
    index('events_parts').on(t.agencyId, sql`(body -> 'by' ->> 'personId')`, t.instanceId).where(sql`type = 'PartCompleted'`),
    uniqueIndex('events_command_once').on(t.agencyId, t.instanceId, t.commandKey).where(sql`command_key is not null`),
  ],
)

/**
 * When an instance next needs a `Tick`: written with the events that decide it, swept under SKIP LOCKED. Whoever took it
 * has it until `claimedUntil`; a process that dies leaves it to the next one.
 */
export const timers = pgTable(
  'timers',
  {
    agencyId: agency(),
    instanceId: uuid('instance_id').notNull(),
    at: at('at').notNull(),
    claimedUntil: at('claimed_until'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.instanceId] }),
    foreignKey({
      name: 'timers_instance',
      columns: [t.agencyId, t.instanceId],
      foreignColumns: [instances.agencyId, instances.id],
    }),
    index('timers_at').on(t.at),
  ],
)

/**
 * What is to be done between an instance and one that it called, by the wait that links them: start it, hand its end
 * back, or cancel it. Written with the events that ask for it; a row goes when it is done.
 */
export const outbox = pgTable(
  'outbox',
  {
    agencyId: agency(),
    kind: text('kind', { enum: ['start', 'return', 'cancel'] }).notNull(),
    /** The wait of the caller, which is the id of the called instance. */
    waitId: uuid('wait_id').notNull(),
    parentId: uuid('parent_id').notNull(),
    /** Why it is cancelled: a code of the engine, with a person's reason where one was given. */
    detail: jsonb('detail').notNull().default({}),
    at: at('at').notNull(),
    claimedUntil: at('claimed_until'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.kind, t.waitId] }),
    foreignKey({
      name: 'outbox_parent',
      columns: [t.agencyId, t.parentId],
      foreignColumns: [instances.agencyId, instances.id],
    }),
    index('outbox_at').on(t.at),
  ],
)

/** When the version in force is next started by the clock; `nextAt` moves in the statement that starts it. */
export const schedules = pgTable(
  'schedules',
  {
    agencyId: agency(),
    slug: text('slug').notNull(),
    node: text('node').notNull(),
    version: integer('version').notNull(),
    nextAt: at('next_at').notNull(),
    claimedUntil: at('claimed_until'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.slug, t.node] }),
    foreignKey({
      name: 'schedules_version',
      columns: [t.agencyId, t.slug, t.version],
      foreignColumns: [versions.agencyId, versions.slug, versions.number],
    }),
    index('schedules_next').on(t.nextAt),
  ],
)

/** A change of an agency's calendar after which its deadlines are worked out anew; `afterId` is how far that has come. */
export const recounts = pgTable('recounts', {
  agencyId: agency()
    .primaryKey()
    .references(() => agencies.id),
  /** What was changed, as the audit trail has it. */
  changes: jsonb('changes').notNull(),
  revision: integer('revision').notNull(),
  afterId: uuid('after_id'),
  counted: integer('counted').notNull().default(0),
  moved: integer('moved').notNull().default(0),
  at: at('at').notNull(),
  claimedUntil: at('claimed_until'),
})

/**
 * A word to those whom an event concerns: whoever holds a position, one person, or (with neither) those who supervise
 * the agency's requests. Made from the events in the same statement.
 */
export const notices = pgTable(
  'notices',
  {
    agencyId: agency(),
    id: uuid('id').notNull(),
    at: at('at').notNull(),
    kind: text('kind').notNull(),
    instanceId: uuid('instance_id').notNull(),
    taskId: uuid('task_id'),
    node: text('node'),
    positionId: text('position_id'),
    personId: uuid('person_id'),
    detail: jsonb('detail').notNull().default({}),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    foreignKey({
      name: 'notices_instance',
      columns: [t.agencyId, t.instanceId],
      foreignColumns: [instances.agencyId, instances.id],
    }),
    index('notices_position').on(t.agencyId, t.positionId, t.at),
    index('notices_person').on(t.personId, t.at).where(sql`person_id is not null`),
    index('notices_at').on(t.at),
  ],
)

/** Who has read which notice. */
export const noticeMarks = pgTable(
  'notice_marks',
  {
    agencyId: agency(),
    noticeId: uuid('notice_id').notNull(),
    personId: uuid('person_id').notNull(),
    readAt: at('read_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.noticeId, t.personId] }),
    foreignKey({
      name: 'notice_marks_notice',
      columns: [t.agencyId, t.noticeId],
      foreignColumns: [notices.agencyId, notices.id],
    }).onDelete('cascade'),
  ],
)

/** Work list; made from the events in the same transaction. */
export const tasks = pgTable(
  'tasks',
  {
    agencyId: agency(),
    id: uuid('id').notNull(),
    instanceId: uuid('instance_id').notNull(),
    /** As the instance has it: a person's own requests are listed by it, out of the index alone. */
    instanceStartedAt: at('instance_started_at').notNull(),
    node: text('node').notNull(),
    title: text('title').notNull(),
    round: integer('round').notNull(),
    status: text('status', { enum: ['open', 'completed', 'withdrawn'] }).notNull(),
    claimedBy: uuid('claimed_by'),
    /** People who may not act although they hold a seat (four eyes). */
    excluded: uuid('excluded').array().notNull().default(sql`'{}'::uuid[]`),
    completedBy: uuid('completed_by'),
    outcome: text('outcome'),
    openedAt: at('opened_at').notNull(),
    dueAt: at('due_at'),
    closedAt: at('closed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    foreignKey({ columns: [t.agencyId, t.instanceId], foreignColumns: [instances.agencyId, instances.id] }),
    index('tasks_open').on(t.agencyId, t.dueAt).where(sql`status = 'open'`),
    index('tasks_instance').on(t.agencyId, t.instanceId),
    index('tasks_performer')
      .on(t.agencyId, t.completedBy, t.instanceStartedAt, t.instanceId)
      .where(sql`completed_by is not null`),
  ],
)

/** Who may perform an open task; rows go when it closes. Exactly one of position/person/applicant says who. */
export const taskCandidates = pgTable(
  'task_candidates',
  {
    agencyId: agency(),
    taskId: uuid('task_id').notNull(),
    ordinal: integer('ordinal').notNull(),
    positionId: text('position_id'),
    personId: uuid('person_id'),
    applicant: boolean('applicant').notNull().default(false),
    /** Of joint work: who has taken the part that this candidate is called for. */
    claimedBy: uuid('claimed_by'),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.taskId, t.ordinal] }),
    foreignKey({
      name: 'task_candidates_task',
      columns: [t.agencyId, t.taskId],
      foreignColumns: [tasks.agencyId, tasks.id],
    }),
    index('task_candidates_position').on(t.agencyId, t.positionId),
    index('task_candidates_person').on(t.personId),
  ],
)

/** What a person typed and did not send yet (P14). */
export const taskDrafts = pgTable(
  'task_drafts',
  {
    agencyId: agency(),
    taskId: uuid('task_id').notNull(),
    personId: uuid('person_id').notNull(),
    values: jsonb('values').notNull(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.taskId, t.personId] }),
    foreignKey({
      name: 'task_drafts_task',
      columns: [t.agencyId, t.taskId],
      foreignColumns: [tasks.agencyId, tasks.id],
    }),
  ],
)

/** A file as it was uploaded; the bytes lie in the file store under `sha256`. Bound to an instance once sent with a step. */
export const files = pgTable(
  'files',
  {
    agencyId: agency(),
    id: uuid('id').notNull(),
    sha256: text('sha256').notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    mediaType: text('media_type').notNull(),
    name: text('name').notNull(),
    uploadedBy: uuid('uploaded_by'),
    /** Hash of the applicant's ticket or upload key when no person uploaded it. */
    uploadKeyHash: text('upload_key_hash'),
    instanceId: uuid('instance_id'),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.agencyId, t.id] }),
    foreignKey({
      name: 'files_instance_known',
      columns: [t.agencyId, t.instanceId],
      foreignColumns: [instances.agencyId, instances.id],
    }),
    index('files_instance').on(t.agencyId, t.instanceId),
    index('files_bytes').on(t.sha256),
    index('files_unsent').on(t.at).where(sql`instance_id is null`),
  ],
)

/** Acts outside instances (people, rights, drafts, publishing), hash-chained per agency; `agency_id` '' is the system. */
export const audit = pgTable(
  'audit',
  {
    agencyId: agency(),
    seq: integer('seq').notNull(),
    at: at('at').notNull(),
    personId: uuid('person_id'),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
    detail: jsonb('detail').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.agencyId, t.seq] })],
)

/** Answers kept for repeated requests (V15). */
export const idempotency = pgTable(
  'idempotency',
  {
    scope: text('scope').notNull(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    status: integer('status'),
    body: text('body'),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.scope, t.key] })],
)

/** Shared by all app processes (V24). */
export const rateLimits = pgTable(
  'rate_limits',
  {
    key: text('key').notNull(),
    windowStart: at('window_start').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [primaryKey({ columns: [t.key, t.windowStart] }), index('rate_limits_window').on(t.windowStart)],
)
