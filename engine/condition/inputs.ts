import type { Facts, PerformerFact } from './facts.ts'
import { nobody } from './people.ts'

/** The value of one input of a rule, by its variable name; null where there is none. */
export function inputOf(name: string, facts: Facts): unknown {
  const [kind = '', of] = name.split(':')
  if (of === undefined) return ownValue(facts.data, name)
  switch (kind) {
    case 'outcome':
      return ownValue(facts.outcomes, of)
    case 'person':
      return persons(ownValue(facts.performers ?? {}, of))
    case 'office':
      return offices(ownValue(facts.performers ?? {}, of))
    case 'start':
      return ofStart(of, facts)
    default:
      return null
  }
}

function ofStart(what: string, { starter, startedOn }: Facts): unknown {
  if (what === 'day') return startedOn ?? null
  const list = starter ? [starter] : null
  return what === 'person' ? persons(list) : offices(list)
}

type Performers = readonly PerformerFact[] | null
const persons = (list: Performers) => (list === null ? null : list.map(({ personId }) => personId ?? nobody))
const offices = (list: Performers) => (list === null ? null : list.map(({ positionId }) => positionId ?? nobody))

/** Own keys only: `toString` and its like are no data. */
function ownValue<T>(record: Readonly<Record<string, T>>, key: string): T | null {
  return Object.hasOwn(record, key) ? (record[key] ?? null) : null
}
