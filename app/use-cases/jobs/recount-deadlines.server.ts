import type { Ports } from '#app/ports.ts'
import { recordAct } from '#app/use-cases/account/record-act.server.ts'
import { moveInstance } from '#app/use-cases/instances/move-instance.server.ts'
import type { Db } from '#db/connection.ts'
import { definitionOf } from '#db/definition-cache.ts'
import { readCalendar } from '#db/stores/agencies-admin.ts'
import { claimRecounts, type PendingRecount } from '#db/stores/claims.ts'
import { advanceRecount, finishRecount, withDeadlines } from '#db/stores/recounts.ts'
import { moveSchedule, plannedStarts } from '#db/stores/schedules.ts'
import { Calendar, type Instant, replanned } from '#engine'
import { asSystem } from './as-system.ts'
import { eachSafely, type Swept } from './each-safely.ts'

/**
 * Works the deadlines of an agency out anew after its calendar changed, instance by instance, and says in the audit trail
 * how many were looked at and how many moved. Broken off, it goes on where it was; another change begins it anew.
 */
export const recountDeadlines = (ports: Ports): Promise<Swept> =>
  eachSafely(
    () => claimRecounts(ports.db, ports.now(), 1),
    (pending) => recount(pending, ports),
  )

async function recount(pending: PendingRecount, ports: Ports): Promise<void> {
  let { afterId, counted, moved } = pending
  for (;;) {
    const page = await withDeadlines(ports.db, pending.agencyId, afterId)
    const last = page.at(-1)
    if (!last) return finish({ ...pending, counted, moved }, ports)
    for (const { id, revision } of page) {
      const now = await recountOne(pending.agencyId, id, ports)
      counted += 1
      if (now !== revision) moved += 1
    }
    afterId = last.id
    const stillAsked = await advanceRecount(ports.db, { ...pending, afterId, counted, moved }, ports.now())
    if (!stillAsked) return
  }
}

async function recountOne(agencyId: string, instanceId: string, ports: Ports): Promise<number> {
  for (;;) {
    const run = { target: { agencyId, instanceId }, command: { type: 'Recount' } as const, ...asSystem }
    const done = await moveInstance(run, ports)
    if (done.ok) return done.value.progress.revision
    // Somebody works on it at this very moment: an instance that they move faster than it is read twice is read again.
    if (done.refusal.code !== 'conflict')
      throw new Error(`the deadlines of instance ${agencyId}/${instanceId} were not counted: ${done.refusal.code}`)
  }
}

/** What the clock is still to begin is planned anew as well: the same starts, on other days. One that is late by that begins at once. */
async function planStarts(tx: Db, agencyId: string, now: Instant): Promise<void> {
  const stored = await readCalendar(tx, agencyId)
  if (!stored) return
  const calendar = Calendar.parse(stored.body)
  for (const planned of await plannedStarts(tx, agencyId, now)) {
    const { flow } = await definitionOf(tx, planned)
    const start = flow.nodes.find(({ id }) => id === planned.node)
    const next = start?.kind === 'start' && start.every ? replanned(start.every, planned.nextAt, now, calendar) : null
    if (next !== null && next !== planned.nextAt) await moveSchedule(tx, planned, next)
  }
}

const finish = (pending: PendingRecount, ports: Ports) =>
  ports.db.transaction(async (tx) => {
    const { agencyId, changes, counted, moved } = pending
    if (!(await finishRecount(tx, pending))) return
    await planStarts(tx, agencyId, ports.now())
    const detail = { changes, counted, moved }
    await recordAct(tx, ports, null, { agencyId, action: 'calendar.recounted', subject: agencyId, detail })
  })
