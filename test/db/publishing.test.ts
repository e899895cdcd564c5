import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Visitor } from '#app/actor.ts'
import type { Ports } from '#app/ports.ts'
import type { Result } from '#app/result.ts'
import { cancelAct } from '#app/use-cases/decrees/cancel.server.ts'
import { correct } from '#app/use-cases/decrees/correct.server.ts'
import { publish } from '#app/use-cases/decrees/publish.server.ts'
import { revoke } from '#app/use-cases/decrees/revoke.server.ts'
import { approveDraft } from '#app/use-cases/definitions/approve-draft.server.ts'
import { createStandard } from '#app/use-cases/definitions/create-standard.server.ts'
import { returnDraft } from '#app/use-cases/definitions/return-draft.server.ts'
import { startFromVersion } from '#app/use-cases/definitions/start-from-version.server.ts'
import { submitDraft } from '#app/use-cases/definitions/submit-draft.server.ts'
import { grants, series } from '#db/schema.ts'
import { listDecrees } from '#db/stores/public-register.ts'
import { anOffice, type Office } from '#test/builders/office.ts'
import { soundStandard } from '#test/builders/sound.ts'
import { type FreshDatabase, freshDatabase, isEmbedded } from '#test/support/postgres.ts'
import { unguarded } from '#test/support/unguarded.ts'

let opened: FreshDatabase
let office: Office
let author: Visitor
let approver: Visitor
let head: Visitor

const today = '2026-03-02'
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code)
const what = (result: Result<unknown>) =>
  result.ok ? 'ok' : result.refusal.code === 'conflict' ? result.refusal.what : result.refusal.code
const fault = (result: Result<unknown>) =>
  !result.ok && result.refusal.code === 'invalid' ? result.refusal.errors[0] : code(result)
function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

const signing = (
  visitor: Visitor,
  positionId: string,
  over: Partial<Extract<Visitor, { kind: 'person' }>['person']['seats'][number]> = {},
): Visitor => {
  if (visitor.kind !== 'person') throw new Error('nobody')
  const seats = visitor.person.seats.map((seat) => (seat.positionId === positionId ? { ...seat, signs: true, ...over } : seat))
  return { kind: 'person', person: { ...visitor.person, seats } }
}

beforeAll(async () => {
  opened = await freshDatabase()
})

beforeEach(async () => {
  office = await anOffice(opened, ['clerk', 'head'])
  const { agencyId } = office
  await opened.execute(`update positions set signs = true where agency_id = $1 and id = 'head'`, [agencyId])
  await opened.db.insert(series).values([
    { agencyId, id: 'sk', name: 'Keputusan', kind: 'decree', pattern: '{seq:3} /TAHUN {yyyy}' },
    { agencyId, id: 'arsip', name: 'Berklasifikasi', kind: 'decree', pattern: '{class}/{seq}/{yyyy}' },
    { agencyId, id: 'sop', name: 'SOP', kind: 'sop', pattern: '{seq} / SOP / {yyyy}' },
  ])
  author = await office.hire('Asha', ['clerk'], ['author'])
  approver = await office.hire('Budi', [], ['approver'])
  head = signing(await office.hire('Citra', ['head'], ['signatory']), 'head')
})

const at = (slug: string, visitor: Visitor) => ({ visitor, agencyId: office.agencyId, slug })
async function digestOfVersion(slug: string, number = 1) {
  const found = await opened.execute<{ digest: string }>(
    'select digest from versions where agency_id = $1 and slug = $2 and number = $3::int',
    [office.agencyId, slug, number],
  )
  return found[0]?.digest ?? ''
}
async function written(slug: string, by = author) {
  must(await createStandard({ ...at(slug, by), title: `Standar ${slug}`, kind: 'service', from: soundStandard() }, office.ports))
  return digestOfVersion(slug)
}
async function approved(slug: string) {
  const digest = await written(slug)
  must(await submitDraft({ ...at(slug, author), digest }, office.ports))
  must(await approveDraft({ ...at(slug, approver), digest }, office.ports))
  return digest
}
type Over = Partial<Parameters<typeof publish>[0]>
const signed = (slug: string, digest: string, over: Over = {}, ports: Ports = office.ports) =>
  publish(
    {
      ...{ visitor: head, agencyId: office.agencyId, standards: [{ slug, digest }] },
      number: { kind: 'series', seriesId: 'sk' },
      signedOn: today,
      effectiveOn: today,
      positionId: 'head',
      ...over,
    },
    ports,
  )
const ending = (text: string) => ({
  ...{ visitor: head, agencyId: office.agencyId, number: { kind: 'by-hand', text } as const, positionId: 'head' },
  ...{ signedOn: today, effectiveOn: today },
})
const lastNumber = async () =>
  (
    await opened.execute<{ last: number }>(`select last from counters where agency_id = $1 and series_id = 'sk'`, [
      office.agencyId,
    ])
  )[0]?.last ?? 0
const statusOf = async (slug: string) =>
  (
    await opened.execute<{ status: string }>('select status from versions where agency_id = $1 and slug = $2 order by number', [
      office.agencyId,
      slug,
    ])
  ).map(({ status }) => status)

it.skipIf(isEmbedded())(
  'P5: twenty signings at once in one series get twenty numbers in a row, none missing, none twice',
  async () => {
    const slugs = Array.from({ length: 20 }, (_, index) => `layanan-${index + 1}`)
    const digests: string[] = []
    for (const slug of slugs) digests.push(await approved(slug))
    const results = await Promise.all(slugs.map((slug, index) => signed(slug, digests[index] ?? '')))
    const numbers = results.map((result) => must(result).number).sort()
    expect(numbers).toEqual(slugs.map((_, index) => `${String(index + 1).padStart(3, '0')} /TAHUN 2026`))
  },
)

it.skipIf(isEmbedded())('P5: first signings and replacements at once wait for each other and never lock', async () => {
  const slugs = Array.from({ length: 8 }, (_, index) => `layanan-${index + 1}`)
  for (const slug of slugs.slice(0, 4)) {
    must(await signed(slug, await approved(slug)))
    must(await startFromVersion({ ...at(slug, author), version: 1 }, office.ports))
    must(await submitDraft(at(slug, author), office.ports))
    must(await approveDraft({ ...at(slug, approver), digest: await digestOfVersion(slug, 2) }, office.ports))
  }
  const digests: string[] = []
  for (const [index, slug] of slugs.entries()) digests.push(index < 4 ? await digestOfVersion(slug, 2) : await approved(slug))
  const results = await Promise.all(slugs.map((slug, index) => signed(slug, digests[index] ?? '')))
  expect(results.map(code)).toEqual(slugs.map(() => 'ok'))
  expect(await lastNumber()).toBe(12)
})

it('P5: a failure after the number was taken leaves no gap and no half publication', async () => {
  const digest = await approved('layanan')
  let ids = 0
  const failing: Ports = {
    ...office.ports,
    newId: () => {
      if (++ids > 1) throw new Error('the disk is full')
      return office.ports.newId()
    },
  }
  await expect(signed('layanan', digest, {}, failing)).rejects.toThrow('the disk is full')
  expect(await statusOf('layanan')).toEqual(['approved'])
  expect(must(await signed('layanan', digest)).number).toBe('001 /TAHUN 2026')
})

it('a number by hand is taken once in a year, however it is spaced or cased', async () => {
  const first = await approved('pertama')
  const second = await approved('kedua')
  must(await signed('pertama', first, { number: { kind: 'by-hand', text: '298 /TAHUN 2026' } }))
  const again = await signed('kedua', second, { number: { kind: 'by-hand', text: ' 298/ Tahun 2026' } })
  expect(again).toEqual({ ok: false, refusal: { code: 'number-taken', number: '298/ Tahun 2026' } })
  expect(await statusOf('kedua')).toEqual(['approved'])
})

it('a series passes over a number that was written by hand before', async () => {
  const [first, second] = [await approved('pertama'), await approved('kedua')]
  must(await signed('pertama', first, { number: { kind: 'by-hand', text: '001/Tahun 2026' } }))
  expect(must(await signed('kedua', second)).number).toBe('002 /TAHUN 2026')
})

it.skipIf(isEmbedded())('a double click sets once and answers the same twice', async () => {
  const digest = await approved('layanan')
  const [one, two] = await Promise.all([signed('layanan', digest), signed('layanan', digest)])
  expect(must(two).decreeId).toBe(must(one).decreeId)
  expect(await lastNumber()).toBe(1)
})

it('V6: signs the text that was approved and no other', async () => {
  const digest = await approved('layanan')
  expect(what(await signed('layanan', '0'.repeat(64)))).toBe('changed')
  must(await signed('layanan', digest))
  expect(what(await signed('layanan', '0'.repeat(64)))).toBe('not-approved')
  expect(what(await signed('lain', digest))).toBe('not-approved')
})

it('P4: not even direct SQL changes what was set', async () => {
  const digest = await approved('layanan')
  must(await signed('layanan', digest))
  for (const change of [`body = '{}'`, `digest = 'x'`, `decree_id = null`, `status = 'draft'`]) {
    await expect(opened.execute(`update versions set ${change} where agency_id = $1`, [office.agencyId])).rejects.toThrow()
  }
  await expect(opened.execute('delete from versions where agency_id = $1', [office.agencyId])).rejects.toThrow()
  await expect(opened.execute(`update decrees set number = '1' where agency_id = $1`, [office.agencyId])).rejects.toThrow()
  await expect(opened.execute('update counters set last = 9 where agency_id = $1', [office.agencyId])).rejects.toThrow()
  expect(await digestOfVersion('layanan')).toBe(digest)
})

it('V11: who wrote it neither approves nor signs it, whatever else they may', async () => {
  await opened.db.insert(grants).values({ agencyId: office.agencyId, personId: idOf(author), right: 'approver' })
  const both = withRights(author, 'author', 'approver')
  const digest = await written('layanan', both)
  must(await submitDraft(at('layanan', both), office.ports))
  expect(code(await approveDraft({ ...at('layanan', both), digest }, office.ports))).toBe('own-work')
  must(await approveDraft({ ...at('layanan', approver), digest }, office.ports))

  const headWrote = withRights(head, 'author', 'signatory')
  const own = await written('sendiri', headWrote)
  must(await submitDraft(at('sendiri', headWrote), office.ports))
  expect(code(await approveDraft({ ...at('sendiri', headWrote), digest: own }, office.ports))).toBe('own-work')
  must(await approveDraft({ ...at('sendiri', approver), digest: own }, office.ports))
  expect(code(await signed('sendiri', own, { visitor: headWrote }))).toBe('own-work')
})

it('only a signatory in a seat that signs sets a standard, and a Plh does not', async () => {
  const digest = await approved('layanan')
  expect(code(await signed('layanan', digest, { visitor: author }))).toBe('not-allowed')
  expect(code(await signed('layanan', digest, { visitor: approver }))).toBe('not-allowed')
  expect(code(await signed('layanan', digest, { visitor: signing(head, 'head', { kind: 'plh' }) }))).toBe('not-allowed')
  expect(fault(await signed('layanan', digest, { positionId: 'clerk' }))).toMatchObject({ code: 'may-not-sign' })
  await opened.execute(`delete from holders where agency_id = $1 and position_id = 'head'`, [office.agencyId])
  await headSince('2020-01-01', '2027-01-01', 'plt')
  must(await signed('layanan', digest, { visitor: signing(head, 'head', { kind: 'plt' }) }))
  const [decree] = await opened.execute<{ seat: string }>(`select signatory->>'seat' as seat from decrees where agency_id = $1`, [
    office.agencyId,
  ])
  expect(decree?.seat).toBe('plt')
})

it('P8: a seat that ended since the page was opened signs nothing', async () => {
  const digest = await approved('layanan')
  await opened.execute(`update holders set until = '2026-01-01' where agency_id = $1 and position_id = 'head'`, [office.agencyId])
  expect(fault(await signed('layanan', digest))).toMatchObject({ path: 'positionId', code: 'may-not-sign' })
  expect(await lastNumber()).toBe(0)
})

const headSince = (from: string, until: string | null = null, kind = 'definitive') =>
  opened.execute(
    `insert into holders (agency_id, id, position_id, person_id, kind, "from", until)
      values ($1, gen_random_uuid(), 'head', $2::uuid, $3, $4::timestamptz, $5::timestamptz)`,
    [office.agencyId, idOf(head), kind, from, until],
  )

it('V12: nobody signs back into the time of another in office, judged by the day in the zone of the agency', async () => {
  const digest = await approved('layanan')
  await opened.execute(`delete from holders where agency_id = $1 and position_id = 'head'`, [office.agencyId])
  await headSince('2026-02-19T17:00:00Z')
  expect(fault(await signed('layanan', digest, on('2026-02-19')))).toEqual({ path: 'signedOn', code: 'no-office-then' })
  expect(await lastNumber()).toBe(0)
  must(await signed('layanan', digest, on('2026-02-20')))
})

it('V12: a decree of earlier date bears the kind of seat that its signatory had on that day; as a Plh they sign none', async () => {
  const [first, second] = [await approved('pertama'), await approved('kedua')]
  await opened.execute(`delete from holders where agency_id = $1 and position_id = 'head'`, [office.agencyId])
  await headSince('2026-01-31T17:00:00Z', '2026-02-09T17:00:00Z', 'plh')
  await headSince('2026-02-09T17:00:00Z', '2026-02-19T17:00:00Z', 'plt')
  await headSince('2026-02-19T17:00:00Z')
  expect(fault(await signed('pertama', first, on('2026-02-05')))).toMatchObject({ code: 'no-office-then' })
  must(await signed('pertama', first, on('2026-02-12')))
  must(await signed('kedua', second, on('2026-02-20')))
  const seats = await opened.execute<{ seat: string }>(
    `select signatory->>'seat' as seat from decrees where agency_id = $1 order by seq`,
    [office.agencyId],
  )
  expect(seats.map(({ seat }) => seat)).toEqual(['plt', 'definitive'])
})

it('P8: another agency finds nothing here', async () => {
  const elsewhere = await anOffice(opened, ['head'])
  const stranger = signing(await elsewhere.hire('Orang Lain', ['head'], ['author', 'approver', 'signatory']), 'head')
  const digest = await approved('layanan')
  const doors = [
    signed('layanan', digest, { visitor: stranger }),
    submitDraft(at('layanan', stranger), office.ports),
    approveDraft({ ...at('layanan', stranger), digest }, office.ports),
    returnDraft({ ...at('layanan', stranger), reason: 'x' }, office.ports),
    revoke({ ...ending('SK 9'), visitor: stranger, decreeId: randomUUID(), standards: 'all', reason: 'x' }, office.ports),
    cancelAct({ ...ending('SK 9'), visitor: stranger, decreeId: randomUUID(), reason: 'x' }, office.ports),
    correct({ ...at('layanan', stranger), digest, positionId: 'head' }, office.ports),
    startFromVersion({ ...at('layanan', stranger), version: 1 }, office.ports),
    createStandard({ ...at('baru', stranger), title: 'Baru', kind: 'service' }, office.ports),
  ]
  expect((await Promise.all(doors)).map(code)).toEqual(doors.map(() => 'not-found'))
})

const on = (signedOn: string, over: Over = {}): Over => ({ signedOn, effectiveOn: signedOn, ...over })
const tooEarly = { path: 'signedOn', code: 'before-last-number', params: { last: '2026-03-01' } }

it('V5: the dates of a series never go backwards within a year, and a refusal takes no number', async () => {
  const [first, second, third] = [await approved('pertama'), await approved('kedua'), await approved('ketiga')]
  must(await signed('pertama', first, on('2026-03-01')))
  expect(fault(await signed('kedua', second, on('2026-02-28')))).toEqual(tooEarly)
  expect(await statusOf('kedua')).toEqual(['approved'])
  expect(await lastNumber()).toBe(1)
  must(await signed('kedua', second, on('2026-03-01')))
  expect(must(await signed('ketiga', third, on('2025-12-30'))).number).toBe('001 /TAHUN 2025')
})

it('V5: another series and a number by hand have their own order', async () => {
  const [first, second, third] = [await approved('pertama'), await approved('kedua'), await approved('ketiga')]
  must(await signed('pertama', first, on('2026-03-01')))
  must(await signed('kedua', second, on('2026-02-28', { number: { kind: 'by-hand', text: '77/2026' } })))
  must(await signed('ketiga', third, on('2026-02-27', { number: { kind: 'series', seriesId: 'arsip', class: '067' } })))
})

it.skipIf(isEmbedded())('V5: who waits for the counter is judged by the date that was signed meanwhile', async () => {
  const slugs = Array.from({ length: 8 }, (_, index) => `layanan-${index + 1}`)
  const days = slugs.map((_, index) => `2026-02-${String(((index * 3) % 8) + 10)}`)
  const digests: string[] = []
  for (const slug of slugs) digests.push(await approved(slug))
  const results = await Promise.all(slugs.map((slug, index) => signed(slug, digests[index] ?? '', on(days[index] ?? ''))))
  const given = await opened.execute<{ day: string }>(
    'select signed_on::text as day from decrees where agency_id = $1 order by seq',
    [office.agencyId],
  )
  expect(given.map(({ day }) => day)).toEqual(given.map(({ day }) => day).sort())
  expect(results.filter(({ ok }) => ok)).toHaveLength(given.length)
  expect(await lastNumber()).toBe(given.length)
})

it.each([
  [
    { signedOn: '2026-03-03', effectiveOn: '2026-03-03' },
    { path: 'signedOn', code: 'in-future' },
  ],
  [{ signedOn: '2026-02-30' }, { path: 'signedOn', code: 'bad-date' }],
  [
    { signedOn: '2026-03-01', effectiveOn: '2026-02-28' },
    { path: 'effectiveOn', code: 'before-signing' },
  ],
  [{ number: { kind: 'series', seriesId: 'sop' } }, { path: 'number', code: 'unknown-series' }],
  [{ number: { kind: 'series', seriesId: 'arsip' } }, { path: 'class', code: 'required' }],
  [{ number: { kind: 'by-hand', text: '  ' } }, { path: 'byHand', code: 'required' }],
  [{ number: { kind: 'by-hand', text: '9'.repeat(121) } }, { path: 'byHand', code: 'too-long' }],
] satisfies [Over, object][])('refuses %o and names the place', async (over, problem) => {
  const digest = await approved('layanan')
  expect(fault(await signed('layanan', digest, over))).toMatchObject(problem)
  expect(await lastNumber()).toBe(0)
})

it('prints the archive classification where the series asks for one', async () => {
  const digest = await approved('layanan')
  expect(must(await signed('layanan', digest, { number: { kind: 'series', seriesId: 'arsip', class: '067' } })).number).toBe(
    '067/1/2026',
  )
})

it('a standard without its six components is not set, and says what is missing', async () => {
  must(
    await createStandard(
      { ...at('kosong', author), title: 'Kosong', kind: 'service', from: soundStandard({ fee: { kind: 'unset' } }) },
      office.ports,
    ),
  )
  const digest = await digestOfVersion('kosong')
  must(await submitDraft(at('kosong', author), office.ports))
  must(await approveDraft({ ...at('kosong', approver), digest }, office.ports))
  const result = await signed('kosong', digest)
  expect(!result.ok && result.refusal.code === 'not-ready' && result.refusal.findings.map(({ path }) => path)).toContain(
    'components.fee',
  )
})

it('P4: a version that takes the place of another ends the old decree', async () => {
  const digest = await approved('layanan')
  must(await signed('layanan', digest))
  must(await startFromVersion({ ...at('layanan', author), version: 1 }, office.ports))
  must(await submitDraft(at('layanan', author), office.ports))
  must(await approveDraft({ ...at('layanan', approver), digest }, office.ports))
  must(await signed('layanan', digest))
  expect(await statusOf('layanan')).toEqual(['superseded', 'published'])
  const found = await opened.execute<{ number: string; status: string }>(
    'select number, status from decrees where agency_id = $1 order by number',
    [office.agencyId],
  )
  expect(found.map(({ number, status }) => `${number} ${status}`)).toEqual([
    '001 /TAHUN 2026 superseded',
    '002 /TAHUN 2026 in-force',
  ])
  const [old] = await opened.execute<{ next: number }>(
    'select superseded_by as next from versions where agency_id = $1 and number = 1',
    [office.agencyId],
  )
  expect(old?.next).toBe(2)
})

/** Puts an approved version under a decree that has set another already. */
const setUnder = (decreeId: string, slug: string) =>
  unguarded(
    opened,
    `with item as (
       insert into decree_items (agency_id, decree_id, slug, version, digest)
       select agency_id, $1::uuid, slug, number, digest from versions where agency_id = $2 and slug = $3)
     update versions set status = 'published', decree_id = $1::uuid where agency_id = $2 and slug = $3`,
    [decreeId, office.agencyId, slug],
  )

it('the register tells decrees from procedures by the series, and a number by hand by what it set', async () => {
  const { agencyId } = office
  const [first, second] = [await approved('pertama'), await approved('kedua')]
  must(await signed('pertama', first))
  const { decreeId } = must(await signed('kedua', second, { number: { kind: 'by-hand', text: '77/2026' } }))
  const kinds = async (kind: 'decree' | 'sop') =>
    (await listDecrees(opened.db, { agencyId, year: 2026, kind }, 10, 0)).map(({ number }) => number).sort()
  expect([await kinds('decree'), await kinds('sop')]).toEqual([['001 /TAHUN 2026', '77/2026'], []])
  must(await createStandard({ ...at('ketiga', author), title: 'Prosedur', kind: 'sop' }, office.ports))
  // A draft belongs to no register: from approval on the public reads its kind.
  await unguarded(opened, `update versions set status = 'approved' where agency_id = $1 and slug = 'ketiga'`, [agencyId])
  await setUnder(decreeId, 'ketiga')
  expect([await kinds('decree'), await kinds('sop')]).toEqual([['001 /TAHUN 2026'], ['77/2026']])
})

const idOf = (visitor: Visitor) => (visitor.kind === 'person' ? visitor.person.id : 'none')
function withRights(visitor: Visitor, ...rights: ('author' | 'approver' | 'signatory')[]): Visitor {
  if (visitor.kind !== 'person') throw new Error('nobody')
  const held = rights.map((right) => ({ agencyId: office.agencyId, right }))
  return { kind: 'person', person: { ...visitor.person, rights: held } }
}

it('P5: sets a standard that was left out under a number inserted between two, its date between theirs, with a reason', async () => {
  must(await signed('satu', await approved('satu'), { signedOn: '2026-02-02', effectiveOn: '2026-02-02' }))
  must(await signed('dua', await approved('dua')))
  const digest = await approved('layanan')
  const inserted = (over: Partial<Record<'after' | 'reason' | 'seriesId', string>> = {}, signedOn = '2026-02-10') =>
    signed('layanan', digest, {
      number: { kind: 'inserted', seriesId: 'sk', after: '1', reason: 'terlewat dinomori', ...over },
      ...{ signedOn, effectiveOn: today },
    })
  expect(fault(await inserted({ after: '9' }))).toMatchObject({ path: 'insertedAfter', code: 'no-such-serial' })
  expect(fault(await inserted({ after: 'x' }))).toMatchObject({ path: 'insertedAfter', code: 'required' })
  expect(fault(await inserted({ reason: ' ' }))).toMatchObject({ path: 'numberReason', code: 'required' })
  expect(fault(await inserted({ seriesId: 'lain' }))).toMatchObject({ path: 'number', code: 'unknown-series' })
  expect(fault(await inserted({}, '2026-02-01'))).toMatchObject({ code: 'before-neighbour', params: { last: '2026-02-02' } })
  expect(must(await inserted()).number).toBe('001. a /TAHUN 2026')
  expect(await lastNumber()).toBe(2)
  expect(must(await signed('tiga', await approved('tiga'))).number).toBe('003 /TAHUN 2026')
})
