import type { Lane } from '../flow.ts'
import type { DefinitionRule, RuleFinding } from './finding.ts'

/** A role is one lane: the same one drawn twice hides that the work goes back to it (D7). */
export const actorsDistinct: DefinitionRule = {
  name: 'actors-distinct',
  check({ flow }) {
    return flow.lanes.flatMap((lane, index): RuleFinding[] => {
      const earlier = flow.lanes.slice(0, index).find((other) => isSame(other, lane))
      return earlier === undefined
        ? []
        : [{ code: 'lane-twice', laneId: lane.id, params: { lane: lane.name, other: earlier.name } }]
    })
  },
}

/** The first lane above one that bears the same name. */
export const earlierOfName = (lane: Lane, lanes: readonly Lane[]): Lane | undefined =>
  lanes.slice(0, lanes.indexOf(lane)).find((other) => haveSameName(lane, other))

function isSame(one: Lane, other: Lane): boolean {
  const held = one.positions.length > 0 && one.positions.toSorted().join() === other.positions.toSorted().join()
  return haveSameName(one, other) || held
}

const haveSameName = (one: Lane, other: Lane): boolean => namesOf(one).some((name) => namesOf(other).includes(name))

/** "Kabid PIKP (2)" is "Kabid PIKP". */
const namesOf = ({ name, aliases }: Lane): string[] =>
  [name, ...aliases].map((one) =>
    one
      .toLocaleLowerCase('id')
      .replace(/\s*(?:\((?:\d+|lagi|kembali)\)|\s(?:lagi|kembali))\s*$/, '')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  )
