import { useId } from 'react'
import { useLocale, useT } from '#app/i18n/react.tsx'
import { Button, IconButton } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import {
  type DecisionExample,
  type DecisionNode,
  type Edge,
  type EdgeId,
  exitsOf,
  explainDecision,
  limits,
  playExample,
  suggestExamples,
} from '#engine'
import { useDefinition, useWorld } from './context.tsx'
import { AddButton } from './controls.tsx'
import { type Asked, askedBy, askedKey, valueIn, withValue } from './example-rows.ts'
import { ExampleValue } from './example-value.tsx'
import { numberedName } from './names.ts'

/** Test rows beside a decision: values, the exit that is meant, and what the decision does with them now. */
export function DecisionExamples({ node }: { node: DecisionNode }) {
  const t = useT()
  const id = useId()
  const { store, readOnly } = useWorld()
  const definition = useDefinition()
  const exits = exitsOf(definition, node.id)
  const asked = askedBy(node, definition)
  const rows = node.examples ?? []
  const write = (examples: DecisionExample[], key?: string) =>
    store
      .getState()
      .edit([{ type: 'UpdateNode', node: node.id, patch: { examples: examples.length > 0 ? examples : undefined } }], {
        ...(key ? { key } : {}),
      })
  const suggest = () => {
    const fresh = suggestExamples(node, definition).slice(0, limits.examples - rows.length)
    if (fresh.length > 0) write([...rows, ...fresh])
    store
      .getState()
      .say(fresh.length > 0 ? t('builder.examples.suggested', { count: fresh.length }) : t('builder.examples.nothingToSuggest'))
  }
  const [first] = exits
  const met = rows.filter((row) => playExample(node, row, definition).edge?.id === row.exit).length
  return (
    <section className="stack stack--tight examples" aria-labelledby={id}>
      <h3 className="inspector__section" id={id}>
        {t('builder.examples.title')}
      </h3>
      <p className="field__help">{t(asked.length === 0 ? 'builder.examples.noConditions' : 'builder.examples.help')}</p>
      {rows.length > 0 && (
        <p className="examples__sum" role="status" data-met={met === rows.length || undefined}>
          {t('builder.examples.summary', { met, of: rows.length })}
        </p>
      )}
      {[...rows.entries()].map(([index, row]) => (
        <Row
          // Rows have no name of their own; they keep their place while they are typed in.
          key={index}
          number={index + 1}
          row={row}
          {...{ node, asked, exits }}
          onChange={(next) => write(rows.with(index, next), `${node.id}:example-${index}`)}
          onRemove={() => write(rows.toSpliced(index, 1))}
        />
      ))}
      {!readOnly && asked.length > 0 && first && (
        <div className="cluster">
          <AddButton onAdd={() => rows.length < limits.examples && write([...rows, { given: [], exit: first.id }])}>
            {t('builder.examples.add')}
          </AddButton>
          <Button type="button" size="small" variant="quiet" onClick={suggest}>
            {t('builder.examples.suggest')}
          </Button>
        </div>
      )}
    </section>
  )
}

type RowProps = {
  number: number
  row: DecisionExample
  node: DecisionNode
  asked: readonly Asked[]
  exits: readonly Edge[]
  onChange(row: DecisionExample): void
  onRemove(): void
}

function Row({ number, row, node, asked, exits, onChange, onRemove }: RowProps) {
  const t = useT()
  const id = useId()
  const { readOnly } = useWorld()
  const definition = useDefinition()
  const exitName = (edge: Edge) => edge.label || numberedName(definition, edge.to, t)
  const isGone = !exits.some((edge) => edge.id === row.exit)
  return (
    <fieldset className="example" disabled={readOnly}>
      <legend className="example__title">{t('builder.examples.row', { n: number })}</legend>
      {!readOnly && (
        <IconButton
          className="example__remove"
          icon="trash"
          label={t('builder.item.remove', { name: t('builder.examples.row', { n: number }) })}
          onClick={onRemove}
        />
      )}
      {asked.map((one) => (
        <ExampleValue
          key={askedKey(one)}
          asked={one}
          value={valueIn(row, one)}
          onChange={(value) => onChange(withValue(row, one, value))}
        />
      ))}
      <div className="example__field">
        <label htmlFor={`${id}-exit`}>{t('builder.examples.expects')}</label>
        <select
          id={`${id}-exit`}
          className="input"
          value={row.exit}
          onChange={(event) => onChange({ ...row, exit: event.target.value as EdgeId })}
        >
          {isGone && <option value={row.exit}>{t('builder.examples.exitGone')}</option>}
          {exits.map((edge) => (
            <option key={edge.id} value={edge.id}>
              {exitName(edge)}
            </option>
          ))}
        </select>
      </div>
      <Verdict {...{ row, node, exits, exitName }} />
    </fieldset>
  )
}

/** What the decision does with the row, and why. */
function Verdict({ row, node, exits, exitName }: Pick<RowProps, 'row' | 'node' | 'exits'> & { exitName(edge: Edge): string }) {
  const t = useT()
  const locale = useLocale()
  const { positions } = useWorld()
  const definition = useDefinition()
  const { edge, inputs } = playExample(node, row, definition)
  const holds = edge !== null && edge.id === row.exit
  const titles = new Map(positions.map((position) => [position.id, position.title]))
  const why = explainDecision({ exits, taken: edge?.id ?? null, inputs, definition, locale, titles })
  return (
    <div className="example__verdict" data-holds={holds || undefined} aria-live="polite">
      <p>
        <Icon name={holds ? 'check-circle' : 'danger'} small />
        <strong>
          {holds
            ? t('builder.examples.holds')
            : edge === null
              ? t('builder.examples.stops')
              : t('builder.examples.fails', { exit: exitName(edge) })}
        </strong>
      </p>
      <p className="example__why">{why}</p>
    </div>
  )
}
