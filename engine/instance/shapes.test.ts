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
  anEvent,
  anOutcome,
  aParallel,
  aReview,
  aStart,
  aTask,
} from '#test/builders/definition.ts'
import { claim, complete, given, givenIn, resolve, start } from '#test/engine/given.ts'
import { aSeat, at } from '#test/engine/office.ts'

/** Content made for an applicant: the reviewer and then the applicant may ask for a revision, as often as they need. */
describe('a revise loop', () => {
  const definition = aDefinition({
    lanes: [anApplicantLane(), aLane('head'), aLane('staff')],
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant' }),
      aTask('make', { lane: 'staff', form: 'content' }),
      aReview('check', ['accept', 'revise'], { lane: 'head' }),
      aReview('approve', ['accept', 'revise'], { lane: 'applicant', pausesClock: true }),
      aTask('mend', { lane: 'staff', form: 'content' }),
      aTask('hand-over', { lane: 'staff' }),
      anEnd(),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'make'),
      anEdge('make', 'check'),
      anEdge('check', 'approve', { outcome: 'accept' }),
      anEdge('check', 'mend', { outcome: 'revise' }),
      anEdge('approve', 'hand-over', { outcome: 'accept' }),
      anEdge('approve', 'mend', { outcome: 'revise' }),
      anEdge('mend', 'check'),
      anEdge('hand-over', 'end'),
    ],
    forms: [aForm('content', aField('link', 'link', { required: true }), aField('text', 'caption', { maxLength: 200 }))],
    limits: [{ duration: { amount: 1, unit: 'workingDay', anchor: { kind: 'start' }, maximum: true } }],
  })
  const made = given(
    definition,
    start(),
    complete('make', 'submit', { data: { link: 'https://contoh.go.id/1', caption: 'satu' } }),
  )

  it('counts its rounds and knows what changed in the latest', () => {
    const mended = made
      .and(complete('check', 'revise', { reason: 'judul keliru' }))
      .and(complete('mend', 'submit', { data: { link: 'https://contoh.go.id/2', caption: 'satu' } }))
    expect(mended.state).toMatchObject({
      rounds: { check: 2, mend: 1 },
      changed: { make: ['link', 'caption'], mend: ['link'] },
      data: { link: 'https://contoh.go.id/2', caption: 'satu' },
    })
    const again = mended
      .and(complete('check', 'accept'))
      .and(complete('approve', 'revise', { reason: 'ganti foto' }))
      .and(complete('mend', 'submit', { data: { link: 'https://contoh.go.id/2' } }))
    expect(again.state).toMatchObject({
      rounds: { check: 3, mend: 2 },
      changed: { mend: ['caption'] },
      data: { link: 'https://contoh.go.id/2' },
    })
    expect(again.state.data).not.toHaveProperty('caption')
    const done = again.and(complete('check', 'accept')).and(complete('approve', 'accept')).and(complete('hand-over'))
    expect(done.state).toMatchObject({
      status: 'completed',
      open: [],
      steps: { approve: { outcome: 'accept', by: { kind: 'applicant' }, round: 2 } },
    })
  })

  it('stops the clock while it waits for the applicant and moves the due moment by the working days that took', () => {
    expect(made.state.due?.at).toBe(at('2026-11-24 16:00'))
    const waiting = made.and(complete('check', 'accept', { at: '2026-11-23 10:00' }))
    expect(waiting.state).toMatchObject({ paused: { since: at('2026-11-23 10:00') }, due: { at: at('2026-11-24 16:00') } })
    waiting.when(complete('approve', 'accept', { at: '2026-11-25 09:00' })).leadsTo(
      { type: 'TaskCompleted', by: { kind: 'applicant' } },
      { type: 'ClockResumed', node: 'approve' },
      {
        type: 'DeadlineSet',
        due: {
          at: at('2026-11-26 16:00'),
          why: { from: at('2026-11-23 08:00'), amount: 1, unit: 'workingDay', paused: 47 * 3_600_000 },
        },
      },
      { type: 'TaskOpened', node: 'hand-over' },
    )
    waiting
      .when(complete('approve', 'accept', { at: '2026-11-23 15:00' }))
      .leadsTo(
        { type: 'TaskCompleted' },
        { type: 'ClockResumed' },
        { type: 'DeadlineSet', due: { at: at('2026-11-24 16:00') } },
        { type: 'TaskOpened' },
      )
  })
})

/** A request on which the office asks something back and waits for the answer. */
function anEnquiry(amount: number, unit: 'hour' | 'workingDay') {
  return aDefinition({
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant' }),
      aTask('ask'),
      aTask('answer', { lane: 'applicant', pausesClock: true }),
      aTask('process'),
      anEnd(),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'ask'),
      anEdge('ask', 'answer'),
      anEdge('answer', 'process'),
      anEdge('process', 'end'),
    ],
    limits: [{ duration: { amount, unit, anchor: { kind: 'start' } } }],
  })
}

it('moves a limit of working days by those that a pause took, also where it begins after closing or on a free day', () => {
  const due = (asked: string, answered: string, started = '2026-11-02 09:00') =>
    given(
      anEnquiry(5, 'workingDay'),
      start({ at: started }),
      complete('ask', 'submit', { at: asked }),
      complete('answer', 'submit', { at: answered }),
    ).state.due?.at
  expect(due('2026-11-03 15:59', '2026-11-05 10:00')).toBe(at('2026-11-11 16:00'))
  expect(due('2026-11-03 16:01', '2026-11-05 10:00')).toBe(at('2026-11-11 16:00'))
  expect(due('2026-11-03 16:01', '2026-11-03 23:00')).toBe(at('2026-11-09 16:00'))
  expect(due('2026-11-06 15:00', '2026-11-09 10:00')).toBe(at('2026-11-10 16:00'))
  expect(due('2026-11-07 15:00', '2026-11-09 10:00')).toBe(at('2026-11-10 16:00'))
  expect(due('2026-11-07 15:00', '2026-11-08 10:00')).toBe(at('2026-11-09 16:00'))
  // What comes on Saturday is received on Monday: a pause until then took nothing.
  expect(due('2026-11-07 12:00', '2026-11-09 10:00', '2026-11-07 10:00')).toBe(at('2026-11-16 16:00'))
  expect(due('2026-11-07 12:00', '2026-11-10 10:00', '2026-11-07 10:00')).toBe(at('2026-11-17 16:00'))
})

it('moves a limit of hours by the open hours that a pause took', () => {
  const due = (asked: string, answered: string) =>
    given(
      anEnquiry(4, 'hour'),
      start({ at: '2026-11-23 08:00' }),
      complete('ask', 'submit', { at: asked }),
      complete('answer', 'submit', { at: answered }),
    ).state.due?.at
  expect(due('2026-11-23 09:00', '2026-11-23 10:00')).toBe(at('2026-11-23 14:00'))
  expect(due('2026-11-23 18:00', '2026-11-23 20:00')).toBe(at('2026-11-23 12:00'))
  expect(due('2026-11-23 11:00', '2026-11-24 08:30')).toBe(at('2026-11-24 09:30'))
})

/** Documentation that is controlled twice: whoever rejects sends it back to the first step, in writing. */
describe('two reviewers who send back to the first step', () => {
  const definition = aDefinition({
    kind: 'sop',
    lanes: [aLane('team'), aLane('secretary'), aLane('superior', ['superior', 'chair']), aLane('poster')],
    nodes: [
      aStart({ by: 'staff', lane: 'team' }),
      aTask('submit', { lane: 'team', form: 'content' }),
      aReview('control', ['accept', 'revise'], { lane: 'secretary' }),
      aReview('decide', ['accept', 'revise'], { lane: 'superior' }),
      aTask('upload', { lane: 'poster' }),
      anEnd(),
    ],
    edges: [
      anEdge('start', 'submit'),
      anEdge('submit', 'control'),
      anEdge('control', 'decide', { outcome: 'accept' }),
      anEdge('control', 'submit', { outcome: 'revise' }),
      anEdge('decide', 'upload', { outcome: 'accept' }),
      anEdge('decide', 'submit', { outcome: 'revise' }),
      anEdge('upload', 'end'),
    ],
    forms: [
      aForm(
        'content',
        aField('file', 'photos', { required: true, min: 5, max: 20 }),
        aField('text', 'caption', { required: true, maxLength: 200 }),
        aField('date', 'held', { required: true }),
      ),
    ],
  })
  const content = { photos: ['a', 'b', 'c', 'd', 'e'], caption: 'Kegiatan', held: '2026-11-22' }

  it('refuse four files and a caption of 201 characters', () => {
    given(definition)
      .when(start({ data: { ...content, photos: ['a', 'b', 'c', 'd'], caption: 'x'.repeat(201) } }))
      .isRefused('invalid-input', {
        errors: [
          { path: 'photos', code: 'too-few', params: { min: 5, got: 4 } },
          { path: 'caption', code: 'too-long', params: { max: 200, got: 201 } },
        ],
      })
  })

  it('let any of the named offices decide, and go back to step one from both', () => {
    const submitted = given(definition, start({ data: content }))
    const back = submitted.and(complete('control', 'revise', { reason: 'narasi kurang' }))
    expect(back.state.open).toMatchObject([{ node: 'submit', round: 2 }])
    const backAgain = back
      .and(complete('submit', 'submit', { data: { ...content, caption: 'Kegiatan 2' } }))
      .and(complete('control', 'accept'))
      .and(complete('decide', 'revise', { by: 'chair', reason: 'ganti foto' }))
    expect(backAgain.state).toMatchObject({ open: [{ node: 'submit', round: 3 }], changed: { submit: ['caption'] } })
    const done = backAgain
      .and(complete('submit', 'submit', { data: content }))
      .and(complete('control', 'accept'))
      .and(complete('decide', 'accept', { by: 'superior' }))
      .and(complete('upload'))
    expect(done.state).toMatchObject({ status: 'completed', performers: { decide: ['chair', 'superior'] } })
  })
})

/** A complaint whose class, which an officer finds, decides how long its handling may take. */
describe('a deadline that depends on a class', () => {
  const limit = (value: string, amount: number, unit: string) => ({
    when: { kind: 'field', field: 'class', op: 'is', value },
    duration: { amount, unit, anchor: { kind: 'field', field: 'received' } },
  })
  const definition = aDefinition({
    lanes: [anApplicantLane(), aLane('officer'), aLane('team')],
    nodes: [
      aStart({ by: 'complaint' }),
      aTask('complain', { lane: 'applicant' }),
      aTask('classify', { form: 'class' }),
      aReview('solve', ['accept', 'revise'], { lane: 'team' }),
      anEnd(),
    ],
    edges: [
      anEdge('start', 'complain'),
      anEdge('complain', 'classify'),
      anEdge('classify', 'solve'),
      anEdge('solve', 'end', { outcome: 'accept' }),
      anEdge('solve', 'classify', { outcome: 'revise' }),
    ],
    forms: [
      aForm(
        'class',
        aField('choice', 'class', {
          required: true,
          options: ['light', 'plain', 'heavy', 'grave'].map((id) => ({ id, label: id })),
        }),
        aField('dateTime', 'received', { required: true }),
      ),
    ],
    limits: [
      limit('light', 3, 'hour'),
      limit('plain', 5, 'hour'),
      limit('heavy', 1, 'calendarDay'),
      limit('grave', 30, 'workingDay'),
    ],
  })
  const received = '2026-11-20T14:00'
  const classified = (value: string) =>
    given(definition, start(), complete('classify', 'submit', { data: { class: value, received } }))

  it('is not set while the class is unknown', () => {
    expect(given(definition, start()).state.due).toBeNull()
  })

  it.each([
    ['light', '2026-11-23 08:00'],
    ['plain', '2026-11-23 10:00'],
  ])('of a %s one counts open hours from its receipt', (value, due) => {
    expect(classified(value).state.due?.at).toBe(at(due))
  })

  it('of a grave one counts thirty working days across the year', () => {
    expect(classified('grave').state.due?.at).toBe(at('2027-01-05 16:00'))
  })

  it('is set anew when the class is corrected', () => {
    classified('light')
      .and(complete('solve', 'revise', { reason: 'berkadar pengawasan' }))
      .when(complete('classify', 'submit', { data: { class: 'grave', received } }))
      .leadsTo(
        { type: 'TaskCompleted' },
        { type: 'DeadlineSet', due: { at: at('2027-01-05 16:00'), why: { amount: 30, unit: 'workingDay' } } },
        { type: 'TaskOpened', node: 'solve', round: 2 },
      )
  })
})

/** A cycle of publication: ordered, disposed to people, received by the public, reported back. */
describe('a disposition and a public event', () => {
  const definition = aDefinition({
    lanes: [
      aLane('head'),
      aLane('coordinator'),
      aLane('admin', ['admin-1', 'admin-2']),
      { id: 'public', name: 'Publik', kind: 'public' },
    ],
    nodes: [
      aStart({ by: 'staff', lane: 'head' }),
      aTask('order', { lane: 'head' }),
      aTask('delegate', { lane: 'coordinator', disposition: { lane: 'admin', to: 'person', min: 1, max: 7 } }),
      aTask('publish', { lane: 'admin', assignment: { kind: 'disposition', from: 'delegate' } }),
      anEvent('receive', { lane: 'public' }),
      aTask('report', {
        lane: 'admin',
        duration: { amount: 2, unit: 'workingDay', anchor: { kind: 'completed', node: 'publish' } },
      }),
      aTask('read', { lane: 'head', outcomes: [anOutcome('accept')] }),
      anEnd(),
    ],
    edges: ['start', 'order', 'delegate', 'publish', 'receive', 'report', 'read', 'end'].flatMap((node, i, all) =>
      all[i + 1] ? [anEdge(node, all[i + 1] ?? '')] : [],
    ),
    limits: [{ duration: { amount: 30, unit: 'workingDay', anchor: { kind: 'start' } } }],
  })
  const delegated = given(definition, start(), complete('delegate', 'submit', { to: ['admin-1:admin-1', 'admin-2:admin-2'] }))

  it('happens by itself once the step before it is done', () => {
    expect(delegated.state.due?.at).toBe(at('2027-01-06 16:00'))
    delegated
      .when(complete('publish', 'submit', { by: 'admin-2', at: '2026-11-23 09:00' }))
      .leadsTo(
        { type: 'TaskCompleted', by: { kind: 'person', personId: 'admin-2' } },
        { type: 'EventHappened', node: 'receive' },
        { type: 'TaskOpened', node: 'report', due: { at: at('2026-11-25 16:00') } },
      )
  })

  it('leads back to who ordered it, to read and to end', () => {
    const done = delegated.and(complete('publish')).and(complete('report')).and(complete('read', 'accept'))
    expect(done.state).toMatchObject({ status: 'completed', dispositions: { delegate: { instruction: 'tindak lanjuti' } } })
  })

  it('cannot hold a task: a step of the public is an incident, not a dead end', () => {
    const wrong = aDefinition({
      lanes: [anApplicantLane(), aLane('officer'), { id: 'public', name: 'Publik', kind: 'public' }],
      nodes: [aStart(), aTask('apply', { lane: 'applicant' }), aTask('process', { lane: 'public' }), anEnd()],
    })
    const stuck = given(wrong, start())
    expect(stuck.state.incidents[0]).toMatchObject({ code: 'nobody-to-act', exits: ['process-end'] })
    expect(stuck.and(resolve('process-end')).state.status).toBe('completed')
  })
})

/** Coverage of an event: counted from the hour of the event, day and night, not from the letter. */
it('counts from a field of the application, in the zone of the agency', () => {
  const definition = aDefinition({
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant', form: 'event' }),
      aTask('process', { duration: { amount: 1, unit: 'sameDay', anchor: { kind: 'field', field: 'when' } } }),
      anEnd(),
    ],
    forms: [aForm('event', aField('dateTime', 'when', { required: true }))],
    limits: [{ duration: { amount: 4, unit: 'hour', clock: 'calendar', anchor: { kind: 'field', field: 'when' } } }],
  })
  const { state } = given(definition, start({ data: { when: '2026-11-29T09:00' } }))
  expect(state.due?.at).toBe(at('2026-11-29 13:00'))
  expect(state.open[0]?.due?.at).toBe(at('2026-11-30 00:00') - 1)
})

/** Two steps side by side that must not share their performer: which of them is done first does not matter. */
it('keeps four eyes where the other step is done while this one is open', () => {
  const definition = aDefinition({
    lanes: [anApplicantLane(), aLane('officer', ['officer', 'other'])],
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant' }),
      aParallel('split'),
      aTask('make'),
      aTask('check', { notPerformersOf: ['make'] }),
      aJoin('meet'),
      anEnd(),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'split'),
      anEdge('split', 'make'),
      anEdge('split', 'check'),
      anEdge('make', 'meet'),
      anEdge('check', 'meet'),
      anEdge('meet', 'end'),
    ],
  })
  const seats = [aSeat('officer', 'asha'), aSeat('other', 'budi')]
  const made = givenIn({ definition, seats }, start(), claim('check', { by: 'asha' }), complete('make', 'submit', { by: 'asha' }))
  made.when(complete('check', 'submit', { by: 'asha' })).isRefused('four-eyes', { node: 'make' })
  expect(made.and(complete('check', 'submit', { by: 'budi' })).state.status).toBe('completed')
})
