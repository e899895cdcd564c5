import type { z } from 'zod'
import type { Person, Right, Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { type AppRefusal, ok, type Result, refuse } from '#app/result.ts'
import { recordAct } from '#app/use-cases/account/record-act.server.ts'
import { inviteIn } from '#app/use-cases/people/invite-person.server.ts'
import type { Db } from '#db/connection.ts'
import { constraintOf } from '#db/rows.ts'
import { insertAgency, readCalendarTemplate } from '#db/stores/agencies-admin.ts'
import { AgencyProfile, type Calendar, CalendarTemplate } from '#engine'
import type { NewAgency } from './inputs.ts'

type Input = z.infer<typeof NewAgency> & { visitor: Visitor }
type Created = { agencyId: string; administrator: { personId: string; link: string | null } | null }

/** An operator founds an agency and names who runs it; the operator does not get in by that. */
export async function createAgency(input: Input, ports: Ports): Promise<Result<Created>> {
  const allowed = authorise(input.visitor, 'agency.manage')
  if (!allowed.ok) return allowed
  const by = allowed.value
  if (by.email !== null && by.email.toLowerCase() === input.administratorEmail.toLowerCase()) {
    return refuse({ code: 'invalid', errors: [{ path: 'administratorEmail', code: 'not-yourself' }] })
  }
  const calendar = await calendarFrom(input, ports)
  if (!calendar) return refuse({ code: 'invalid', errors: [{ path: 'template', code: 'not-an-option' }] })
  try {
    return await ports.db.transaction((tx) => found(tx, input, calendar, by, ports))
  } catch (error) {
    if (error instanceof Unfounded) return refuse(error.refusal)
    if (constraintOf(error) !== 'agencies_pkey') throw error
    return refuse({ code: 'invalid', errors: [{ path: 'id', code: 'id-taken' }] })
  }
}

/** Takes the agency back with it: an agency without the administrator asked for is not founded. */
class Unfounded extends Error {
  constructor(readonly refusal: AppRefusal) {
    super(refusal.code)
  }
}

async function calendarFrom(input: Input, ports: Ports): Promise<Calendar | null> {
  if (input.template === '') return { zone: input.zone, schedules: [], holidays: [], units: [] }
  const template = CalendarTemplate.safeParse(await readCalendarTemplate(ports.db, input.template))
  if (!template.success) return null
  const { schedules, holidays } = template.data
  return { zone: input.zone, schedules, holidays, units: [] }
}

async function found(tx: Db, input: Input, calendar: Calendar, by: Person, ports: Ports): Promise<Result<Created>> {
  const { id, name, zone, administratorEmail, administratorName } = input
  const profile = AgencyProfile.parse({
    government: input.government,
    name,
    shortName: input.shortName,
    place: input.place,
    address: input.address,
  })
  await insertAgency(tx, { id, name, profile, timeZone: zone, createdAt: new Date(ports.now()), calendar })
  await recordAct(tx, ports, by, { agencyId: id, action: 'agency.create', subject: id })
  if (administratorEmail === '') return ok({ agencyId: id, administrator: null })
  const rights: Right[] = ['administrator']
  const about = { name: administratorName, email: administratorEmail, nip: null, rank: null, phone: null, positionId: null }
  const invited = await inviteIn(tx, { ...about, agencyId: id, rights }, by, ports)
  if (!invited.ok) throw new Unfounded({ code: 'invalid', errors: [{ path: 'administratorEmail', code: 'person-disabled' }] })
  return ok({ agencyId: id, administrator: invited.value })
}
