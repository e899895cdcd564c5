/** What a statement asks seats for: expressions of that statement, with everyone's seats where none is given. */
type Asked = { at: string; agency?: string; person?: string }

const open = (span: string, at: string) => `${span}."from" <= ${at} and (${span}.until is null or ${span}.until > ${at})`
const early = (span: string, at: string) => `(${span}.ended_at is null or ${span}.ended_at > ${at})`

/** A holder's span is on, and the position still there. */
const held = (holder: string, position: string, at: string) =>
  `${open(holder, at)} and (${position}.closed_at is null or ${position}.closed_at > ${at})`

const inPosition = (holder: string, position: string) =>
  `join positions ${position} on ${position}.agency_id = ${holder}.agency_id and ${position}.id = ${holder}.position_id`

/** Somebody is away from the agency at that moment. */
const isAway = (agency: string, person: string, at: string) => `exists (
  select from absences away where away.agency_id = ${agency} and away.person_id = ${person} and ${open('away', at)} and ${early('away', at)})`

const limited = (agency: string, person: string, asked: Asked) =>
  `${asked.agency ? ` and ${agency} = ${asked.agency}` : ''}${asked.person ? ` and ${person} = ${asked.person}` : ''}`

const ownSeats = (
  asked: Asked,
): string => `select h.agency_id, h.position_id, h.person_id, h.kind::text as kind, h."from", p.title, p.signs,
    null::uuid as lender_id, null::text as lender, h.person_id as by_name
  from holders h ${inPosition('h', 'p')} join people who on who.id = h.person_id
  where ${held('h', 'p', asked.at)} and who.disabled_at is null and not ${isAway('h.agency_id', 'h.person_id', asked.at)}
    ${limited('h.agency_id', 'h.person_id', asked)}`

const lentSeats = (
  asked: Asked,
): string => `select d.agency_id, h.position_id, d.delegate_id, 'delegate', d."from", p.title, p.signs,
    d.lender_id, lender.name, case when d.position_id is null then d.lender_id end
  from delegations d
  join holders h on h.agency_id = d.agency_id and h.person_id = d.lender_id and h.position_id = coalesce(d.position_id, h.position_id)
  ${inPosition('h', 'p')}
  join people lender on lender.id = d.lender_id
  join people who on who.id = d.delegate_id
  where ${open('d', asked.at)} and ${early('d', asked.at)} and ${held('h', 'p', asked.at)}
    and lender.disabled_at is null and who.disabled_at is null and not ${isAway('d.agency_id', 'd.delegate_id', asked.at)}
    and exists (select from holders o ${inPosition('o', 'q')}
      where o.agency_id = d.agency_id and o.person_id = d.delegate_id and ${held('o', 'q', asked.at)})
    ${limited('d.agency_id', 'd.delegate_id', asked)}`

/**
 * Who sits where at one moment: the one place that says so, for the command, the inbox, the lists, the visitor and the
 * monitor alike (P8, V10). Holders with an open account who are not away, and those to whom a present holder lends a seat;
 * who stands in must hold a seat of the agency themself, so that nothing is lent on and nothing leaves the agency.
 * `by_name` is the person whose name calls this seat, whatever the position.
 */
export const seatsAt = (asked: Asked): string => `(
  ${ownSeats(asked)}
  union all
  ${lentSeats(asked)})`

/** The same where `isLending` says no: nothing is then lent, and half of the work is not to be done. */
export const unlentSeatsAt = (asked: Asked): string => `(
  ${ownSeats(asked)})`

/** Something of the agency may be lent at that moment. */
export const isLending = (agency: string, at: string): string => `exists (
  select from delegations d where d.agency_id = ${agency} and ${open('d', at)} and ${early('d', at)})`

/** The agencies in which a person holds a position at that moment, away or not. */
export const agenciesOf = (person: string, at: string): string => `
  select h.agency_id from holders h ${inPosition('h', 'p')} where h.person_id = ${person} and ${held('h', 'p', at)}`

/** A row of `seatsAt` as the engine's `Seat`. */
export const seatJson = (seat: string, more = ''): string => `json_strip_nulls(json_build_object(${more}
  'positionId', ${seat}.position_id, 'personId', ${seat}.person_id, 'kind', ${seat}.kind, 'title', ${seat}.title,
  'for', case when ${seat}.lender_id is not null then json_build_object('personId', ${seat}.lender_id, 'name', ${seat}.lender) end,
  'whole', case when ${seat}.lender_id = ${seat}.by_name then true end))`

const bySeat = (candidate: string, seat: string) =>
  `${candidate}.position_id = ${seat}.position_id and (${candidate}.person_id is null or ${candidate}.person_id in (${seat}.person_id, ${seat}.lender_id))`
const byName = (candidate: string, seat: string) =>
  `${candidate}.position_id is null and ${candidate}.person_id = ${seat}.by_name`

/** Whether a candidate of a task calls a seat; the same as `satisfies` in the engine. */
const calls = (candidate: string, seat: string) => `((${bySeat(candidate, seat)}) or (${byName(candidate, seat)}))`

/** Nobody lends a right that four eyes has taken from them. */
export const unlessLentBy = (excluded: string, lender: string) => `(${lender} is null or ${lender} <> all(${excluded}))`

/** The open tasks that call the seats of a relation, with the seat each calls; two ways, so that each has its index. */
export const callingsOf = (seats: string): string =>
  ['bySeat' as const, 'byName' as const]
    .map(
      (way) => `select k.agency_id, k.task_id, k.position_id, k.claimed_by, s.person_id, s.kind, s.lender_id, s.lender
  from ${seats} s join task_candidates k on k.agency_id = s.agency_id and ${way === 'bySeat' ? bySeat('k', 's') : byName('k', 's')}`,
    )
    .join('\n  union all\n  ')

/** Who has taken what a calling of a task is for: the part, or where one does it the task. */
export const takerOf = (task: string, calling: string): string => `coalesce(${calling}.claimed_by, ${task}.claimed_by)`

/** Whoever took what a calling is for still has a seat that gives the right to it; the same as `holderOf` in the engine. */
export const claimStands = (task: string, calling: string, at: string): string => `exists (
  select from ${seatsAt({ at, agency: `${task}.agency_id`, person: takerOf(task, calling) })} s
  join task_candidates k on k.agency_id = ${task}.agency_id and k.task_id = ${task}.id and ${calls('k', 's')}
    and k.claimed_by is not distinct from ${calling}.claimed_by
  where s.person_id <> all(${task}.excluded) and ${unlessLentBy(`${task}.excluded`, 's.lender_id')})`
