import { describe, expect, it } from 'vitest'
import { applyEdits, type Definition, emptyDefinition, type NodeId, parseDefinition } from '#engine'
import {
  aCall,
  aDecision,
  aDefinition,
  aField,
  aForm,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  aReview,
  aStart,
  aTask,
} from '#test/builders/definition.ts'
import { type Clip, clipOf, readClip, writeClip } from './clip.ts'
import { matchLanes } from './lane-match.ts'
import { planDuplicate } from './plan-copies.ts'
import { planPaste } from './plan-paste.ts'

const home = { agency: 'kecamatan', slug: 'izin' }
const ids = (...names: string[]) => names as NodeId[]

const office = () =>
  aDefinition({
    lanes: [anApplicantLane(), aLane('desk', ['clerk'], { name: 'Petugas loket' }), aLane('head', ['head'], { name: 'Kepala' })],
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant', form: 'request' }),
      aReview('check', ['accept', 'revise'], { lane: 'desk', notPerformersOf: ['apply'] }),
      aDecision('big', { lane: 'desk' }),
      aTask('sign', { lane: 'head', assignment: { kind: 'positions', positions: ['head'] }, form: 'signing' }),
      aCall('archive', { lane: 'head', passes: [{ from: 'guests', to: 'people' }] }),
      anEnd(),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'check'),
      anEdge('check', 'big', { outcome: 'accept' }),
      anEdge('check', 'apply', { outcome: 'revise' }),
      anEdge('big', 'sign', { when: { kind: 'field', field: 'guests', op: 'more-than', value: 50 } }),
      anEdge('big', 'archive', { otherwise: true }),
      anEdge('sign', 'archive'),
      anEdge('archive', 'end'),
    ],
    forms: [
      aForm('request', aField('number', 'guests', { required: true })),
      aForm('signing', aField('text', 'remark', { visibleWhen: { kind: 'field', field: 'guests', op: 'filled' } })),
    ],
  })

const copied = (names: string[], from = office()): Clip => {
  const clip = clipOf(from, ids(...names), home)
  const read = readClip(clip === null ? '' : writeClip(clip))
  if (!read.ok) throw new Error(read.why)
  return read.clip
}
function pasted(definition: Definition, clip: Clip, at = home) {
  const plan = planPaste(definition, clip, matchLanes(definition, clip, at), at)
  const result = applyEdits(definition, plan.edits)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  expect(parseDefinition(JSON.parse(JSON.stringify(result.definition)))).toEqual({ ok: true, definition: result.definition })
  const added = result.definition.flow.nodes.filter(({ id }) => plan.choose.includes(id))
  return { ...plan, after: result.definition, added }
}
const elsewhere = (...lanes: ReturnType<typeof aLane>[]) => ({
  ...emptyDefinition({ title: 'Lain', kind: 'service' }),
  flow: { ...aDefinition({ lanes, nodes: [], edges: [] }).flow },
})

describe('a copy at home', () => {
  it('has ids of its own, and the ways, forms and references among what was copied lead to the copies', () => {
    const { added, after } = pasted(office(), copied(['apply', 'check', 'big', 'sign']))
    const [apply, check, big, sign] = added
    expect(new Set(after.flow.nodes.map(({ id }) => id)).size).toBe(office().flow.nodes.length + 4)
    expect(check).toMatchObject({ notPerformersOf: [apply?.id] })
    const form = after.forms.find(({ id }) => sign?.kind === 'task' && id === sign.form)
    const asked = after.forms.find(({ id }) => apply?.kind === 'task' && id === apply.form)?.fields[0]?.id
    expect(asked).not.toBe('guests')
    expect(form?.fields[0]).toMatchObject({ visibleWhen: { field: asked } })
    expect(after.flow.edges.find(({ from, to }) => from === big?.id && to === sign?.id)?.when).toMatchObject({ field: asked })
  })

  it('still refers to steps and fields that stayed, and stands in their lanes', () => {
    const { added, after, lost } = pasted(office(), copied(['check', 'sign']))
    expect(added[0]).toMatchObject({ lane: 'desk', notPerformersOf: ['apply'] })
    expect(after.forms.at(-1)?.fields[0]).toMatchObject({ visibleWhen: { field: 'guests' } })
    expect(lost).toBe(false)
    expect(after.flow.lanes).toEqual(office().flow.lanes)
  })

  it('of a duplicate is the same but for its ids', () => {
    const plan = planDuplicate(office(), ids('sign'))
    const result = applyEdits(office(), plan?.edits ?? [])
    expect(result.ok && result.definition.flow.nodes.at(-1)).toMatchObject({
      ...{ activity: 'Mengerjakan sign', lane: 'head', assignment: { kind: 'positions', positions: ['head'] } },
    })
  })

  it('stands below what it was made of where the author placed that', () => {
    const draft = { ...office(), layout: { check: { x: 20, y: 300 } } as Definition['layout'] }
    const { after, added } = pasted(draft, copied(['check'], draft))
    expect(after.layout[added[0]?.id as NodeId]).toEqual({ x: 20, y: 440 })
  })
})

describe('a copy in another standard', () => {
  const at = { agency: 'kecamatan', slug: 'pinjam' }

  it('goes into the lanes of the same name, alias or positions', () => {
    const draft = elsewhere(
      aLane('l1', ['other'], { name: 'Loket', aliases: ['PETUGAS  loket'] }),
      aLane('l2', ['head'], { name: 'Camat' }),
    )
    const { added } = pasted(draft, copied(['check', 'sign']), at)
    expect(added.map(({ lane }) => lane)).toEqual(['l1', 'l2'])
  })

  it('asks where several lanes could be meant, or none is', () => {
    const two = elsewhere(aLane('l1', [], { name: 'Kepala' }), aLane('l2', [], { name: 'kepala' }))
    expect(matchLanes(two, copied(['sign']), at)).toMatchObject([{ becomes: 'l1', sure: false }])
    const none = elsewhere(aLane('l1', ['x'], { name: 'Staf' }))
    expect(matchLanes(none, copied(['sign']), at)).toMatchObject([{ becomes: 'new', sure: false }])
    expect(matchLanes(elsewhere(), copied(['sign']), at)).toMatchObject([{ becomes: 'new', sure: true }])
  })

  it('refers to nothing of the standard it comes from, even where an id is the same', () => {
    const draft = aDefinition({
      lanes: [anApplicantLane(), aLane('desk', ['clerk'], { name: 'Petugas loket' })],
      nodes: [aTask('apply', { lane: 'desk' })],
      edges: [],
      forms: [aForm('other', aField('number', 'guests'))],
    })
    const { added, after, lost } = pasted(draft, copied(['check', 'big', 'sign']), at)
    expect(added[0]).toMatchObject({ notPerformersOf: [] })
    expect(after.forms.at(-1)?.fields[0]).not.toHaveProperty('visibleWhen')
    expect(after.flow.edges.some(({ when }) => when !== undefined)).toBe(false)
    expect(lost).toBe(true)
  })
})

describe('a copy in another agency', () => {
  const at = { agency: 'dinas', slug: 'izin' }

  it('brings no positions along, in lanes, steps or deadlines', () => {
    const from = office()
    const { after, added } = pasted(elsewhere(), copied(['check', 'sign'], from), at)
    expect(after.flow.lanes.map(({ name, positions }) => [name, positions])).toEqual([
      ['Petugas loket', []],
      ['Kepala', []],
    ])
    expect(added[1]).toMatchObject({ assignment: { kind: 'lane' } })
  })

  it('calls no standard of the agency it comes from', () => {
    const { added, after, uncalled } = pasted(elsewhere(), copied(['sign', 'archive']), at)
    expect(added.map(({ kind }) => kind)).toEqual(['task', 'event'])
    expect(uncalled).toBe(1)
    expect(after.flow.edges).toHaveLength(1)
  })

  it('never lets lanes that share positions by chance stand for each other', () => {
    const draft = elsewhere(aLane('l2', ['head'], { name: 'Camat' }))
    expect(matchLanes(draft, copied(['sign']), at)).toMatchObject([{ becomes: 'new', sure: false }])
  })
})

describe('text from the clipboard', () => {
  const text = () => writeClip(copied(['check', 'sign']))
  const changed = (over: object) => JSON.stringify({ ...JSON.parse(text()), ...over })

  it('is taken only when it is a whole copy of ours', () => {
    for (const other of ['', 'Memeriksa berkas', '{', '[]', 'null', '{"baku":"theme"}'])
      expect(readClip(other)).toEqual({ ok: false, why: 'nothing' })
    expect(readClip(changed({ extra: 1 }))).toEqual({ ok: false, why: 'damaged' })
    expect(readClip(changed({ nodes: [] }))).toEqual({ ok: false, why: 'damaged' })
    expect(readClip(changed({ lanes: [] }))).toEqual({ ok: false, why: 'damaged' })
    expect(readClip(changed({ nodes: [{ kind: 'task', id: '__proto__' }] }))).toEqual({ ok: false, why: 'damaged' })
    expect(readClip(changed({ schemaVersion: 3 }))).toEqual({ ok: false, why: 'newer' })
    expect(readClip(changed({ version: 2 }))).toEqual({ ok: false, why: 'newer' })
    expect(readClip(`{"baku":"steps",${' '.repeat(4_000_000)}}`)).toEqual({ ok: false, why: 'nothing' })
  })
})
