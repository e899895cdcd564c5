import type { Person, Right, Visitor } from './actor.ts'
import { type AppRefusal, ok, type Result, refuse } from './result.ts'

/** Y everywhere · A in an agency where the role is held · T and with a task in that instance · O on one's own thing · – never. */
type Scope = 'Y' | 'A' | 'T' | 'O' | '-'

/** The columns of the table below, in its order. */
export const roles = [
  'operator',
  'administrator',
  'author',
  'approver',
  'signatory',
  'staff',
  'auditor',
  'person',
  'applicant',
  'public',
] as const
export type Role = (typeof roles)[number]

/**
 * Who may do what; what is not here nobody may do. An auditor sees the agencies that made them one, since an administrator
 * grants the right and grants in the own agency only. For `task.*` the engine asks on top who the candidates are.
 */
const table = [
  ['Y A A A A A A - - -', 'definition.list'],
  ['Y A A A A A A - - -', 'definition.read'],
  ['- - A - - - - - - -', 'definition.create'],
  ['- - A - - - - - - -', 'definition.edit'],
  ['- - A - - - - - - -', 'definition.submit'],
  ['- A A A A - - - - -', 'definition.review'],
  ['- - - A A - - - - -', 'definition.approve'],
  ['- A A A A - A - - -', 'definition.export'],
  ['- A A - - - - - - -', 'definition.deleteDraft'],
  ['- A A - - - - - - -', 'regulation.record'],
  ['- A - - - - - - - -', 'definition.migrateInstances'],
  ['Y Y Y Y Y Y Y Y Y Y', 'standard.read'],
  ['- A A A A - A - - -', 'standard.readDraft'],
  ['Y Y Y Y Y Y Y Y Y Y', 'standard.history'],
  ['- - - - A - - - - -', 'standard.publish'],
  ['- - - - A - - - - -', 'standard.revoke'],
  ['- A - - A - - - - -', 'decree.attach'],
  ['- - - - A - - - - -', 'decree.sign'],
  ['- A - - - - - - - -', 'series.manage'],
  ['Y A A A A A A - - -', 'register.read'],
  ['- A - - - - - - - -', 'register.keep'],
  ['Y Y Y Y Y Y Y Y Y Y', 'request.create'],
  ['- - - - - - - - O -', 'request.readOwn'],
  ['- - - - - - - - O -', 'request.withdraw'],
  ['- A - - A A - - - -', 'request.list'],
  ['- A - - A T - - - -', 'request.read'],
  ['- A - - A T - - O -', 'letter.download'],
  ['- A - - A T - - O -', 'result.download'],
  ['- - - - A A - - - -', 'instance.start'],
  ['- A A - A T A - - -', 'instance.read'],
  ['- A - - - - - - - -', 'instance.cancel'],
  ['- A - - A - - - - -', 'instance.reassign'],
  ['- A - - A - - - - -', 'instance.resolve'],
  ['- A - - A - - - - -', 'instance.monitor'],
  ['- A - - A - - - - -', 'instance.suspend'],
  ['- A - - A - - - - -', 'instance.extend'],
  ['- A - - A - - - - -', 'instance.sendBack'],
  ['- A - - A - - - - -', 'instance.reopen'],
  ['- A - - A - - - - -', 'instance.correct'],
  ['- - - - A A - - - -', 'event.report'],
  ['- A - - A A - - - -', 'task.list'],
  ['- - - - A A - - - -', 'task.claim'],
  ['- - - - A A - - - -', 'task.delegate'],
  ['- - - - A A - - O -', 'task.complete'],
  ['Y A - - - - A - - -', 'user.list'],
  ['Y A - - - - - - - -', 'user.invite'],
  ['Y A - - - - - - - -', 'user.disable'],
  ['Y A - - - - - - - -', 'role.assign'],
  ['- A - - - - - - - -', 'appointment.manage'],
  ['- A - - - - - O - -', 'absence.manage'],
  ['- A - - - - - O - -', 'delegation.manage'],
  ['Y - - - - - - - - -', 'agency.manage'],
  ['Y A - - - - A - - -', 'agency.read'],
  ['- A - - - - - - - -', 'agency.settings'],
  ['Y A - - - - A - - -', 'audit.read'],
  ['O O O O O O O O - -', 'session.own'],
] as const

export type Action = (typeof table)[number][1]
export const actions: readonly Action[] = table.map(([, action]) => action)

const isScope = (mark: string | undefined): mark is Scope => mark !== undefined && 'YATO-'.includes(mark)
const scopes = new Map(table.map(([marks, action]) => [action, marks.split(' ')] as const))

/** How far a role reaches with an action. */
export function scopeOf(role: Role, action: Action): Scope {
  const mark = scopes.get(action)?.[roles.indexOf(role)]
  return isScope(mark) ? mark : '-'
}

/** What the action is done to, as far as the decision needs it; the use case that knows says so. */
export type Resource = {
  agencyId?: string
  /** The visitor has or had a task in the instance. */
  onTask?: boolean
  /** One's own account, or a request whose ticket was shown. */
  own?: boolean
}

const roleOfRight = {
  administrator: 'administrator',
  author: 'author',
  approver: 'approver',
  auditor: 'auditor',
} as const satisfies Partial<Record<Right, Role>>

/** A Plh runs the day's work and signs no decree, and nobody lends the right to sign one. */
export const signs = ({ signs: ofPosition, kind }: Person['seats'][number]): boolean =>
  ofPosition && kind !== 'plh' && kind !== 'delegate'

export function maySign(person: Person, agencyId: string): boolean {
  const granted = person.rights.some((grant) => grant.agencyId === agencyId && grant.right === 'signatory')
  return granted && person.seats.some((seat) => seat.agencyId === agencyId && signs(seat))
}

/** Roles in one agency; without an agency only those that belong to the person. */
function rolesIn(visitor: Visitor, agencyId: string | undefined): readonly Role[] {
  if (visitor.kind === 'anonymous') return ['public']
  const { person } = visitor
  const held: Role[] = ['public', 'person']
  if (person.operator) held.push('operator')
  if (agencyId === undefined) return held
  for (const grant of person.rights) {
    if (grant.agencyId === agencyId && grant.right !== 'signatory') held.push(roleOfRight[grant.right])
  }
  if (maySign(person, agencyId)) held.push('signatory')
  if (person.seats.some((seat) => seat.agencyId === agencyId)) held.push('staff')
  return held
}

function reaches(scope: Scope, resource: Resource): boolean {
  switch (scope) {
    case 'Y':
      return true
    case 'A':
      return resource.agencyId !== undefined
    case 'T':
      return resource.agencyId !== undefined && resource.onTask === true
    case 'O':
      return resource.own === true
    case '-':
      return false
  }
}

const allows = (role: Role, action: Action, resource: Resource) => reaches(scopeOf(role, action), resource)

/** The one question every use case asks first. `own` counts for an applicant only where the ticket was checked. */
export function can(visitor: Visitor, action: Action, resource: Resource = {}): boolean {
  const held = rolesIn(visitor, resource.agencyId)
  return held.some((role) => allows(role, action, resource)) || (resource.own === true && allows('applicant', action, resource))
}

function refusalFor(visitor: Visitor, action: Action, resource: Resource): AppRefusal {
  if (visitor.kind === 'anonymous') return { code: 'not-signed-in' }
  const footholds = rolesIn(visitor, resource.agencyId).filter((role) => role !== 'public' && role !== 'person')
  const foreign = resource.agencyId !== undefined && footholds.length === 0
  return foreign ? { code: 'not-found' } : { code: 'not-allowed', action }
}

/** `can` with the refusal to show: another agency's things are not found, one's own are not allowed. Admits the public too. */
export function admit(visitor: Visitor, action: Action, resource: Resource = {}): Result<Visitor> {
  return can(visitor, action, resource) ? ok(visitor) : refuse(refusalFor(visitor, action, resource))
}

/** `admit` for what only a signed-in person does. */
export function authorise(visitor: Visitor, action: Action, resource: Resource = {}): Result<Person> {
  if (visitor.kind === 'anonymous') return refuse({ code: 'not-signed-in' })
  return can(visitor, action, resource) ? ok(visitor.person) : refuse(refusalFor(visitor, action, resource))
}

/** Agencies in which the visitor may do it, for lists; `all` when everywhere. */
export function agenciesFor(visitor: Visitor, action: Action): 'all' | readonly string[] {
  if (can(visitor, action, {})) return 'all'
  if (visitor.kind === 'anonymous') return []
  const known = new Set([...visitor.person.rights, ...visitor.person.seats].map((held) => held.agencyId))
  return [...known].filter((agencyId) => can(visitor, action, { agencyId })).sort()
}
