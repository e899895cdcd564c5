import { it } from 'vitest'
import { aDefinition, aField, aForm, type FieldInput } from '#test/builders/definition.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { fieldLimits } from './field-limits.ts'

const asking = (...fields: FieldInput[]) => aDefinition({ forms: [aForm('asked', ...fields)] })
const reversed = [{ code: 'field-limits-reversed', formId: 'asked', fieldId: 'f' }]

it('finds limits that nobody can keep', () => {
  verifyRule(fieldLimits, {
    accepts: {
      'limits that meet': asking(aField('number', 'f', { min: 3, max: 3 }), aField('choices', 'g', { min: 3, max: 3 })),
      'one limit': asking(aField('rupiah', 'f', { max: 0 }), aField('file', 'g', { min: 1 })),
    },
    rejects: {
      'a number': [asking(aField('number', 'f', { min: 5, max: 2 })), [{ ...reversed[0], params: { n: 5, max: 2 } }]],
      'money below nothing': [asking(aField('rupiah', 'f', { max: -1 })), reversed],
      files: [asking(aField('file', 'f', { min: 3, max: 1 })), reversed],
      'rows, and a field in them': [
        asking(aField('group', 'g', { min: 9, max: 2, fields: [{ kind: 'number', id: 'f', label: 'f', min: 2, max: 1 }] })),
        [{ fieldId: 'g' }, { fieldId: 'f' }],
      ],
      'more options than there are': [
        asking(aField('choices', 'f', { min: 4 })),
        [{ code: 'field-min-above-options', fieldId: 'f', params: { n: 4, max: 3 } }],
      ],
    },
  })
})
