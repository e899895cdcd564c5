import { beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import type { Result } from '#app/result.ts'
import { acceptInvitation, becomeFirstAdministrator } from '#app/use-cases/account/accept-invitation.server.ts'
import { changePassword } from '#app/use-cases/account/change-password.server.ts'
import { createToken, createTokenFor } from '#app/use-cases/account/create-token.server.ts'
import { endSession } from '#app/use-cases/account/end-session.server.ts'
import { findVisitor } from '#app/use-cases/account/find-visitor.server.ts'
import { firstAdministratorLink } from '#app/use-cases/account/first-administrator.server.ts'
import { makeLink } from '#app/use-cases/account/make-link.server.ts'
import { readOwnAccount } from '#app/use-cases/account/read-account.server.ts'
import { openInvitation } from '#app/use-cases/account/read-invitation.server.ts'
import { revokeToken } from '#app/use-cases/account/revoke-token.server.ts'
import { sessionCookie } from '#app/use-cases/account/session-cookie.server.ts'
import { signIn } from '#app/use-cases/account/sign-in.server.ts'
import { signOut } from '#app/use-cases/account/sign-out.server.ts'
import { createAgency } from '#app/use-cases/agencies/create-agency.server.ts'
import { invitePerson } from '#app/use-cases/people/invite-person.server.ts'
import { anOffice, morning, type Office } from '#test/builders/office.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'

const hour = 3_600_000
const password = 'kuda hijau makan siang'
const statements: string[] = []
let opened: FreshDatabase
let office: Office
let operator: Visitor
let operatorSession = ''

const tokenOf = (link: string | null) => link?.split('/').at(-1) ?? 'none'
const withSession = (token: string, path = '/kerja') =>
  new Request(`http://localhost${path}`, { headers: { Cookie: `x=1; baku_session=${token}` } })
const idOf = (visitor: Visitor) => (visitor.kind === 'person' ? visitor.person.id : 'none')
const withBearer = (token: string, path = '/api/v1/tasks') =>
  new Request(`http://localhost${path}`, { headers: { Authorization: `Bearer ${token}` } })
function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code)
const visit = (token: string) => findVisitor(withSession(token), office.ports)

beforeAll(async () => {
  opened = await freshDatabase({ onStatement: (text) => statements.push(text) })
  office = await anOffice(opened, ['clerk'])
})

describe('the first administrator', () => {
  it('comes in by a link that works once, and after that no link is made', async () => {
    const { ports } = office
    const stale = tokenOf(await firstAdministratorLink(ports))
    const token = tokenOf(await firstAdministratorLink(ports))
    expect(code(await openInvitation({ token: stale }, ports))).toBe('not-found')
    expect(must(await openInvitation({ token }, ports)).purpose).toBe('first-administrator')
    const typed = { name: 'Sari', email: 'sari@contoh.id', password, repeated: password, token }
    operatorSession = must(await becomeFirstAdministrator(typed, ports)).session
    expect(code(await becomeFirstAdministrator({ ...typed, email: 'lain@contoh.id' }, ports))).toBe('not-found')
    expect(await firstAdministratorLink(ports)).toBeNull()
    operator = await visit(operatorSession)
    expect(operator).toMatchObject({ kind: 'person', person: { name: 'Sari', operator: true, rights: [], seats: [] } })
  })

  it('is kept without the password or the tokens in readable form', async () => {
    const rows = await opened.execute<{ text: string }>(
      'select p::text as text from people p union all select s::text from sessions s union all select i::text from invitations i',
    )
    expect(rows.filter(({ text }) => text.includes(password) || text.includes(operatorSession))).toEqual([])
    expect(rows.some(({ text }) => text.includes('$argon2id$v=19$m=19456,t=2,p=1$'))).toBe(true)
  })
})

describe('signing in', () => {
  const asking = (over: object = {}) => ({ email: 'SARI@contoh.id', password, address: '10.0.0.1', ...over })

  it('gives a fresh session for the right password, whatever the case of the e-mail', async () => {
    const first = must(await signIn(asking(), office.ports)).token
    const second = must(await signIn(asking(), office.ports)).token
    expect(first).toMatch(/^[\w-]{43}$/)
    expect(second).not.toBe(first)
    expect(await visit(first)).toMatchObject({ person: { name: 'Sari' } })
  })

  it('says the same for a wrong password and for nobody', async () => {
    const wrong = await signIn(asking({ password: 'salah sama sekali' }), office.ports)
    const nobody = await signIn(asking({ email: 'siapa@contoh.id' }), office.ports)
    expect(wrong).toEqual({ ok: false, refusal: { code: 'invalid', errors: [{ path: 'password', code: 'wrong-credentials' }] } })
    expect(nobody).toEqual(wrong)
  })

  it('lets ten attempts pass on one account, then asks to wait until the quarter of an hour is over', async () => {
    office.setClock(morning + 60_000)
    const guess = () => signIn(asking({ email: 'tebak@contoh.id', password: 'tebakan' }), office.ports)
    const codes = []
    for (let i = 0; i < 11; i++) codes.push(code(await guess()))
    expect(codes).toEqual([...Array(10).fill('invalid'), 'rate-limited'])
    expect(await guess()).toMatchObject({ refusal: { retryAfterSeconds: 14 * 60 } })
    office.setClock(morning + 15 * 60_000)
    expect(code(await guess())).toBe('invalid')
    office.setClock(morning)
  })

  it('lets a hundred attempts pass from one address block, whoever they name', async () => {
    await opened.execute(`delete from rate_limits`)
    await signIn(asking({ email: 'a@contoh.id', password: 'x', address: '2001:db8:1:2::1' }), office.ports)
    await opened.execute(`update rate_limits set count = 100 where key like 'sign-in:address:%'`)
    const from = (address: string) => signIn(asking({ email: 'b@contoh.id', password: 'x', address }), office.ports)
    expect(code(await from('2001:db8:1:2:ffff::9'))).toBe('rate-limited')
    expect(code(await from('2001:db8:1:3::1'))).toBe('invalid')
  })
})

describe('a session', () => {
  const ask = (extra: Partial<Office['ports']> = {}) =>
    must2(signIn({ email: 'sari@contoh.id', password, address: '10.0.0.2' }, { ...office.ports, ...extra }))
  const must2 = async (result: Promise<Result<{ token: string }>>) => must(await result).token

  it('lasts twelve hours from its last use and thirty days at most', async () => {
    const token = await ask()
    for (let at = 0; at <= 29.6 * 24; at += 11) {
      office.setClock(morning + at * hour)
      expect((await visit(token)).kind).toBe('person')
    }
    office.setClock(morning + 30 * 24 * hour)
    expect((await visit(token)).kind).toBe('anonymous')
    office.setClock(morning)
    const idle = await ask()
    office.setClock(morning + 12 * hour)
    expect((await visit(idle)).kind).toBe('anonymous')
    office.setClock(morning)
  })

  it('is read with rights and seats in one statement', async () => {
    const token = await ask()
    const before = statements.length
    await visit(token)
    expect(statements.length - before).toBe(1)
  })

  it('ends by signing out, by hand, and not by another person', async () => {
    const { ports } = office
    const token = await ask()
    await signOut({ request: withSession(token) }, ports)
    expect((await visit(token)).kind).toBe('anonymous')
    const other = await ask()
    const mine = must(await readOwnAccount({ visitor: operator, request: withSession(operatorSession) }, ports)).sessions
    expect(mine.filter(({ current }) => current)).toHaveLength(1)
    const stranger = await office.hire('Asing', ['clerk'])
    const someId = mine.find(({ current }) => !current)?.id ?? 'none'
    expect(code(await endSession({ visitor: stranger, session: someId }, ports))).toBe('not-found')
    for (const { id, current } of mine) if (!current) must(await endSession({ visitor: operator, session: id }, ports))
    expect((await visit(other)).kind).toBe('anonymous')
    expect((await visit(operatorSession)).kind).toBe('person')
  })

  it('is sent by secure connections only where the site has one', () => {
    const at = (origin: string) => sessionCookie('t', { settings: { ...office.ports.settings, origin } })
    expect(at('https://standar.contoh.id')).toBe('baku_session=t; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000; Secure')
    expect(at('http://localhost:3000')).not.toContain('Secure')
  })
})

describe('an invited person', () => {
  it('sets a password once, enters with their rights, and later changes it, which ends other sessions', async () => {
    const { ports } = office
    const founding = {
      ...{ id: 'dinas-baru', government: 'Pemerintah', name: 'Dinas Baru', shortName: 'Disbaru', place: 'Kota', address: '' },
      ...{ zone: 'Asia/Jakarta', template: '', administratorName: 'Wayan', administratorEmail: 'wayan@contoh.id' },
    }
    const founded = must(await createAgency({ ...founding, visitor: operator }, ports))
    const token = tokenOf(founded.administrator?.link ?? null)
    expect(must(await openInvitation({ token }, ports))).toMatchObject({ purpose: 'invitation', email: 'wayan@contoh.id' })
    const choice = { password, repeated: password, token }
    expect(code(await becomeFirstAdministrator({ ...choice, name: 'X', email: 'x@contoh.id' }, ports))).toBe('not-found')
    const { session } = must(await acceptInvitation(choice, ports))
    expect(code(await acceptInvitation(choice, ports))).toBe('not-found')
    const wayan = await visit(session)
    expect(wayan).toMatchObject({ person: { rights: [{ agencyId: 'dinas-baru', right: 'administrator' }], operator: false } })

    const elsewhere = must(await signIn({ email: 'wayan@contoh.id', password, address: '10.0.0.3' }, ports)).token
    const next = { password: 'kata sandi yang baru', repeated: 'kata sandi yang baru' }
    const request = withSession(session)
    expect(code(await changePassword({ ...next, current: 'bukan ini', visitor: wayan, request }, ports))).toBe('invalid')
    const key = must(await createToken({ visitor: wayan, name: 'lama', days: 30 }, ports)).token
    const open = await makeLink(ports.db, ports, idOf(wayan), 'password')
    must(await changePassword({ ...next, current: password, visitor: wayan, request }, ports))
    expect((await findVisitor(withBearer(key), ports)).kind).toBe('anonymous')
    expect(code(await openInvitation({ token: tokenOf(open) }, ports))).toBe('not-found')
    expect([(await visit(session)).kind, (await visit(elsewhere)).kind]).toEqual(['person', 'anonymous'])
    const another = must(await createToken({ visitor: wayan, name: 'baru', days: 30 }, ports)).token
    const link = await makeLink(ports.db, ports, idOf(wayan), 'password')
    must(await acceptInvitation({ password, repeated: password, token: tokenOf(link) }, ports))
    expect((await findVisitor(withBearer(another), ports)).kind).toBe('anonymous')
  })

  it('finds the link gone when its time is over', async () => {
    const { ports } = office
    const admin = await office.hire('Ayu', [], ['administrator'])
    const about = { name: 'Dewi', email: 'dewi@contoh.id', nip: null, rank: null, phone: null, positionId: null }
    const invited = must(await invitePerson({ ...about, rights: ['author'], visitor: admin, agencyId: office.agencyId }, ports))
    office.setClock(morning + 14 * 24 * hour)
    expect(code(await openInvitation({ token: tokenOf(invited.link) }, ports))).toBe('not-found')
    office.setClock(morning)
  })
})

describe('a token of the interface', () => {
  it('opens the interface alone, with what its person holds, until it is revoked or over', async () => {
    const { ports } = office
    const { token } = must(await createToken({ visitor: operator, name: 'laporan', days: 30 }, ports))
    const fromLine = must(await createTokenFor({ email: 'sari@contoh.id', name: 'baris', days: 1 }, ports)).token
    const enters = async (request: Request) => (await findVisitor(request, ports)).kind
    expect(await enters(withBearer(token))).toBe('person')
    expect(await enters(withBearer(token, '/kerja'))).toBe('anonymous')
    expect(await enters(withSession(operatorSession, '/api/v1/tasks'))).toBe('anonymous')
    const { tokens } = must(await readOwnAccount({ visitor: operator, request: withSession(operatorSession) }, ports))
    const id = tokens.find(({ name }) => name === 'laporan')?.id ?? ''
    const stranger = await office.hire('Orang', ['clerk'])
    expect(code(await revokeToken({ visitor: stranger, id }, ports))).toBe('not-found')
    must(await revokeToken({ visitor: operator, id }, ports))
    expect(await enters(withBearer(token))).toBe('anonymous')
    office.setClock(morning + 25 * hour)
    expect(await enters(withBearer(fromLine))).toBe('anonymous')
    office.setClock(morning)
  })

  it('is refused to strangers and to unknown people', async () => {
    const anonymous = { kind: 'anonymous' } as const
    expect(code(await createToken({ visitor: anonymous, name: 'x', days: 1 }, office.ports))).toBe('not-signed-in')
    expect(code(await createTokenFor({ email: 'siapa@contoh.id', name: 'x', days: 1 }, office.ports))).toBe('not-found')
  })
})
