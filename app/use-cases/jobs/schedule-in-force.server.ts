import type { Ports } from '#app/ports.ts'
import { definitionOf } from '#db/definition-cache.ts'
import { readCalendar } from '#db/stores/agencies-admin.ts'
import { keepSchedules, unscheduled } from '#db/stores/schedules.ts'
import { Calendar } from '#engine'

/** Gives standards that came into force otherwise than by signing, with the shipped data, their starts by the clock. */
export async function scheduleInForce(ports: Ports): Promise<void> {
  for (const found of await unscheduled(ports.db)) {
    const stored = await readCalendar(ports.db, found.agencyId)
    if (!stored) continue
    const inForce = {
      version: found.version,
      definition: await definitionOf(ports.db, found),
      calendar: Calendar.parse(stored.body),
    }
    await ports.db.transaction((tx) => keepSchedules(tx, found, inForce, ports.now()))
  }
}
