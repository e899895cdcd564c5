import type { z } from 'zod'
import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { recordAct } from '#app/use-cases/account/record-act.server.ts'
import { raiseRevision, readCalendar, readCalendarTemplate, updateCalendar } from '#db/stores/agencies-admin.ts'
import { Calendar, CalendarTemplate, type CivilDate, Schedule, type WeekHours } from '#engine'
import type { Hours, LocalHoliday } from './inputs.ts'

type Place = { visitor: Visitor; agencyId: string; revision: number }
type Problem = { path: string; code: string }
type Change = (calendar: Calendar) => Calendar | Problem

/** A day off of this region alone; national days come with the template. */
export async function addHoliday(input: Place & z.infer<typeof LocalHoliday>, ports: Ports): Promise<Result<null>> {
  const { date, name, source } = input
  const holiday = { date, name, kind: 'local' as const, source: source ?? undefined }
  return changeCalendar(input, { action: 'calendar.addHoliday', detail: { date, name } }, ports, (calendar) => {
    if (calendar.holidays.some((other) => other.date === date)) return { path: 'date', code: 'day-is-free-already' }
    return { ...calendar, holidays: [...calendar.holidays, holiday].sort((a, b) => a.date.localeCompare(b.date)) }
  })
}

export async function removeHoliday(input: Place & { date: CivilDate }, ports: Ports): Promise<Result<null>> {
  const { date } = input
  return changeCalendar(input, { action: 'calendar.removeHoliday', detail: { date } }, ports, (calendar) => ({
    ...calendar,
    holidays: calendar.holidays.filter((holiday) => holiday.date !== date || holiday.kind !== 'local'),
  }))
}

/** Hours from a day on; the same first and last day replace what stood there. */
export async function setHours(input: Place & z.infer<typeof Hours>, ports: Ports): Promise<Result<null>> {
  const { from, until, name, source, mon, tue, wed, thu, fri, sat, sun } = input
  const week: WeekHours = { mon, tue, wed, thu, fri, sat, sun }
  const given = { from, week, until: until ?? undefined, name: name ?? undefined, source: source ?? undefined }
  const schedule = Schedule.safeParse(given)
  if (!schedule.success) {
    const day = schedule.error.issues[0]?.path[1]
    const problem =
      day === undefined ? { path: 'until', code: 'ends-before-it-begins' } : { path: String(day), code: 'bad-hours' }
    return refuse({ code: 'invalid', errors: [problem] })
  }
  return changeCalendar(input, { action: 'calendar.setHours', detail: { from, until } }, ports, (calendar) => ({
    ...calendar,
    schedules: [...withoutSpan(calendar, from, until), schedule.data].sort((a, b) => a.from.localeCompare(b.from)),
  }))
}

export async function removeHours(
  input: Place & { from: CivilDate; until: CivilDate | null },
  ports: Ports,
): Promise<Result<null>> {
  const { from, until } = input
  return changeCalendar(input, { action: 'calendar.removeHours', detail: { from, until } }, ports, (calendar) => ({
    ...calendar,
    schedules: withoutSpan(calendar, from, until),
  }))
}

/** Takes hours and shared holidays from a template; the region's own days stay. */
export async function startFromTemplate(input: Place & { template: string }, ports: Ports): Promise<Result<null>> {
  const stored = authorise(input.visitor, 'agency.settings', { agencyId: input.agencyId }).ok
    ? await readCalendarTemplate(ports.db, input.template)
    : null
  const template = CalendarTemplate.safeParse(stored)
  const detail = { template: input.template }
  return changeCalendar(input, { action: 'calendar.template', detail }, ports, (calendar) => {
    if (!template.success) return { path: 'template', code: 'not-an-option' }
    const local = calendar.holidays.filter((holiday) => holiday.kind === 'local')
    const holidays = [...template.data.holidays, ...local].sort((a, b) => a.date.localeCompare(b.date))
    return { ...calendar, schedules: template.data.schedules, holidays }
  })
}

function withoutSpan(calendar: Calendar, from: CivilDate, until: CivilDate | null) {
  return calendar.schedules.filter((other) => other.from !== from || (other.until ?? null) !== until)
}

async function changeCalendar(
  { visitor, agencyId, revision }: Place,
  act: { action: string; detail: Readonly<Record<string, unknown>> },
  ports: Ports,
  change: Change,
): Promise<Result<null>> {
  const allowed = authorise(visitor, 'agency.settings', { agencyId })
  if (!allowed.ok) return allowed
  return ports.db.transaction(async (tx) => {
    const row = await readCalendar(tx, agencyId)
    if (!row) return refuse({ code: 'not-found' })
    const changed = change(Calendar.parse(row.body))
    if ('code' in changed) return refuse({ code: 'invalid', errors: [changed] })
    const saved = await updateCalendar(tx, agencyId, revision, Calendar.parse(changed), new Date(ports.now()))
    if (!saved) return refuse({ code: 'conflict', what: 'calendar' })
    await raiseRevision(tx, agencyId)
    await recordAct(tx, ports, allowed.value, { agencyId, subject: agencyId, ...act })
    return ok(null)
  })
}
