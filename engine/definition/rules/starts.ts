import type { StartNode } from '../flow.ts'
import type { Definition } from '../schema.ts'
import type { DefinitionRule } from './finding.ts'

/** A procedure has at least one start; ways in for people each lead to a first step of their own. */
export const starts: DefinitionRule = {
  name: 'starts',
  check({ flow }) {
    const all = flow.nodes.filter((node) => node.kind === 'start')
    if (all.length === 0) return [{ code: 'no-start', path: 'flow.nodes' }]
    const ofPeople = all.filter(({ by }) => by !== 'schedule' && by !== 'call')
    const shared = ofPeople.filter((start, index) => {
      const first = firstOf(start, flow)
      return first !== undefined && ofPeople.slice(0, index).some((other) => firstOf(other, flow) === first)
    })
    return shared.map((start) => ({ code: 'starts-share-step', nodeId: start.id }))
  },
}

const firstOf = ({ id }: StartNode, flow: Definition['flow']) => flow.edges.find((edge) => edge.from === id)?.to
