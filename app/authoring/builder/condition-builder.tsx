import { useMemo, useState } from 'react'
import { QueryBuilder, type ValueEditorProps } from 'react-querybuilder'
import { useLocale, useT } from '#app/i18n/react.tsx'
import {
  type Condition,
  type ConditionPlace,
  canonicalJson,
  comparable,
  DayOperator,
  describeCondition,
  type Field,
  fieldsOf,
  hasDay,
  type MaybeEmpty,
  type NodeId,
  operatorsFor,
} from '#engine'
import {
  actedAs,
  dayOperator,
  fromQuery,
  operandKind,
  outcomeField,
  pairOperator,
  pairOperatorsOf,
  personField,
  starterField,
  toQuery,
} from './condition-tree.ts'
import { DaysEditor, OtherEditor } from './condition-values.tsx'
import { useDefinition, useWorld } from './context.tsx'
import { ConditionDoubts, groupsOf, mayLack, useMaybeEmpty } from './maybe-empty.tsx'
import { numberedName } from './names.ts'

type Props = {
  condition: Condition | undefined
  onChange(condition: Condition | undefined): void
  /** A field does not ask about itself. */
  except?: string
  /** Where it is asked: what may be empty there is marked. */
  at?: ConditionPlace
}

/** A condition, edited in rows; under it the same in plain words. */
export function ConditionBuilder({ condition, onChange, except, at }: Props) {
  const t = useT()
  const locale = useLocale()
  const { readOnly, positions } = useWorld()
  const definition = useDefinition()
  const fields = useMemo(() => fieldsOf(definition), [definition])
  const choices = useMemo(
    () => [
      ...[...fields.values()]
        .filter((field) => field.kind !== 'note' && field.id !== except)
        .map((field) => ({ name: field.id, label: field.label })),
      ...definition.flow.nodes
        .filter((node) => node.kind === 'task' && node.outcomes.length > 1)
        .map((node) => ({
          name: outcomeField(node.id),
          label: t('builder.condition.outcomeOf', { step: numberedName(definition, node.id, t) }),
        })),
      ...peopleOf(definition, t),
    ],
    [fields, definition, t, except],
  )
  const known = useMaybeEmpty(at, definition)
  const grouped = useMemo(() => groupsOf(choices, known, t), [choices, known, t])
  const titles = useMemo(() => new Map(positions.map(({ id, title }) => [id, title])), [positions])
  // The widget's tree is kept as it stands, with its own ids, so that a field keeps the focus while it is typed in; a condition
  // that came about elsewhere, by undoing say, replaces it.
  const [{ query, seen }, setShown] = useState(() => ({ query: toQuery(condition), seen: keyOf(condition) }))
  const given = keyOf(condition)
  if (given !== seen) setShown({ query: keyOf(fromQuery(query, fields)) === given ? query : toQuery(condition), seen: given })
  if (choices.length === 0) return <p className="muted small">{t('builder.condition.noFields')}</p>
  const operators = (name: string): { name: string; label: string }[] => {
    const field = fields.get(name as never)
    if (field) return operatorsOfField(field, fields, t)
    if (name !== starterField && !name.startsWith(personField(''))) return [{ name: 'is', label: t('builder.operator.is') }]
    return [
      { name: 'same-as', label: t('builder.condition.sameAs') },
      { name: 'other-than', label: t('builder.condition.otherThan') },
      { name: actedAs, label: t('builder.condition.actedAs') },
    ]
  }
  return (
    <div className="condition">
      <QueryBuilder
        query={query}
        onQueryChange={(next) => {
          const changed = fromQuery(next, fields)
          setShown({ query: next, seen })
          if (keyOf(changed) !== given) onChange(changed)
        }}
        fields={grouped}
        getOperators={operators}
        combinators={[
          { name: 'and', label: t('builder.condition.all') },
          { name: 'or', label: t('builder.condition.any') },
        ]}
        getDefaultValue={() => ''}
        resetOnFieldChange
        resetOnOperatorChange={false}
        showNotToggle
        disabled={readOnly}
        maxLevels={4}
        controlElements={{ valueEditor: ConditionValueEditor }}
        context={{ fields, definition, titles, known }}
        translations={{
          addRule: { label: t('builder.condition.addRule'), title: t('builder.condition.addRule') },
          addGroup: { label: t('builder.condition.addGroup'), title: t('builder.condition.addGroup') },
          removeRule: { label: '×', title: t('builder.condition.remove') },
          removeGroup: { label: '×', title: t('builder.condition.removeGroup') },
          notToggle: { label: t('builder.condition.not'), title: t('builder.condition.not') },
          fields: { title: t('builder.condition.field'), placeholderName: '', placeholderLabel: '', placeholderGroupLabel: '' },
          operators: {
            title: t('builder.condition.operator'),
            placeholderName: '',
            placeholderLabel: '',
            placeholderGroupLabel: '',
          },
          value: { title: t('builder.condition.value') },
          combinators: { title: t('builder.condition.combine') },
        }}
        controlClassnames={{
          fields: 'input',
          operators: 'input',
          value: 'input',
          combinators: 'input',
          addRule: 'button button--small',
          addGroup: 'button button--small',
          removeRule: 'icon-button',
          removeGroup: 'icon-button',
        }}
      />
      {condition && (
        <p className="condition__words" aria-live="polite">
          {describeCondition(condition, definition, locale, titles)}
        </p>
      )}
      {condition && <ConditionDoubts condition={condition} known={known} />}
    </div>
  )
}

const keyOf = (condition: Condition | undefined): string => canonicalJson(condition ?? null)

type Known = {
  fields: ReadonlyMap<string, Field>
  definition: ReturnType<typeof useDefinition>
  titles: ReadonlyMap<string, string>
  known: MaybeEmpty
}
type T = ReturnType<typeof useT>

function operatorsOfField(field: Field, fields: ReadonlyMap<string, Field>, t: T): { name: string; label: string }[] {
  const others = [...fields.values()].filter(({ id }) => id !== field.id)
  const own = operatorsFor(field.kind).map((op) => ({ name: op as string, label: t(`builder.operator.${op}`) }))
  const beside = pairOperatorsOf(field).map((op) => ({
    name: pairOperator(op),
    label: t('builder.condition.besideField', { op: t(`builder.operator.${op}`) }),
  }))
  const days = DayOperator.options.map((op) => ({ name: dayOperator(op), label: t(`builder.dayOperator.${op}`) }))
  return [
    ...own,
    ...(others.some((other) => comparable(field.kind, other.kind)) ? beside : []),
    ...(hasDay(field.kind) ? days : []),
  ]
}

/** Whose acts a condition can ask about: those of every step, and whoever began the request. */
function peopleOf(definition: Known['definition'], t: T): { name: string; label: string }[] {
  const steps = definition.flow.nodes.filter(({ kind }) => kind === 'task')
  if (steps.length === 0) return []
  return [
    { name: starterField, label: t('builder.condition.starter') },
    ...steps.map(({ id }) => ({
      name: personField(id),
      label: t('builder.condition.performerOf', { step: numberedName(definition, id, t) }),
    })),
  ]
}

/** The control for a value, and a mark where what is asked about may be empty. */
function ConditionValueEditor(props: ValueEditorProps) {
  const t = useT()
  const { known } = props.context as Known
  return (
    <>
      <ValueControl {...props} />
      {!isPresence(props.operator) && mayLack(props.field, known) && (
        <span className="condition__maybe">{t('builder.condition.maybeEmpty')}</span>
      )}
    </>
  )
}

const isPresence = (operator: string): boolean => operator === 'empty' || operator === 'filled'

function ValueControl({ field: name, operator, value, handleOnChange, context, title, disabled, className }: ValueEditorProps) {
  const t = useT()
  const { fields, definition, titles } = context as Known
  const shape = operandKind(operator)
  if (shape === 'none') return null
  const field = fields.get(name)
  const others = { className, disabled, label: title, value, onChange: handleOnChange }
  if (shape === 'person') return <OtherEditor {...others} options={peopleOf(definition, t).filter((one) => one.name !== name)} />
  if (shape === 'position') return <OtherEditor {...others} options={[...titles].map(([id, label]) => ({ name: id, label }))} />
  if (shape === 'field' || shape === 'days') {
    const besides = [...fields.values()].filter(
      (other) => other.id !== name && (shape === 'days' ? hasDay(other.kind) : field && comparable(field.kind, other.kind)),
    )
    const options = besides.map(({ id, label }) => ({ name: id as string, label }))
    return shape === 'days' ? <DaysEditor {...others} fields={options} /> : <OtherEditor {...others} options={options} />
  }
  const options = optionsOf(name, field, definition, t)
  const common = { className, disabled, 'aria-label': title }
  if (options) {
    if (shape === 'list') {
      const chosen = Array.isArray(value) ? value.map(String) : []
      return (
        <select
          {...common}
          multiple
          value={chosen}
          onChange={(event) => handleOnChange([...event.target.selectedOptions].map((option) => option.value))}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )
    }
    return (
      <select
        {...common}
        value={String(Array.isArray(value) ? (value[0] ?? '') : (value ?? ''))}
        onChange={(event) => handleOnChange(event.target.value)}
      >
        <option value="">{t('common.choose')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )
  }
  const type = inputType(field)
  if (shape === 'pair') {
    const [low = '', high = ''] = Array.isArray(value) ? value.map(String) : [String(value ?? '')]
    return (
      <span className="condition__pair">
        <input {...common} type={type} value={low} onChange={(event) => handleOnChange([event.target.value, high])} />
        <input {...common} type={type} value={high} onChange={(event) => handleOnChange([low, event.target.value])} />
      </span>
    )
  }
  if (shape === 'list') {
    const text = Array.isArray(value) ? value.join(', ') : String(value ?? '')
    return (
      <input
        {...common}
        defaultValue={text}
        onBlur={(event) =>
          handleOnChange(
            event.target.value
              .split(',')
              .map((part) => part.trim())
              .filter(Boolean),
          )
        }
      />
    )
  }
  return (
    <input
      {...common}
      type={type}
      value={String(Array.isArray(value) ? (value[0] ?? '') : (value ?? ''))}
      onChange={(event) => handleOnChange(event.target.value)}
    />
  )
}

function inputType(field: Field | undefined): string {
  switch (field?.kind) {
    case 'number':
    case 'rupiah':
      return 'number'
    case 'date':
      return 'date'
    case 'time':
      return 'time'
    case 'dateTime':
      return 'datetime-local'
    default:
      return 'text'
  }
}

function optionsOf(name: string, field: Field | undefined, definition: Known['definition'], t: ReturnType<typeof useT>) {
  if (field?.kind === 'choice' || field?.kind === 'choices')
    return field.options.map(({ id, label }) => ({ value: id as string, label }))
  if (field?.kind === 'yesNo') {
    return [
      { value: 'true', label: t('common.yes') },
      { value: 'false', label: t('common.no') },
    ]
  }
  if (field) return null
  const node = definition.flow.nodes.find(({ id }) => outcomeField(id as NodeId) === name)
  return node?.kind === 'task' ? node.outcomes.map(({ id, label }) => ({ value: id as string, label })) : null
}
