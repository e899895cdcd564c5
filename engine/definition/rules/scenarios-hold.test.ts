import { expect, it } from 'vitest'
import { wholeWalk } from '#test/builders/scenario.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { wholeAgency, wholeStandard } from '#test/builders/whole-standard.ts'
import type { Definition } from '../schema.ts'
import { scenariosHold } from './scenarios-hold.ts'

const walked = (flow: Partial<Definition['flow']> = {}): Definition => {
  const standard = wholeStandard()
  return { ...standard, flow: { ...standard.flow, ...flow }, scenarios: [wholeWalk()] }
}
const shortcut = walked().flow.edges.map((edge) => (edge.id === 'visit-archive' ? { ...edge, to: 'hand' as never } : edge))

it('finds walks that do not end as they say any more, and where they went astray', () => {
  verifyRule(scenariosHold, {
    accepts: { 'no walk at all': wholeStandard(), 'a walk that holds': walked() },
    rejects: {
      'a step passed over': [
        walked({ edges: shortcut }),
        [
          {
            code: 'scenario-broken',
            nodeId: 'archive',
            path: 'scenarios.0',
            params: { scenario: 'Jalan biasa', n: 9, happened: 'not-open', got: 'hand' },
          },
        ],
      ],
    },
    context: wholeAgency(),
  })
})

it('says nothing where no time can be counted', () => {
  const { calendar: _, ...context } = wholeAgency()
  expect(scenariosHold.check(walked({ edges: shortcut }), context)).toEqual([])
})
