import { describe, expect, it } from 'vitest'
import {
  aCall,
  aDefinition,
  aField,
  aForm,
  aJoin,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  aParallel,
  aReview,
  aStart,
  aTask,
  aWait,
} from '#test/builders/definition.ts'
import { complete, correct, given, report, returnCall, type Story, sendBack, start } from '#test/engine/given.ts'
import { changedSince } from './task-story.ts'

/** A letter is checked again and again, while others study it, wait for an answer and have it measured. */
const checkedAgain = aDefinition({
  lanes: [anApplicantLane(), aLane('officer'), aLane('head'), aLane('legal')],
  nodes: [
    aStart(),
    aTask('apply', { lane: 'applicant', form: 'f' }),
    aParallel('split'),
    aReview('check', ['accept', 'revise'], { lane: 'head' }),
    aTask('mend', { lane: 'officer', form: 'f' }),
    aTask('study', { lane: 'officer', jointLanes: ['legal'], quorum: { kind: 'all' }, form: 'opinion' }),
    aWait('answer', { lane: 'officer', until: { kind: 'report', event: 'Balasan', form: 'answer' } }),
    aCall('measure', { standard: { slug: 'ukur', version: 1 }, returns: [{ from: 'size', to: 'size' }] }),
    aJoin('met'),
    anEnd(),
  ],
  edges: [
    anEdge('start', 'apply'),
    anEdge('apply', 'split'),
    ...['check', 'study', 'answer', 'measure'].map((node) => anEdge('split', node)),
    ...['study', 'answer', 'measure'].map((node) => anEdge(node, 'met')),
    anEdge('check', 'met', { outcome: 'accept' }),
    anEdge('check', 'mend', { outcome: 'revise' }),
    anEdge('mend', 'check'),
    anEdge('met', 'end'),
  ],
  forms: [
    aForm('f', aField('text', 'title'), aField('text', 'place'), aField('number', 'size')),
    aForm('opinion', aField('text', 'opinion')),
    aForm('answer', aField('text', 'number')),
  ],
})
const begun = given(checkedAgain, start({ data: { title: 'Warung', place: 'Ponjong' } }))
const revised = begun.and(complete('check', 'revise', { reason: 'judul' }))

const changed = ({ events, state }: Story, leftOut = 0): string[] => {
  const task = state.open.find(({ node }) => node === 'check')
  if (!task) throw new Error('nothing is checked')
  const history = events.map((event, i) => ({ revision: i + 1, event, hash: '' }))
  return changedSince(history.slice(leftOut) as never, state, task).sort()
}
const mended = (story: Story, data: Record<string, string>) => changed(story.and(complete('mend', 'submit', { data })))

describe('what changed since a step was done last', () => {
  it('is what a later step changed or left empty', () => {
    expect(mended(revised, { title: 'Kedai', place: 'Ponjong' })).toEqual(['title'])
    expect(mended(revised, { title: 'Warung' })).toEqual(['place'])
    expect(mended(revised, { title: 'Warung', place: 'Ponjong' })).toEqual([])
  })

  it('is what a part of joint work, a report and a called standard brought', () => {
    const more = revised
      .and(complete('study', 'submit', { by: 'legal', data: { opinion: 'sesuai' } }))
      .and(report('answer', { by: 'officer', data: { number: '12' } }))
      .and(returnCall('measure', 'completed', { data: { size: 40 } }))
    expect(mended(more, { title: 'Warung', place: 'Ponjong' })).toEqual(['number', 'opinion'])
    const measured = begun
      .and(returnCall('measure', 'completed', { data: { size: 40 } }))
      .and(complete('check', 'revise', { reason: 'judul' }))
    expect(mended(measured, { title: 'Warung', place: 'Ponjong' })).toEqual(['size'])
  })

  it('is what a supervisor put right, and not what is again as it was', () => {
    const right = revised.and(correct({ title: 'Kedai' }, { by: 'head' }))
    const kept = { title: 'Kedai', place: 'Ponjong' }
    expect(mended(right, kept)).toEqual(['title'])
    expect(mended(right, { ...kept, title: 'Warung' })).toEqual([])
  })

  it('counts from the latest time it was done, and from when it opened where it never was', () => {
    const twice = revised
      .and(complete('mend', 'submit', { data: { title: 'Kedai', place: 'Ponjong' } }))
      .and(complete('check', 'revise', { reason: 'tempat' }))
    expect(mended(twice, { title: 'Kedai', place: 'Wonosari' })).toEqual(['place'])
    const again = begun.and(correct({ title: 'Kedai' }, { by: 'head' })).and(sendBack('apply', { by: 'head' }))
    const applied = again.and(complete('apply', 'submit', { by: 'applicant', data: { title: 'Kedai', place: 'Ponjong' } }))
    expect(changed(applied)).toEqual(['title'])
    expect(changed(applied, 1)).toEqual(['title'])
    expect(changed(applied, applied.events.length - 1)).toEqual(['place', 'title'])
  })
})
