import { describe, it } from 'vitest'
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
  type EdgeInput,
  type NodeInput,
  type TaskInput,
} from '#test/builders/definition.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { applicantKnown } from './applicant-known.ts'
import { assignmentResolvable } from './assignment-resolvable.ts'
import { branchesMeet } from './branches-meet.ts'
import { callsFit } from './calls-fit.ts'
import { deadlineActs } from './deadline-acts.ts'
import { durationValid } from './duration-valid.ts'
import { exitsComplete } from './exits-complete.ts'
import type { CallableStandard } from './finding.ts'
import { firstStep } from './first-step.ts'
import { formsExist } from './forms-exist.ts'
import { jointWork } from './joint-work.ts'
import { lanesFilled } from './lanes-filled.ts'
import { somebodyCanAct } from './somebody-can-act.ts'
import { startBySchedule } from './start-by-schedule.ts'
import { waitEnds } from './wait-ends.ts'

const letter = { kind: 'report', event: 'Surat diterima' } as const
const atMost = { amount: 5, unit: 'workingDay' } as const

/** start → apply → the nodes given, one after another, unless edges say otherwise → end */
function oneByOne(nodes: NodeInput[], edges?: EdgeInput[], parts: Parameters<typeof aDefinition>[0] = {}) {
  const chain = ['start', 'apply', ...nodes.map(({ id }) => id), 'end']
  return aDefinition({
    lanes: [anApplicantLane(), aLane('officer'), aLane('legal')],
    nodes: [aStart(), aTask('apply', { lane: 'applicant', form: 'asked' }), ...nodes, anEnd()],
    edges: edges ?? chain.slice(1).map((to, index) => anEdge(chain[index] as string, to)),
    forms: [aForm('asked', aField('text', 'name'), aField('date', 'day', { required: true }), aField('date', 'maybe'))],
    ...parts,
  })
}

describe('rules of branches', () => {
  const split = (join: Parameters<typeof aJoin>[1] = {}, ...more: EdgeInput[]) =>
    oneByOne(
      [aParallel('split'), aTask('a'), aTask('b'), aJoin('both', join)],
      [
        anEdge('start', 'apply'),
        anEdge('apply', 'split'),
        anEdge('split', 'a'),
        anEdge('split', 'b'),
        anEdge('a', 'both'),
        anEdge('b', 'both'),
        anEdge('both', 'end'),
        ...more,
      ],
    )

  it('asks what splits for two exits and what joins for no more branches than there are', () => {
    verifyRule(branchesMeet, {
      accepts: {
        'two branches that meet': split(),
        'two of two': split({ quorum: { kind: 'atLeast', n: 2 } }),
        'a branch that splits again': oneByOne(
          [aParallel('outer'), aTask('a'), aParallel('inner'), aTask('b'), aTask('c'), aJoin('in'), aJoin('out')],
          [
            anEdge('start', 'apply'),
            anEdge('apply', 'outer'),
            anEdge('outer', 'a'),
            anEdge('outer', 'inner'),
            anEdge('inner', 'b'),
            anEdge('inner', 'c'),
            anEdge('b', 'in'),
            anEdge('c', 'in'),
            anEdge('in', 'out'),
            anEdge('a', 'out'),
            anEdge('out', 'end'),
          ],
        ),
      },
      rejects: {
        'one exit only': [oneByOne([aParallel('split'), aTask('a')]), [{ code: 'parallel-one-branch', nodeId: 'split' }]],
        'more than there are': [
          split({ quorum: { kind: 'atLeast', n: 3 } }),
          [{ code: 'quorum-too-high', nodeId: 'both', params: { n: 3, max: 2 } }],
        ],
        'too many branches': [
          split({}, ...Array.from({ length: 19 }, (_, index) => anEdge('split', 'both', { id: `more-${index}` }))),
          [{ code: 'parallel-too-many', nodeId: 'split' }],
        ],
      },
    })
  })
})

describe('rules of work done together', () => {
  const together = (over: Partial<TaskInput>, lanes = [anApplicantLane(), aLane('officer'), aLane('legal')]) =>
    oneByOne([aTask('meet', over)], undefined, { lanes })
  const public_ = { id: 'people', name: 'Masyarakat', kind: 'public' as const }

  it('asks for different lanes that can act, and for no more parts than there are', () => {
    verifyRule(jointWork, {
      accepts: {
        'another lane': together({ jointLanes: ['legal'], quorum: { kind: 'atLeast', n: 2 } }),
        'two of two positions': together({ quorum: { kind: 'atLeast', n: 2 } }, [
          anApplicantLane(),
          aLane('officer', ['p', 'q']),
        ]),
      },
      rejects: {
        'its own lane, one twice, one that is gone': [
          together({ jointLanes: ['officer', 'legal', 'legal', 'gone'] }),
          [
            { code: 'joint-lane-repeated', laneId: 'officer' },
            { code: 'joint-lane-repeated', laneId: 'legal' },
            { code: 'unknown-lane', params: { lane: 'gone' } },
          ],
        ],
        'the public': [
          together({ jointLanes: ['people'] }, [anApplicantLane(), aLane('officer'), public_]),
          [{ code: 'task-lane-cannot-act', laneId: 'people' }],
        ],
        'three of two': [
          together({ jointLanes: ['legal'], quorum: { kind: 'atLeast', n: 3 } }),
          [{ code: 'quorum-too-high', params: { n: 3, max: 2 } }],
        ],
        'two of one position': [
          together({ quorum: { kind: 'atLeast', n: 2 } }),
          [{ code: 'quorum-too-high', params: { max: 1 } }],
        ],
        'two of one person': [
          together({ assignment: { kind: 'performer', of: 'apply' }, quorum: { kind: 'atLeast', n: 2 } }),
          [{ code: 'quorum-too-high', params: { max: 1 } }],
        ],
      },
    })
  })

  it('counts a lane as used that does a step together with another', () => {
    verifyRule(lanesFilled, {
      accepts: { 'a joint lane': together({ jointLanes: ['legal'] }) },
      rejects: {
        'a lane nobody needs': [together({}), [{ code: 'lane-unused', laneId: 'legal' }]],
        'news that the public would report': [
          oneByOne([aWait('reply', { lane: 'people', until: letter }), aTask('a', { lane: 'legal' }), aTask('b')], undefined, {
            lanes: [anApplicantLane(), aLane('officer'), aLane('legal'), public_],
          }),
          [{ code: 'task-lane-cannot-act', nodeId: 'reply' }],
        ],
      },
    })
  })
})

describe('rules of performers looked up on the way', () => {
  const assigned = (assignment: TaskInput['assignment'], by: 'applicant' | 'schedule' = 'applicant') =>
    oneByOne([aTask('check'), aTask('sign', { assignment }), aTask('later')], undefined, {
      nodes: [
        aStart({ by }),
        aTask('apply', { lane: 'applicant' }),
        aTask('check'),
        aTask('sign', { assignment }),
        aTask('later'),
        anEnd(),
      ],
    })

  it('asks for a step before, and for somebody who has a superior', () => {
    verifyRule(assignmentResolvable, {
      accepts: {
        'the performer of a step before': assigned({ kind: 'performer', of: 'check' }),
        'their superior': assigned({ kind: 'superior', of: 'check' }),
        'the applicant again': assigned({ kind: 'starter' }),
      },
      rejects: {
        'a step that is gone': [
          assigned({ kind: 'performer', of: 'gone' }),
          [{ code: 'performer-unknown-step', nodeId: 'sign', params: { step: 'gone' } }],
        ],
        'a step to come': [assigned({ kind: 'superior', of: 'later' }), [{ code: 'performer-comes-later', nodeId: 'sign' }]],
        "an applicant's superior": [
          assigned({ kind: 'superior', of: 'apply' }),
          [{ code: 'applicant-has-no-superior', nodeId: 'sign' }],
        ],
        'the superior of whoever applied': [assigned({ kind: 'superior' }), [{ code: 'starter-is-nobody', nodeId: 'sign' }]],
        'whoever began what the clock began': [
          assigned({ kind: 'starter' }, 'schedule'),
          [{ code: 'starter-is-nobody', nodeId: 'sign' }],
        ],
      },
    })
  })

  const holders = (...pairs: [string, string][]) => pairs.map(([positionId, personId]) => ({ positionId, personId }))
  const office = (over: Partial<TaskInput> = {}) =>
    oneByOne([aTask('check'), aTask('sign', { lane: 'legal', notPerformersOf: ['check'], ...over })])

  it('warns of lanes and steps that nobody in office can do', () => {
    verifyRule(somebodyCanAct, {
      context: { holders: holders(['officer', 'asha']) },
      accepts: { 'a lane with its holder': oneByOne([aTask('check')]) },
      rejects: {
        'a vacant lane': [office(), [{ code: 'lane-vacant', laneId: 'legal', params: { lane: 'legal' } }]],
        'a lane that is vacant beside its own': [
          oneByOne([aTask('meet', { jointLanes: ['legal'] })]),
          [{ code: 'lane-vacant', laneId: 'legal' }],
        ],
        'positions of its own that are vacant': [
          office({ assignment: { kind: 'positions', positions: ['legal'] } }),
          [{ code: 'step-vacant', nodeId: 'sign' }],
        ],
        'fewer in office than must act': [
          oneByOne([
            aTask('meet', { assignment: { kind: 'positions', positions: ['officer', 'legal'] }, quorum: { kind: 'all' } }),
          ]),
          [{ code: 'quorum-vacant', nodeId: 'meet', params: { n: 2, held: 1 } }],
        ],
      },
    })
    verifyRule(somebodyCanAct, { accepts: { 'an office it knows nothing of': office() }, rejects: {} })
  })

  it('finds four eyes that leave nobody', () => {
    verifyRule(somebodyCanAct, {
      context: { holders: holders(['officer', 'asha'], ['legal', 'asha'], ['legal', 'budi']) },
      accepts: { 'another person beside': office() },
      rejects: {},
    })
    verifyRule(somebodyCanAct, {
      context: { holders: holders(['officer', 'asha'], ['legal', 'asha']) },
      accepts: { 'no such rule': office({ notPerformersOf: [] }) },
      rejects: {
        'one person in both seats': [
          office(),
          [{ code: 'four-eyes-nobody', nodeId: 'sign', params: { step: 'Mengerjakan check' } }],
        ],
      },
    })
    verifyRule(somebodyCanAct, {
      context: { holders: holders(['officer', 'asha'], ['officer', 'budi'], ['legal', 'asha']) },
      accepts: { 'a step before that another may have done': office() },
      rejects: {},
    })
  })
})

describe('rules of starts that need nobody', () => {
  const scheduled = (every: unknown) =>
    oneByOne([], undefined, {
      nodes: [aStart({ by: 'schedule', lane: 'officer', every: every as never }), aTask('apply'), anEnd()],
    })

  it('asks for a time whose parts fit', () => {
    const time = '08:00'
    verifyRule(startBySchedule, {
      accepts: {
        'each month, on its last day': scheduled({ every: 'month', day: 'last', time }),
        'each quarter, in its second month': scheduled({ every: 'quarter', month: 2, day: 1, time }),
        'each Friday': scheduled({ every: 'week', day: 5, time }),
      },
      rejects: {
        'no time': [scheduled(undefined), [{ code: 'schedule-missing', nodeId: 'start' }]],
        'a year without a month': [scheduled({ every: 'year', day: 1, time }), [{ code: 'schedule-month' }]],
        'the fifth month of a quarter': [scheduled({ every: 'quarter', month: 5, day: 1, time }), [{ code: 'schedule-month' }]],
        'the eighth day of a week': [scheduled({ every: 'week', day: 8, time }), [{ code: 'schedule-day' }]],
        'the last day of a week': [scheduled({ every: 'week', day: 'last', time }), [{ code: 'schedule-day' }]],
      },
    })
  })

  it('lets them lead to officials or to what goes on by itself', () => {
    const leads = (by: 'schedule' | 'call', first: NodeInput) =>
      oneByOne([], [anEdge('start', first.id), anEdge(first.id, 'end')], {
        nodes: [aStart({ by, lane: 'officer' }), first, ...(first.kind === 'end' ? [] : [anEnd()])],
      })
    verifyRule(firstStep, {
      accepts: {
        'a task': leads('schedule', aTask('a')),
        'a split': leads('call', aParallel('a')),
        'a wait': leads('call', aWait('a')),
      },
      rejects: {
        'an applicant who is not there': [leads('schedule', aTask('a', { lane: 'applicant' })), [{ code: 'first-step-lane' }]],
        'an end': [leads('call', anEnd('stop')), [{ code: 'first-step-not-task', nodeId: 'stop' }]],
      },
    })
  })
})

describe('rules of deadlines that act', () => {
  const acting = (over: Partial<TaskInput>) =>
    oneByOne([aTask('check'), aTask('sign', { duration: { amount: 2, unit: 'workingDay' }, ...over }), aTask('later')])
  const back = (to: string) => ({ afterwards: { kind: 'return' as const, to } })

  it('asks for a limit, a warning inside it, and a step before', () => {
    verifyRule(deadlineActs, {
      context: { positions: [{ id: 'officer' }] },
      accepts: {
        'a warning a day before, and back': acting({ deadline: { warn: { amount: 1, unit: 'workingDay' }, ...back('check') } }),
        'nothing asked': acting({ duration: undefined, deadline: {} }),
      },
      rejects: {
        'no limit': [
          acting({ duration: undefined, deadline: back('check') }),
          [{ code: 'deadline-without-duration', nodeId: 'sign' }],
        ],
        'a warning before the step opens': [
          acting({ deadline: { warn: { amount: 3, unit: 'calendarDay' } } }),
          [{ code: 'warning-too-early', nodeId: 'sign' }],
        ],
        'a step to come': [
          acting({ deadline: back('later') }),
          [{ code: 'return-comes-later', params: { step: 'Mengerjakan later' } }],
        ],
        'a step that is gone': [acting({ deadline: back('gone') }), [{ code: 'return-unknown-step' }]],
        'a position that is gone': [
          acting({ deadline: { afterwards: { kind: 'reassign', to: ['ghost'] } } }),
          [{ code: 'assigned-unknown-position', params: { position: 'ghost' } }],
        ],
        'a warning before the whole procedure begins': [
          oneByOne([], undefined, {
            components: {
              serviceTime: {
                limits: [{ duration: { amount: 1, unit: 'workingDay' } }],
                deadline: { warn: { amount: 2, unit: 'workingDay' } },
              },
            },
          }),
          [{ code: 'warning-too-early', path: 'components.serviceTime' }],
        ],
      },
    })
  })
})

describe('rules of waits', () => {
  const waits = (until: unknown, ...exits: EdgeInput[]) =>
    oneByOne(
      [aWait('reply', { until: until as never }), aTask('late', { form: 'late' })],
      [
        anEdge('start', 'apply'),
        anEdge('apply', 'reply'),
        ...(exits.length > 0 ? exits : [anEdge('reply', 'late')]),
        anEdge('late', 'end'),
      ],
      {
        forms: [
          aForm('asked', aField('text', 'name'), aField('date', 'day', { required: true }), aField('date', 'maybe')),
          aForm('late', aField('date', 'afterwards', { required: true })),
        ],
      },
    )
  const on = (outcome?: string) => anEdge('reply', 'late', outcome ? { outcome: outcome as never } : {})

  it('asks for one exit, and for one that lapses only where there is a limit', () => {
    verifyRule(exitsComplete, {
      accepts: { 'a report': waits(letter, on()), 'a report with a limit': waits({ ...letter, atMost }, on(), on('lapsed')) },
      rejects: {
        'no exit': [
          waits(letter, anEdge('apply', 'late', { id: 'x' })),
          [{ code: 'outcome-with-several-exits' }, { code: 'no-exit', nodeId: 'reply' }],
        ],
        'one that lapses without limit': [
          waits(letter, on(), on('lapsed')),
          [{ code: 'edge-unknown-outcome', nodeId: 'reply', params: { outcome: 'lapsed' } }],
        ],
        'two for the same': [
          waits(letter, on(), anEdge('reply', 'end')),
          [{ code: 'several-exits-of-result', nodeId: 'reply', edgeId: 'reply-end' }],
        ],
        'only one that lapses': [waits({ ...letter, atMost }, on('lapsed')), [{ code: 'result-without-exit', nodeId: 'reply' }]],
      },
    })
  })

  it('asks for a date that is known by then', () => {
    const moment = (field: string) => waits({ kind: 'moment', field })
    const twoDaysOf = (field: string) => ({ amount: 2, unit: 'workingDay', anchor: { kind: 'field', field } }) as const
    const longest = (field: string) => waits({ ...letter, atMost: twoDaysOf(field) })
    verifyRule(waitEnds, {
      accepts: {
        'a date that must be given': moment('day'),
        'a report': waits(letter),
        'a length from a date that must be given': waits({ kind: 'duration', duration: twoDaysOf('day') }),
        'a longest from a date that must be given': longest('day'),
        'a longest from the beginning of the wait': waits({ ...letter, atMost }),
      },
      rejects: {
        'no such field': [moment('gone'), [{ code: 'wait-unknown-field', nodeId: 'reply', params: { field: 'gone' } }]],
        words: [moment('name'), [{ code: 'wait-not-a-date', params: { field: 'name' } }]],
        'a date that may be left out': [moment('maybe'), [{ code: 'wait-field-may-be-empty' }]],
        'a date asked for later': [moment('afterwards'), [{ code: 'wait-field-asked-later' }]],
        'a length from a date that may be left out': [
          waits({ kind: 'duration', duration: twoDaysOf('maybe') }),
          [{ code: 'wait-field-may-be-empty', nodeId: 'reply' }],
        ],
        'a longest from a date that may be left out': [longest('maybe'), [{ code: 'wait-field-may-be-empty', nodeId: 'reply' }]],
        'a longest from a date asked for later': [longest('afterwards'), [{ code: 'wait-field-asked-later' }]],
      },
    })
  })

  it('asks for lengths that compute and forms that exist', () => {
    verifyRule(durationValid, {
      accepts: { 'two days': waits({ kind: 'duration', duration: { amount: 2, unit: 'workingDay' } }) },
      rejects: {
        'no time at all': [
          waits({ kind: 'duration', duration: { amount: 0, unit: 'hour' } }),
          [{ code: 'duration-zero', nodeId: 'reply' }],
        ],
        'at most none': [waits({ ...letter, atMost: { amount: 0, unit: 'hour' } }), [{ code: 'duration-zero', nodeId: 'reply' }]],
      },
    })
    verifyRule(formsExist, {
      accepts: { 'a form for the report': waits({ ...letter, form: 'asked' }) },
      rejects: { 'a form that is gone': [waits({ ...letter, form: 'gone' }), [{ code: 'unknown-form', nodeId: 'reply' }]] },
    })
  })
})

describe('rules of calls', () => {
  const archive = (over: Partial<CallableStandard> = {}): CallableStandard => ({
    slug: 'archive',
    version: 2,
    title: 'Kearsipan',
    superseded: false,
    fields: [
      { id: 'who', label: 'Siapa', kind: 'text' },
      { id: 'when', label: 'Kapan', kind: 'date' },
    ],
    calls: [],
    asksApplicant: false,
    ...over,
  })
  const calls = (over: Parameters<typeof aCall>[1] = {}) =>
    oneByOne([aCall('sub', { standard: { slug: 'archive', version: 2 }, ...over })])
  const self = { slug: 'this', version: 3 }

  it('asks for a version that is set and leads nowhere near this one', () => {
    const rejects = {
      'a version that is not set': [
        calls({ standard: { slug: 'archive', version: 7 } }),
        [{ code: 'call-unknown', nodeId: 'sub', params: { standard: 'archive', version: 7 } }],
      ],
      'this very version': [calls({ standard: self }), [{ code: 'call-circle', nodeId: 'sub' }]],
    } as const
    verifyRule(callsFit, { context: { standards: [archive()], self }, accepts: { 'one that is': calls() }, rejects })
    verifyRule(callsFit, { accepts: { 'an agency it knows nothing of': calls() }, rejects: {} })
    verifyRule(callsFit, {
      context: { standards: [archive({ superseded: true })], self },
      accepts: {},
      rejects: { 'one that was replaced': [calls(), [{ code: 'call-superseded', params: { standard: 'Kearsipan' } }]] },
    })
    const through = [archive({ calls: [{ slug: 'mid', version: 1 }] }), archive({ slug: 'mid', version: 1, calls: [self] })]
    verifyRule(callsFit, {
      context: { standards: through, self },
      accepts: {},
      rejects: { 'a circle through another': [calls(), [{ code: 'call-circle', nodeId: 'sub' }]] },
    })
  })

  it('asks for data that are there, of one kind on both sides, each given once', () => {
    verifyRule(callsFit, {
      context: { standards: [archive()], self },
      accepts: {
        'names and days': calls({ passes: [{ from: 'name', to: 'who' }], returns: [{ from: 'when', to: 'day' }] }),
      },
      rejects: {
        'an own field that is gone': [
          calls({ passes: [{ from: 'gone', to: 'who' }] }),
          [{ code: 'call-unknown-field', path: 'passes.0', params: { field: 'gone' } }],
        ],
        'a field that is not there': [
          calls({ returns: [{ from: 'gone', to: 'day' }] }),
          [{ code: 'call-unknown-field', path: 'returns.0', params: { field: 'gone' } }],
        ],
        'a day for a name': [
          calls({ passes: [{ from: 'day', to: 'who' }] }),
          [{ code: 'call-kinds-differ', params: { field: 'day', other: 'Siapa' } }],
        ],
        'two for one': [
          calls({
            passes: [
              { from: 'name', to: 'who' },
              { from: 'name', to: 'who' },
            ],
          }),
          [{ code: 'call-field-twice', path: 'passes.1' }],
        ],
      },
    })
  })

  it('asks for an applicant where one is asked for something, by what is called too', () => {
    const begun = (by: 'staff' | 'schedule' | 'complaint' | 'call' | 'applicant', asked: NodeInput, more: NodeInput[] = []) =>
      aDefinition({
        lanes: [anApplicantLane(), aLane('officer')],
        nodes: [
          aStart({ by, lane: 'officer' }),
          aTask('take', { lane: by === 'applicant' ? 'applicant' : 'officer' }),
          asked,
          anEnd(),
          ...more,
        ],
        edges: [
          anEdge('start', 'take'),
          anEdge('take', asked.id),
          anEdge(asked.id, 'end'),
          ...more.map(({ id }) => anEdge(id, 'end')),
        ],
      })
    const call = aCall('sub', { standard: { slug: 'archive', version: 2 } })
    const mend = aTask('mend', { lane: 'applicant' })
    const nobody = { code: 'applicant-nobody', nodeId: 'mend' } as const
    verifyRule(applicantKnown, {
      context: { standards: [archive()], self },
      accepts: {
        'one who applied': begun('applicant', mend),
        'one for whom an official entered it': begun('staff', mend),
        'one who complained': begun('complaint', mend),
        'one whom whoever calls has': begun('call', mend),
        'nobody, and nobody is asked': begun('schedule', aTask('file', { lane: 'officer' })),
        'nobody, and what is called asks nobody': begun('staff', call),
        'one asked only in what others begin': begun('schedule', aTask('file', { lane: 'officer' }), [mend]),
      },
      rejects: {
        'nobody, by the clock': [begun('schedule', mend), [nobody]],
        'nobody, by the clock, in work done together': [
          begun('schedule', aTask('mend', { lane: 'officer', jointLanes: ['applicant'], quorum: { kind: 'all' } })),
          [nobody],
        ],
        'nobody who could report': [begun('schedule', aWait('mend', { lane: 'applicant', until: letter })), [nobody]],
      },
    })
    const asked = { code: 'call-asks-applicant', nodeId: 'sub', params: { standard: 'Kearsipan' } } as const
    const asking = archive({ asksApplicant: true })
    verifyRule(applicantKnown, {
      context: { standards: [asking], self },
      accepts: {
        'one who applied': begun('applicant', call),
        'one who complained': begun('complaint', call),
        'one whom whoever calls has': begun('call', call),
        'one who has a step here too': begun('staff', call, [mend]),
      },
      rejects: {
        'nobody, by officials': [begun('staff', call), [asked]],
        'nobody, by the clock': [begun('schedule', call), [asked]],
      },
    })
    const through = [archive({ calls: [{ slug: 'mid', version: 1 }] }), archive({ slug: 'mid', version: 1, asksApplicant: true })]
    verifyRule(applicantKnown, {
      context: { standards: through, self },
      accepts: {},
      rejects: { 'what is called calls one that asks': [begun('staff', call), [asked]] },
    })
    verifyRule(applicantKnown, { accepts: { 'an agency it knows nothing of': begun('staff', call) }, rejects: {} })
  })

  it('asks for an exit for every result', () => {
    const ends = (...exits: [string | undefined, string][]) =>
      oneByOne(
        [aCall('sub'), aReview('no', ['accept'])],
        [
          anEdge('start', 'apply'),
          anEdge('apply', 'sub'),
          anEdge('no', 'end', { outcome: 'accept' as never }),
          ...exits.map(([outcome, to]) => anEdge('sub', to, outcome ? { outcome: outcome as never } : {})),
        ],
      )
    verifyRule(exitsComplete, {
      accepts: {
        'one for all': ends([undefined, 'end']),
        'one for rejection, one for the rest': ends(['rejected', 'no'], [undefined, 'end']),
        'one for each': ends(['completed', 'end'], ['rejected', 'no'], ['cancelled', 'no']),
      },
      rejects: {
        'none for cancellation': [
          ends(['completed', 'end'], ['rejected', 'no']),
          [{ code: 'result-without-exit', nodeId: 'sub' }],
        ],
        'a result that calls do not have': [
          ends([undefined, 'end'], ['lapsed', 'no']),
          [{ code: 'edge-unknown-outcome', nodeId: 'sub' }],
        ],
      },
    })
  })
})
