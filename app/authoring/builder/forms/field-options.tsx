import { useT } from '#app/i18n/react.tsx'
import type { Field, OptionId } from '#engine'
import { useWorld } from '../context.tsx'
import { AddButton, ItemTools, TextLine } from '../controls.tsx'
import { moveItem } from '../move-item.ts'
import type { PartProps } from './field-limits.tsx'

/** What can be chosen, in its order. */
export function FieldOptions({ field, fieldKey, to }: PartProps<Extract<Field, { kind: 'choice' | 'choices' }>>) {
  const t = useT()
  const { store } = useWorld()
  const { options } = field
  const apply = (next: typeof options) => store.getState().edit(to({ ...field, options: next }))
  const add = () => {
    let number = options.length + 1
    while (options.some(({ id }) => (id as string) === `choice-${number}`)) number += 1
    apply([...options, { id: `choice-${number}` as OptionId, label: t('builder.new.option', { number }) }])
  }
  return (
    <fieldset className="stack stack--tight">
      <legend className="inspector__section">{t('builder.field.options')}</legend>
      <ol className="option-list">
        {options.map((option, index) => (
          <li key={option.id} className="option-list__row">
            <TextLine
              label={<span className="visually-hidden">{t('builder.field.option', { number: index + 1 })}</span>}
              value={option.label}
              changeKey={`${fieldKey}:option:${option.id}`}
              toEdits={(label) =>
                to({ ...field, options: options.map((one) => (one.id === option.id ? { ...one, label } : one)) })
              }
            />
            <ItemTools
              name={option.label}
              index={index}
              count={options.length}
              onMove={(at) => apply(moveItem(options, index, at))}
              onRemove={options.length > 1 ? () => apply(options.filter(({ id }) => id !== option.id)) : undefined}
            />
          </li>
        ))}
      </ol>
      <AddButton onAdd={add}>{t('builder.field.addOption')}</AddButton>
    </fieldset>
  )
}
