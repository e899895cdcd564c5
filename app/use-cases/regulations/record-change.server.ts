import type { z } from 'zod'
import type { Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import { recordAct } from '#app/use-cases/account/record-act.server.ts'
import { insertChange, readCiting, withdrawChange } from '#db/stores/regulations.ts'
import { citedNumber, issuerOf, plainCitation, registerOf } from '#engine'
import type { NewRegulationChange } from './inputs.ts'

type Place = { visitor: Visitor; agencyId: string }

/** Records that another regulation replaced, revoked or amended one that the agency's standards cite. */
export async function recordRegulationChange(
  input: Place & z.infer<typeof NewRegulationChange>,
  ports: Ports,
): Promise<Result<{ id: string }>> {
  const { visitor, agencyId, regulation, change, by, since, source } = input
  const allowed = authorise(visitor, 'regulation.record', { agencyId })
  if (!allowed.ok) return allowed
  const entry = registerOf(await readCiting(ports.db, agencyId), []).find(({ key }) => key === regulation)
  const cited = entry && citedNumber(entry.cited)
  const issuer = entry ? issuerOf(entry.cited.text) : ''
  if (!entry || !cited || issuer === '')
    return refuse({ code: 'invalid', errors: [{ path: 'regulation', code: 'not-an-option' }] })
  const id = ports.newId()
  const person = allowed.value
  const about = aboutOf(entry.text)
  return ports.db.transaction(async (tx) => {
    const row = { issuer, ...cited, about, change, by: plainCitation(by), since, source }
    await insertChange(tx, { id, agencyId, ...row, personId: person.id, at: new Date(ports.now()) })
    await recordAct(tx, ports, person, {
      agencyId,
      action: 'regulation.record',
      subject: id,
      detail: { regulation: entry.text, change, by: row.by, since, source },
    })
    return ok({ id })
  })
}

/** Takes back what was recorded by mistake; the record stays, with who withdrew it. */
export async function withdrawRegulationChange(
  { visitor, agencyId, id }: Place & { id: string },
  ports: Ports,
): Promise<Result<null>> {
  const allowed = authorise(visitor, 'regulation.record', { agencyId })
  if (!allowed.ok) return allowed
  const person = allowed.value
  return ports.db.transaction(async (tx) => {
    const gone = await withdrawChange(tx, agencyId, id, { personId: person.id, at: new Date(ports.now()) })
    if (!gone) return refuse({ code: 'not-found' })
    await recordAct(tx, ports, person, { agencyId, action: 'regulation.withdraw', subject: id })
    return ok(null)
  })
}

/** What a regulation is about, by its own words. */
const aboutOf = (text: string): string => text.match(/\btentang\s+(.+)$/i)?.[1]?.slice(0, 200) ?? ''
