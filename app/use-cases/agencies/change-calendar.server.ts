import type { z } from 'zod'
import type { Visitor } from '#app/actor.ts'
import { slugOf } from '#app/authoring/slug-of.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { recordAct } from '#app/use-cases/account/record-act.server.ts'
import { raiseRevision, readCalendar, readCalendarTemplate, updateCalendar } from '#db/stores/agencies-admin.ts'
import { unitUses } from '#db/stores/calendar-uses.ts'
import { askRecount } from '#db/stores/recounts.ts'
import { Calendar, CalendarTemplate, CalendarUnit, type CivilDate, Schedule, type WeekHours } from '#engine'
import { holidayChange } from './holiday-list.ts'
import type { HolidayListInput, Hours, LocalHoliday, UnitDetails } from './inputs.ts'

/** `unit`: the unit of the calendar that it is about, the agency itself without one. */
type Place = { visitor: Visitor; agencyId: string; revision: number; unit?: string | null }
type Problem = { path: string; code: string }
type Change = (calendar: Calendar) => Calendar | Problem

/** A day off of this region or unit alone; national days come with the template or the list of a year. */
export async function addHoliday(input: Place & z.infer<typeof LocalHoliday>, ports: Ports): Promise<Result<null>> {
  const { date, name, source } = input
  const holiday = { date, name, kind: 'local' as const, source: source ?? undefined }
  return changeCalendar(input, { action: 'calendar.addHoliday', detail: { date, name } }, ports, (calendar) =>
    inPart(calendar, input.unit, (part) => {
      if (part.holidays.some((other) => other.date === date)) return { path: 'date', code: 'day-is-free-already' }
      return { ...part, holidays: [...part.holidays, holiday].sort((a, b) => a.date.localeCompare(b.date)) }
    }),
  )
}

export async function removeHoliday(input: Place & { date: CivilDate }, ports: Ports): Promise<Result<null>> {
  const { date } = input
  return changeCalendar(input, { action: 'calendar.removeHoliday', detail: { date } }, ports, (calendar) =>
    inPart(calendar, input.unit, (part) => ({
      ...part,
      holidays: part.holidays.filter((holiday) => holiday.date !== date || holiday.kind !== 'local'),
    })),
  )
}

/** Hours from a day on; the same first and last day replace what stood there. */
export async function setHours(input: Place & z.infer<typeof Hours>, ports: Ports): Promise<Result<null>> {
  const { from, until, name, source, mon, tue, wed, thu, fri, sat, sun } = input
  const week: WeekHours = { mon, tue, wed, thu, fri, sat, sun }
  const given = { from, week, until: until ?? undefined, name: name ?? undefined, source: source ?? undefined }
  const schedule = Schedule.safeParse(given)
  if (!schedule.success) {
    return refuse({ code: 'invalid', errors: schedule.error.issues.map(hoursProblem) })
  }
  return changeCalendar(input, { action: 'calendar.setHours', detail: { from, until } }, ports, (calendar) =>
    inPart(calendar, input.unit, (part) => ({
      ...part,
      schedules: [...withoutSpan(part, from, until), schedule.data].sort((a, b) => a.from.localeCompare(b.from)),
    })),
  )
}

export async function removeHours(
  input: Place & { from: CivilDate; until: CivilDate | null },
  ports: Ports,
): Promise<Result<null>> {
  const { from, until } = input
  return changeCalendar(input, { action: 'calendar.removeHours', detail: { from, until } }, ports, (calendar) =>
    inPart(calendar, input.unit, (part) => ({ ...part, schedules: withoutSpan(part, from, until) })),
  )
}

/** Which day is wrong and how: one span closes before it opens, or two overlap. */
function hoursProblem({ path, message }: { path: readonly PropertyKey[]; message: string }): Problem {
  const day = path[1]
  if (day === undefined) return { path: 'until', code: 'ends-before-it-begins' }
  const codes: Readonly<Record<string, string>> = {
    'closes before it opens': 'closes-before-it-opens',
    'hours overlap or are out of order': 'hours-overlap',
  }
  return { path: String(day), code: codes[message] ?? 'bad-hours' }
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

/** A unit with working time of its own, or new words for the one that is there; its hours and days stay. */
export async function saveUnit(input: Place & z.infer<typeof UnitDetails>, ports: Ports): Promise<Result<null>> {
  const { name, worksOn, unit } = input
  return changeCalendar(input, { action: 'calendar.saveUnit', detail: { name } }, ports, (calendar) => {
    const others = calendar.units.filter(({ id }) => id !== unit)
    if (others.some((other) => other.name === name)) return { path: 'name', code: 'name-taken' }
    if (unit) return inPart(calendar, unit, (part) => ({ ...part, name, worksOn }))
    return { ...calendar, units: [...others, CalendarUnit.parse({ id: freeId(calendar, name), name, worksOn })] }
  })
}

/**
 * Whatever names the unit is counted in the agency's hours from then on: a unit that versions name goes only where
 * `confirmed` says that this is meant.
 */
export async function removeUnit(input: Place & { unit: string; confirmed: boolean }, ports: Ports): Promise<Result<null>> {
  const { unit, confirmed, visitor, agencyId } = input
  const isUsed =
    !confirmed &&
    authorise(visitor, 'agency.settings', { agencyId }).ok &&
    (await unitUses(ports.db, agencyId)).some((use) => use.unit === unit)
  if (isUsed) return refuse({ code: 'invalid', errors: [{ path: 'confirmed', code: 'unit-in-use' }] })
  return changeCalendar(input, { action: 'calendar.removeUnit', detail: { unit } }, ports, (calendar) => ({
    ...calendar,
    units: calendar.units.filter(({ id }) => id !== unit),
  }))
}

/** The holidays of the years that the list covers become those of the list; local days of other origin stay. */
export async function importHolidays(input: Place & HolidayListInput, ports: Ports): Promise<Result<null>> {
  const { list } = input
  const years = [...new Set(list.map(({ date }) => date.slice(0, 4)))].join(', ')
  return changeCalendar(input, { action: 'calendar.importHolidays', detail: { years } }, ports, (calendar) => ({
    ...calendar,
    holidays: holidayChange(calendar, list).holidays,
  }))
}

type Part = Pick<Calendar, 'schedules' | 'holidays'>

/** Changes the agency's own hours and days, or those of a unit; a unit that is gone is not found among the options. */
function inPart(
  calendar: Calendar,
  unit: string | null | undefined,
  change: (part: Calendar | CalendarUnit) => Part | Problem,
): Calendar | Problem {
  if (!unit) return merged(calendar, change(calendar))
  const found = calendar.units.find(({ id }) => id === unit)
  if (!found) return { path: 'unit', code: 'not-an-option' }
  const changed = merged(found, change(found))
  if ('code' in changed) return changed
  return { ...calendar, units: calendar.units.map((other) => (other === found ? changed : other)) }
}

const merged = <T extends object>(part: T, changed: Part | Problem): T | Problem =>
  'code' in changed ? changed : { ...part, ...changed }

/** An id begins with a letter and stays what it is when the name changes. */
function freeId({ units }: Calendar, name: string): string {
  const base = `unit-${slugOf(name).slice(0, 50)}`.replace(/-$/, '')
  const ids = new Set<string>(units.map(({ id }) => id))
  let id = base
  for (let n = 2; ids.has(id); n += 1) id = `${base}-${n}`
  return id
}

function withoutSpan(calendar: Part, from: CivilDate, until: CivilDate | null) {
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
    await askRecount(tx, agencyId, { action: act.action, ...act.detail }, ports.now())
    await recordAct(tx, ports, allowed.value, { agencyId, subject: agencyId, ...act })
    return ok(null)
  })
}
