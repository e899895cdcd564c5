import { useT } from '#app/i18n/react.tsx'
import type { Edit, Field } from '#engine'
import { useWorld } from '../context.tsx'
import { TextLine, Tick } from '../controls.tsx'

export type PartProps<F extends Field> = { field: F; fieldKey: string; to(next: Field): Edit[] }

/** How much, how many, how long: what the kind of the field knows. */
export function FieldLimits({ field, fieldKey, to }: PartProps<Field>) {
  const t = useT()
  const number = (text: string) => (text.trim() === '' ? undefined : Number(text))
  if (field.kind === 'text' || field.kind === 'longText' || field.kind === 'regulation') {
    return (
      <TextLine
        type="number"
        label={t('builder.field.maxLength')}
        value={String(field.maxLength ?? '')}
        changeKey={`${fieldKey}:max`}
        toEdits={(text) => to({ ...field, maxLength: number(text) })}
      />
    )
  }
  if (field.kind === 'yesNo') return <YesTick field={field} fieldKey={fieldKey} to={to} />
  if (field.kind === 'number' || field.kind === 'rupiah' || field.kind === 'choices') {
    return (
      <div className="pair">
        <TextLine
          type="number"
          label={t('builder.field.min')}
          value={String(field.min ?? '')}
          changeKey={`${fieldKey}:min`}
          toEdits={(text) => to({ ...field, min: number(text) })}
        />
        <TextLine
          type="number"
          label={t('builder.field.max')}
          value={String(field.max ?? '')}
          changeKey={`${fieldKey}:max`}
          toEdits={(text) => to({ ...field, max: number(text) })}
        />
      </div>
    )
  }
  if (field.kind === 'file' || field.kind === 'group') {
    return (
      <div className="pair">
        <TextLine
          type="number"
          label={t('builder.field.minCount')}
          value={String(field.min ?? '')}
          changeKey={`${fieldKey}:min`}
          toEdits={(text) => to({ ...field, min: number(text) })}
        />
        <TextLine
          type="number"
          label={t('builder.field.maxCount')}
          value={String(field.max)}
          changeKey={`${fieldKey}:max`}
          toEdits={(text) => to({ ...field, max: number(text) ?? 1 })}
        />
      </div>
    )
  }
  return null
}

function YesTick({ field, to }: PartProps<Extract<Field, { kind: 'yesNo' }>>) {
  const t = useT()
  const { store } = useWorld()
  return (
    <Tick
      label={t('builder.field.mustBeYes')}
      checked={field.mustBeYes}
      onTick={(mustBeYes) => store.getState().edit(to({ ...field, mustBeYes }))}
    />
  )
}
