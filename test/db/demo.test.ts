import { randomBytes, randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { furnishDemo, visitorOf } from '#app/demo/furnish-demo.server.ts'
import { invented } from '#app/demo/names.ts'
import { listDemoPeople, signInAs } from '#app/demo/sign-in-as.server.ts'
import { filesOnDisk } from '#app/files-store.server.ts'
import type { Ports } from '#app/ports.ts'
import { findVisitor } from '#app/use-cases/account/find-visitor.server.ts'
import { planMoves } from '#app/use-cases/migrations/plan-moves.server.ts'
import { readMoves } from '#app/use-cases/migrations/read-moves.server.ts'
import { loadDefinitions, stagedAgencies } from '#db/load-definitions.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'

let opened: FreshDatabase
let ports: Ports
const now = Date.parse('2026-11-20T03:00:00Z')

beforeAll(async () => {
  opened = await freshDatabase()
  await loadDefinitions(opened, { demo: true })
  ports = {
    db: opened.db,
    files: filesOnDisk(join(tmpdir(), `baku-demo-${randomUUID()}`)),
    now: () => now,
    newId: () => randomUUID(),
    newSecret: (bytes) => randomBytes(bytes).toString('base64url'),
    settings: { origin: 'http://localhost', dataDir: '', demo: true, embedded: false },
    signing: { provider: null, trusted: [] },
  }
})

const count = async (text: string) => (await opened.execute<{ n: number }>(`select count(*)::int as n from ${text}`))[0]?.n

it('furnishes every office once: people in every position, requests at every stage', async () => {
  const furnished = await furnishDemo(ports)
  expect(furnished.problems).toEqual([])
  expect(furnished.instances).toBeGreaterThan(10)
  expect(
    await count(
      'positions p where not exists (select 1 from holders h where h.position_id = p.id and h.agency_id = p.agency_id)',
    ),
  ).toBe(0)
  const stages = await opened.execute<{ status: string }>('select distinct status from instances order by status')
  expect(stages.map(({ status }) => status)).toEqual(['cancelled', 'completed', 'rejected', 'running'])
  const before = await count('people')
  expect(await furnishDemo(ports)).toEqual({ instances: 0, problems: [] })
  expect(await count('people')).toBe(before)
}, 120_000)

it('shows something real on every page: people away, moves to make, deadlines that acted, work that stands still', async () => {
  expect(await count('absences')).toBeGreaterThan(2)
  expect(await count('delegations')).toBeGreaterThan(1)
  expect(await count(`holders where kind <> 'definitive'`)).toBeGreaterThan(0)
  expect(await count(`instances where incident`)).toBe(1)
  expect(await count(`instances where suspended`)).toBe(1)
  expect(await count(`instances where parent_id is not null`)).toBeGreaterThan(0)
  const acts = await opened.execute<{ act: string }>(
    `select distinct body->>'act' as act from events where body->>'type' = 'DeadlineActed' order by 1`,
  )
  expect(acts.map(({ act }) => act)).toEqual(expect.arrayContaining(['escalated', 'missed']))
})

it('has requests for each list of a move to the version that follows', async () => {
  const [staged] = stagedAgencies()
  const slug = staged?.next[0]?.slug ?? ''
  const administrator = await visitorOf(staged?.agencyId ?? '', ports)('administrator')
  const place = { visitor: administrator ?? ({ kind: 'anonymous' } as const), agencyId: staged?.agencyId ?? '', slug }
  const planned = await planMoves({ ...place, version: 2 }, ports)
  const verdicts = planned.ok ? new Set(planned.value.items.map(({ plan }) => plan.verdict)) : null
  expect(verdicts).toEqual(new Set(['safe', 'choice', 'finish']))
  const moves = await readMoves(place, ports)
  expect(moves.ok && moves.value.undoable.length).toBe(1)
})

it('puts the rights of an agency into different hands, none of them with a password', async () => {
  expect(await count('(select agency_id, person_id from grants group by 1, 2 having count(*) > 1) g')).toBe(0)
  expect(await count(`(select agency_id from grants group by 1 having count(distinct "right") = 5) g`)).toBe(
    await count('agencies'),
  )
  expect(await count('people where password_hash is not null')).toBe(0)
})

it('lets anybody be anybody, in a demonstration only', async () => {
  const everybody = await listDemoPeople(ports)
  const personId = everybody.ok ? (everybody.value[0]?.id ?? '') : ''
  const session = await signInAs({ personId }, ports)
  const token = session.ok ? session.value.token : ''
  const request = new Request('http://localhost/', { headers: { Cookie: `baku_session=${token}` } })
  expect((await findVisitor(request, ports)).kind).toBe('person')
  const real: Ports = { ...ports, settings: { ...ports.settings, demo: false } }
  expect(await listDemoPeople(real)).toEqual({ ok: false, refusal: { code: 'not-found' } })
  expect(await signInAs({ personId }, real)).toEqual({ ok: false, refusal: { code: 'not-found' } })
  await expect(furnishDemo(real)).rejects.toThrow('only a demonstration')
})

it('invents different people with NIPs as they are written', () => {
  const people = Array.from({ length: 60 }, (_, n) => invented(n))
  expect(new Set(people.map(({ name }) => name)).size).toBe(60)
  for (const { nip } of people) expect(nip).toMatch(/^\d{4}(0\d|1[0-2])\d{2}\d{4}(0\d|1[0-2])[12]\d{3}$/)
})
