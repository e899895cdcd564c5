import { answerFor, FormErrors, type FormView, SelectField, TextField, typedText } from '#app/account/form-fields.tsx'
import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import type { Position } from './positions-table.tsx'

type Props = {
  positions: readonly Position[]
  /** Left out for a new one. */
  position?: Position
  answer: Parameters<typeof answerFor>[1]
}

/** A new position, or one that changes or closes. */
export function PositionForm({ positions, position, answer }: Props) {
  const t = useT()
  const form = position ? `edit-${position.id}` : 'add'
  const view: FormView = {
    form,
    initial: {
      title: position?.title ?? '',
      unit: position?.unit ?? '',
      superiorId: position?.superiorId ?? '',
      signs: position?.signs ? 'yes' : '',
    },
    answer: answerFor(form, answer),
    labels: {
      title: t('admin.position.title'),
      unit: t('admin.position.unit'),
      superiorId: t('admin.position.superior'),
      signs: t('admin.position.signs'),
    },
  }
  const superiors = positions.filter(({ id, closed }) => !closed && id !== position?.id)
  const fields = (
    <form method="post" className="form">
      <FormErrors view={view} />
      <input type="hidden" name="act" value={position ? 'edit' : 'add'} />
      <input type="hidden" name="form" value={form} />
      {position && <input type="hidden" name="id" value={position.id} />}
      <TextField view={view} name="title" maxLength={160} required />
      <TextField view={view} name="unit" maxLength={160} />
      <SelectField
        view={view}
        name="superiorId"
        placeholder={t('admin.position.noSuperior')}
        options={superiors.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <Checkbox
        name="signs"
        value="yes"
        id={`${form}-signs`}
        label={t('admin.position.signsOption')}
        defaultChecked={typedText(view, 'signs') === 'yes'}
      />
      <div className="form__actions">
        <Button>{position ? t('common.save') : t('admin.position.add')}</Button>
      </div>
    </form>
  )
  if (!position) return <Card title={t('admin.position.add')}>{fields}</Card>
  return (
    <div className="stack">
      {fields}
      <form method="post" className="stack stack--tight">
        <p className="muted small">{t('admin.position.closeHelp')}</p>
        <input type="hidden" name="act" value="close" />
        <input type="hidden" name="form" value={form} />
        <input type="hidden" name="id" value={position.id} />
        <div>
          <Button variant="danger" size="small">
            {t('admin.position.close')}
          </Button>
        </div>
      </form>
    </div>
  )
}
