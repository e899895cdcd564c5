import { beforeAll, beforeEach, expect, it } from 'vitest'
import { createStandard } from '#app/use-cases/definitions/create-standard.server.ts'
import { submitDraft } from '#app/use-cases/definitions/submit-draft.server.ts'
import { Definition } from '#engine'
import { aScenario, does, starts, winds } from '#test/builders/scenario.ts'
import { aSigningOffice, must, type SigningOffice } from '#test/builders/signing-office.ts'
import { soundStandard } from '#test/builders/sound.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'

let opened: FreshDatabase
let office: SigningOffice

beforeAll(async () => {
  opened = await freshDatabase()
})
beforeEach(async () => {
  office = await aSigningOffice(opened)
})

/** Promised in one working day, and walked in two: that it is late then is what the author wants to be sure of. */
function walked(expects: Record<string, unknown> = {}): Definition {
  const standard = soundStandard()
  const { serviceTime } = standard.components
  const limits = [{ duration: { amount: 1, unit: 'workingDay', anchor: { kind: 'start' } } }]
  const acts = [starts('apply'), winds(2, 'calendarDay'), does('process')]
  const scenario = aScenario(acts, { steps: ['apply', 'process'] as never, end: 'end' as never, promise: 'missed', ...expects })
  return Definition.parse({
    ...standard,
    components: { ...standard.components, serviceTime: { ...serviceTime, limits } },
    scenarios: [scenario],
  })
}

it('keeps a draft from review whose scenario goes another way', async () => {
  const { agencyId, author, ports } = office
  const from = walked({ promise: 'kept' })
  must(await createStandard({ visitor: author, agencyId, slug: 'lambat', title: 'Lambat', kind: 'service', from }, ports))
  const sent = await submitDraft({ visitor: author, agencyId, slug: 'lambat' }, ports)
  expect(!sent.ok && sent.refusal).toMatchObject({
    code: 'not-ready',
    findings: [
      { rule: 'scenarios-hold', code: 'scenario-broken', params: { scenario: 'Jalan biasa', happened: 'promise-missed' } },
    ],
  })
})

it('sets a standard whose scenarios hold, and none that broke since it was approved', async () => {
  const [first, second] = [await office.approved('satu', walked()), await office.approved('dua', walked())]
  must(await office.set([['satu', first]]))
  const holidays = ['2026-03-03', '2026-03-04'].map((date) => ({ date, name: 'Cuti bersama', kind: 'jointLeave' }))
  await opened.execute(`update calendars set body = jsonb_set(body::jsonb, '{holidays}', $2::jsonb) where agency_id = $1`, [
    office.agencyId,
    JSON.stringify(holidays),
  ])
  const set = await office.set([['dua', second]])
  expect(!set.ok && set.refusal).toMatchObject({ code: 'not-ready', findings: [{ code: 'scenario-broken' }] })
})
