import { componentKeys } from '../components.ts'
import { letterName, unprintableIn } from '../printable.ts'
import type { Definition } from '../schema.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'

type Place = Pick<RuleFinding, 'nodeId' | 'edgeId' | 'laneId' | 'path'>

/** What papers print can be printed: no pictographs, no letters that turn the direction of a line, none that the typeface lacks. */
export const printableLetters: DefinitionRule = {
  name: 'printable-letters',
  check(definition) {
    return printedParts(definition).flatMap(([place, part]) => {
      const letter = unprintableWithin(part)
      return letter === null ? [] : [{ code: 'letter-unprintable', ...place, params: { letter: letterName(letter) } } as const]
    })
  },
}

/** Everything that stands on a paper, each part with its place. Forms are for screens alone. */
function printedParts({ identity, flow, components, labels, sop, decree }: Definition): [Place, unknown][] {
  return [
    [{ path: 'identity' }, identity],
    ...flow.lanes.map((lane): [Place, unknown] => [{ laneId: lane.id }, [lane.name, lane.aliases]]),
    ...flow.nodes.map((node): [Place, unknown] => [{ nodeId: node.id }, node]),
    ...flow.edges.map((edge): [Place, unknown] => [{ edgeId: edge.id }, edge]),
    ...componentKeys.map((key): [Place, unknown] => [{ path: `components.${key}` }, [components[key], labels[key]]]),
    [{ path: 'sop' }, sop],
    [{ path: 'decree' }, decree],
  ]
}

function unprintableWithin(part: unknown): string | null {
  if (typeof part === 'string') return unprintableIn(part)
  if (typeof part !== 'object' || part === null) return null
  for (const inner of Object.values(part)) {
    const letter = unprintableWithin(inner)
    if (letter !== null) return letter
  }
  return null
}
