import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { bringDueActs } from '#app/use-cases/decrees/bring-into-force.server.ts'
import { cancelAct } from '#app/use-cases/decrees/cancel.server.ts'
import { correct } from '#app/use-cases/decrees/correct.server.ts'
import { revoke } from '#app/use-cases/decrees/revoke.server.ts'
import { aSigningOffice, type SigningOffice } from '#test/builders/signing-office.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'
import { tries } from '#test/support/tries.ts'

let opened: FreshDatabase
beforeAll(async () => {
  opened = await freshDatabase()
})

const slugs = ['satu', 'dua', 'tiga'] as const
const slug = fc.constantFrom(...slugs)
const step = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), slug, more: fc.boolean() }),
  fc.record({ kind: fc.constant('set' as const), slugs: fc.subarray([...slugs], { minLength: 1 }), waits: fc.boolean() }),
  fc.record({ kind: fc.constant('amend' as const), slug, target: fc.nat(9) }),
  fc.record({ kind: fc.constant('revoke' as const), target: fc.nat(9), waits: fc.boolean() }),
  fc.record({ kind: fc.constant('cancel' as const), target: fc.nat(9) }),
  fc.record({ kind: fc.constant('correct' as const), slug }),
  fc.record({ kind: fc.constant('midnight' as const) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

it('P4, P5: whatever acts follow each other, numbers are in a row, every standing agrees and no text changes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
      const office = await aSigningOffice(opened)
      const days = { today: 2 }
      for (const one of slugs) await office.approved(one)
      for (const one of steps) await take(one, office, days)
      await everythingAgrees(office)
    }),
    { numRuns: tries(10) },
  )
})

const dated = ({ today }: { today: number }, ahead = 0) => `2026-03-${String(today + ahead).padStart(2, '0')}`

async function take(one: Step, office: SigningOffice, days: { today: number }): Promise<void> {
  const { agencyId, ports, head } = office
  const decrees = await opened.execute<{ id: string }>('select id from decrees where agency_id = $1 order by created_at, id', [
    agencyId,
  ])
  const signing = {
    ...{ visitor: head, agencyId, positionId: 'head', number: { kind: 'series', seriesId: 'sk' } as const, reason: 'cacat' },
    ...{ signedOn: dated(days), effectiveOn: dated(days) },
  }
  const approved = async (chosen: readonly string[]) =>
    (
      await opened.execute<{ slug: string; digest: string }>(
        `select slug, digest from versions where agency_id = $1 and status = 'approved' and slug = any($2::text[]) order by slug`,
        [agencyId, chosen],
      )
    ).map(({ slug: name, digest }): [string, string] => [name, digest])
  const targetOf = (n: number) => decrees[n % Math.max(decrees.length, 1)]?.id ?? agencyId
  switch (one.kind) {
    case 'write':
      await office.next(one.slug, (definition) => ({
        ...definition,
        identity: { ...definition.identity, title: `${definition.identity.title}a` },
        ...(one.more ? { components: { ...definition.components, products: { items: ['Lain sama sekali'] } } } : {}),
      }))
      return
    case 'set':
      await office.set(await approved(one.slugs), { ...signing, effectiveOn: dated(days, one.waits ? 1 : 0) })
      return
    case 'amend':
      await office.set(await approved([one.slug]), { ...signing, amends: { decreeId: targetOf(one.target) } })
      return
    case 'revoke':
      await revoke(
        { ...signing, effectiveOn: dated(days, one.waits ? 1 : 0), decreeId: targetOf(one.target), standards: 'all' },
        ports,
      )
      return
    case 'cancel':
      await cancelAct({ ...signing, decreeId: targetOf(one.target) }, ports)
      return
    case 'correct': {
      const [text] = await approved([one.slug])
      if (text) await correct({ visitor: head, agencyId, slug: text[0], digest: text[1], positionId: 'head' }, ports)
      return
    }
    case 'midnight':
      days.today += 1
      office.setClock(Date.parse(`${dated(days)}T01:00:00Z`))
      expect((await bringDueActs(ports)).failed).toBe(0)
  }
}

async function everythingAgrees({ agencyId }: SigningOffice): Promise<void> {
  const of = <T>(text: string) => opened.execute<T>(text, [agencyId])
  const given = await of<{ seq: number }>('select seq from decrees where agency_id = $1 order by seq')
  expect(given.map(({ seq }) => seq)).toEqual(given.map((_, index) => index + 1))
  expect(
    await of(`select v.slug, v.number, v.status, d.status as decree from versions v join decrees d on d.agency_id = v.agency_id and d.id = v.decree_id
      where v.agency_id = $1 and ((v.status = 'published' and d.status <> 'in-force') or (v.status = 'upcoming') <> (d.status = 'upcoming')
        and v.status in ('upcoming', 'published'))`),
  ).toEqual([])
  expect(
    await of(`select v.slug, v.number from versions v where v.agency_id = $1 and v.status in ('revoked', 'cancelled', 'superseded') and v.decree_id is not null
      and not exists (select from decree_effects e where e.agency_id = v.agency_id and e.slug = v.slug and e.version = v.number)
      and not exists (select from errata r where r.agency_id = v.agency_id and r.slug = v.slug and r.corrects = v.number)`),
  ).toEqual([])
  expect(
    await of(`select d.number from decrees d where d.agency_id = $1 and d.status = 'in-force' and d.act in ('set', 'amend')
      and not exists (select from versions v where v.agency_id = d.agency_id and v.decree_id = d.id and v.status = 'published')
      and not exists (select from decree_effects e join decrees a on a.agency_id = e.agency_id and a.id = e.decree_id and a.status = 'in-force'
        where e.agency_id = d.agency_id and e.target_id = d.id and e.effect = 'amends')`),
  ).toEqual([])
  expect(
    await of(`select slug from versions where agency_id = $1 and digest <> encode(sha256(convert_to(body, 'UTF8')), 'hex')`),
  ).toEqual([])
}
