import { describe, expect, it } from 'vitest'
import type { PersonId } from '#engine'
import { PositionId } from '#engine'
import type { Person, Right, Visitor } from './actor.ts'
import { type Action, actions, admit, agenciesFor, authorise, can, type Role, roles } from './policy.ts'

const own = 'perpustakaan'
const foreign = 'pertanian'

function aPerson(about: Partial<Person>): Visitor {
  const id = '00000000-0000-4000-8000-000000000001' as PersonId
  return { kind: 'person', person: { id, name: 'Asha', email: null, operator: false, rights: [], seats: [], ...about } }
}
function aSeat(kind: 'definitive' | 'plt' | 'plh', signs: boolean, agencyId = own): Person['seats'][number] {
  const personId = '00000000-0000-4000-8000-000000000001' as PersonId
  return { agencyId, positionId: PositionId.parse('kepala'), personId, kind, title: 'Kepala', signs }
}
const holding = (right: Right) => aPerson({ rights: [{ agencyId: own, right }] })
const nobody: Visitor = { kind: 'anonymous' }

/** Holds the right to sign alone; the seat it needs makes the same person staff, which is taken off again below. */
const signatory = aPerson({ rights: [{ agencyId: own, right: 'signatory' }], seats: [aSeat('definitive', true)] })
const visitors: Record<Role, Visitor> = {
  operator: aPerson({ operator: true }),
  administrator: holding('administrator'),
  author: holding('author'),
  approver: holding('approver'),
  signatory,
  staff: aPerson({ seats: [aSeat('definitive', false)] }),
  auditor: holding('auditor'),
  person: aPerson({}),
  applicant: nobody,
  public: nobody,
}

const anyone: Action[] = ['standard.read', 'standard.history', 'request.create']
const reading: Action[] = ['definition.list', 'definition.read', 'register.read']
const drafts: Action[] = ['definition.export', 'standard.readDraft']
const tasks: Action[] = ['task.list', 'task.claim', 'task.delegate', 'task.complete', 'event.report']
const amending: Action[] = [
  'instance.monitor',
  'instance.suspend',
  'instance.extend',
  'instance.sendBack',
  'instance.reopen',
  'instance.correct',
]
const ofRequests: Action[] = ['request.read', 'letter.download', 'result.download']
const people: Action[] = ['user.list', 'user.invite', 'user.disable', 'role.assign', 'agency.read', 'audit.read']

/** The table once more, read down its columns: what a role may do in its own agency without a task. */
const inOwnAgency: Record<Role, Action[]> = {
  operator: [...anyone, ...reading, ...people, 'agency.manage'],
  administrator: [
    ...[...anyone, ...reading, ...drafts, ...people, ...ofRequests, ...amending],
    ...([
      'definition.migrateInstances',
      'definition.review',
      'definition.deleteDraft',
      'regulation.record',
      'series.manage',
      'register.keep',
      'decree.attach',
      'request.list',
      'instance.read',
    ] as const),
    ...(['instance.cancel', 'instance.reassign', 'instance.resolve', 'task.list'] as const),
    ...(['appointment.manage', 'absence.manage', 'delegation.manage', 'agency.settings'] as const),
  ],
  author: [
    ...[...anyone, ...reading, ...drafts],
    ...(['definition.create', 'definition.edit', 'definition.submit', 'definition.review'] as const),
    ...(['definition.deleteDraft', 'regulation.record', 'instance.read'] as const),
  ],
  approver: [...anyone, ...reading, ...drafts, 'definition.review', 'definition.approve'],
  signatory: [
    ...[...anyone, ...reading, ...drafts, ...ofRequests, ...tasks, ...amending],
    ...(['definition.review', 'definition.approve', 'standard.publish', 'standard.revoke'] as const),
    ...(['decree.attach', 'decree.sign'] as const),
    ...(['request.list', 'instance.start', 'instance.read', 'instance.reassign', 'instance.resolve'] as const),
  ],
  staff: [...anyone, ...reading, ...tasks, 'request.list', 'instance.start'],
  auditor: [...anyone, ...reading, ...drafts, 'instance.read', 'user.list', 'agency.read', 'audit.read'],
  person: anyone,
  applicant: anyone,
  public: anyone,
}
const onATask: Action[] = [...ofRequests, 'instance.read']
const everywhere: Partial<Record<Role, Action[]>> = { operator: inOwnAgency.operator }
const withATicket: Action[] = ['request.readOwn', 'request.withdraw', 'letter.download', 'result.download', 'task.complete']

describe('who may do what', () => {
  const cases = roles.flatMap((role) => actions.map((action) => ({ role, action })))

  it.each(cases)('$role · $action in the own agency', ({ role, action }) => {
    expect(can(visitors[role], action, { agencyId: own })).toBe(inOwnAgency[role].includes(action))
  })
  it.each(cases)('$role · $action in a foreign agency', ({ role, action }) => {
    expect(can(visitors[role], action, { agencyId: foreign, onTask: true })).toBe((everywhere[role] ?? anyone).includes(action))
  })
  it.each(actions)('staff with a task · %s', (action) => {
    const allowed = inOwnAgency.staff.includes(action) || onATask.includes(action)
    expect(can(visitors.staff, action, { agencyId: own, onTask: true })).toBe(allowed)
  })
  it.each(actions)('an applicant whose ticket was checked · %s', (action) => {
    expect(can(nobody, action, { agencyId: own, own: true })).toBe(anyone.includes(action) || withATicket.includes(action))
  })
})

describe('what holds beside the table', () => {
  it('lets every signed-in person see the own sessions and nobody else', () => {
    expect(can(visitors.person, 'session.own', { own: true })).toBe(true)
    expect(can(visitors.administrator, 'session.own', { agencyId: own })).toBe(false)
    expect(authorise(nobody, 'session.own', { own: true })).toEqual({ ok: false, refusal: { code: 'not-signed-in' } })
  })

  it('lets an acting head (Plt) sign but not a daily deputy (Plh)', () => {
    const signing = (kind: 'plt' | 'plh') =>
      aPerson({ rights: [{ agencyId: own, right: 'signatory' }], seats: [aSeat(kind, true)] })
    expect(can(signing('plt'), 'standard.publish', { agencyId: own })).toBe(true)
    expect(can(signing('plh'), 'standard.publish', { agencyId: own })).toBe(false)
  })

  it('asks for both the right to sign and a seat that signs, in the same agency', () => {
    const rights = [{ agencyId: own, right: 'signatory' }] as const
    expect(can(aPerson({ rights }), 'standard.publish', { agencyId: own })).toBe(false)
    expect(can(aPerson({ rights, seats: [aSeat('definitive', false)] }), 'standard.publish', { agencyId: own })).toBe(false)
    expect(can(aPerson({ rights, seats: [aSeat('definitive', true, foreign)] }), 'standard.publish', { agencyId: own })).toBe(
      false,
    )
    expect(can(aPerson({ seats: [aSeat('definitive', true)] }), 'standard.publish', { agencyId: own })).toBe(false)
  })

  it('does not let the operator run an office', () => {
    for (const action of ['standard.publish', 'task.complete', 'instance.read', 'letter.download', 'agency.settings'] as const) {
      expect(can(visitors.operator, action, { agencyId: own, onTask: true })).toBe(false)
    }
  })

  it('says not found in another agency, not allowed in the own one, and asks a stranger to sign in', () => {
    const code = (visitor: Visitor, agencyId: string) => {
      const result = admit(visitor, 'definition.edit', { agencyId })
      return result.ok ? 'ok' : result.refusal.code
    }
    expect(code(visitors.author, own)).toBe('ok')
    expect(code(visitors.author, foreign)).toBe('not-found')
    expect(code(visitors.staff, own)).toBe('not-allowed')
    expect(code(visitors.operator, own)).toBe('not-allowed')
    expect(code(visitors.person, own)).toBe('not-found')
    expect(code(nobody, own)).toBe('not-signed-in')
  })

  it('lists the agencies in which a person may act', () => {
    expect(agenciesFor(visitors.author, 'definition.edit')).toEqual([own])
    expect(agenciesFor(visitors.staff, 'definition.edit')).toEqual([])
    expect(agenciesFor(visitors.operator, 'definition.list')).toBe('all')
    expect(agenciesFor(nobody, 'definition.list')).toEqual([])
  })
})
