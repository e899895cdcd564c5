import { useId } from 'react'
import { useT } from '#app/i18n/react.tsx'
import { comparisonOf, type Field, fieldsOf, type NodeId, type Who } from '#engine'
import type { ConditionValue } from '#engine/definition/condition.ts'
import { useDefinition, useWorld } from './context.tsx'
import type { Asked } from './example-rows.ts'
import { numberedName } from './names.ts'

type Props = { asked: Asked; value: ConditionValue | null; onChange(value: ConditionValue | null): void }

/** One value of a test row, with its name; left empty it has none. */
export function ExampleValue({ asked, value, onChange }: Props) {
  const t = useT()
  const id = useId()
  const label = useLabel(asked)
  return (
    <div className="example__field">
      <label htmlFor={id}>{label}</label>
      <ValueControl {...{ id, asked, value, onChange }} />
      {asked.kind === 'people' && <p className="field__help">{t('builder.examples.peopleHelp')}</p>}
    </div>
  )
}

function useLabel(asked: Asked): string {
  const t = useT()
  const definition = useDefinition()
  const person = (who: Who) =>
    who.kind === 'starter'
      ? t('builder.condition.starter')
      : t('builder.condition.performerOf', { step: numberedName(definition, who.node, t) })
  switch (asked.kind) {
    case 'field':
      return fieldsOf(definition).get(asked.field)?.label ?? asked.field
    case 'outcome':
      return t('builder.condition.outcomeOf', { step: numberedName(definition, asked.node, t) })
    case 'startDay':
      return t('builder.condition.startDay')
    case 'people':
      return person(asked.of)
    case 'office':
      return t('builder.examples.officeOf', { who: person(asked.of) })
  }
}

function ValueControl({ id, asked, value, onChange }: Props & { id: string }) {
  const definition = useDefinition()
  const { positions } = useWorld()
  switch (asked.kind) {
    case 'field':
      return <FieldValue {...{ id, value, onChange }} field={fieldsOf(definition).get(asked.field)} />
    case 'outcome':
      return <Choice {...{ id, value, onChange }} options={outcomesOf(asked.node, definition)} />
    case 'startDay':
      return <Typed {...{ id, value, onChange }} type="date" />
    case 'people':
      return <Typed {...{ id, value, onChange }} type="text" />
    case 'office':
      return (
        <Choice
          {...{ id, value, onChange }}
          options={positions.map(({ id: position, title }) => ({ value: position, label: title }))}
        />
      )
  }
}

type Control = Omit<Props, 'asked'> & { id: string }

const outcomesOf = (step: NodeId, { flow }: ReturnType<typeof useDefinition>) => {
  const node = flow.nodes.find(({ id }) => id === step)
  return node?.kind === 'task' ? node.outcomes.map(({ id, label }) => ({ value: id as string, label })) : []
}

function FieldValue({ id, field, value, onChange }: Control & { field: Field | undefined }) {
  const t = useT()
  switch (field ? comparisonOf(field.kind) : 'none') {
    case 'number':
      return <Typed {...{ id, value }} type="number" onChange={(text) => onChange(text === null ? null : Number(text))} />
    case 'date':
      return <Typed {...{ id, value, onChange }} type="date" />
    case 'time':
      return <Typed {...{ id, value, onChange }} type="time" />
    case 'dateTime':
      return <Typed {...{ id, value, onChange }} type="datetime-local" />
    case 'yesNo':
      return (
        <Choice
          {...{ id, value: value === null ? null : String(value) }}
          options={[
            { value: 'true', label: t('common.yes') },
            { value: 'false', label: t('common.no') },
          ]}
          onChange={(picked) => onChange(picked === null ? null : picked === 'true')}
        />
      )
    case 'options':
      return <Several {...{ id, value, onChange }} field={field} />
    case 'presence':
      return (
        <Choice
          {...{ id, value: value === null ? null : 'x' }}
          options={[{ value: 'x', label: t('builder.examples.filled') }]}
          onChange={(picked) => onChange(picked === null ? null : ['x'])}
        />
      )
    default:
      return field?.kind === 'choice' ? (
        <Choice
          {...{ id, value, onChange }}
          options={field.options.map((option) => ({ value: option.id as string, label: option.label }))}
        />
      ) : (
        <Typed {...{ id, value, onChange }} type="text" />
      )
  }
}

function Typed({ id, value, onChange, type }: Control & { type: string }) {
  return (
    <input
      id={id}
      className="input"
      type={type}
      value={value === null ? '' : String(value)}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
    />
  )
}

function Choice({ id, value, onChange, options }: Control & { options: readonly { value: string; label: string }[] }) {
  const t = useT()
  return (
    <select
      id={id}
      className="input"
      value={value === null ? '' : String(value)}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
    >
      <option value="">{t('builder.examples.empty')}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

function Several({ id, value, onChange, field }: Control & { field: Field | undefined }) {
  const chosen = Array.isArray(value) ? value.map(String) : []
  const options = field?.kind === 'choices' ? field.options : []
  return (
    <select
      id={id}
      className="input"
      multiple
      value={chosen}
      onChange={(event) => {
        const picked = [...event.target.selectedOptions].map((option) => option.value)
        onChange(picked.length === 0 ? null : picked)
      }}
    >
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
