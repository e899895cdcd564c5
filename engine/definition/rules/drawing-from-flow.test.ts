import { it } from 'vitest'
import { aDefinition } from '#test/builders/definition.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { drawingFromFlow } from './drawing-from-flow.ts'

/** The example has two steps. */
const above = (...intro: string[]) => aDefinition({ components: { procedure: { intro } } })
const path = 'components.procedure.intro.0'

it('finds a drawing that is typed as words', () => {
  verifyRule(drawingFromFlow, {
    accepts: {
      'plain words': above('Layanan dibuka setiap hari kerja.'),
      'a range of days': above('Senin - Jumat'),
    },
    rejects: {
      'fewer boxes than steps': [
        above('Pemohon → Bidang IKP → Hasil'),
        [{ code: 'drawing-differs', path, params: { boxes: 3, steps: 2 } }],
      ],
      'as many boxes as steps': [above('Pemohon -> Loket'), [{ code: 'drawing-typed', path }]],
      'the language of a drawing': [above('graph TD; A-->B'), [{ code: 'drawing-typed', path }]],
      'an actor who stands there twice': [
        above('Kabid → Staf → Kabid'),
        [{ code: 'drawing-actor-twice', path, params: { actor: 'Kabid' } }],
      ],
      'the way of a complaint': [
        aDefinition({ components: { complaints: { flow: ['Pengadu → Petugas → Jawaban'] } } }),
        [{ code: 'drawing-typed', path: 'components.complaints.flow.0' }],
      ],
    },
  })
})
