import type { Ports } from '#app/ports.ts'
import { recordAct } from '#app/use-cases/account/record-act.server.ts'
import { bringDueActs } from '#app/use-cases/decrees/bring-into-force.server.ts'
import { contextOf } from '#app/use-cases/instances/context-of.ts'
import { claimSchedules, type DueSchedule } from '#db/stores/claims.ts'
import { type LoadedStart, loadForStart } from '#db/stores/command-load.ts'
import { storeStart } from '#db/stores/command-store.ts'
import { chainStart } from '#db/stores/event-rows.ts'
import { dropSchedule, moveSchedule } from '#db/stores/schedules.ts'
import { decide, evolve, followingOccurrence, type Instant, initialState, type NodeId } from '#engine'
import type { Event } from '#engine/instance/messages.ts'
import { carryCalls } from './carry-calls.server.ts'
import { eachSafely, type Swept } from './each-safely.ts'

const atOnce = 20

/**
 * Begins what the clock begins. After a time in which nothing ran, only the latest start of each standard is made up for,
 * and the audit trail says how many were not: ten monthly reports at once would help nobody.
 */
export async function startScheduled(ports: Ports): Promise<Swept> {
  await bringDueActs(ports)
  const swept = await eachSafely(
    () => claimSchedules(ports.db, ports.now(), atOnce),
    (due) => begin(due, ports),
  )
  await carryCalls(ports)
  return swept
}

async function begin(schedule: DueSchedule, ports: Ports): Promise<void> {
  const { agencyId, slug, node } = schedule
  const loaded = await loadForStart(ports.db, agencyId, slug, ports.now(), null)
  const occurrences = loaded && loaded.version === schedule.version ? occurrencesOf(schedule, loaded, ports.now()) : null
  if (!loaded || !occurrences) return dropSchedule(ports.db, schedule)
  const { due, next, missed } = occurrences
  const decided = decide(
    { type: 'StartBySchedule', start: node as NodeId, due },
    initialState,
    loaded.definition,
    contextOf({ ...loaded, ticketHash: null }, { kind: 'system' }, ports),
  )
  const detail = { node, due: new Date(due).toISOString() }
  await ports.db.transaction(async (tx) => {
    if (!decided.ok) {
      await moveSchedule(tx, schedule, next)
      return recordAct(tx, ports, null, { agencyId, action: 'schedule.refused', subject: slug, detail })
    }
    const asked = { kind: 'schedule', node, due: schedule.nextAt, next } as const
    const stored = await storeStart(tx, writingOf(decided.events, loaded, ports), {
      ...{ slug, version: loaded.version, digest: loaded.digest },
      ...{ title: titleOf(loaded, due), ticketHash: null, askedBy: asked },
    })
    if (stored.stored && missed > 0)
      await recordAct(tx, ports, null, { agencyId, action: 'schedule.missed', subject: slug, detail: { ...detail, missed } })
  })
}

type Occurrences = { due: Instant; next: Instant; missed: number }

/** The latest start that is due, the one after it, and how many earlier ones are given up. */
function occurrencesOf({ node, nextAt }: DueSchedule, { definition, calendar }: LoadedStart, now: Instant): Occurrences | null {
  const start = definition.flow.nodes.find(({ id }) => id === node)
  const every = start?.kind === 'start' ? start.every : undefined
  if (!every) return null
  let due = nextAt
  let next = followingOccurrence(every, due, calendar)
  let missed = 0
  for (; next !== null && next <= now; missed++) {
    due = next
    next = followingOccurrence(every, due, calendar)
  }
  return { due, next: next ?? now + tenYears, missed }
}

/** Where no day ever comes any more, the calendar is asked again by the next version. */
const tenYears = 10 * 366 * 86_400_000

const titleOf = ({ definition, calendar }: LoadedStart, due: Instant) =>
  `${definition.identity.title} ${new Intl.DateTimeFormat('id-ID', { timeZone: calendar.zone, day: 'numeric', month: 'long', year: 'numeric' }).format(due)}`.slice(
    0,
    120,
  )

function writingOf(events: readonly Event[], { agencyId, definition }: LoadedStart, ports: Ports) {
  const id = ports.newId()
  return {
    ...{ agencyId, id, definition, events, before: initialState, after: events.reduce(evolve, initialState) },
    ...{ head: { hash: chainStart(agencyId, id), revision: 0 }, fileIds: [] },
    ...{ request: null, requestHash: '', answer: null, newSalt: () => ports.newSecret(16) },
  }
}
