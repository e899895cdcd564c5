import { describe, expect, it } from 'vitest'
import {
  aDefinition,
  aField,
  aForm,
  aJoin,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  aStart,
  aTask,
  aWait,
  type NodeInput,
} from '#test/builders/definition.ts'
import { type Act, claim, givenIn, type Story, start, tick } from '#test/engine/given.ts'
import { aSeat, position } from '#test/engine/office.ts'
import { aFork } from '#test/engine/versions.ts'
import { noticeRows } from './notice-rows.ts'

const late = '2026-11-24 16:00'
const oneDay = { amount: 1, unit: 'workingDay' } as const
const following = (node: NodeInput, limit = false) =>
  aDefinition({
    lanes: [anApplicantLane(), aLane('officer')],
    nodes: [aStart(), aTask('apply', { lane: 'applicant', form: 'f' }), node, anEnd()],
    edges: [anEdge('start', 'apply'), anEdge('apply', node.id), anEdge(node.id, 'end')],
    forms: [aForm('f', aField('text', 'title'))],
    ...(limit ? { limits: [{ duration: { ...oneDay, anchor: { kind: 'start' } } }] } : {}),
  })
const seats = [aSeat('officer', 'asha'), aSeat('head', 'dewi')]
const above = { [position('officer')]: position('head') }
const checking = following(aTask('check', { duration: oneDay }))
const waiting = following(aWait('hold', { until: { kind: 'report', event: 'Balasan' } }), true)

/** The words that one act gives: whom, of what; `supervisors` are those of the agency. */
function told(story: Story, act: Act): string[] {
  const after = story.and(act)
  const rows = noticeRows(story.state, after.events.slice(story.events.length), after.state)
  return rows.map(({ kind, positionId, personId, node }) => `${kind} ${positionId ?? personId ?? 'supervisors'} ${node ?? '-'}`)
}

describe('a deadline that is missed', () => {
  it('is told to those who have the step and to whoever is above them', () => {
    const story = givenIn({ definition: checking, seats, superiors: above }, start())
    expect(told(story, tick(late))).toEqual(['deadline-missed officer check', 'deadline-escalated head check'])
    const taken = story.and(claim('check', { by: 'asha' }))
    expect(told(taken, tick(late))).toEqual(['deadline-missed asha check', 'deadline-escalated head check'])
  })

  it('is told to the supervisors where nobody is above', () => {
    const story = givenIn({ definition: checking, seats }, start())
    expect(told(story, tick(late))).toEqual(['deadline-missed officer check', 'deadline-escalated supervisors check'])
  })

  it('of the whole is told to the supervisors while nobody has anything of it, and once', () => {
    const story = givenIn({ definition: waiting, seats, superiors: above }, start())
    expect(told(story, tick(late))).toEqual(['deadline-missed supervisors -', 'deadline-escalated supervisors -'])
    expect(told(story.and(tick(late)), tick('2026-11-25 08:00'))).toEqual([])
  })

  it('is told to nobody beside those who have the step where the author asks for no word above', () => {
    const quiet = following(aTask('check', { duration: oneDay, deadline: { escalate: false } }))
    const story = givenIn({ definition: quiet, seats }, start())
    expect(told(story, tick(late))).toEqual(['deadline-missed officer check'])
  })
})

describe('where a request cannot go on', () => {
  it('the supervisors are told of each place by itself', () => {
    const vacant = aFork([aTask('a', { lane: 'head' }), aTask('b', { lane: 'head' }), 'c'], aJoin('j'))
    const empty = givenIn({ definition: vacant, seats: [aSeat('officer', 'asha')] })
    expect(told(empty, start())).toEqual(['incident-raised supervisors a', 'incident-raised supervisors b'])
  })
})
