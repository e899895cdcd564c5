import { useT } from '#app/i18n/react.tsx'
import { IconButton } from '#app/ui/button.tsx'
import type { CallNode, FieldId } from '#engine'
import { useWorld } from './context.tsx'
import { AddButton, Pick } from './controls.tsx'

type Named = { id: string; label: string; kind: string }
type Pairs = CallNode['passes']

/** Pairs of fields: what is taken from one side fills the field of the other, of the same kind. */
export function MappingList({
  title,
  help,
  pairs,
  from,
  to,
  onChange,
}: {
  title: string
  help: string
  pairs: Pairs
  from: readonly Named[]
  to: readonly Named[]
  onChange(pairs: Pairs): void
}) {
  const t = useT()
  const { readOnly } = useWorld()
  const fits = (id: string) => to.filter(({ kind }) => kind === from.find((field) => field.id === id)?.kind)
  const free = from.find((field) => fits(field.id).some((target) => !pairs.some((pair) => (pair.to as string) === target.id)))
  const add = () => {
    const target = free && fits(free.id).find((one) => !pairs.some((pair) => (pair.to as string) === one.id))
    if (free && target) onChange([...pairs, { from: free.id as FieldId, to: target.id as FieldId }])
  }
  const change = (index: number, part: Partial<Pairs[number]>) =>
    onChange(pairs.map((pair, at) => (at === index ? { ...pair, ...part } : pair)))
  const takeFrom = (index: number, id: string) => {
    const [first] = fits(id)
    change(index, { from: id as FieldId, ...(first ? { to: first.id as FieldId } : {}) })
  }
  return (
    <fieldset className="stack stack--tight">
      <legend className="inspector__section">{title}</legend>
      <p className="field__help">{help}</p>
      {pairs.map((pair, index) => (
        <div className="mapping" key={`${pair.from}>${pair.to}`}>
          <Pick
            label={t('builder.call.from')}
            value={pair.from}
            options={optionsOf(from, pair.from)}
            onPick={(id) => takeFrom(index, id)}
          />
          <Pick
            label={t('builder.call.to')}
            value={pair.to}
            options={optionsOf(fits(pair.from), pair.to)}
            onPick={(id) => change(index, { to: id as FieldId })}
          />
          {!readOnly && (
            <IconButton
              icon="trash"
              label={t('builder.call.removePair')}
              onClick={() => onChange(pairs.filter((_, at) => at !== index))}
            />
          )}
        </div>
      ))}
      {free ? (
        <AddButton onAdd={add}>{t('builder.call.addPair')}</AddButton>
      ) : (
        <p className="muted small">{t('builder.call.noPairs')}</p>
      )}
    </fieldset>
  )
}

/** The fields to choose from; one that is gone still shows its name. */
const optionsOf = (fields: readonly Named[], chosen: string) => [
  ...(fields.some(({ id }) => id === chosen) ? [] : [{ value: chosen, label: chosen }]),
  ...fields.map(({ id, label }) => ({ value: id, label })),
]
