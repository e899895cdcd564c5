import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { lampiranOf } from '#app/public/paper-named.ts'
import type { Result } from '#app/result.ts'
import { bringDueActs, bringIntoForce } from '#app/use-cases/decrees/bring-into-force.server.ts'
import { type CancelInput, cancelAct } from '#app/use-cases/decrees/cancel.server.ts'
import { correct } from '#app/use-cases/decrees/correct.server.ts'
import { type RevokeInput, revoke } from '#app/use-cases/decrees/revoke.server.ts'
import { checkFile } from '#app/use-cases/public/check-file.server.ts'
import { paperCode } from '#app/use-cases/public/paper-code.ts'
import { makeActPaper, readAct } from '#app/use-cases/public/read-act.server.ts'
import { readChecked, readCheckedAct } from '#app/use-cases/public/read-checked.server.ts'
import { readFeed } from '#app/use-cases/public/read-feed.server.ts'
import { readStandard } from '#app/use-cases/public/read-standard.server.ts'
import { attachSignedPaper } from '#app/use-cases/signing/attach-signed-paper.server.ts'
import type { Definition } from '#engine'
import { aSigningOffice, must, type SigningOffice, signingDay, withClock } from '#test/builders/signing-office.ts'
import { type FreshDatabase, freshDatabase, isEmbedded } from '#test/support/postgres.ts'

let opened: FreshDatabase
let office: SigningOffice
const day = Date.parse
const laterDay = '2026-03-10'
/** Midnight of that day in western Indonesia, and a second after. */
const midnight = day('2026-03-09T17:00:00Z')

beforeAll(async () => {
  opened = await freshDatabase()
})
beforeEach(async () => {
  office = await aSigningOffice(opened)
})

const outcome = (result: Result<unknown>) => {
  if (result.ok) return 'ok'
  const { refusal } = result
  if (refusal.code === 'conflict') return refusal.what
  return refusal.code === 'invalid' ? `${refusal.errors[0]?.path} ${refusal.errors[0]?.code}` : refusal.code
}
const renamed = (title: string) => (definition: Definition) => ({ ...definition, identity: { ...definition.identity, title } })
const versions = async (slug: string) =>
  (
    await opened.execute<{ status: string }>('select status from versions where agency_id = $1 and slug = $2 order by number', [
      office.agencyId,
      slug,
    ])
  ).map(({ status }) => status)
const acts = () =>
  opened.execute<{ number: string; act: string; status: string }>(
    'select number, act, status from decrees where agency_id = $1 order by created_at, number',
    [office.agencyId],
  )
const effects = async (number: string) =>
  (
    await opened.execute<{ line: string }>(
      `select concat_ws(' ', e.effect, t.number, e.slug, e.version) as line from decree_effects e
       join decrees d on d.agency_id = e.agency_id and d.id = e.decree_id join decrees t on t.agency_id = e.agency_id and t.id = e.target_id
       where e.agency_id = $1 and d.number = $2 order by e.place`,
      [office.agencyId, number],
    )
  ).map(({ line }) => line)
const common = () => ({
  ...{ visitor: office.head, agencyId: office.agencyId, positionId: 'head', signedOn: signingDay, effectiveOn: signingDay },
  ...{ number: { kind: 'series', seriesId: 'sk' } as const, reason: 'Layanan dialihkan ke dinas lain' },
})
const revoked = (decreeId: string, standards: RevokeInput['standards'], over: Partial<RevokeInput> = {}) =>
  revoke({ ...common(), decreeId, standards, ...over }, office.ports)
const cancelled = (decreeId: string, over: Partial<CancelInput> = {}) =>
  cancelAct({ ...common(), decreeId, ...over }, office.ports)
const checked = async (slug: string, version = 1, at = office.ports.now()) => {
  const [row] = await opened.execute<{ digest: string }>(
    'select digest from versions where agency_id = $1 and slug = $2 and number = $3::int',
    [office.agencyId, slug, version],
  )
  const code = paperCode({ agencyId: office.agencyId, slug, version, digest: row?.digest ?? '' })
  return must(
    (await readChecked(code, withClock(office.ports, at))) as Result<
      Extract<Awaited<ReturnType<typeof readChecked>>, { ok: true }>['value']
    >,
  )
}
const numbersGiven = async () =>
  (
    await opened.execute<{ seq: number }>('select seq from decrees where agency_id = $1 and seq is not null order by seq', [
      office.agencyId,
    ])
  ).map(({ seq }) => seq)

async function three() {
  const set: [string, string][] = []
  for (const slug of ['satu', 'dua', 'tiga']) set.push([slug, await office.approved(slug)])
  return set
}

describe('one decree for several standards', () => {
  it('P4, P5: sets all under one number, each its own lampiran in the order chosen', async () => {
    const set = await three()
    const published = must(await office.set(set.toReversed()))
    expect(published).toMatchObject({ number: '001 /TAHUN 2026', status: 'in-force' })
    const items = await opened.execute<{ slug: string; place: number }>(
      'select slug, place from decree_items where agency_id = $1 order by place',
      [office.agencyId],
    )
    expect(items.map(({ slug }) => slug)).toEqual(['tiga', 'dua', 'satu'])
    const [row] = await opened.execute<{ text: { dictums: string[] } }>('select text from decrees where agency_id = $1', [
      office.agencyId,
    ])
    expect(row?.text.dictums[0]).toContain('Lampiran I sampai dengan Lampiran III')
  })

  it('sets none where one cannot be set, and says of each why', async () => {
    const set = await three()
    const refused = await office.set([...set.slice(0, 2), ['tiga', '0'.repeat(64)], ['tidak-ada', '0'.repeat(64)]])
    expect(refused).toMatchObject({
      refusal: {
        code: 'standards-refused',
        standards: [
          { slug: 'tiga', refusal: { what: 'changed' } },
          { slug: 'tidak-ada', refusal: { what: 'not-approved' } },
        ],
      },
    })
    expect([await versions('satu'), await acts()]).toEqual([['approved'], []])
  })

  it.skipIf(isEmbedded())(
    'V15: a double click sets once, and decrees of the same standards in any order never lock',
    async () => {
      const set = await three()
      const [one, two] = await Promise.all([office.set(set), office.set(set)])
      expect(must(two).decreeId).toBe(must(one).decreeId)
      for (const slug of ['satu', 'dua', 'tiga']) await office.next(slug, renamed(`Standar ${slug} baru`))
      const digests = await opened.execute<{ slug: string; digest: string }>(
        `select slug, digest from versions where agency_id = $1 and status = 'approved' order by slug`,
        [office.agencyId],
      )
      const next = digests.map(({ slug, digest }): [string, string] => [slug, digest])
      const results = await Promise.all([office.set(next), office.set(next.toReversed()), office.set(next.slice(0, 2))])
      expect(results.filter(({ ok }) => ok).length).toBeGreaterThan(0)
      const given = await numbersGiven()
      expect(given).toEqual(given.map((_, index) => index + 1))
      expect(await versions('satu')).toEqual(['superseded', 'published'])
    },
  )

  it('refuses a choice that is none, twice the same, or without end', async () => {
    const digest = await office.approved('satu')
    expect(outcome(await office.set([]))).toBe('standards none-chosen')
    expect(
      outcome(
        await office.set([
          ['satu', digest],
          ['satu', digest],
        ]),
      ),
    ).toBe('standards duplicate')
    const many = Array.from({ length: 41 }, (_, index): [string, string] => [`s-${index}`, digest])
    expect(outcome(await office.set(many))).toBe('standards too-many')
    expect(outcome(await office.set([['satu', digest]], { about: ' ' }))).toBe('about required')
    expect(outcome(await office.set([['satu', digest]], { effectiveOn: '2031-01-01' }))).toBe('effectiveOn too-far')
    expect(outcome(await office.set([['satu', digest]], { effectiveOn: '2026-03-01' }))).toBe('effectiveOn before-signing')
  })
})

describe('an amending decree', () => {
  it('changes some standards of a decree, which stays in force as long as anything stands by it', async () => {
    const first = must(await office.set(await three()))
    const digest = await office.next('dua', renamed('Standar dua diubah'))
    const amended = must(await office.set([['dua', digest]], { amends: { decreeId: first.decreeId, reason: 'syarat berubah' } }))
    expect(await acts()).toEqual([
      { number: '001 /TAHUN 2026', act: 'set', status: 'in-force' },
      { number: '002 /TAHUN 2026', act: 'amend', status: 'in-force' },
    ])
    expect(await effects('002 /TAHUN 2026')).toEqual(['amends 001 /TAHUN 2026 dua 1'])
    const [row] = await opened.execute<{ text: { dictums: string[] } }>('select text from decrees where id = $1::uuid', [
      amended.decreeId,
    ])
    expect(row?.text.dictums[0]).toMatch(/^Lampiran II Keputusan .* Nomor 001 \/TAHUN 2026 .* diubah sehingga berbunyi/)

    must(
      await revoked(first.decreeId, [
        { slug: 'satu', version: 1 },
        { slug: 'tiga', version: 1 },
      ]),
    )
    expect((await acts())[0]).toMatchObject({ status: 'in-force' })
    must(await revoked(amended.decreeId, 'all'))
    expect((await acts()).map(({ status }) => status)).toEqual(['revoked', 'revoked', 'in-force', 'in-force'])
  })

  it('touches only what stands by the decree it amends', async () => {
    const first = must(await office.set([['satu', await office.approved('satu')]]))
    must(await office.set([['dua', await office.approved('dua')]]))
    const digest = await office.next('dua', renamed('Lain'))
    expect(outcome(await office.set([['dua', digest]], { amends: { decreeId: first.decreeId } }))).toBe('not-of-decree')
    must(await revoked(first.decreeId, 'all'))
    expect(outcome(await office.set([['dua', digest]], { amends: { decreeId: first.decreeId } }))).toBe('amends not-standing')
  })
})

describe('a revoking decree', () => {
  it('has its own number, date and words, and every paper of what it ended names it', async () => {
    const first = must(await office.set(await three()))
    const some = must(await revoked(first.decreeId, [{ slug: 'dua', version: 1 }]))
    expect(await versions('dua')).toEqual(['revoked'])
    expect(await effects(some.number)).toEqual(['revokes 001 /TAHUN 2026 dua 1'])
    expect((await acts())[0]).toMatchObject({ status: 'in-force' })
    const found = await checked('dua')
    expect(found).toMatchObject({
      verdict: 'revoked',
      ended: { decree: { id: some.decreeId, number: some.number }, on: signingDay, reason: common().reason, noted: false },
    })
    const all = must(await revoked(first.decreeId, 'all', { number: { kind: 'by-hand', text: '77/2026' } }))
    expect(await effects('77/2026')).toEqual([
      'revokes 001 /TAHUN 2026',
      'revokes 001 /TAHUN 2026 satu 1',
      'revokes 001 /TAHUN 2026 tiga 1',
    ])
    expect((await acts())[0]).toMatchObject({ status: 'revoked' })
    const [row] = await opened.execute<{ text: { dictums: string[] } }>('select text from decrees where id = $1::uuid', [
      all.decreeId,
    ])
    expect(row?.text.dictums[0]).toMatch(
      /^Keputusan .* Nomor 001 \/TAHUN 2026 tentang .* dicabut dan dinyatakan tidak berlaku\.$/,
    )
  })

  it('leaves a text that was replaced before replaced, and one that was only corrected goes with its decree', async () => {
    const first = must(await office.set(await three()))
    const newer = must(await office.set([['dua', await office.next('dua', renamed('Standar dua baru'))]]))
    const [title] = await opened.execute<{ title: string }>(
      `select title from standards where agency_id = $1 and slug = 'satu'`,
      [office.agencyId],
    )
    const digest = await office.next('satu', renamed(`${title?.title}n`))
    const { agencyId, head } = office
    must(await correct({ visitor: head, agencyId, slug: 'satu', digest, positionId: 'head' }, office.ports))
    must(await revoked(first.decreeId, 'all'))
    expect(await checked('dua')).toMatchObject({ verdict: 'superseded', next: { decree: { number: newer.number } } })
    expect(await checked('satu')).toMatchObject({ verdict: 'revoked' })
  })

  it('V15: signed twice it is one, and what no longer stands as it was shown is not ended', async () => {
    const first = must(await office.set([['satu', await office.approved('satu')]]))
    expect(outcome(await revoked(first.decreeId, [{ slug: 'satu', version: 2 }]))).toBe('changed')
    expect(outcome(await revoked(first.decreeId, 'all', { reason: '  ' }))).toBe('reason required')
    const [one, two] = [await revoked(first.decreeId, 'all'), await revoked(first.decreeId, 'all')]
    expect(must(two).decreeId).toBe(must(one).decreeId)
    expect(await numbersGiven()).toEqual([1, 2])
  })

  it('may end whole decrees together with the setting of others', async () => {
    const first = must(await office.set(await three()))
    const digest = await office.next('dua', renamed('Standar dua baru'))
    must(await office.set([['dua', digest]], { revokes: [first.decreeId] }))
    expect(await versions('satu')).toEqual(['revoked'])
    expect(await versions('dua')).toEqual(['superseded', 'published'])
    expect((await acts())[0]).toMatchObject({ status: 'revoked' })
  })
})

describe('an act of a day to come', () => {
  const waiting = async () => {
    must(await office.set([['satu', await office.approved('satu')]]))
    const digest = await office.next('satu', renamed('Standar satu baru'))
    return must(await office.set([['satu', digest]], { effectiveOn: laterDay }))
  }
  const inForce = async (at: number) => {
    const ports = withClock(office.ports, at)
    await bringIntoForce(ports)
    return must(await readStandard({ agency: office.agencyId, slug: 'satu' }, ports)).inForce
  }

  it('stands in the register, and what is in force stays so until midnight of that day where the agency is', async () => {
    const act = await waiting()
    expect(act.status).toBe('upcoming')
    expect(await versions('satu')).toEqual(['published', 'upcoming'])
    expect((await checked('satu', 2)).verdict).toBe('not-yet')
    expect(await checked('satu', 1)).toMatchObject({ verdict: 'ending', comes: { number: '002 /TAHUN 2026' } })
    expect(await inForce(midnight - 1)).toBe(1)
    expect(await inForce(midnight)).toBe(2)
    expect(await versions('satu')).toEqual(['superseded', 'published'])
    expect((await acts()).map(({ status }) => status)).toEqual(['superseded', 'in-force'])
    expect((await checked('satu', 2, midnight)).verdict).toBe('in-force')
  })

  it.skipIf(isEmbedded())('begins exactly once, after a time in which nothing ran and with several programs', async () => {
    await waiting()
    const late = withClock(office.ports, day('2026-04-01T00:00:00Z'))
    const swept = await Promise.all(Array.from({ length: 5 }, () => bringDueActs(late)))
    expect(swept.map(({ failed }) => failed)).toEqual([0, 0, 0, 0, 0])
    const begun = await opened.execute(
      `select 1 from version_acts where agency_id = $1 and slug = 'satu' and number = 2 and act = 'published'`,
      [office.agencyId],
    )
    expect([begun.length, await versions('satu')]).toEqual([1, ['superseded', 'published']])
  })

  it('nothing else is done to its standards before, but it may be cancelled and never begins', async () => {
    const act = await waiting()
    const [first] = await opened.execute<{ id: string }>(`select id from decrees where agency_id = $1 and seq = 1`, [
      office.agencyId,
    ])
    const digest = await office.next('satu', renamed('Ketiga'))
    expect(await office.set([['satu', digest]])).toMatchObject({
      refusal: { code: 'act-waits', number: '002 /TAHUN 2026', on: laterDay },
    })
    expect(outcome(await revoked(first?.id ?? '', 'all'))).toBe('act-waits')
    expect(outcome(await cancelled(first?.id ?? ''))).toBe('act-waits')
    expect(outcome(await cancelled(act.decreeId, { effectiveOn: laterDay }))).toBe('effectiveOn in-future')
    const ends = must(await cancelled(act.decreeId))
    expect(must(await cancelled(act.decreeId)).decreeId).toBe(ends.decreeId)
    expect(await versions('satu')).toEqual(['published', 'cancelled', 'approved'])
    expect(await inForce(midnight)).toBe(1)
    expect(await checked('satu', 2)).toMatchObject({ verdict: 'cancelled', ended: { decree: { number: ends.number } } })
    const [told] = must(await readFeed({ agency: office.agencyId, slug: 'satu' }, office.ports)).entries
    expect(told).toMatchObject({ kind: 'cancelled', by: { number: ends.number, signedOn: signingDay } })
    must(await office.set([['satu', digest]]))
  })

  it('that never began is not what the public reads when nothing is in force: the last that was is', async () => {
    const first = must(await office.set([['satu', await office.approved('satu')]]))
    const digest = await office.next('satu', renamed('Standar baru'))
    const waits = must(await office.set([['satu', digest]], { effectiveOn: laterDay }))
    must(await cancelled(waits.decreeId))
    must(await revoked(first.decreeId, 'all'))
    expect(await versions('satu')).toEqual(['revoked', 'cancelled'])
    const shown = must(await readStandard({ agency: office.agencyId, slug: 'satu' }, office.ports))
    expect(shown.publication).toMatchObject({ version: 1, status: 'revoked' })
  })

  it('may be a revocation', async () => {
    const first = must(await office.set([['satu', await office.approved('satu')]]))
    must(await revoked(first.decreeId, 'all', { effectiveOn: laterDay }))
    expect(await versions('satu')).toEqual(['published'])
    expect(await checked('satu')).toMatchObject({ verdict: 'ending', comes: { effect: 'revokes' } })
    expect(await inForce(midnight)).toBe(null)
    expect((await acts()).map(({ status }) => status)).toEqual(['revoked', 'in-force'])
  })
})

describe('the papers of acts', () => {
  it('stand as the decree does where several standards are signed on one, whichever of them has ended', async () => {
    const { decreeId } = must(await office.set(await three()))
    const scan = new Uint8Array(Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from(decreeId)]))
    const { agencyId, head } = office
    must(await attachSignedPaper({ agencyId, decreeId, visitor: head, kind: 'scan', bytes: scan }, office.ports))
    must(await revoked(decreeId, [{ slug: 'dua', version: 1 }]))
    const expected = { kind: 'act', signed: { replaced: false, forTests: false }, act: { id: decreeId, status: 'in-force' } }
    expect(must(await checkFile(scan, office.ports))).toMatchObject(expected)
  })

  it('print a revoking decree as it was signed; its file is known as ours, altered is called so, and its code leads to it', async () => {
    const first = must(await office.set(await three()))
    const { decreeId, number } = must(await revoked(first.decreeId, 'all'))
    const view = must(await readAct({ agency: office.agencyId, id: decreeId }, office.ports))
    expect(view.paper).toMatchObject({ number, standing: { kind: 'in-force', version: null } })
    expect(view.paper.dictums.map(({ ordinal }) => ordinal)).toEqual(['KESATU', 'KEDUA', 'KETIGA'])
    const pdf = await makeActPaper(view, office.ports)
    expect(must(await checkFile(pdf, office.ports))).toMatchObject({ kind: 'act', act: { id: decreeId, status: 'in-force' } })
    const altered = new Uint8Array(pdf)
    altered[100] = (altered[100] ?? 0) ^ 1
    expect(must(await checkFile(altered, office.ports))).toMatchObject({ kind: 'act-altered', act: { id: decreeId } })
    expect(await readCheckedAct(view.code, office.ports)).toMatchObject({ id: decreeId, number })
    expect((await readAct({ agency: office.agencyId, id: first.decreeId }, office.ports)).ok).toBe(false)
  })

  it('print every lampiran with each standard of one decree', async () => {
    must(await office.set(await three()))
    const view = must(await readStandard({ agency: office.agencyId, slug: 'dua' }, office.ports))
    expect(lampiranOf(view).map(({ table }) => table?.title)).toEqual(['Standar satu', 'Standar dua', 'Standar tiga'])
    const alone = must(await office.set([['empat', await office.approved('empat')]]))
    expect(alone.status).toBe('in-force')
    expect(lampiranOf(must(await readStandard({ agency: office.agencyId, slug: 'empat' }, office.ports)))).toHaveLength(1)
  })
})

describe('a cancelling decree', () => {
  it('ends what a decree in force has set; what that had replaced does not come back by itself', async () => {
    must(await office.set([['satu', await office.approved('satu')]]))
    const second = must(await office.set([['satu', await office.next('satu', renamed('Kedua'))]]))
    const ends = must(await cancelled(second.decreeId))
    expect(await versions('satu')).toEqual(['superseded', 'cancelled'])
    expect((await acts()).map(({ status }) => status)).toEqual(['superseded', 'cancelled', 'in-force'])
    expect(outcome(await cancelled(ends.decreeId))).toBe('not-cancellable')
  })

  it('comes after that of what amends it', async () => {
    const first = must(await office.set(await three()))
    const digest = await office.next('dua', renamed('Dua diubah'))
    const amended = must(await office.set([['dua', digest]], { amends: { decreeId: first.decreeId } }))
    expect(await cancelled(first.decreeId)).toMatchObject({ refusal: { code: 'act-amended', number: amended.number } })
    must(await cancelled(amended.decreeId))
    must(await cancelled(first.decreeId))
    expect((await acts()).map(({ status }) => status)).toEqual(['cancelled', 'cancelled', 'in-force', 'in-force'])
  })
})

describe('a correction (ralat)', () => {
  const corrected = (digest: string) =>
    correct({ visitor: office.head, agencyId: office.agencyId, slug: 'satu', digest, positionId: 'head' }, office.ports)

  it('puts the mended text in force under the same number, with the day, the signatory and every sentence', async () => {
    const first = must(await office.set([['satu', await office.approved('satu')]]))
    const [title] = await opened.execute<{ title: string }>('select title from standards where agency_id = $1', [office.agencyId])
    const digest = await office.next('satu', renamed(`${title?.title}n`))
    const [one, two] = [must(await corrected(digest)), must(await corrected(digest))]
    expect(one).toEqual({ decreeId: first.decreeId, number: first.number, version: 2, corrections: 1 })
    expect(two).toEqual(one)
    expect([await versions('satu'), await numbersGiven()]).toEqual([['superseded', 'published'], [1]])
    const [erratum] = await opened.execute(
      'select corrects, corrected_on::text as on, signatory ->> $2 as name, corrections from errata where agency_id = $1',
      [office.agencyId, 'name'],
    )
    expect(erratum).toEqual({
      ...{ corrects: 1, on: signingDay, name: 'Citra' },
      corrections: [{ place: 'Identitas', what: 'judul', before: [title?.title], after: [`${title?.title}n`] }],
    })
    expect(await checked('satu', 1)).toMatchObject({ correctedOn: signingDay, next: { version: 2 } })
    const told = must(await readFeed({ agency: office.agencyId, slug: 'satu' }, office.ports)).entries
    expect(told.map(({ kind, number, corrected: is }) => [kind, number, is]).toSorted()).toEqual([
      ['published', 1, null],
      ['published', 2, { from: 1, to: 2 }],
      ['superseded', 1, { from: 1, to: 2 }],
    ])
  })

  it('refuses what is more than a typing error, in sentences that say what, and where nothing is in force', async () => {
    const digest = await office.approved('satu')
    expect(outcome(await corrected(digest))).toBe('not-in-force')
    must(await office.set([['satu', digest]]))
    const changed = await office.next('satu', (definition) => ({
      ...definition,
      components: { ...definition.components, fee: { kind: 'tariff', lines: [{ what: 'Retribusi', rupiah: 5000 }] } },
    }))
    expect(await corrected(changed)).toMatchObject({
      refusal: { code: 'not-a-correction', changes: expect.arrayContaining([expect.stringContaining('Biaya')]) },
    })
    expect(await versions('satu')).toEqual(['published', 'approved'])
  })
})
