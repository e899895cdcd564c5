import type { Person, Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { makeLink } from '#app/use-cases/account/make-link.server.ts'
import { recordAct } from '#app/use-cases/account/record-act.server.ts'
import type { Db } from '#db/connection.ts'
import { constraintOf } from '#db/rows.ts'
import { readAgency } from '#db/stores/agencies-admin.ts'
import { findByEmail, insertGrant, insertPerson } from '#db/stores/people.ts'
import { holdsDuring, insertHolder, listPositions } from '#db/stores/positions-admin.ts'
import { civilDate, startOfDay } from '#engine'
import type { Invitation } from './inputs.ts'

type Input = Invitation & { visitor: Visitor; agencyId: string }
type Invited = { personId: string; link: string | null }

/**
 * Brings a person into the agency with rights, a position from today on, or both. An account that exists gets only these:
 * its name and password stay its own, so no link is made.
 */
export async function invitePerson(input: Input, ports: Ports): Promise<Result<Invited>> {
  const { visitor, agencyId } = input
  const allowed = authorise(visitor, 'user.invite', { agencyId })
  if (!allowed.ok) return allowed
  const assigning = input.rights.length > 0 ? authorise(visitor, 'role.assign', { agencyId }) : allowed
  if (!assigning.ok) return assigning
  const appointing = input.positionId ? authorise(visitor, 'appointment.manage', { agencyId }) : allowed
  if (!appointing.ok) return appointing
  try {
    return await ports.db.transaction((tx) => inviteIn(tx, input, allowed.value, ports))
  } catch (error) {
    if (constraintOf(error) !== 'people_email') throw error
    return refuse({ code: 'conflict', what: 'email-taken' })
  }
}

type Bringing = Invitation & { agencyId: string }

/** The same inside another change, a new agency for instance; the caller has authorised it. Refuses before it writes. */
export async function inviteIn(tx: Db, input: Bringing, by: Person, ports: Ports): Promise<Result<Invited>> {
  const { agencyId, positionId, rights } = input
  const known = await findByEmail(tx, input.email)
  if (known?.id === by.id) return refuse({ code: 'not-allowed', action: 'role.assign' })
  if (known?.disabledAt) return refuse({ code: 'invalid', errors: [{ path: 'email', code: 'person-disabled' }] })
  const from = positionId ? await firstDay(tx, agencyId, positionId, ports) : null
  if (positionId && !from) return refuse({ code: 'invalid', errors: [{ path: 'positionId', code: 'not-an-option' }] })
  const personId = known?.id ?? ports.newId()
  const now = new Date(ports.now())
  if (!known) await insertPerson(tx, { id: personId, ...detailsOf(input), createdAt: now })
  if (positionId && from) await seat(tx, { agencyId, positionId, personId, from }, ports)
  for (const right of rights) await insertGrant(tx, { agencyId, personId, right, grantedBy: by.id, grantedAt: now })
  const detail = { rights, position: positionId }
  await recordAct(tx, ports, by, { agencyId, action: 'person.invite', subject: personId, detail })
  return ok({ personId, link: known ? null : await makeLink(tx, ports, personId, 'invitation') })
}

const detailsOf = ({ name, nip, rank, phone, email }: Invitation) => ({ name, nip, rank, phone, email })

/** Today in the agency's zone, when the position is there and open. */
async function firstDay(tx: Db, agencyId: string, positionId: string, ports: Ports): Promise<Date | null> {
  const now = ports.now()
  const agency = await readAgency(tx, agencyId)
  const position = (await listPositions(tx, agencyId, new Date(now))).find((row) => row.id === positionId)
  if (!agency || !position || position.closedAt) return null
  return new Date(startOfDay(civilDate(now, agency.timeZone), agency.timeZone))
}

type NewSeat = { agencyId: string; positionId: string; personId: string; from: Date }

async function seat(tx: Db, row: NewSeat, ports: Ports) {
  const span = { from: row.from, until: null }
  if (await holdsDuring(tx, row.agencyId, row.positionId, row.personId, span)) return
  await insertHolder(tx, { ...row, id: ports.newId(), kind: 'definitive', basis: null, until: null })
}
