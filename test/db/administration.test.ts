import { beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import { parseTyped } from '#app/read-form.ts'
import type { Result } from '#app/result.ts'
import { findVisitor } from '#app/use-cases/account/find-visitor.server.ts'
import { startSession } from '#app/use-cases/account/start-session.server.ts'
import { appointHolder } from '#app/use-cases/agencies/appoint-holder.server.ts'
import {
  addHoliday,
  importHolidays,
  removeHoliday,
  removeUnit,
  saveUnit,
  setHours,
} from '#app/use-cases/agencies/change-calendar.server.ts'
import { createAgency } from '#app/use-cases/agencies/create-agency.server.ts'
import { endAppointment } from '#app/use-cases/agencies/end-appointment.server.ts'
import { AgencySettings, Hours, NewSeries } from '#app/use-cases/agencies/inputs.ts'
import { listAdministered } from '#app/use-cases/agencies/list-agencies.server.ts'
import { listAgencyPositions } from '#app/use-cases/agencies/list-positions.server.ts'
import { endSeries, listAgencySeries, openSeries } from '#app/use-cases/agencies/manage-series.server.ts'
import { readAgencySettings } from '#app/use-cases/agencies/read-agency.server.ts'
import { readAgencyCalendar } from '#app/use-cases/agencies/read-calendar.server.ts'
import { readAuditTrail } from '#app/use-cases/agencies/read-trail.server.ts'
import { addPosition, editPosition, endPosition } from '#app/use-cases/agencies/save-position.server.ts'
import { updateAgencySettings } from '#app/use-cases/agencies/update-agency.server.ts'
import { disablePerson, enablePerson } from '#app/use-cases/people/disable-person.server.ts'
import { endSessionsOf } from '#app/use-cases/people/end-sessions.server.ts'
import { Invitation } from '#app/use-cases/people/inputs.ts'
import { invitePerson } from '#app/use-cases/people/invite-person.server.ts'
import { listAgencyPeople } from '#app/use-cases/people/list-people.server.ts'
import { makePasswordLink } from '#app/use-cases/people/make-password-link.server.ts'
import { readAgencyPerson } from '#app/use-cases/people/read-person.server.ts'
import { setRights } from '#app/use-cases/people/set-rights.server.ts'
import { updatePersonDetails } from '#app/use-cases/people/update-person.server.ts'
import { verifyAudit } from '#db/audit-chain.ts'
import { people } from '#db/schema.ts'
import { PositionId } from '#engine/definition/ids.ts'
import { anOffice, morning, type Office } from '#test/builders/office.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'

let opened: FreshDatabase
let office: Office
let elsewhere: Office
let admin: Visitor
let clerk: Visitor
let stranger: Visitor
let operator: Visitor

const day = 86_400_000
function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code)
const fault = (result: Result<unknown>) =>
  !result.ok && result.refusal.code === 'invalid' ? result.refusal.errors[0]?.code : code(result)
const idOf = (visitor: Visitor) => (visitor.kind === 'person' ? visitor.person.id : 'none')
const here = (visitor: Visitor = admin) => ({ visitor, agencyId: office.agencyId })
const details = { name: 'Dewi', nip: null, rank: null, phone: null }

beforeAll(async () => {
  opened = await freshDatabase()
  office = await anOffice(opened, ['clerk', 'head'])
  elsewhere = await anOffice(opened, ['clerk'])
  admin = await office.hire('Ayu', [], ['administrator'])
  clerk = await office.hire('Rina', ['clerk'])
  stranger = await elsewhere.hire('Orang Lain', ['clerk'], ['administrator'])
  const person = must(await hireOperator())
  operator = { kind: 'person', person }
})

async function hireOperator() {
  const visitor = await office.hire('Operator', [])
  if (visitor.kind !== 'person') throw new Error('nobody')
  await opened.execute('update people set operator = true where id = $1::uuid', [visitor.person.id])
  return { ok: true as const, value: { ...visitor.person, operator: true } }
}

async function invite(email: string, over: object = {}) {
  return invitePerson({ ...details, email, rights: ['author'], positionId: null, ...here(), ...over }, office.ports)
}

describe('who may administer', () => {
  const doors: [string, (visitor: Visitor) => Promise<Result<unknown>>][] = [
    ['read the agency', (visitor) => readAgencySettings(here(visitor), office.ports)],
    ['read positions', (visitor) => listAgencyPositions(here(visitor), office.ports)],
    ['read people', (visitor) => listAgencyPeople({ ...here(visitor), q: '', page: 1 }, office.ports)],
    ['read a person', (visitor) => readAgencyPerson({ ...here(visitor), personId: idOf(clerk) }, office.ports)],
    ['read the calendar', (visitor) => readAgencyCalendar(here(visitor), office.ports)],
    ['read series', (visitor) => listAgencySeries(here(visitor), office.ports)],
    ['read the trail', (visitor) => readAuditTrail({ ...here(visitor), before: null }, office.ports)],
    ['add a position', (visitor) => addPosition({ ...here(visitor), details: aPosition('Pintu') }, office.ports)],
    ['set rights', (visitor) => setRights({ ...here(visitor), personId: idOf(clerk), rights: [] }, office.ports)],
    ['end sessions', (visitor) => endSessionsOf({ ...here(visitor), personId: idOf(clerk) }, office.ports)],
    ['open a series', (visitor) => openSeries({ ...here(visitor), name: 'Pintu', kind: 'sop', pattern: '{seq}' }, office.ports)],
  ]
  it.each(doors)('%s: the administrator, not staff, never another agency or a stranger', async (_, open) => {
    expect(code(await open(clerk))).toBe('not-allowed')
    expect(code(await open(stranger))).toBe('not-found')
    expect(code(await open({ kind: 'anonymous' }))).toBe('not-signed-in')
    expect(code(await open(admin))).toBe('ok')
  })

  it('shows each administrator the own agencies and the operator all', async () => {
    const ids = async (visitor: Visitor) => must(await listAdministered({ visitor }, office.ports)).agencies.map(({ id }) => id)
    expect(await ids(admin)).toEqual([office.agencyId])
    expect((await ids(operator)).sort()).toEqual([office.agencyId, elsewhere.agencyId].sort())
    expect(code(await listAdministered({ visitor: clerk }, office.ports))).toBe('not-allowed')
  })

  it('keeps the operator out of the office', async () => {
    expect(code(await addPosition({ ...here(operator), details: aPosition('Operator') }, office.ports))).toBe('not-allowed')
    expect(code(await openSeries({ ...here(operator), name: 'Op', kind: 'sop', pattern: '{seq}' }, office.ports))).toBe(
      'not-allowed',
    )
    const seated = await invite('op@contoh.id', { visitor: operator, rights: [], positionId: 'clerk' })
    expect(code(seated)).toBe('not-allowed')
  })
})

describe('a new agency', () => {
  const founding = {
    ...{ id: 'dinas-arsip', government: 'Pemerintah', name: 'Dinas Arsip', shortName: 'Arsip', place: 'Kota', address: '' },
    ...{ zone: 'Asia/Jayapura', template: '', administratorName: 'Wayan', administratorEmail: 'wayan@contoh.id' },
  }
  it('is founded by the operator alone, once per address, with its administrator', async () => {
    expect(code(await createAgency({ ...founding, visitor: admin }, office.ports))).toBe('not-allowed')
    const founded = must(await createAgency({ ...founding, visitor: operator }, office.ports))
    expect(founded.administrator?.link).toMatch(/^http:\/\/localhost\/undangan\/[\w-]{43}$/)
    expect(fault(await createAgency({ ...founding, visitor: operator }, office.ports))).toBe('id-taken')
    const calendar = must(await readAgencyCalendar({ visitor: operator, agencyId: 'dinas-arsip' }, office.ports)).calendar
    expect(calendar).toEqual({ zone: 'Asia/Jayapura', schedules: [], holidays: [], units: [] })
  })
  it('is not founded at all when its administrator cannot be', async () => {
    const closed = must(await invite('tutup@contoh.id')).personId
    must(await disablePerson({ ...here(), personId: closed }, office.ports))
    const wish = { ...founding, id: 'gagal', administratorEmail: 'tutup@contoh.id', visitor: operator }
    expect(fault(await createAgency(wish, office.ports))).toBe('person-disabled')
    expect(code(await readAgencySettings({ visitor: operator, agencyId: 'gagal' }, office.ports))).toBe('not-found')
  })
})

describe('the profile', () => {
  const typed = { government: 'Pemerintah', name: '<b>Dinas</b>', shortName: 'Dinas', place: 'Kota', zone: 'Asia/Makassar' }
  it('takes over the page that was read and refuses an older one', async () => {
    const { agency } = must(await readAgencySettings(here(), office.ports))
    const rows = { contactId: [''], contactKind: ['phone'], contactValue: ['0812'], contactWho: ['Rina'] }
    const input = must(
      parseTyped(AgencySettings, { ...typed, ...rows, letterhead: 'Jalan\n\nTelepon', revision: String(agency.revision) }),
    )
    must(await updateAgencySettings({ ...input, ...here() }, office.ports))
    expect(code(await updateAgencySettings({ ...input, ...here() }, office.ports))).toBe('conflict')
    const after = must(await readAgencySettings(here(), office.ports)).agency
    expect(after.profile).toMatchObject({ name: '<b>Dinas</b>', letterhead: ['Jalan', 'Telepon'] })
    expect(after.profile.contacts).toEqual([{ id: 'contact-1', kind: 'phone', value: '0812', who: 'Rina' }])
    expect(must(await readAgencyCalendar(here(), office.ports)).calendar.zone).toBe('Asia/Makassar')
  })
  it('keeps its zone when the calendar was saved at the same moment', async () => {
    const { agency } = must(await readAgencySettings(here(), office.ports))
    const contacts = { contactId: [''], contactKind: ['phone'], contactValue: ['0812'], contactWho: ['Rina'] }
    const moved = { ...typed, ...contacts, letterhead: 'Jalan', zone: 'Asia/Jayapura', revision: String(agency.revision) }
    const input = must(parseTyped(AgencySettings, moved))
    // As when somebody else has saved the calendar since it was read: the change meets no row.
    await opened.execute(`create function unseen() returns trigger language plpgsql as $$ begin return null; end $$`)
    await opened.execute(`create trigger unseen before update on calendars for each row
      when (old.body is distinct from new.body) execute function unseen()`)
    expect(code(await updateAgencySettings({ ...input, ...here() }, office.ports))).toBe('conflict')
    await opened.execute('drop function unseen() cascade')
    expect(must(await readAgencySettings(here(), office.ports)).agency.timeZone).toBe('Asia/Makassar')
  })
  it('names the field that is too long or missing', () => {
    const typing = { ...typed, name: 'x'.repeat(201), place: ' ', revision: '1' }
    const result = parseTyped(AgencySettings, typing)
    expect(result.ok ? [] : result.refusal.code === 'invalid' && result.refusal.errors).toEqual([
      { path: 'name', code: 'too-long', params: { max: 200 } },
      { path: 'place', code: 'required' },
    ])
  })
})

const aPosition = (title: string, superiorId: string | null = null) => ({ title, unit: null, superiorId, signs: false }) as never

describe('positions', () => {
  it('get an id of their title and never two the same', async () => {
    const ids = [must(await add('Kepala Bidang Égalité')).id, must(await add('Kepala Bidang Egalite!')).id]
    expect(ids[1]).toBe(`${ids[0]}-2`)
    expect(must(await add('007')).id).toBe('jabatan')
  })
  it('report to nobody below themselves', async () => {
    const top = must(await add('Puncak')).id
    const low = must(await add('Bawah', top)).id
    const edit = (id: string, superior: string) =>
      editPosition({ ...here(), id, details: aPosition('X', superior) }, office.ports)
    expect(fault(await edit(top, low))).toBe('superior-loop')
    expect(fault(await edit(top, top))).toBe('superior-loop')
    expect(fault(await edit(top, 'tidak-ada'))).toBe('superior-loop')
    expect(code(await edit('tidak-ada', top))).toBe('not-found')
  })
  const add = (title: string, superior: string | null = null) =>
    addPosition({ ...here(), details: aPosition(title, superior) }, office.ports)
})

describe('appointments', () => {
  const appoint = (over: object) =>
    appointHolder(
      {
        positionId: 'head',
        personId: idOf(clerk),
        kind: 'plt',
        basis: 'Surat 1',
        from: '2026-03-03',
        until: '2026-03-04',
        ...here(),
        ...over,
      } as never,
      office.ports,
    )
  const seatsAt = async (at: number, personId: string) => {
    office.setClock(morning)
    const token = await startSession(office.ports.db, { ...office.ports, now: () => at - 1000 }, personId)
    office.setClock(at)
    const request = new Request('http://localhost/', { headers: { Cookie: `baku_session=${token}` } })
    const visitor = await findVisitor(request, office.ports)
    office.setClock(morning)
    return visitor.kind === 'person' ? visitor.person.seats.map(({ positionId, kind }) => `${positionId} ${kind}`) : []
  }

  it('hold for whole days of the zone, the last one included, and at no other moment (P8)', async () => {
    must(await appoint({}))
    const begins = Date.parse('2026-03-03T00:00:00+08:00')
    const ends = Date.parse('2026-03-05T00:00:00+08:00')
    expect(await seatsAt(begins - 1, idOf(clerk))).toEqual(['clerk definitive'])
    expect(await seatsAt(begins, idOf(clerk))).toEqual(['clerk definitive', 'head plt'])
    expect(await seatsAt(ends - 1, idOf(clerk))).toEqual(['clerk definitive', 'head plt'])
    expect(await seatsAt(ends, idOf(clerk))).toEqual(['clerk definitive'])
  })
  it('of one person in one position do not overlap; several people may hold one position', async () => {
    expect(fault(await appoint({ from: '2026-03-04', until: '2026-03-09' }))).toBe('holds-already')
    expect(code(await appoint({ from: '2026-03-05', until: '2026-03-09' }))).toBe('ok')
    const other = await office.hire('Budi', ['clerk'])
    expect(code(await appoint({ personId: idOf(other) }))).toBe('ok')
  })
  it('of acting holders need an end, of others not', async () => {
    expect(fault(await appoint({ kind: 'plh', until: null, from: '2027-01-01' }))).toBe('acting-needs-an-end')
    expect(code(await appoint({ kind: 'definitive', until: null, from: '2027-01-01' }))).toBe('ok')
  })
  it('are given to people of the agency only, in its open positions', async () => {
    expect(fault(await appoint({ personId: idOf(stranger) }))).toBe('not-an-option')
    const gone = must(await addPosition({ ...here(), details: aPosition('Bubar') }, office.ports)).id
    must(await endPosition({ ...here(), id: gone }, office.ports))
    expect(code(await appoint({ positionId: gone }))).toBe('not-found')
  })
  it('end at once, or are taken back before they begin', async () => {
    const person = await office.hire('Candra', ['clerk'])
    const acting = must(await appoint({ personId: idOf(person), from: '2026-03-02' })).id
    const later = must(await appoint({ personId: idOf(person), from: '2026-04-02', until: '2026-04-03' })).id
    must(await endAppointment({ ...here(), id: acting, lastDay: null }, office.ports))
    must(await endAppointment({ ...here(), id: later, lastDay: null }, office.ports))
    expect(await seatsAt(morning + 1, idOf(person))).toEqual(['clerk definitive'])
    expect(await seatsAt(Date.parse('2026-04-02T05:00:00Z'), idOf(person))).toEqual(['clerk definitive'])
    expect(code(await endAppointment({ ...here(), id: acting, lastDay: null }, office.ports))).toBe('not-found')
  })
})

describe('people', () => {
  it('are invited with a link, once per e-mail; a known account keeps its name and gets no link', async () => {
    const first = must(await invite('dewi@contoh.id'))
    expect(first.link).toContain('/undangan/')
    const again = must(await invite('DEWI@contoh.id', { name: 'Nama Lain', rights: ['auditor'] }))
    expect(again).toEqual({ personId: first.personId, link: null })
    const { person } = must(await readAgencyPerson({ ...here(), personId: first.personId }, office.ports))
    expect(person).toMatchObject({ name: 'Dewi', rights: ['auditor', 'author'] })
  })
  it('need a foothold, and a NIP has 18 digits or is empty', () => {
    const typed = { name: 'A', email: 'a@contoh.id', nip: '1234' }
    const errors = (over: object) => {
      const result = parseTyped(Invitation, { ...typed, ...over })
      return result.ok ? [] : result.refusal.code === 'invalid' && result.refusal.errors.map((error) => error.code)
    }
    expect(errors({ rights: ['author'] })).toEqual(['bad-nip'])
    expect(errors({ nip: '' })).toEqual(['needs-foothold'])
    expect(errors({ nip: '19800101 200501 1 001', rights: ['author'] })).toEqual([])
    expect(errors({ nip: '', rights: ['superuser'] })).toEqual(['not-an-option'])
    expect(errors({ nip: '', email: 'x', rights: ['author'] })).toEqual(['bad-email'])
  })
  it('do not change their own rights or account', async () => {
    const self = { ...here(), personId: idOf(admin) }
    expect(code(await setRights({ ...self, rights: ['signatory'] }, office.ports))).toBe('not-allowed')
    expect(code(await disablePerson(self, office.ports))).toBe('not-allowed')
    await opened.execute(`update people set email = 'ayu@contoh.id' where id = $1::uuid`, [idOf(admin)])
    expect(code(await invite('ayu@contoh.id', { rights: ['signatory'] }))).toBe('not-allowed')
  })
  it('of another agency do not exist, and a shared account is not taken over', async () => {
    const theirs = { ...here(), personId: idOf(stranger) }
    expect(code(await setRights({ ...theirs, rights: ['author'] }, office.ports))).toBe('not-found')
    expect(code(await makePasswordLink(theirs, office.ports))).toBe('not-found')
    await opened.execute(`update people set email = 'lain@contoh.id' where id = $1::uuid`, [idOf(stranger)])
    must(await invite('lain@contoh.id'))
    expect(code(await makePasswordLink(theirs, office.ports))).toBe('not-allowed')
    expect(code(await updatePersonDetails({ ...theirs, details }, office.ports))).toBe('not-allowed')
    expect(code(await disablePerson(theirs, office.ports))).toBe('not-allowed')
    expect(code(await makePasswordLink({ ...here(operator), personId: idOf(stranger) }, office.ports))).toBe('ok')
  })
  it('belong to an agency while a right or a seat there lasts, and no longer', async () => {
    const person = await office.hire('Gita', ['clerk'])
    const theirs = { ...here(), personId: idOf(person) }
    const [seat] = await opened.execute<{ id: string }>('select id from holders where person_id = $1::uuid', [idOf(person)])
    const ended = { ...here(), id: seat?.id ?? 'none', lastDay: null }
    await opened.execute(`update people set email = 'gita2@contoh.id' where id = $1::uuid`, [idOf(person)])
    must(
      await invitePerson(
        {
          ...details,
          email: 'gita2@contoh.id',
          positionId: PositionId.parse('clerk'),
          rights: ['author'],
          visitor: stranger,
          agencyId: elsewhere.agencyId,
        },
        office.ports,
      ),
    )
    expect(code(await makePasswordLink(theirs, office.ports))).toBe('not-allowed')
    // What the own agency gave it may take back, whoever else knows the account.
    must(await setRights({ ...theirs, rights: ['author'] }, office.ports))
    must(await setRights({ ...theirs, rights: [] }, office.ports))
    office.setClock(morning + day / 24)
    must(await endAppointment(ended, office.ports))
    expect(code(await setRights({ ...theirs, rights: ['author'] }, office.ports))).toBe('not-found')
    expect(code(await makePasswordLink(theirs, office.ports))).toBe('not-found')
    const away = { visitor: stranger, agencyId: elsewhere.agencyId, personId: idOf(person) }
    expect(code(await makePasswordLink(away, office.ports))).toBe('ok')
    office.setClock(morning)
  })
  it('are out at once when their account is closed, and may come back', async () => {
    const person = await office.hire('Eka', ['clerk'])
    const token = await startSession(office.ports.db, office.ports, idOf(person))
    const request = new Request('http://localhost/', { headers: { Cookie: `baku_session=${token}` } })
    expect((await findVisitor(request, office.ports)).kind).toBe('person')
    must(await disablePerson({ ...here(), personId: idOf(person) }, office.ports))
    expect((await findVisitor(request, office.ports)).kind).toBe('anonymous')
    expect(code(await makePasswordLink({ ...here(), personId: idOf(person) }, office.ports))).toBe('conflict')
    must(await enablePerson({ ...here(), personId: idOf(person) }, office.ports))
    expect((await findVisitor(request, office.ports)).kind).toBe('anonymous')
  })
  it('lose a right at their next request', async () => {
    const person = await office.hire('Fajar', [], ['author', 'approver'])
    const token = await startSession(office.ports.db, office.ports, idOf(person))
    const request = new Request('http://localhost/', { headers: { Cookie: `baku_session=${token}` } })
    must(await setRights({ ...here(), personId: idOf(person), rights: ['approver'] }, office.ports))
    expect(await findVisitor(request, office.ports)).toMatchObject({ person: { rights: [{ right: 'approver' }] } })
  })
  it('are found by name without wildcards having a meaning', async () => {
    await opened.db.insert(people).values({ id: '00000000-0000-4000-8000-0000000000aa', name: 'Persen % Garis_' })
    const found = async (q: string) =>
      must(await listAgencyPeople({ ...here(), q, page: 1 }, office.ports)).people.map(({ name }) => name)
    expect(await found('%')).toEqual([])
    expect(await found('fajar')).toEqual(['Fajar'])
  })
})

describe('the calendar', () => {
  const hours = { from: '2026-01-01', until: '', name: '', source: '', mon: '07.30 - 12:00, 13:00–16:00', revision: '1' }
  const revision = async () => must(await readAgencyCalendar(here(), office.ports)).revision

  it('takes hours as clerks write them and refuses those that overlap', async () => {
    const typed = must(parseTyped(Hours, hours))
    expect(typed.mon).toEqual([
      ['07:30', '12:00'],
      ['13:00', '16:00'],
    ])
    expect(code(parseTyped(Hours, { ...hours, tue: 'pagi' }))).toBe('invalid')
    must(await setHours({ ...typed, ...here(), revision: await revision() }, office.ports))
    const overlap = must(parseTyped(Hours, { ...hours, mon: '08:00-12:00, 11:00-13:00' }))
    expect(fault(await setHours({ ...overlap, ...here(), revision: await revision() }, office.ports))).toBe('hours-overlap')
  })
  it('gives a unit hours and days of its own, under a name that no other has', async () => {
    const unit = async () => must(await readAgencyCalendar(here(), office.ports)).calendar.units
    const loket = { name: 'Loket Pelayanan', worksOn: ['jointLeave' as const] }
    must(await saveUnit({ ...loket, ...here(), revision: await revision() }, office.ports))
    expect(await unit()).toEqual([{ id: 'unit-loket-pelayanan', ...loket, schedules: [], holidays: [] }])
    expect(fault(await saveUnit({ ...loket, ...here(), revision: await revision() }, office.ports))).toBe('name-taken')
    const [there] = await unit()
    const at = async () => ({ ...here(), unit: there?.id ?? '', revision: await revision() })
    must(await addHoliday({ date: '2026-08-18', name: 'HUT loket', source: null, ...(await at()) }, office.ports))
    const closed = { mon: [], tue: [], wed: [], thu: [], fri: [], sun: [], until: null, name: null, source: null }
    must(await setHours({ ...closed, from: '2026-01-01', sat: [['08:00', '12:00']], ...(await at()) }, office.ports))
    must(await saveUnit({ name: 'Loket', worksOn: [], ...(await at()) }, office.ports))
    expect(await unit()).toMatchObject([
      {
        id: 'unit-loket-pelayanan',
        name: 'Loket',
        worksOn: [],
        holidays: [{ name: 'HUT loket' }],
        schedules: [{ from: '2026-01-01' }],
      },
    ])
    expect(must(await readAgencyCalendar(here(), office.ports)).calendar.holidays).toEqual([])
    const gone = { ...(await at()), unit: 'unit-lain' }
    expect(fault(await removeHoliday({ date: '2026-08-18', ...gone }, office.ports))).toBe('not-an-option')
    must(await removeUnit({ ...(await at()), confirmed: false }, office.ports))
    expect(await unit()).toEqual([])
  })

  it('says whether the hours of a day overlap or close before they open', async () => {
    const week = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [], until: null, name: null, source: null }
    const faultOf = async (fri: [string, string][]) =>
      setHours({ ...week, fri, from: '2026-01-01', ...here(), revision: await revision() }, office.ports)
    expect(await faultOf([['12:00', '08:00']])).toMatchObject({
      refusal: { errors: [{ path: 'fri', code: 'closes-before-it-opens' }] },
    })
    const overlapping = await faultOf([
      ['08:00', '12:00'],
      ['11:59', '13:00'],
    ])
    expect(overlapping).toMatchObject({ refusal: { errors: [{ path: 'fri', code: 'hours-overlap' }] } })
  })

  it('takes the list of a year whole, by the administrator alone', async () => {
    const list = [{ date: '2026-12-25', name: 'Natal', kind: 'national' as const, source: 'SKB' }]
    const wish = async (visitor: Visitor) => ({ list, ...here(visitor), revision: await revision() })
    expect(code(await importHolidays(await wish(clerk), office.ports))).toBe('not-allowed')
    expect(code(await importHolidays(await wish(stranger), office.ports))).toBe('not-found')
    must(await importHolidays(await wish(admin), office.ports))
    expect(must(await readAgencyCalendar(here(), office.ports)).calendar.holidays).toEqual(list)
    const other = [{ ...list[0], date: '2026-12-26', name: 'Cuti bersama', kind: 'jointLeave' as const }]
    must(await importHolidays({ ...(await wish(admin)), list: other }, office.ports))
    expect(must(await readAgencyCalendar(here(), office.ports)).calendar.holidays).toEqual(other)
    await opened.execute("update calendars set body = jsonb_set(body, '{holidays}', '[]') where agency_id = $1", [
      office.agencyId,
    ])
  })

  it('adds and removes a local holiday, once per day, on the newest state only', async () => {
    const holiday = { date: '2026-08-18', name: 'Hari Jadi', source: null }
    const before = await revision()
    must(await addHoliday({ ...holiday, ...here(), revision: before }, office.ports))
    expect(code(await addHoliday({ ...holiday, date: '2026-08-19', ...here(), revision: before }, office.ports))).toBe('conflict')
    expect(fault(await addHoliday({ ...holiday, ...here(), revision: await revision() }, office.ports))).toBe(
      'day-is-free-already',
    )
    must(await removeHoliday({ date: '2026-08-18', ...here(), revision: await revision() }, office.ports))
    expect(must(await readAgencyCalendar(here(), office.ports)).calendar.holidays).toEqual([])
  })
})

describe('number series', () => {
  it('show the next number, refuse a pattern without a serial, and close', async () => {
    const input = must(parseTyped(NewSeries, { name: 'SOP', kind: 'sop', pattern: '{seq:3} / SOP / {yyyy}' }))
    const { id } = must(await openSeries({ ...input, ...here() }, office.ports))
    expect(fault(await openSeries({ ...input, ...here() }, office.ports))).toBe('name-taken')
    const row = must(await listAgencySeries(here(), office.ports)).series.find((one) => one.id === id)
    expect(row).toMatchObject({ next: '001 / SOP / 2026', last: 0, closed: false })
    expect(fault(parseTyped(NewSeries, { name: 'X', kind: 'sop', pattern: 'SOP/{yyyy}' }))).toBe('no-serial')
    must(await endSeries({ ...here(), id }, office.ports))
    expect(code(await endSeries({ ...here(), id }, office.ports))).toBe('not-found')
  })
})

describe('the audit trail', () => {
  it('has a row for every change, newest first, in pages, and none of another agency', async () => {
    const first = must(await readAuditTrail({ ...here(), before: null }, office.ports))
    expect(first.entries[0]?.action).toBe('series.close')
    const actions = new Set(first.entries.map(({ action }) => action))
    expect(actions).toContain('appointment.add')
    expect(first.entries.every(({ at }) => Math.abs(at - morning) < day)).toBe(true)
    for (let i = 0; i < 51; i++) must(await endSessionsOf({ ...here(), personId: idOf(clerk) }, office.ports))
    const newest = must(await readAuditTrail({ ...here(), before: null }, office.ports))
    expect(newest.entries).toHaveLength(50)
    const next = must(await readAuditTrail({ ...here(), before: newest.older }, office.ports))
    expect(next.entries[0]?.seq).toBe((newest.entries.at(-1)?.seq ?? 0) - 1)
  })

  it('V13: holds together for every kind of act that was done here', async () => {
    expect(await verifyAudit(opened)).toMatchObject({ ok: true })
  })
})
