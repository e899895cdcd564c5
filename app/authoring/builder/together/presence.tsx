import { useEffect, useMemo, useRef, useState } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { NodeId } from '#engine'
import { useBuilder, useDefinition, useWorld } from '../context.tsx'
import { numberedName } from '../names.ts'
import type { Present } from './server-answer.ts'

/** One of six colours for a person, the same in every window. */
export const hueOf = (personId: string): number => [...personId].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 6

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toLocaleUpperCase())
    .join('')

/** Each person once, where they were last. */
function peopleOf(others: readonly Present[]): Present[] {
  const people = new Map(others.map((other) => [other.personId, other]))
  return [...people.values()]
}

/** Who else has the draft open, by initials; a press leads to the step that they have open. */
export function Presence() {
  const t = useT()
  const { store, me } = useWorld()
  const others = useBuilder((state) => state.others)
  const definition = useDefinition()
  const people = useMemo(() => peopleOf(others), [others])
  const nameOf = (person: Present) => (person.personId === me.id ? t('builder.together.yourself') : person.name)
  const words = (person: Present) =>
    person.step === null
      ? t('builder.together.here', { name: nameOf(person) })
      : t('builder.together.at', { name: nameOf(person), step: numberedName(definition, person.step, t) })
  return (
    <>
      {people.length > 0 && (
        <ul className="presence" aria-label={t('builder.together.people')}>
          {people.slice(0, 4).map((person) => (
            <li key={person.personId}>
              <button
                type="button"
                className="presence__person"
                data-hue={hueOf(person.personId)}
                title={words(person)}
                aria-label={words(person)}
                onClick={() => person.step && store.getState().select({ kind: 'node', id: person.step }, { focus: true })}
              >
                {initials(person.name)}
              </button>
            </li>
          ))}
          {people.length > 4 && <li className="presence__more small">+{people.length - 4}</li>}
        </ul>
      )}
      <Arrivals people={people} />
    </>
  )
}

/** Says who came and who left to those who listen. */
function Arrivals({ people }: { people: readonly Present[] }) {
  const t = useT()
  const { me } = useWorld()
  const before = useRef<readonly Present[]>([])
  const [said, setSaid] = useState('')
  useEffect(() => {
    const ids = (list: readonly Present[]) => new Set(list.map(({ personId }) => personId))
    const came = people.filter(({ personId }) => personId !== me.id && !ids(before.current).has(personId))
    const left = before.current.filter(({ personId }) => personId !== me.id && !ids(people).has(personId))
    before.current = people
    const words = [
      ...came.map(({ name }) => t('builder.together.came', { name })),
      ...left.map(({ name }) => t('builder.together.left', { name })),
    ]
    if (words.length > 0) setSaid(words.join(' '))
  }, [people, me.id, t])
  return (
    <p className="visually-hidden" role="status">
      {said}
    </p>
  )
}

/** The mark of whoever has a step open, on its card and its row. */
export function WhoIsHere({ step }: { step: NodeId }) {
  const t = useT()
  const { me } = useWorld()
  const other = useBuilder(({ others }) => others.find((one) => one.step === step && one.personId !== me.id))
  if (other === undefined) return null
  return (
    <span className="who-is-here" data-hue={hueOf(other.personId)} title={t('builder.together.editing', { name: other.name })}>
      <Icon name="edit" small />
      <span className="who-is-here__name">{other.name}</span>
      <span className="visually-hidden">{t('builder.together.editing', { name: other.name })}</span>
    </span>
  )
}
