import { describe, expect, it } from 'vitest'
import {
  aDecision,
  aDefinition,
  aField,
  aForm,
  aLane,
  anApplicantLane,
  anEdge,
  anEnd,
  anEvent,
  anOutcome,
  aReview,
  aStart,
  aTask,
  aWait,
  type NodeInput,
} from '#test/builders/definition.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { Calendar } from '../../calendar/schema.ts'
import { Definition } from '../schema.ts'
import { activityVerbFirst } from './activity-verb-first.ts'
import { assignmentResolvable } from './assignment-resolvable.ts'
import { calendarHasHours } from './calendar-has-hours.ts'
import { canReachEnd } from './can-reach-end.ts'
import { checkDefinition, checkWith, isPublishable, isRunnable } from './check.ts'
import { conditionsValid } from './conditions-valid.ts'
import { decisionAnswered } from './decision-answered.ts'
import { decisionTotal } from './decision-total.ts'
import { duplicateIds } from './duplicate-ids.ts'
import { durationValid } from './duration-valid.ts'
import { exitsComplete } from './exits-complete.ts'
import { fieldsConsistent } from './fields-consistent.ts'
import { firstStep } from './first-step.ts'
import { formsExist } from './forms-exist.ts'
import { lanesFilled } from './lanes-filled.ts'
import { reachable } from './reachable.ts'
import { sixComponents } from './six-components.ts'
import { starts } from './starts.ts'

const start = () => aStart({ lane: 'applicant' })
const apply = () => aTask('apply', { lane: 'applicant' })
/** start → apply → (given) → end */
const between = (nodes: Parameters<typeof aDefinition>[0] = {}) => aDefinition(nodes)
const is = (field: string, value: string | number) => ({ kind: 'field', field, op: 'is', value }) as never

describe('rules of a flow that runs (V20)', () => {
  it('asks for a start, and of several ways in for people that each has a first step', () => {
    verifyRule(starts, {
      accepts: {
        'the example': aDefinition(),
        'a way in for applicants and one for staff, and two that need nobody': aDefinition({
          nodes: [
            start(),
            aStart({ id: 'by-staff', by: 'staff', lane: 'officer' }),
            aStart({ id: 'monthly', by: 'schedule', lane: 'officer' }),
            aStart({ id: 'called', by: 'call', lane: 'officer' }),
            apply(),
            aTask('process'),
            anEnd(),
          ],
          edges: [
            anEdge('start', 'apply'),
            anEdge('by-staff', 'process'),
            anEdge('monthly', 'process'),
            anEdge('called', 'process'),
            anEdge('apply', 'process'),
            anEdge('process', 'end'),
          ],
        }),
      },
      rejects: {
        nothing: [aDefinition({ nodes: [], edges: [] }), [{ code: 'no-start' }]],
        'two starts with one first step': [
          aDefinition({
            nodes: [start(), aStart({ id: 'again', lane: 'applicant', by: 'complaint' }), apply(), anEnd()],
            edges: [anEdge('start', 'apply'), anEdge('again', 'apply'), anEdge('apply', 'end')],
          }),
          [{ code: 'starts-share-step', nodeId: 'again' }],
        ],
      },
    })
  })

  it('lets only those begin who may start', () => {
    verifyRule(firstStep, {
      accepts: { 'an applicant who applies': aDefinition() },
      rejects: {
        'staff who would begin in the lane of the applicant': [
          aDefinition({ nodes: [aStart({ by: 'staff' }), apply(), anEnd()], edges: [anEdge('start', 'apply')] }),
          [{ code: 'first-step-lane', nodeId: 'apply' }],
        ],
        'a start that leads to an end': [
          aDefinition({ nodes: [start(), anEnd()], edges: [anEdge('start', 'end')] }),
          [{ code: 'first-step-not-task', nodeId: 'end' }],
        ],
      },
    })
  })

  it('finds what nothing leads to', () => {
    verifyRule(reachable, {
      accepts: { 'the example': aDefinition(), 'an empty canvas': aDefinition({ nodes: [], edges: [] }) },
      rejects: {
        'a task nothing leads to': [
          aDefinition({
            nodes: [start(), apply(), aTask('lost'), anEnd()],
            edges: [anEdge('start', 'apply'), anEdge('apply', 'end')],
          }),
          [{ code: 'unreachable', nodeId: 'lost' }],
        ],
      },
    })
  })

  it('finds what never ends', () => {
    verifyRule(canReachEnd, {
      accepts: { 'the example': aDefinition(), 'a revision loop': loop() },
      rejects: {
        'no end at all': [aDefinition({ nodes: [start(), apply()], edges: [anEdge('start', 'apply')] }), [{ code: 'no-end' }]],
        'two tasks that pass each other the file': [
          aDefinition({
            nodes: [start(), apply(), aTask('a'), aTask('b'), anEnd()],
            edges: [anEdge('start', 'apply'), anEdge('apply', 'a'), anEdge('a', 'b'), anEdge('b', 'a')],
          }),
          [{ nodeId: 'start' }, { nodeId: 'apply' }, { nodeId: 'a' }, { nodeId: 'b' }],
        ],
      },
    })
  })

  it('asks for an exit of every outcome', () => {
    verifyRule(exitsComplete, {
      accepts: { 'the example': aDefinition(), 'a revision loop': loop() },
      rejects: {
        'a rejection that leads nowhere': [
          between({
            nodes: [start(), apply(), aReview('check', ['accept', 'reject']), anEnd()],
            edges: [anEdge('start', 'apply'), anEdge('apply', 'check'), anEdge('check', 'end', { outcome: 'accept' as never })],
          }),
          [{ code: 'outcome-without-exit', nodeId: 'check', params: { outcome: 'reject' } }],
        ],
        'an edge into the air': [
          between({ edges: [anEdge('start', 'apply'), anEdge('apply', 'process'), anEdge('process', 'gone')] }),
          [{ code: 'dangling-edge' }],
        ],
        'exits without outcome of a step with two': [
          between({
            nodes: [start(), apply(), aReview('check', ['accept']), aReview('two', ['accept', 'revise']), anEnd()],
            edges: [anEdge('start', 'apply'), anEdge('apply', 'check'), anEdge('check', 'two'), anEdge('two', 'end')],
          }),
          [{ code: 'edge-without-outcome', nodeId: 'two' }, { code: 'outcome-without-exit' }, { code: 'outcome-without-exit' }],
        ],
        'a start that leads two ways, a way back into it, an end that goes on': [
          between({
            nodes: [start(), apply(), aTask('b'), anEnd()],
            edges: [
              anEdge('start', 'apply'),
              anEdge('start', 'b'),
              anEdge('apply', 'end'),
              anEdge('b', 'start'),
              anEdge('end', 'b'),
            ],
          }),
          [{ code: 'way-into-start' }, { code: 'several-exits', nodeId: 'start' }, { code: 'exit-from-end', nodeId: 'end' }],
        ],
      },
    })
  })

  it('asks for lanes that can act', () => {
    verifyRule(lanesFilled, {
      context: { positions: [{ id: 'officer' }] },
      accepts: { 'the example': aDefinition() },
      rejects: {
        'an empty lane': [
          aDefinition({ lanes: [anApplicantLane(), aLane('officer', [])] }),
          [{ code: 'lane-without-position', laneId: 'officer' }],
        ],
        'a position that is gone': [
          aDefinition({ lanes: [anApplicantLane(), aLane('officer', ['officer', 'ghost'])] }),
          [{ code: 'lane-unknown-position', params: { position: 'ghost' } }],
        ],
        'a task of the public': [
          aDefinition({ lanes: [anApplicantLane(), { id: 'officer', name: 'Publik', kind: 'public' }] }),
          [{ code: 'task-lane-cannot-act', nodeId: 'process' }],
        ],
        'a lane that nobody stands in': [
          aDefinition({ lanes: [anApplicantLane(), aLane('officer'), aLane('spare')] }),
          [{ code: 'lane-unused', laneId: 'spare' }],
        ],
        'a node in no lane': [
          aDefinition({ lanes: [anApplicantLane()] }),
          [
            { code: 'unknown-lane', nodeId: 'process' },
            { code: 'unknown-lane', nodeId: 'end' },
          ],
        ],
      },
    })
  })

  it('asks a decision for conditions and one default', () => {
    const decides = (...exits: ReturnType<typeof anEdge>[]) =>
      aDefinition({
        nodes: [start(), apply(), aDecision('which'), anEnd(), anEnd('no', { result: 'rejected' })],
        edges: [anEdge('start', 'apply'), anEdge('apply', 'which'), ...exits],
      })
    const accept = anEdge('which', 'end', { otherwise: true })
    const reject = anEdge('which', 'no', { when: is('a', 'b') })
    verifyRule(decisionTotal, {
      accepts: { 'a condition and a default': decides(accept, reject) },
      rejects: {
        'no default': [decides(reject), [{ code: 'decision-without-default', nodeId: 'which' }]],
        'two defaults': [decides(accept, { ...accept, id: 'second' }), [{ code: 'decision-several-defaults', edgeId: 'second' }]],
        'an exit without condition': [decides(accept, anEdge('which', 'no')), [{ code: 'decision-edge-without-condition' }]],
        'a default that rejects': [decides(anEdge('which', 'no', { otherwise: true })), [{ code: 'default-to-rejection' }]],
      },
    })
  })

  it('says where a decision looks at what may be left empty', () => {
    const decides = (when: ReturnType<typeof anEdge>['when'], demanded: boolean) =>
      aDefinition({
        nodes: [start(), aTask('apply', { lane: 'applicant', form: 'request' }), aDecision('which'), anEnd()],
        edges: [
          anEdge('start', 'apply'),
          anEdge('apply', 'which'),
          anEdge('which', 'end', { when }),
          anEdge('which', 'apply', { otherwise: true }),
        ],
        forms: [aForm('request', aField('text', 'town', { label: 'Kota', required: demanded }))],
      })
    const town = is('town', 'Wonosari')
    const filled = { kind: 'field', field: 'town', op: 'filled' } as const
    verifyRule(decisionAnswered, {
      accepts: {
        'what must be given': decides(town, true),
        'a condition that asks first': decides({ kind: 'group', combine: 'all', of: [filled, town] }, false),
      },
      rejects: {
        'what may be left out': [
          decides(town, false),
          [{ code: 'decision-field-may-be-empty', nodeId: 'which', edgeId: 'which-end', params: { field: 'Kota' } }],
        ],
      },
    })
  })

  it('finds a default that rejects with nobody between, past what only happens', () => {
    const findings = (...nodes: NodeInput[]) =>
      decisionTotal
        .check(
          aDefinition({
            nodes: [start(), apply(), aDecision('which'), ...nodes, anEnd(), anEnd('no', { result: 'rejected' })],
            edges: [
              anEdge('start', 'apply'),
              anEdge('apply', 'which'),
              anEdge('which', 'end', { when: is('cost', 1) }),
              anEdge('which', 'told', { otherwise: true }),
              anEdge('told', 'again', { otherwise: true }),
              anEdge('told', 'no'),
              anEdge('again', 'which'),
            ],
          }),
          {},
        )
        .map(({ code }) => code)
    expect(findings(anEvent('told'))).toContain('default-to-rejection')
    expect(findings(aTask('told'))).not.toContain('default-to-rejection')
    expect(findings(aWait('told'))).not.toContain('default-to-rejection')
    // A decision passes it on by its own default alone, and one that leads back is asked once.
    expect(findings(aDecision('told'), anEvent('again'))).not.toContain('default-to-rejection')
  })

  it('checks conditions against the fields and outcomes there are', () => {
    const asks = (when: unknown) =>
      aDefinition({
        forms: [
          aForm(
            'form',
            aField('number', 'cost'),
            aField('group', 'rows', { fields: [{ kind: 'text', id: 'item', label: 'Item' }] }),
          ),
        ],
        nodes: [start(), aTask('apply', { lane: 'applicant', form: 'form' }), aDecision('which'), anEnd()],
        edges: [anEdge('start', 'apply'), anEdge('apply', 'which'), anEdge('which', 'end', { when: when as never })],
      })
    verifyRule(conditionsValid, {
      accepts: { 'a known field': asks({ kind: 'field', field: 'cost', op: 'at-most', value: 5 }) },
      rejects: {
        'an unknown field': [asks(is('gone', 1)), [{ code: 'condition-invalid', params: { problem: 'unknown-field' } }]],
        'an unknown outcome': [
          asks({ kind: 'outcome', node: 'apply', is: 'accept' }),
          [{ code: 'condition-invalid', params: { problem: 'unknown-outcome' } }],
        ],
      },
    })
  })

  it('asks for forms that exist and fields of one kind', () => {
    const withForms = (form: string, ...forms: ReturnType<typeof aForm>[]) =>
      aDefinition({
        forms,
        nodes: [start(), aTask('apply', { lane: 'applicant', form }), aTask('process'), anEnd()],
      })
    verifyRule(formsExist, {
      accepts: { 'a form that asks': withForms('a', aForm('a', aField('text', 'name'))) },
      rejects: {
        'a form that is not there': [withForms('gone'), [{ code: 'unknown-form', nodeId: 'apply' }]],
        'a form that asks nothing and one that is not used': [
          withForms('a', aForm('a'), aForm('b', aField('text', 'x'))),
          [
            { code: 'form-empty', formId: 'a' },
            { code: 'form-unused', formId: 'b' },
          ],
        ],
      },
    })
    verifyRule(fieldsConsistent, {
      accepts: { 'a field asked twice': withForms('a', aForm('a', aField('text', 'x')), aForm('b', aField('text', 'x'))) },
      rejects: {
        'one id for two kinds': [
          withForms('a', aForm('a', aField('text', 'x')), aForm('b', aField('date', 'x'))),
          [{ code: 'field-kinds-differ', formId: 'b', fieldId: 'x' }],
        ],
      },
    })
  })

  it('asks for performers who can be found', () => {
    const assigned = (
      assignment: unknown,
      giver: Record<string, unknown> = { disposition: { lane: 'officer', to: 'position' } },
    ) =>
      aDefinition({
        nodes: [
          start(),
          apply(),
          aTask('dispose', giver),
          aTask('process', { assignment: assignment as never }),
          aTask('later', giver),
          anEnd(),
        ],
        edges: [
          anEdge('start', 'apply'),
          anEdge('apply', 'dispose'),
          anEdge('dispose', 'process'),
          anEdge('process', 'later'),
          anEdge('later', 'end'),
        ],
      })
    verifyRule(assignmentResolvable, {
      context: { positions: [{ id: 'officer' }] },
      accepts: { 'a disposition on the way': assigned({ kind: 'disposition', from: 'dispose' }), 'the example': aDefinition() },
      rejects: {
        'an unknown step': [
          assigned({ kind: 'disposition', from: 'gone' }),
          [{ code: 'disposition-unknown-step', nodeId: 'process' }],
        ],
        'a step that disposes nothing': [assigned({ kind: 'disposition', from: 'apply' }), [{ code: 'disposition-not-given' }]],
        'a step that comes later': [assigned({ kind: 'disposition', from: 'later' }), [{ code: 'disposition-comes-later' }]],
        'a position that is gone': [
          assigned({ kind: 'positions', positions: ['ghost'] }),
          [{ code: 'assigned-unknown-position' }],
        ],
        'a disposition to applicants, reversed': [
          assigned({ kind: 'lane' }, { disposition: { lane: 'applicant', to: 'person', min: 3, max: 1 } }),
          [
            { code: 'disposition-lane' },
            { code: 'disposition-count' },
            { code: 'disposition-lane' },
            { code: 'disposition-count' },
          ],
        ],
        'four eyes that look at themselves and at nobody': [
          assigned({ kind: 'lane' }, { notPerformersOf: ['dispose', 'gone'] }),
          [
            { code: 'four-eyes-self', nodeId: 'dispose' },
            { code: 'four-eyes-unknown-step' },
            { code: 'four-eyes-unknown-step', nodeId: 'later' },
          ],
        ],
      },
    })
  })

  it('asks for durations that compute', () => {
    const lasting = (duration: unknown) =>
      aDefinition({
        forms: [aForm('form', aField('text', 'name'), aField('date', 'day'))],
        nodes: [
          start(),
          aTask('apply', { lane: 'applicant', form: 'form' }),
          aTask('process', { duration: duration as never }),
          anEnd(),
        ],
      })
    verifyRule(durationValid, {
      accepts: {
        'a working day': lasting({ amount: 1, unit: 'workingDay' }),
        'the same day': lasting({ amount: 0, unit: 'sameDay' }),
        'the same day, whatever the number beside it': lasting({ amount: 99_999, unit: 'sameDay' }),
        'ten years in months': lasting({ amount: 120, unit: 'month' }),
        'ten years in days': lasting({ amount: 3660, unit: 'calendarDay' }),
        'ten years in working days': lasting({ amount: 2500, unit: 'workingDay' }),
        'ten years in weeks': lasting({ amount: 520, unit: 'week' }),
        'a year in hours': lasting({ amount: 8784, unit: 'hour' }),
        'a week in minutes': lasting({ amount: 1, upTo: 10_080, unit: 'minute' }),
        'from a date': lasting({ amount: 4, unit: 'hour', anchor: { kind: 'field', field: 'day' } }),
      },
      rejects: {
        nothing: [lasting({ amount: 0, unit: 'hour' }), [{ code: 'duration-zero', nodeId: 'process' }]],
        'a hundred years': [
          lasting({ amount: 1200, unit: 'month' }),
          [{ code: 'duration-too-long-month', nodeId: 'process', params: { max: 120 } }],
        ],
        'ten years and a day': [
          lasting({ amount: 1, upTo: 3661, unit: 'calendarDay' }),
          [{ code: 'duration-too-long-calendarDay' }],
        ],
        'more working days than ten years have': [
          lasting({ amount: 2501, unit: 'workingDay' }),
          [{ code: 'duration-too-long-workingDay', params: { max: 2500 } }],
        ],
        'too many weeks': [lasting({ amount: 521, unit: 'week' }), [{ code: 'duration-too-long-week' }]],
        'too many hours': [lasting({ amount: 8785, unit: 'hour' }), [{ code: 'duration-too-long-hour' }]],
        'too many minutes': [lasting({ amount: 10_081, unit: 'minute' }), [{ code: 'duration-too-long-minute' }]],
        'a reversed range': [lasting({ amount: 5, upTo: 3, unit: 'hour' }), [{ code: 'duration-range' }]],
        'an unknown step': [
          lasting({ amount: 5, unit: 'hour', anchor: { kind: 'completed', node: 'gone' } }),
          [{ code: 'anchor-unknown-step' }],
        ],
        'a field that is no date': [
          lasting({ amount: 5, unit: 'hour', anchor: { kind: 'field', field: 'name' } }),
          [{ code: 'anchor-not-a-date' }],
        ],
      },
    })
  })

  describe('asks of a calendar the working time that is counted in it', () => {
    const week = { mon: [['08:00', '16:00']], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
    const zone = 'Asia/Jakarta'
    const hours = [{ from: '2026-01-01', week }]
    const empty = Calendar.parse({
      zone,
      units: [
        { id: 'loket', name: 'Loket', schedules: hours },
        { id: 'arsip', name: 'Arsip' },
      ],
    })
    const full = Calendar.parse({ ...empty, schedules: hours })
    const counting = (duration: object, units: { standard?: string; lane?: string } = {}) => {
      const definition = aDefinition({ nodes: [start(), apply(), aTask('process', { duration: duration as never }), anEnd()] })
      const lanes = definition.flow.lanes.map((lane) => (lane.id === 'officer' ? { ...lane, calendarUnit: units.lane } : lane))
      const identity = { ...definition.identity, calendarUnit: units.standard }
      return Definition.parse({ ...definition, identity, flow: { ...definition.flow, lanes } })
    }
    const found = (definition: Definition, calendar?: Calendar) => calendarHasHours.check(definition, { calendar })
    const step = { nodeId: 'process' }

    it.each([
      ['working days', { amount: 1, unit: 'workingDay' }, true],
      ['working hours', { amount: 1, unit: 'hour' }, true],
      ['working minutes', { amount: 1, unit: 'minute' }, true],
      ['hours by day and night', { amount: 1, unit: 'hour', clock: 'calendar' }, false],
      ['days of the calendar', { amount: 1, unit: 'calendarDay' }, false],
      ['Hari H', { amount: 0, unit: 'sameDay' }, false],
    ])('%s', (_, duration, needed) => {
      expect(found(counting(duration), empty)).toEqual(needed ? [{ code: 'calendar-without-hours', ...step }] : [])
      expect(found(counting(duration), full)).toEqual([])
      expect(found(counting(duration))).toEqual([])
    })
    it.each([
      [{ kind: 'duration', duration: { amount: 2, unit: 'workingDay' } }, true],
      [{ kind: 'duration', duration: { amount: 2, unit: 'calendarDay' } }, false],
      [{ kind: 'report', event: 'Surat', atMost: { amount: 2, unit: 'workingDay' } }, true],
      [{ kind: 'report', event: 'Surat' }, false],
      [{ kind: 'moment', field: 'day' }, false],
    ] as const)('of a wait %j', (until, needed) => {
      const waiting = aDefinition({ nodes: [aStart(), aWait('process', { until }), anEnd()] })
      expect(found(waiting, empty)).toEqual(needed ? [{ code: 'calendar-without-hours', ...step }] : [])
    })
    it('of the unit that the lane names, else of the one that the standard names', () => {
      const day = { amount: 1, unit: 'workingDay' }
      const without = [{ code: 'calendar-unit-without-hours', ...step, params: { unit: 'Arsip' } }]
      expect(found(counting(day, { standard: 'loket' }), empty)).toEqual([])
      expect(found(counting(day, { lane: 'loket' }), empty)).toEqual([])
      expect(found(counting(day, { standard: 'arsip' }), empty)).toEqual(without)
      expect(found(counting(day, { standard: 'loket', lane: 'arsip' }), empty)).toEqual(without)
      expect(found(counting(day, { standard: 'arsip' }), full)).toEqual([])
    })
    it('of the limits of service and complaints', () => {
      const limit = { duration: { amount: 3, unit: 'workingDay' } }
      const definition = aDefinition()
      const { components } = definition
      const limited = Definition.parse({
        ...definition,
        components: {
          ...components,
          serviceTime: { ...components.serviceTime, limits: [limit] },
          complaints: { ...components.complaints, limits: [{ ...limit, class: 'Ringan' }] },
        },
      })
      expect(found(limited, empty)).toEqual([
        { code: 'calendar-without-hours', path: 'components.serviceTime.limits.0' },
        { code: 'calendar-without-hours', path: 'components.complaints.limits.0' },
      ])
    })
    it('and that the units named are there', () => {
      const day = { amount: 1, unit: 'calendarDay' }
      expect(found(counting(day, { standard: 'gone', lane: 'lost' }), full)).toEqual([
        { code: 'calendar-unit-unknown', path: 'identity.calendarUnit', params: { unit: 'gone' } },
        { code: 'calendar-unit-unknown', laneId: 'officer', params: { unit: 'lost' } },
      ])
      expect(found(counting(day, { standard: 'arsip', lane: 'loket' }), full)).toEqual([])
    })
  })

  it('finds ids given twice', () => {
    verifyRule(duplicateIds, {
      accepts: { 'the example': aDefinition() },
      rejects: {
        'two lanes, two outcomes, two fields': [
          aDefinition({
            lanes: [anApplicantLane(), aLane('officer'), aLane('officer')],
            forms: [aForm('f', aField('text', 'x'), aField('text', 'x'))],
            nodes: [start(), apply(), aTask('process', { outcomes: [anOutcome('accept'), anOutcome('accept')] }), anEnd()],
          }),
          [{ laneId: 'officer' }, { nodeId: 'process' }, { fieldId: 'x' }],
        ],
      },
    })
  })

  it('warns of an activity that names its performer', () => {
    verifyRule(activityVerbFirst, {
      accepts: { 'the example': aDefinition() },
      rejects: {
        'a subject': [
          aDefinition({ nodes: [start(), aTask('apply', { activity: 'Pemohon mengajukan surat' }), aTask('process'), anEnd()] }),
          [{ code: 'activity-names-lane', params: { lane: 'Pemohon' } }],
        ],
      },
    })
  })

  it('asks for the six published components before a standard is set', () => {
    verifyRule(sixComponents, {
      accepts: { 'an SOP with its identity page': aDefinition({ kind: 'sop', sop: {} }) },
      rejects: {
        'nothing written': [
          aDefinition(),
          ['requirements', 'serviceTime', 'fee', 'products', 'complaints'].map((key) => ({ path: `components.${key}` })),
        ],
        'an SOP without': [aDefinition({ kind: 'sop' }), [{ code: 'sop-block-missing' }]],
      },
    })
  })
})

describe('the check', () => {
  it('says nothing against running the example, but not that it may be set', () => {
    const findings = checkDefinition(aDefinition(), { positions: [{ id: 'officer' }] })
    expect(isRunnable(findings)).toBe(true)
    expect(isPublishable(findings)).toBe(false)
  })

  it('turns a rule that throws into a finding', () => {
    const broken = {
      name: 'broken',
      check: () => {
        throw new Error('no such thing')
      },
    }
    expect(checkWith([broken], aDefinition(), {})).toEqual([
      { code: 'rule-failed', rule: 'broken', severity: 'error', params: { rule: 'broken', why: 'no such thing' } },
    ])
  })
})

/** A review that sends back to a repair, which comes back to the review. */
function loop() {
  return aDefinition({
    nodes: [start(), apply(), aReview('check', ['accept', 'revise']), aTask('repair'), anEnd()],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'check'),
      anEdge('check', 'end', { outcome: 'accept' as never }),
      anEdge('check', 'repair', { outcome: 'revise' as never }),
      anEdge('repair', 'check'),
    ],
  })
}
