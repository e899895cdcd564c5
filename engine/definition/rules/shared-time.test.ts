import { it } from 'vitest'
import { aDefinition, anEnd, aTask } from '#test/builders/definition.ts'
import { start } from '#test/builders/one-by-one.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { sharedTime } from './shared-time.ts'

const day = { amount: 1, unit: 'workingDay' } as const
const task = (id: string, sharesTimeWith?: string, duration: typeof day | { amount: 2; unit: 'hour' } = day) =>
  aTask(id, { duration, ...(sharesTimeWith ? { sharesTimeWith } : {}) })
const flow = (...tasks: ReturnType<typeof aTask>[]) =>
  aDefinition({ nodes: [start(), aTask('apply', { lane: 'applicant' }), ...tasks, anEnd()] })

it('asks that steps with one time have it and stand below each other', () => {
  verifyRule(sharedTime, {
    accepts: {
      'no time in common': flow(task('check'), task('sign')),
      'two steps': flow(task('check'), task('sign', 'check')),
      'three steps that name the first': flow(task('check'), task('sign', 'check'), task('send', 'check')),
      'three steps, each naming the one before': flow(task('check'), task('sign', 'check'), task('send', 'sign')),
    },
    rejects: {
      'a step that is gone': [
        flow(task('check'), task('sign', 'gone')),
        [{ code: 'shared-time-unknown-step', nodeId: 'sign', params: { step: 'gone' } }],
      ],
      'a step that names itself': [flow(task('check', 'check')), [{ code: 'shared-time-unknown-step', nodeId: 'check' }]],
      'another time': [
        flow(task('check'), task('sign', 'check', { amount: 2, unit: 'hour' })),
        [{ code: 'shared-time-differs', nodeId: 'sign', params: { step: 'Mengerjakan check' } }],
      ],
      'no time at all': [
        flow(aTask('check'), aTask('sign', { sharesTimeWith: 'check' })),
        [{ code: 'shared-time-differs', nodeId: 'sign' }],
      ],
      'a row between': [
        flow(task('check'), task('write'), task('sign', 'check')),
        [{ code: 'shared-time-apart', nodeId: 'sign', params: { step: 'Mengerjakan check' } }],
      ],
    },
  })
})
