import { expect, it } from 'vitest'
import { stepBody } from '#app/api/tasks.ts'
import { aDefinition, anOutcome, aTask } from '#test/builders/definition.ts'

it('a step says of each outcome whether it needs a reason, also where only its author asks for one', () => {
  const outcomes = [anOutcome('submit'), anOutcome('accept', { reason: 'required' }), anOutcome('revise'), anOutcome('reject')]
  const definition = aDefinition({ nodes: [aTask('decide', { outcomes })], edges: [] })
  const [node] = definition.flow.nodes
  if (node?.kind !== 'task') throw new Error('no step was made')
  const facts = { data: {}, outcomes: {} } as never
  const told = stepBody({ node, form: null, facts, round: 1 }).outcomes
  expect(told.map(({ id, needsReason }) => [id, needsReason])).toEqual([
    ['submit', false],
    ['accept', true],
    ['revise', true],
    ['reject', true],
  ])
})
