import { useMemo } from 'react'
import { useT } from '#app/i18n/react.tsx'
import type { Translate } from '#app/i18n/translator.ts'
import { Icon } from '#app/ui/icon.tsx'
import {
  type Condition,
  type ConditionPlace,
  type Definition,
  type FieldId,
  fieldsIn,
  leavesOf,
  type MaybeEmpty,
  maybeEmptyAt,
  type NodeId,
  variablesIn,
  type WhyEmpty,
} from '#engine'
import { useDefinition } from './context.tsx'
import { numberedName } from './names.ts'

const nothing: MaybeEmpty = { fields: new Map(), steps: new Map() }

/** What may be empty where a condition is asked; nothing where it is not said which place that is. */
export function useMaybeEmpty(at: ConditionPlace | undefined, definition: Definition): MaybeEmpty {
  const key = at === undefined ? '' : JSON.stringify(at)
  // The place is an object made anew at each drawing; its text is what changes.
  return useMemo(() => (key === '' ? nothing : maybeEmptyAt(JSON.parse(key) as ConditionPlace, definition)), [key, definition])
}

/** Why what goes by a name in a condition may be unknown: a field, or the outcome or the people of a step. */
export function whyEmpty(name: string, known: MaybeEmpty): WhyEmpty | undefined {
  const [kind, step] = name.split(':')
  if (step === undefined) return known.fields.get(name as FieldId)
  return kind === 'start' ? undefined : known.steps.get(step as NodeId)
}

export const mayLack = (name: string, known: MaybeEmpty): boolean => whyEmpty(name, known) !== undefined

type Choice = { name: string; label: string }

/** Choices of a picker: first what is surely there, then what may be empty, each marked as such. */
export function groupsOf(choices: readonly Choice[], known: MaybeEmpty, t: Translate): { label: string; options: Choice[] }[] {
  const sure = choices.filter(({ name }) => !mayLack(name, known))
  const open = choices.filter(({ name }) => mayLack(name, known))
  return [
    { label: t('builder.condition.sure'), options: sure },
    {
      label: t('builder.condition.maybeEmpty'),
      options: open.map(({ name, label }) => ({ name, label: t('builder.condition.marked', { field: label }) })),
    },
  ].filter(({ options }) => options.length > 0)
}

/** The reason in words, with the steps by their names. */
export function whyEmptyWords(why: WhyEmpty, definition: Definition, t: Translate): string {
  const named = (steps: readonly NodeId[]) => steps.map((step) => numberedName(definition, step, t)).join(', ')
  switch (why.why) {
    case 'optional':
      return why.steps.length === 0
        ? t('builder.condition.why.optionalHere')
        : t('builder.condition.why.optional', { steps: named(why.steps) })
    case 'later':
      return t('builder.condition.why.later', { steps: named(why.steps) })
    case 'skipped': {
      const passed = why.way.filter((id) => definition.flow.nodes.some((node) => node.id === id && node.kind !== 'start'))
      const way = passed.slice(-4).map((id) => numberedName(definition, id, t))
      return t('builder.condition.why.skipped', {
        steps: named(why.steps),
        way: [...(passed.length > 4 ? ['…'] : []), ...way].join(' → '),
      })
    }
    case 'below':
      return t('builder.condition.why.below')
    case 'unasked':
      return t('builder.condition.why.unasked')
  }
}

/** Of what a condition asks about and may be empty, each with its reason. */
export function ConditionDoubts({ condition, known }: { condition: Condition; known: MaybeEmpty }) {
  const t = useT()
  const definition = useDefinition()
  const asked = doubtfulIn(condition, known)
  if (asked.length === 0) return null
  const labelOf = (name: string) => {
    const field = definition.forms.flatMap(({ fields }) => fields).find(({ id }) => id === name)
    return field?.label ?? numberedName(definition, (name.split(':')[1] ?? name) as NodeId, t)
  }
  return (
    <ul className="condition__doubts" aria-label={t('builder.condition.maybeEmpty')}>
      {asked.map(({ name, why }) => (
        <li key={name}>
          <Icon name="warning" small />
          <span>
            <strong>{labelOf(name)}</strong>: {t('builder.condition.maybeEmpty')}. {whyEmptyWords(why, definition, t)}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** A field that the condition itself asks to be filled or empty leaves nothing open. */
function doubtfulIn(condition: Condition, known: MaybeEmpty): { name: string; why: WhyEmpty }[] {
  const settled = new Set(
    leavesOf(condition).flatMap((leaf) =>
      leaf.kind === 'field' && (leaf.op === 'empty' || leaf.op === 'filled') ? [leaf.field as string] : [],
    ),
  )
  const names = [
    ...fieldsIn(condition).filter((id) => !settled.has(id)),
    ...variablesIn(condition).filter((name) => name.includes(':')),
  ]
  return names.flatMap((name) => {
    const why = whyEmpty(name, known)
    return why ? [{ name, why }] : []
  })
}
