import { it } from 'vitest'
import { aDefinition, aField, aForm } from '#test/builders/definition.ts'
import { is } from '#test/builders/one-by-one.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { promiseCovers } from './promise-covers.ts'

const duration = { amount: 1, unit: 'workingDay' }
const promising = (...limits: object[]) =>
  aDefinition({ forms: [aForm('asked', aField('choice', 'sort', { label: 'Jenis', required: true }))], limits })
const when = (option: string) => ({ when: is('sort', option), duration })

it('asks for a promise to everybody', () => {
  verifyRule(promiseCovers, {
    accepts: {
      'no promise yet': promising(),
      'one for all': promising({ duration }),
      'one for each sort': promising(when('a'), when('b'), when('c')),
      'one for a sort and one for all others': promising(when('a'), { duration }),
    },
    rejects: {
      'a sort without promise': [
        promising(when('a'), when('c')),
        [{ code: 'promise-gap', path: 'components.serviceTime', params: { example: 'Jenis: "B"' } }],
      ],
      'a promise behind one that always binds': [
        promising({ duration }, when('a')),
        [{ code: 'promise-never', path: 'components.serviceTime.limits.1', params: { n: 2 } }],
      ],
      'the same sort twice': [
        promising(when('a'), when('a'), { duration }),
        [{ code: 'promise-never', path: 'components.serviceTime.limits.1' }],
      ],
    },
  })
})
