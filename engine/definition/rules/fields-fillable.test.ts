import { it } from 'vitest'
import {
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
  type FieldInput,
} from '#test/builders/definition.ts'
import { is } from '#test/builders/one-by-one.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { fieldsFillable } from './fields-fillable.ts'

const all = (...of: unknown[]) => ({ kind: 'group', combine: 'all', of }) as never
const any = (...of: unknown[]) => ({ kind: 'group', combine: 'any', of }) as never
/** Two forms, one after the other; `back` leads from the second step to the first. */
const asking = (first: FieldInput[], second: FieldInput[] = [aField('choice', 'later')], back = false) =>
  aDefinition({
    lanes: [anApplicantLane(), aLane('officer'), aLane('empty', [], { kind: 'system' })],
    nodes: [
      aStart(),
      aTask('apply', { lane: 'applicant', form: 'first' }),
      aReview('check', ['accept', 'revise'], { form: 'second' }),
      anEnd(),
    ],
    edges: [
      anEdge('start', 'apply'),
      anEdge('apply', 'check'),
      anEdge('check', 'end', { outcome: 'accept' }),
      ...(back ? [anEdge('check', 'apply', { outcome: 'revise' })] : []),
    ],
    forms: [aForm('first', ...first), aForm('second', ...second)],
  })
const sort = aField('choice', 'sort')
const shown = (visibleWhen: never) => aField('text', 'why', { required: true, visibleWhen })
const place = { formId: 'first', fieldId: 'why' }

it('finds fields that nobody can fill in', () => {
  verifyRule(fieldsFillable, {
    accepts: {
      'a field shown by one above': asking([sort, shown(is('sort', 'a'))]),
      'a field shown by an earlier form': asking([sort], [shown(is('sort', 'a'))]),
      'a field shown in a later round': asking([shown(is('later', 'a'))], undefined, true),
      'a field shown by either of two': asking([sort, shown(any(is('sort', 'a'), is('later', 'b')))]),
      'a choice of a lane with positions': asking([aField('position', 'who', { lane: 'officer' })]),
    },
    rejects: {
      'a condition that cannot hold': [
        asking([sort, shown(all(is('sort', 'a'), is('sort', 'b')))]),
        [{ code: 'field-never-shown', ...place, params: { field: 'why' } }],
      ],
      'a field shown by one below': [
        asking([shown(is('sort', 'a')), sort]),
        [{ code: 'field-shown-too-late', ...place, params: { other: 'sort' } }],
      ],
      'a field shown by a later form': [
        asking([sort, shown(all(is('sort', 'a'), is('later', 'b')))]),
        [{ code: 'field-shown-too-late', ...place, params: { other: 'later' } }],
      ],
      'a choice of a lane without positions': [
        asking([aField('position', 'why', { lane: 'empty' })]),
        [{ code: 'field-nothing-to-choose', ...place, params: { lane: 'empty' } }],
      ],
    },
  })
})
