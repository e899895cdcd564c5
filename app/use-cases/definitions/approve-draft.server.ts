import type { Person, Visitor } from '#app/actor.ts'
import { authorise } from '#app/policy.ts'
import type { Ports } from '#app/ports.ts'
import { ok, type Result, refuse } from '#app/result.ts'
import type { Db } from '#db/connection.ts'
import { lockStandards } from '#db/stores/acts.ts'
import { givenApprovals, insertApproval } from '#db/stores/approvals.ts'
import { tellPeople, tellPositions } from '#db/stores/standard-notices.ts'
import { lockVersion, setShownWords, type VersionKey, type VersionRow } from '#db/stores/version-life.ts'
import { ApprovalRule, type PositionId, waitingFor } from '#engine'
import { isOwnWork, writersOf } from './own-work.ts'
import { searchWords } from './search-words.ts'
import { storedDefinition } from './stored-definition.server.ts'
import { takeVersionStep, wrongNote } from './version-step.server.ts'

type Input = VersionKey & { visitor: Visitor; digest: string; note?: string }
export type Approved = {
  number: number
  /** Positions that are to approve next; none once the version is approved. */
  waiting: readonly string[]
}

/**
 * Approves the version in review, by somebody who did not write it (V11). `digest` names the text that the approver read:
 * another text is not approved. Where several positions approve, this gives the approval of those whose turn it is and that
 * the person holds now (P8); the last of them approves the version. An approved version that nobody set is withdrawn in its
 * favour.
 */
export async function approveDraft(input: Input, ports: Ports): Promise<Result<Approved>> {
  const allowed = authorise(input.visitor, 'definition.approve', { agencyId: input.agencyId })
  if (!allowed.ok) return allowed
  const person = allowed.value
  const note = input.note?.trim() || null
  const wrong = wrongNote('note', note ?? '')
  if (wrong) return wrong
  return ports.db.transaction(async (tx) => {
    await lockStandards(tx, input.agencyId, [input.slug])
    const row = await lockVersion(tx, input, 'in-review')
    if (!row) return refuse({ code: 'conflict', what: 'not-in-review' })
    if (row.digest !== input.digest) return refuse({ code: 'conflict', what: 'changed' })
    if (isOwnWork(row, person.id)) return refuse({ code: 'own-work' })
    const given = row.approval === null ? ok([]) : await giveFrom(tx, row, person, { note, at: new Date(ports.now()) })
    if (!given.ok) return given
    if (given.value.length > 0) {
      await takeVersionStep(tx, row, { act: 'agreed', note, change: {}, person }, ports)
      await tellPositions(tx, row, given.value, { kind: 'review-asked', at: ports.now() })
      return ok({ number: row.number, waiting: given.value })
    }
    await becomeApproved(tx, row, { person, note }, ports)
    const others = writersOf(row).filter((id) => id !== person.id)
    await tellPeople(tx, row, others, { kind: 'review-approved', at: ports.now() })
    return ok({ number: row.number, waiting: [] })
  })
}

async function becomeApproved(tx: Db, row: VersionRow, by: { person: Person; note: string | null }, ports: Ports) {
  const earlier = await lockVersion(tx, row, 'approved')
  const inForce = await lockVersion(tx, row, 'published')
  const { person, note } = by
  if (earlier) await takeVersionStep(tx, earlier, { act: 'withdrawn', change: { status: 'withdrawn' }, person }, ports)
  const change = { status: 'approved', approvedBy: person.id, approvedAt: new Date(ports.now()) } as const
  await takeVersionStep(tx, row, { act: 'approved', note, change, person }, ports)
  if (inForce) return
  const definition = storedDefinition(row)
  await setShownWords(tx, row, definition.identity.title, searchWords(definition))
}

type Giving = { note: string | null; at: Date }

/** Gives the approval of every position whose turn it is and that the person holds; answers whose turn it is after that. */
async function giveFrom(tx: Db, row: VersionRow, person: Person, giving: Giving): Promise<Result<readonly PositionId[]>> {
  const rule = ApprovalRule.parse(row.approval)
  const writers = writersOf(row)
  const counted = (await givenApprovals(tx, row)).filter(({ personId }) => !writers.includes(personId))
  const given = counted.map(({ positionId }) => positionId)
  const held = seatsToApprove(person, row.agencyId, writers)
  let waiting = waitingFor(rule, given)
  const before = given.length
  for (let mine = waiting.find((id) => held.has(id)); mine; mine = waiting.find((id) => held.has(id))) {
    const { agencyId, slug, number, reviewRound: round, digest } = row
    await insertApproval(tx, { agencyId, slug, number, round, digest, positionId: mine, personId: person.id, ...giving })
    given.push(mine)
    waiting = waitingFor(rule, given)
  }
  return given.length === before ? refuse({ code: 'conflict', what: 'not-your-turn' }) : ok(waiting)
}

/** Positions of the agency that a person holds, those aside that somebody lends who wrote the version (V11). */
export const seatsToApprove = (person: Pick<Person, 'seats'>, agencyId: string, writers: readonly string[]): Set<string> =>
  new Set(
    person.seats
      .filter((seat) => seat.agencyId === agencyId && !(seat.for && writers.includes(seat.for.personId)))
      .map(({ positionId }) => positionId),
  )
