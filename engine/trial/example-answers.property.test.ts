import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aDefinition, aField, aForm } from '#test/builders/definition.ts'
import { is } from '#test/builders/one-by-one.ts'
import { wholeStandard } from '#test/builders/whole-standard.ts'
import { tries } from '#test/support/tries.ts'
import type { Form } from '../definition/form.ts'
import type { NodeId } from '../definition/ids.ts'
import type { Definition } from '../definition/schema.ts'
import { readSubmission } from '../form/submission.ts'
import { initialState } from '../instance/evolve.ts'
import { formFacts } from '../instance/facts.ts'
import { exampleAnswers } from './example-answers.ts'

const bounds = fc.record({ min: fc.integer({ min: -50, max: 50 }), span: fc.integer({ min: 0, max: 50 }) })
const length = fc.option(fc.integer({ min: 1, max: 300 }), { nil: undefined })
const simple = fc.oneof(
  fc.tuple(fc.constantFrom('text', 'longText', 'regulation'), length).map(([kind, maxLength]) => ({ kind, maxLength })),
  fc
    .constantFrom(
      'letterNumber',
      'nik',
      'nip',
      'phone',
      'email',
      'link',
      'date',
      'time',
      'dateTime',
      'choice',
      'note',
      'position',
    )
    .map((kind) => ({ kind })),
  fc.tuple(fc.constantFrom('number', 'rupiah'), fc.option(bounds)).map(([kind, limits]) => ({
    kind,
    ...(limits ? { min: Math.max(kind === 'rupiah' ? 0 : -50, limits.min), max: Math.max(0, limits.min) + limits.span } : {}),
  })),
  fc.integer({ min: 0, max: 2 }).map((min) => ({ kind: 'choices', min, max: 3 })),
  fc.boolean().map((mustBeYes) => ({ kind: 'yesNo', mustBeYes })),
  fc.integer({ min: 0, max: 5 }).map((min) => ({ kind: 'file', min, max: 6 })),
)
const required = fc.boolean()
const field = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(simple, required).map(([over, must]) => ({ ...over, required: must })) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.array(simple, { minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 3 })).map(([inner, min]) => ({
      ...{ kind: 'group', min, max: 5, required: true },
      fields: inner.map(({ kind, ...over }, index) => aField(kind as 'text', `in${index}`, over as never)),
    })),
  },
)
const forms = fc.array(fc.tuple(field, fc.boolean()), { minLength: 1, maxLength: 10 }).map((list) =>
  aForm(
    'f',
    aField('choice', 'sort', { required: true }),
    ...list.map(([{ kind, ...over }, hangs], index) =>
      aField(kind as 'text', `x${index}`, {
        ...over,
        ...(hangs ? { visibleWhen: is('sort', index % 2 ? 'a' : 'b') } : {}),
      } as never),
    ),
  ),
)

const refusedBy = (form: Form, definition: Definition, node: string) => {
  const facts = formFacts(definition, initialState, node as NodeId)
  const raw = exampleAnswers(form, { facts, today: '2026-11-26', positions: ['officer'] })
  const read = readSubmission({ form, raw, facts })
  return read.ok ? [] : read.errors
}

it('makes up answers that every form takes', () => {
  fc.assert(
    fc.property(forms, (form) => {
      const definition = aDefinition({ forms: [form] })
      const [asked] = definition.forms
      expect(asked && refusedBy(asked, definition, 'apply')).toEqual([])
    }),
    { numRuns: tries(200), verbose: 1 },
  )
})

it('makes up answers for the forms of a whole standard', () => {
  const whole = wholeStandard()
  expect(whole.forms.flatMap((form) => refusedBy(form, whole, 'apply'))).toEqual([])
})
