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
  aStart,
  aTask,
  aWait,
  type EdgeInput,
  type NodeInput,
} from '#test/builders/definition.ts'
import {
  cancel,
  complete,
  correct,
  failCall,
  given,
  givenIn,
  recount,
  report,
  resolve,
  resume,
  returnCall,
  start,
  suspend,
  tick,
} from '#test/engine/given.ts'
import { aCalendar, anOfficial, aSeat, at } from '#test/engine/office.ts'
import { withHolidays } from '#test/engine/permit-office.ts'
import type { FormId, NodeId } from '../definition/ids.ts'
import { mayReport } from './report.ts'

const waitingFor = (node: NodeInput, exits: EdgeInput[] = [anEdge('hold', 'process')]) =>
  aDefinition({
    lanes: [anApplicantLane(), aLane('officer'), { ...aLane('public', []), kind: 'public' }, aLane('clerk')],
    nodes: [aStart(), aTask('apply', { lane: 'applicant', form: 'f' }), node, aTask('process'), aTask('chase'), anEnd()],
    edges: [anEdge('start', 'apply'), anEdge('apply', 'hold'), ...exits, anEdge('process', 'end'), anEdge('chase', 'end')],
    forms: [
      aForm('f', aField('date', 'day'), aField('dateTime', 'moment'), aField('time', 'hour'), aField('text', 'title')),
      aForm('answer', aField('text', 'number', { required: true }), aField('text', 'remark')),
    ],
  })

describe('a wait for a length of time', () => {
  const resting = waitingFor(aWait('hold', { until: { kind: 'duration', duration: { amount: 2, unit: 'workingDay' } } }))
  const over = at('2026-11-25 16:00')

  it('is over at its moment and not before', () => {
    given(resting)
      .when(start())
      .leadsTo(
        { type: 'Started' },
        { type: 'TaskOpened' },
        { type: 'TaskCompleted' },
        { type: 'WaitBegan', waitId: 't2', node: 'hold', branch: '', kind: 'time', due: { at: over }, pausesClock: false },
      )
    given(resting, start())
      .when(tick(over - 1))
      .leadsTo()
    given(resting, start())
      .when(tick(over))
      .leadsTo({ type: 'WaitOver', how: 'moment', by: { kind: 'system' } }, { type: 'TaskOpened', node: 'process' })
  })

  it('is not reported by anybody', () => {
    given(resting, start())
      .when(report('hold', { by: 'officer' }))
      .isRefused('not-to-report', { waitId: 't2' })
    given(resting, start()).when(returnCall('hold')).isRefused('not-to-report')
  })

  it('counted from a field that was left empty is an incident that names the field', () => {
    const from = waitingFor(
      aWait('hold', {
        until: { kind: 'duration', duration: { amount: 2, unit: 'workingDay', anchor: { kind: 'field', field: 'day' } } },
      }),
    )
    const stuck = given(from, start())
    expect(stuck.state).toMatchObject({ waits: [], incidents: [{ code: 'no-moment', node: 'hold', missing: ['day'] }] })
    stuck.when(resolve('hold-process')).leadsTo({ type: 'IncidentResolved' }, { type: 'TaskOpened', node: 'process' })
    const known = given(from, start({ data: { day: '2026-12-01' } }))
    expect(known.state.waits[0]?.due?.at).toBe(at('2026-12-03 16:00'))
  })

  it('that no working time can end is an incident', () => {
    const calendar = { ...aCalendar, schedules: [] }
    const stuck = givenIn({ definition: resting, seats: [aSeat('officer', 'asha')], calendar }, start())
    expect(stuck.state.incidents).toMatchObject([{ code: 'no-moment', missing: [] }])
  })
})

describe('a wait for the moment that a field names', () => {
  const until = (field: string) => waitingFor(aWait('hold', { until: { kind: 'moment', field } }))

  it.each([
    ['day', '2026-12-01', '2026-12-01 00:00'],
    ['moment', '2026-12-01T14:30', '2026-12-01 14:30'],
    ['hour', '15:00', '2026-11-23 15:00'],
  ])('a %s', (field, value, moment) => {
    const waiting = given(until(field), start({ data: { [field]: value } }))
    expect(waiting.state.waits).toMatchObject([
      { kind: 'time', due: { at: at(moment), why: { from: at(moment), amount: 0, unit: 'moment', skipped: [] } } },
    ])
    waiting.when(tick(at(moment) - 1)).leadsTo()
    waiting.when(tick(moment)).leadsTo({ type: 'WaitOver', how: 'moment' }, { type: 'TaskOpened' })
  })

  it('goes on at once when it has passed, or comes this very moment', () => {
    const begin = (hour: string) => given(until('hour')).when(start({ data: { hour }, at: '2026-11-23 08:00' }))
    const on = [{ type: 'Started' }, { type: 'TaskOpened' }, { type: 'TaskCompleted' }] as const
    begin('08:00').leadsTo(...on, { type: 'TaskOpened', node: 'process' })
    begin('07:59').leadsTo(...on, { type: 'TaskOpened', node: 'process' })
    begin('08:01').leadsTo(...on, { type: 'WaitBegan' })
  })

  it('that is not known is an incident that names the field', () => {
    expect(given(until('day'), start()).state.incidents).toMatchObject([
      { code: 'no-moment', node: 'hold', missing: ['day'], exits: ['hold-process'] },
    ])
  })
})

describe('a wait for an event outside', () => {
  const letter = { kind: 'report', event: 'Surat provinsi diterima', form: 'answer' } as const
  const lapsing = waitingFor(
    aWait('hold', { pausesClock: true, until: { ...letter, atMost: { amount: 2, unit: 'calendarDay' } } }),
    [anEdge('hold', 'process'), anEdge('hold', 'chase', { outcome: 'lapsed' })],
  )
  const waiting = given(lapsing, start())
  const lapses = at('2026-11-25 23:59') + 59_999

  it('is over when somebody of its lane reports it, with what came', () => {
    expect(waiting.state).toMatchObject({
      waits: [{ kind: 'report', due: { at: lapses }, pausesClock: true }],
      paused: { since: at('2026-11-23 08:00') },
    })
    const state = waiting.when(report('hold', { data: { number: '12/XI' }, note: ' lewat pos ' })).leadsTo(
      {
        type: 'WaitOver',
        by: { kind: 'person', personId: 'officer', positionId: 'officer', seat: 'definitive' },
        how: 'reported',
        data: { number: '12/XI' },
        cleared: [],
        note: 'lewat pos',
      },
      { type: 'ClockResumed', node: 'hold' },
      { type: 'TaskOpened', node: 'process' },
    )
    expect(state).toMatchObject({ data: { number: '12/XI' }, waits: [], closedWaits: ['t2'] })
  })

  it('is reported by no applicant and by nobody of another lane, but by a program', () => {
    waiting.when(report('hold', { by: 'clerk', data: { number: '1' } })).isRefused('not-to-report', { waitId: 't2' })
    waiting.when(report('hold', { by: 'applicant', data: { number: '1' } })).isRefused('not-to-report')
    waiting
      .when(report('hold', { by: 'system', data: { number: '1' } }))
      .leadsTo({ type: 'WaitOver', by: { kind: 'system' } }, { type: 'ClockResumed' }, { type: 'TaskOpened' })
  })

  it('in a lane that names no position is reported by anybody in office', () => {
    const open = waitingFor(aWait('hold', { lane: 'public', until: letter }))
    const seats = [aSeat('clerk', 'sri', { kind: 'plt', title: 'Plt. Arsiparis' }), aSeat('officer', 'officer')]
    const story = givenIn({ definition: open, seats }, start())
    story
      .when(report('hold', { by: 'sri', data: { number: '1' } }))
      .leadsTo(
        { type: 'WaitOver', by: { kind: 'person', personId: 'sri', positionId: 'clerk', title: 'Plt. Arsiparis', seat: 'plt' } },
        { type: 'TaskOpened' },
      )
    story.when(report('hold', { by: 'applicant', data: { number: '1' } })).isRefused('not-to-report')
    story.when(report('hold', { by: 'stranger', data: { number: '1' } })).isRefused('not-to-report')
  })

  it('of the applicant is reported by the applicant alone', () => {
    const own = given(waitingFor(aWait('hold', { lane: 'applicant', until: letter })), start())
    own.when(report('hold', { by: 'officer', data: { number: '1' } })).isRefused('not-to-report')
    own
      .when(report('hold', { data: { number: '1' } }))
      .leadsTo({ type: 'WaitOver', by: { kind: 'applicant' } }, { type: 'TaskOpened' })
  })

  it('wants its form filled and no more', () => {
    waiting.when(report('hold', { data: { nope: 1 } })).isRefused('invalid-input', {
      errors: [
        { path: 'nope', code: 'unknown-field' },
        { path: 'number', code: 'required' },
      ],
    })
    waiting.when(report('hold', { data: { number: '1' }, note: 'x'.repeat(2001) })).isRefused('reason-too-long', { max: 2000 })
  })

  it('clears what an earlier report said and this one leaves empty', () => {
    const twice = waitingFor(aWait('hold', { until: letter }), [anEdge('hold', 'again')])
    const definition = {
      ...twice,
      flow: {
        ...twice.flow,
        nodes: [...twice.flow.nodes, ...aDefinition({ nodes: [aWait('again', { until: letter })], edges: [] }).flow.nodes],
        edges: [...twice.flow.edges, ...aDefinition({ edges: [anEdge('again', 'process')] }).flow.edges],
      },
    }
    const first = given(definition, start(), report('hold', { data: { number: '1', remark: 'menyusul' } }))
    expect(first.state.data).toEqual({ number: '1', remark: 'menyusul' })
    const state = first
      .when(report('again', { data: { number: '2' } }))
      .leadsTo({ type: 'WaitOver', data: { number: '2' }, cleared: ['remark'] }, { type: 'TaskOpened' })
    expect(state.data).toEqual({ number: '2' })
  })

  it('counts each time that it is waited for', () => {
    const again = waitingFor(aWait('hold', { until: letter }), [anEdge('hold', 'hold', { id: 'again' })])
    const said = report('hold', { data: { number: '1' } })
    const story = given(again, start())
    expect([story, story.and(said), story.and(said).and(said)].map(({ state }) => state.rounds)).toEqual([
      { apply: 1, hold: 1 },
      { apply: 1, hold: 2 },
      { apply: 1, hold: 3 },
    ])
  })

  it('is no call that could fail to begin', () => waiting.when(failCall('hold')).isRefused('not-to-report', { waitId: 't2' }))

  it('lapses at its longest, not before, by the exit that says so', () => {
    waiting.when(tick(lapses - 1)).leadsTo()
    waiting
      .when(tick(lapses))
      .leadsTo(
        { type: 'WaitOver', how: 'lapsed', by: { kind: 'system' }, note: null },
        { type: 'ClockResumed' },
        { type: 'TaskOpened', node: 'chase' },
      )
    const late = waiting.and(tick(lapses))
    late.when(report('hold', { by: 'officer', data: { number: '1' } })).isRefused('wait-over', { waitId: 't2' })
  })

  it('that lapses where no exit says so goes on as if it had come', () => {
    const plain = waitingFor(aWait('hold', { until: { ...letter, atMost: { amount: 2, unit: 'calendarDay' } } }))
    given(plain, start()).when(tick(lapses)).leadsTo({ type: 'WaitOver', how: 'lapsed' }, { type: 'TaskOpened', node: 'process' })
  })

  it('that is not waited for, has ended or stands still is refused', () => {
    given(lapsing).when(report('hold')).isRefused('not-started')
    waiting
      .and(suspend('x'))
      .when(report('hold', { by: 'officer' }))
      .isRefused('suspended')
    waiting
      .and(cancel('x'))
      .when(report('hold', { by: 'officer' }))
      .isRefused('wait-over')
    const plain = given(aDefinition(), start())
    plain.when(report('hold', { by: 'officer' })).isRefused('wait-not-found', { waitId: 'none' })
    plain
      .and(cancel('x'))
      .when(report('hold', { by: 'officer' }))
      .isRefused('not-running', { status: 'cancelled' })
  })

  it('says beforehand who may report', () => {
    const seats = [aSeat('officer', 'asha'), aSeat('clerk', 'sri')]
    const may = (node: string, by: string) => mayReport(lapsing, node as NodeId, anOfficial(by, seats))
    expect(may('hold', 'asha')).toBe(true)
    expect(may('hold', 'sri')).toBe(false)
    expect(may('process', 'asha')).toBe(false)
    expect(may('nowhere', 'asha')).toBe(false)
    const resting = waitingFor(aWait('hold', { until: { kind: 'moment', field: 'day' } }))
    expect(mayReport(resting, 'hold' as NodeId, anOfficial('asha', seats))).toBe(false)
  })
})

describe('P7: the end of a wait', () => {
  const twoDays = { amount: 2, unit: 'workingDay' } as const
  const polling = { date: '2026-11-25', name: 'Pemilihan', kind: 'national' as const }
  const endOf = (story: { state: { waits: readonly { due: { at: number } | null }[] } }) => story.state.waits[0]?.due?.at ?? null
  const resting = given(waitingFor(aWait('hold', { until: { kind: 'duration', duration: twoDays } })), start())
  const lapsing = given(waitingFor(aWait('hold', { until: { kind: 'report', event: 'Surat', atMost: twoDays } })), start())
  const dated = given(
    waitingFor(aWait('hold', { until: { kind: 'moment', field: 'day' } })),
    start({ data: { day: '2026-12-10' } }),
  )

  it.each([
    ['a length of time', resting],
    ['the longest of a report', lapsing],
  ])('of %s moves with a day that becomes free, and says so', (_what, waiting) => {
    const decreed = waiting.withCalendar(withHolidays(aCalendar, polling))
    const due = { at: at('2026-11-26 16:00'), why: { recomputed: 'calendar', skipped: [{ date: '2026-11-25' }] } }
    decreed.when(recount('2026-11-24 08:00')).leadsTo({ type: 'WaitDueSet', waitId: 't2', due, cause: 'calendar' })
    const counted = decreed.and(recount('2026-11-24 08:00'))
    counted.when(recount('2026-11-24 09:00')).leadsTo()
    counted.when(tick('2026-11-25 16:00')).leadsTo()
    expect(counted.and(tick('2026-11-26 16:00')).state.open).toMatchObject([{ node: 'process' }])
    expect(waiting.and(recount('2026-11-24 08:00')).events).toEqual(waiting.events)
  })

  it.each([
    ['a length of time', resting],
    ['the longest of a report', lapsing],
  ])('of %s moves by what a suspension took', (_what, waiting) => {
    const stopped = waiting.and(suspend('Banjir', { at: '2026-11-23 10:00' }))
    const resumed = stopped.and(resume({ at: '2026-11-30 10:00' }))
    expect(endOf(resumed)).toBe(at('2026-12-02 16:00'))
    resumed.when(tick('2026-11-30 10:05')).leadsTo()
    expect(resumed.events.at(-1)).toMatchObject({
      type: 'WaitDueSet',
      cause: 'resumed',
      due: { why: { paused: 7 * 86_400_000 } },
    })
  })

  it('by the moment that a field names is moved by no holiday and no suspension', () => {
    dated
      .withCalendar(withHolidays(aCalendar, { ...polling, date: '2026-12-10' }))
      .when(recount())
      .leadsTo()
    dated
      .and(suspend('Banjir', { at: '2026-11-23 10:00' }))
      .when(resume({ at: '2026-11-30 10:00' }))
      .leadsTo({ type: 'Resumed' })
  })

  it('follows the date when it is put right', () => {
    const due = { at: at('2026-12-20 00:00'), why: { unit: 'moment', recomputed: 'data' } }
    dated
      .when(correct({ day: '2026-12-20' }, { by: 'officer' }))
      .leadsTo({ type: 'DataCorrected' }, { type: 'WaitDueSet', due, cause: 'data' })
    const right = dated.and(correct({ day: '2026-12-20' }, { by: 'officer' }))
    right.when(tick('2026-12-10 00:00')).leadsTo()
    expect(right.and(tick('2026-12-20 00:00')).state.open).toMatchObject([{ node: 'process' }])
  })

  it('that was the date which is taken away is an incident that names the field', () => {
    const gone = dated
      .when(correct({ day: null }, { by: 'officer' }))
      .leadsTo(
        { type: 'DataCorrected' },
        { type: 'WaitWithdrawn', waitId: 't2' },
        { type: 'IncidentRaised', code: 'no-moment', node: 'hold', missing: ['day'] },
      )
    expect(gone).toMatchObject({ waits: [], tokens: [''] })
  })

  it('lets the clock run on where the wait that stopped it is gone', () => {
    const pausing = waitingFor(aWait('hold', { pausesClock: true, until: { kind: 'moment', field: 'day' } }))
    const waiting = given(pausing, start({ data: { day: '2026-12-10' } }))
    expect(waiting.state.paused.since).toBe(at('2026-11-23 08:00'))
    expect(waiting.and(correct({ day: null }, { by: 'officer' })).state.paused.since).toBeNull()
  })

  it('is not forgotten when the calendar has lost its hours', () => {
    const closed = resting.withCalendar({ ...aCalendar, schedules: [] })
    closed.when(recount()).leadsTo()
    const from = { ...twoDays, anchor: { kind: 'field', field: 'day' } } as const
    const since = given(
      waitingFor(aWait('hold', { until: { kind: 'duration', duration: from } })),
      start({ data: { day: '2026-12-10' } }),
    )
    since
      .withCalendar({ ...aCalendar, schedules: [] })
      .when(recount())
      .leadsTo()
  })
})

describe('a wait whose end is not known', () => {
  const twoDays = { amount: 2, unit: 'workingDay', anchor: { kind: 'field', field: 'day' } } as const
  const letter = { kind: 'report', event: 'Balasan provinsi', form: 'answer' } as const
  const lapsing = waitingFor(aWait('hold', { pausesClock: true, until: { ...letter, atMost: twoDays } }))
  const dated = waitingFor(aWait('hold', { until: { kind: 'moment', field: 'day' } }))
  const stuck = given(lapsing, start())

  it('is told to a supervisor, with what is missing, also where a report is waited for', () => {
    given(lapsing)
      .when(start())
      .leadsTo(
        { type: 'Started' },
        { type: 'TaskOpened' },
        { type: 'TaskCompleted' },
        { type: 'IncidentRaised', code: 'no-moment', node: 'hold', missing: ['day'], exits: ['hold-process'] },
      )
    expect(stuck.state).toMatchObject({ waits: [], paused: { since: null } })
    stuck.when(resolve('hold-process')).leadsTo({ type: 'IncidentResolved' }, { type: 'TaskOpened', node: 'process' })
  })

  it('for a report that no working time can end is told too', () => {
    const atMost = { amount: 2, unit: 'workingDay' } as const
    const calendar = { ...aCalendar, schedules: [] }
    const hourless = givenIn(
      { definition: waitingFor(aWait('hold', { until: { ...letter, atMost } })), seats: [aSeat('officer', 'officer')], calendar },
      start(),
    )
    expect(hourless.state.incidents).toMatchObject([{ code: 'no-moment', missing: [] }])
    hourless.when(recount()).leadsTo()
    hourless
      .withCalendar(aCalendar)
      .when(recount('2026-11-24 08:00'))
      .leadsTo(
        { type: 'IncidentCleared', node: 'hold', code: 'no-moment' },
        { type: 'WaitBegan', due: { at: at('2026-11-26 16:00') } },
      )
  })

  it('begins as soon as the date is filled in, and the obstacle is gone by itself', () => {
    const filled = stuck
      .when(correct({ day: '2026-12-01' }, { by: 'officer', at: '2026-11-24 08:00' }))
      .leadsTo(
        { type: 'DataCorrected' },
        { type: 'IncidentCleared', node: 'hold', branch: '', code: 'no-moment' },
        { type: 'WaitBegan', node: 'hold', kind: 'report', due: { at: at('2026-12-03 16:00') }, pausesClock: true },
        { type: 'ClockPaused', node: 'hold' },
      )
    expect(filled).toMatchObject({ incidents: [], waits: [{ since: at('2026-11-24 08:00') }] })
    const waiting = stuck.and(correct({ day: '2026-12-01' }, { by: 'officer', at: '2026-11-24 08:00' }))
    waiting
      .when(report('hold', { by: 'officer', data: { number: '1' } }))
      .leadsTo({ type: 'WaitOver', how: 'reported' }, { type: 'ClockResumed' }, { type: 'TaskOpened', node: 'process' })
    waiting
      .when(tick('2026-12-03 16:00'))
      .leadsTo({ type: 'WaitOver', how: 'lapsed' }, { type: 'ClockResumed' }, { type: 'TaskOpened' })
  })

  it('stays an obstacle while something else is put right', () => {
    stuck.when(correct({ title: 'Warung' }, { by: 'officer' })).leadsTo({ type: 'DataCorrected' })
    stuck.when(recount()).leadsTo()
    stuck.when(tick('2027-11-23 08:00')).leadsTo()
  })

  it('is another obstacle than a way that goes round', () => {
    const day = { until: { kind: 'moment', field: 'day' } } as const
    const round = waitingFor(aWait('hold', day), [anEdge('hold', 'hold', { id: 'again' })])
    const going = given(round, start({ data: { day: '2026-11-20' } }))
    expect(going.state.incidents).toMatchObject([{ code: 'too-many-steps', node: 'hold' }])
    going.when(recount()).leadsTo()
    going.when(correct({ title: 'Warung' }, { by: 'officer' })).leadsTo({ type: 'DataCorrected' })
  })

  it('begins no more where another that began with it has won the join', () => {
    const day = { until: { kind: 'moment', field: 'day' } } as const
    const racing = aDefinition({
      nodes: [
        aStart(),
        aTask('apply', { lane: 'applicant', form: 'f' }),
        aParallel('both'),
        aWait('one', day),
        aWait('two', day),
        aJoin('first', { quorum: { kind: 'any' } }),
        aTask('process'),
        anEnd(),
      ],
      edges: [
        anEdge('start', 'apply'),
        anEdge('apply', 'both'),
        ...['one', 'two'].flatMap((node) => [anEdge('both', node), anEdge(node, 'first')]),
        anEdge('first', 'process'),
        anEdge('process', 'end'),
      ],
      forms: [aForm('f', aField('date', 'day'))],
    })
    given(racing, start())
      .when(correct({ day: '2026-11-20' }, { by: 'officer' }))
      .leadsTo(
        { type: 'DataCorrected' },
        { type: 'IncidentCleared', node: 'one' },
        { type: 'BranchArrived' },
        { type: 'BranchesJoined' },
        { type: 'TaskOpened', node: 'process', branch: '' },
      )
  })

  it('goes on at once when the date filled in has passed', () => {
    given(dated, start())
      .when(correct({ day: '2026-11-20' }, { by: 'officer' }))
      .leadsTo(
        { type: 'DataCorrected' },
        { type: 'IncidentCleared', node: 'hold', code: 'no-moment' },
        { type: 'TaskOpened', node: 'process' },
      )
  })

  it('begins only when work goes on, where all stands still while the date is filled in', () => {
    const still = given(dated, start(), suspend('Banjir', { at: '2026-11-23 10:00' }))
    const filled = correct({ day: '2026-12-01' }, { by: 'officer', at: '2026-11-23 11:00' })
    still.when(filled).leadsTo({ type: 'DataCorrected' })
    still
      .and(filled)
      .when(resume({ at: '2026-11-24 08:00' }))
      .leadsTo(
        { type: 'Resumed' },
        { type: 'IncidentCleared', node: 'hold' },
        { type: 'WaitBegan', due: { at: at('2026-12-01 00:00') } },
      )
  })

  it('begins when another branch brings the date, and with it what waits there goes on', () => {
    const split = aDefinition({
      nodes: [
        aStart(),
        aTask('apply', { lane: 'applicant', form: 'f' }),
        aParallel('both'),
        aTask('date', { form: 'f' }),
        aWait('hold', { until: { kind: 'moment', field: 'day' } }),
        aWait('letter', { until: { kind: 'report', event: 'Balasan', form: 'f' as FormId } }),
        aJoin('met'),
        anEnd(),
      ],
      edges: [
        anEdge('start', 'apply'),
        anEdge('apply', 'both'),
        ...['date', 'hold', 'letter'].flatMap((node) => [anEdge('both', node), anEdge(node, 'met')]),
        anEdge('met', 'end'),
      ],
      forms: [aForm('f', aField('date', 'day'))],
    })
    const begun = given(split, start())
    expect(begun.state.incidents).toMatchObject([{ code: 'no-moment', missing: ['day'] }])
    begun
      .when(complete('date', 'submit', { data: { day: '2026-12-01' } }))
      .leadsTo(
        { type: 'TaskCompleted' },
        { type: 'BranchArrived' },
        { type: 'IncidentCleared', node: 'hold', branch: 'both.1/both-hold' },
        { type: 'WaitBegan', node: 'hold', branch: 'both.1/both-hold' },
      )
    begun
      .when(report('letter', { by: 'officer', data: { day: '2026-11-20' } }))
      .leadsTo(
        { type: 'WaitOver' },
        { type: 'BranchArrived' },
        { type: 'IncidentCleared', node: 'hold' },
        { type: 'BranchArrived' },
      )
    begun
      .and(report('letter', { by: 'officer', data: { day: '2026-11-20' } }))
      .when(complete('date', 'submit', { data: { day: '2026-11-20' } }))
      .leadsTo({ type: 'TaskCompleted' }, { type: 'BranchArrived' }, { type: 'BranchesJoined' }, { type: 'Ended' })
  })
})

describe('P7: what counts from a date or a step of another branch', () => {
  const days = <A>(amount: number, anchor: A) => ({ amount, unit: 'workingDay', anchor }) as const
  const ofDay = { kind: 'field', field: 'day' } as const
  const lane = { lane: 'officer' }
  /** A letter is dated while others already wait for its date, work by it, and work by the step itself. */
  const dating = aDefinition({
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant', form: 'f' }),
      aParallel('split'),
      aTask('date', { ...lane, form: 'f' }),
      aWait('hold', { ...lane, until: { kind: 'moment', field: 'day' } }),
      aWait('letter', { ...lane, until: { kind: 'report', event: 'Balasan', atMost: days(2, ofDay) } }),
      aTask('study', { ...lane, duration: days(1, ofDay) }),
      aTask('check', { ...lane, duration: days(1, { kind: 'completed', node: 'date' }) }),
      aTask('file', { ...lane, duration: days(1, { kind: 'entered' }) }),
      aJoin('both'),
      anEnd(),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'split'),
      ...['date', 'hold', 'letter', 'study', 'check', 'file'].flatMap((node) => [anEdge('split', node), anEdge(node, 'both')]),
      anEdge('both', 'end'),
    ],
    forms: [aForm('f', aField('date', 'day'))],
  })
  const begun = given(dating, start({ data: { day: '2026-12-01' } }))

  it('follows both, and nothing else moves', () => {
    const at1 = { at: '2026-11-24 09:00' }
    const state = begun
      .when(complete('date', 'submit', { data: { day: '2026-12-07' }, ...at1 }))
      .leadsTo(
        { type: 'TaskCompleted', node: 'date' },
        { type: 'TaskDueSet', due: { at: at('2026-12-08 16:00') }, cause: 'data' },
        { type: 'TaskDueSet', due: { at: at('2026-11-25 16:00') }, cause: 'data' },
        { type: 'WaitDueSet', due: { at: at('2026-12-07 00:00') }, cause: 'data' },
        { type: 'WaitDueSet', due: { at: at('2026-12-09 16:00') }, cause: 'data' },
        { type: 'BranchArrived' },
      )
    expect(state.open.map(({ node, due }) => [node, due?.at])).toEqual([
      ['study', at('2026-12-08 16:00')],
      ['check', at('2026-11-25 16:00')],
      ['file', at('2026-11-24 16:00')],
    ])
    expect(state.waits.map(({ node, due }) => [node, due?.at])).toEqual([
      ['hold', at('2026-12-07 00:00')],
      ['letter', at('2026-12-09 16:00')],
    ])
    begun
      .when(complete('date', 'submit', { data: { day: '2026-12-01' }, ...at1 }))
      .leadsTo(
        { type: 'TaskCompleted' },
        { type: 'TaskDueSet', due: { at: at('2026-11-25 16:00') }, cause: 'data' },
        { type: 'BranchArrived' },
      )
  })

  it('follows a date that a report brings', () => {
    const reported = dating.flow.nodes.map((node) =>
      node.id === 'letter' && node.kind === 'wait' && node.until.kind === 'report'
        ? { ...node, until: { ...node.until, form: 'f' as FormId } }
        : node,
    )
    given({ ...dating, flow: { ...dating.flow, nodes: reported } }, start({ data: { day: '2026-12-01' } }))
      .when(report('letter', { by: 'officer', data: { day: '2026-12-07' }, at: '2026-11-24 09:00' }))
      .leadsTo(
        { type: 'WaitOver', how: 'reported' },
        { type: 'TaskDueSet', due: { at: at('2026-12-08 16:00') }, cause: 'data' },
        { type: 'WaitDueSet', due: { at: at('2026-12-07 00:00') }, cause: 'data' },
        { type: 'BranchArrived' },
      )
  })
})

describe('a call of another standard', () => {
  const calling = waitingFor(
    aCall('hold', {
      standard: { slug: 'survei-lokasi', version: 3 },
      passes: [
        { from: 'title', to: 'subject' },
        { from: 'day', to: 'date' },
      ],
      returns: [{ from: 'result', to: 'title' }],
    }),
    [
      anEdge('hold', 'process'),
      anEdge('hold', 'chase', { outcome: 'rejected' }),
      anEdge('hold', 'end', { id: 'given-up', outcome: 'cancelled' }),
    ],
  )
  const called = given(calling, start({ data: { title: 'Warung' } }))

  it('hands over what is known under the names of the other side', () => {
    given(calling)
      .when(start({ data: { title: 'Warung' } }))
      .leadsTo(
        { type: 'Started' },
        { type: 'TaskOpened' },
        { type: 'TaskCompleted' },
        {
          type: 'WaitBegan',
          waitId: 't2',
          node: 'hold',
          branch: '',
          kind: 'call',
          due: null,
          pausesClock: false,
          call: { slug: 'survei-lokasi', version: 3, data: { subject: 'Warung' } },
        },
      )
    const [passed] = called.events.flatMap((event) => (event.type === 'WaitBegan' ? [event.call?.data] : []))
    expect(passed).toEqual({ subject: 'Warung' })
  })

  it('takes back what is mapped and nothing else', () => {
    const state = called
      .when(returnCall('hold', 'completed', { data: { result: 'layak', secret: 'x' } }))
      .leadsTo(
        { type: 'WaitOver', how: 'completed', by: { kind: 'system' }, data: { title: 'layak' }, cleared: [], note: null },
        { type: 'TaskOpened', node: 'process' },
      )
    expect(state.data).toEqual({ title: 'layak' })
    expect(called.and(returnCall('hold')).state.data).toEqual({ title: 'Warung' })
  })

  it('goes on by the exit of its result, or else by the one that says nothing', () => {
    called
      .when(returnCall('hold', 'rejected'))
      .leadsTo({ type: 'WaitOver', how: 'rejected' }, { type: 'TaskOpened', node: 'chase' })
    called.when(returnCall('hold', 'cancelled')).leadsTo({ type: 'WaitOver', how: 'cancelled' }, { type: 'Ended' })
    called.when(returnCall('hold', 'completed')).leadsTo({ type: 'WaitOver' }, { type: 'TaskOpened', node: 'process' })
  })

  it('comes back once, though the instance stands still meanwhile', () => {
    called.and(returnCall('hold')).when(returnCall('hold')).isRefused('wait-over', { waitId: 't2' })
    called.and(suspend('x')).when(returnCall('hold')).leadsTo({ type: 'WaitOver' }, { type: 'TaskOpened' })
    called.when(report('hold', { by: 'officer' })).isRefused('not-to-report')
    given(calling).when(returnCall('hold')).isRefused('not-started')
    called.when(tick('2027-11-23 08:00')).leadsTo()
  })

  it('that cannot begin is an incident, from which somebody chooses the way', () => {
    const state = called.when(failCall('hold')).leadsTo(
      { type: 'WaitWithdrawn', waitId: 't2', because: 'not-needed' },
      {
        type: 'IncidentRaised',
        node: 'hold',
        branch: '',
        code: 'call-failed',
        exits: ['hold-process', 'hold-rejected-chase', 'given-up'],
      },
    )
    expect(state).toMatchObject({ waits: [], closedWaits: ['t2'] })
    const failed = called.and(failCall('hold'))
    failed.when(returnCall('hold')).isRefused('wait-over')
    failed.when(failCall('hold')).isRefused('wait-over')
    failed.when(resolve('hold-rejected-chase')).leadsTo({ type: 'IncidentResolved' }, { type: 'TaskOpened', node: 'chase' })
  })

  it('alone can fail to begin: a wait for a letter stays, and the clock with it', () => {
    const letter = aDefinition({
      lanes: [anApplicantLane(), aLane('officer')],
      nodes: [aStart(), aTask('apply', { lane: 'applicant' }), aWait('letter', { pausesClock: true }), anEnd()],
      edges: [anEdge('start', 'apply'), anEdge('apply', 'letter'), anEdge('letter', 'end')],
    })
    const waiting = given(letter, start())
    waiting.when(failCall('letter')).isRefused('not-to-report', { waitId: 't2' })
    waiting.when(returnCall('letter')).isRefused('not-to-report', { waitId: 't2' })
  })

  it('is withdrawn with the instance', () => {
    called.when(cancel('x')).leadsTo({ type: 'WaitWithdrawn', waitId: 't2', because: 'cancelled' }, { type: 'Cancelled' })
  })
})
