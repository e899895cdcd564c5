import { it } from 'vitest'
import { aDefinition, aField, aForm, anOutcome, aTask } from '#test/builders/definition.ts'
import { oneByOne } from '#test/builders/one-by-one.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { namesDistinct } from './names-distinct.ts'

const asking = (...fields: Parameters<typeof aForm>[1][]) => aDefinition({ forms: [aForm('asked', ...fields)] })

it('finds things that cannot be told apart', () => {
  verifyRule(namesDistinct, {
    accepts: {
      'words of their own': asking(aField('text', 'a'), aField('text', 'b')),
      notes: asking(aField('note', 'a', { label: 'Perhatikan' }), aField('note', 'b', { label: 'Perhatikan' })),
      'the same words in two forms': aDefinition({
        forms: [aForm('one', aField('text', 'a')), aForm('two', aField('text', 'a'))],
      }),
    },
    rejects: {
      steps: [
        oneByOne([aTask('a', { activity: 'Memeriksa berkas' }), aTask('b', { activity: 'memeriksa  berkas' })]),
        [{ code: 'activity-twice', nodeId: 'b' }],
      ],
      outcomes: [
        oneByOne([aTask('a', { outcomes: [anOutcome('accept', { label: 'Ya' }), anOutcome('reject', { label: 'Ya' })] })]),
        [{ code: 'outcome-label-twice', nodeId: 'a', params: { outcome: 'Ya' } }],
      ],
      fields: [
        asking(aField('text', 'a', { label: 'Nama' }), aField('text', 'b', { label: 'Nama' })),
        [{ code: 'field-label-twice', fieldId: 'b' }],
      ],
      options: [
        asking(
          aField('choice', 'a', {
            options: [
              { id: 'x', label: 'Baru' },
              { id: 'y', label: 'Baru' },
            ],
          }),
        ),
        [{ code: 'option-label-twice', fieldId: 'a', params: { words: 'Baru' } }],
      ],
    },
  })
})
