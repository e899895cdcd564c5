import { beforeAll, beforeEach, expect, it } from 'vitest'
import { readRuleContext, ruleContextFor } from '#db/stores/rule-context.ts'
import { checkDefinition } from '#engine'
import {
  aCall,
  aDefinition,
  aField,
  aForm,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  aStart,
  aTask,
} from '#test/builders/definition.ts'
import { anOffice, type Office } from '#test/builders/office.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'

let opened: FreshDatabase
let office: Office

beforeAll(async () => {
  opened = await freshDatabase()
})
beforeEach(async () => {
  office = await anOffice(opened, ['clerk', 'head'])
  await office.hire('Asha', ['clerk'])
})

const lanes = [anApplicantLane(), aLane('officer', ['clerk']), aLane('head')]
const archive = () =>
  aDefinition({
    title: 'Kearsipan',
    lanes,
    forms: [aForm('kept', aField('text', 'shelf'))],
    nodes: [aStart({ by: 'call', lane: 'officer' }), aTask('keep', { form: 'kept' }), anEnd()],
    edges: [anEdge('start', 'keep'), anEdge('keep', 'end')],
  })
const calling = (version: number) =>
  aDefinition({
    lanes,
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant' }),
      aCall('sub', { standard: { slug: 'arsip', version } }),
      aTask('sign', { lane: 'head' }),
      anEnd(),
    ],
    edges: [anEdge('start', 'apply'), anEdge('apply', 'sub'), anEdge('sub', 'sign'), anEdge('sign', 'end')],
  })

it('knows who is in office now, and which versions that were set can be called', async () => {
  await office.publish('arsip', archive())
  await office.publish('biasa', aDefinition())
  const known = await readRuleContext(opened.db, office.agencyId, office.ports.now())
  expect(known.holders.map(({ positionId }) => positionId)).toEqual(['clerk'])
  expect(known.standards).toEqual([
    {
      slug: 'arsip',
      version: 1,
      title: 'Kearsipan',
      superseded: false,
      fields: [{ id: 'shelf', label: 'shelf', kind: 'text' }],
      calls: [],
      asksApplicant: false,
    },
  ])
})

it('lets the rules find a vacant lane and a call to what is not there', async () => {
  await office.publish('arsip', archive())
  const context = await ruleContextFor(opened.db, office.agencyId, { slug: 'izin', version: 1 }, office.ports.now())
  const codes = (version: number) => checkDefinition(calling(version), context).map(({ code }) => code)
  expect(codes(1)).toContain('lane-vacant')
  expect(codes(1)).not.toContain('call-unknown')
  expect(codes(2)).toContain('call-unknown')
})

it('knows what is in force beside a standard, how the office is reached, and which regulations were replaced', async () => {
  await office.publish('arsip', archive())
  await office.publish('biasa', aDefinition({ components: limited(3) }))
  const known = await readRuleContext(opened.db, office.agencyId, office.ports.now())
  expect(known.inForce.map(({ slug, title }) => [slug, title])).toEqual([
    ['arsip', 'Kearsipan'],
    ['biasa', 'Standar contoh'],
  ])
  expect(known.regulations.length).toBeGreaterThan(0)
  const own = { ...known, self: { slug: 'izin', version: 1 } }
  const codes = (days: number) => checkDefinition(aDefinition({ components: limited(days) }), own).map(({ code }) => code)
  expect(codes(5)).toContain('complaint-clocks-differ')
  expect(codes(3)).not.toContain('complaint-clocks-differ')
})

const limited = (amount: number) => ({
  complaints: { limits: [{ class: 'Pengaduan ringan', duration: { amount, unit: 'workingDay' } }] },
})
