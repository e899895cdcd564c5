import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { readCalendar } from '#db/stores/agencies-admin.ts'
import { readVersionToOpen } from '#db/stores/drafts.ts'
import { measuredSteps } from '#db/stores/measured.ts'
import { Calendar, calendarOf, quantile, workingMinutesBetween } from '#engine'
import { storedDefinition } from './stored-definition.server.ts'

/** Working minutes that a step took: nine of ten took longer than the first, half the second, one of ten the third. */
export type MeasuredTime = { count: number; p10: number; median: number; p90: number }
export type Measured = { steps: Readonly<Record<string, MeasuredTime>> }

/** As many of a step as say something of it, and no more than are soon counted. */
const least = 5
const most = 200

/** How long the steps of a standard have taken so far, in the working time of whoever does them. */
export async function readMeasured(
  input: { visitor: Visitor; agencyId: string; slug: string },
  ports: Ports,
): Promise<Result<Measured>> {
  const allowed = authorise(input.visitor, 'definition.read', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const { agencyId, slug } = input
  const row = await readVersionToOpen(ports.db, input)
  if (!row) return refuse({ code: 'not-found' })
  const [done, stored] = await Promise.all([measuredSteps(ports.db, { agencyId, slug, most }), readCalendar(ports.db, agencyId)])
  if (!stored) return ok({ steps: {} })
  const calendar = Calendar.parse(stored.body)
  const { flow, identity } = storedDefinition(row)
  const unitOf = (node: string) => {
    const lane = flow.nodes.find(({ id }) => id === node)?.lane
    return flow.lanes.find(({ id }) => id === lane)?.calendarUnit ?? identity.calendarUnit
  }
  const lengths = new Map<string, number[]>()
  for (const { node, openedAt, closedAt } of done) {
    const minutes = workingMinutesBetween(openedAt, closedAt, calendarOf(calendar, unitOf(node)))
    lengths.set(node, [...(lengths.get(node) ?? []), minutes])
  }
  const told = [...lengths].filter(([, minutes]) => minutes.length >= least)
  return ok({ steps: Object.fromEntries(told.map(([node, minutes]) => [node, measuredTime(minutes)])) })
}

function measuredTime(minutes: readonly number[]): MeasuredTime {
  const sorted = minutes.toSorted((a, b) => a - b)
  return { count: sorted.length, p10: quantile(sorted, 0.1), median: quantile(sorted, 0.5), p90: quantile(sorted, 0.9) }
}
