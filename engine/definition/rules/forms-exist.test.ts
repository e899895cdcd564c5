import { it } from 'vitest'
import { aDefinition, aField, aForm, anEnd, aTask } from '#test/builders/definition.ts'
import { start } from '#test/builders/one-by-one.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { letter, waits } from '#test/builders/waiting.ts'
import { formsExist } from './forms-exist.ts'

it('asks for forms that exist', () => {
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
})

it('asks for the form of a report', () => {
  verifyRule(formsExist, {
    accepts: { 'a form for the report': waits({ ...letter, form: 'asked' }) },
    rejects: { 'a form that is gone': [waits({ ...letter, form: 'gone' }), [{ code: 'unknown-form', nodeId: 'reply' }]] },
  })
})
