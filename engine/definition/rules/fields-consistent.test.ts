import { it } from 'vitest'
import { aDefinition, aField, aForm, anEnd, aTask } from '#test/builders/definition.ts'
import { start } from '#test/builders/one-by-one.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { fieldsConsistent } from './fields-consistent.ts'

it('asks for fields of one kind', () => {
  const withForms = (form: string, ...forms: ReturnType<typeof aForm>[]) =>
    aDefinition({
      forms,
      nodes: [start(), aTask('apply', { lane: 'applicant', form }), aTask('process'), anEnd()],
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
