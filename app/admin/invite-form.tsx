import { FormErrors, type FormView, SelectField, TextField } from '#app/account/form-fields.tsx'
import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { PersonFields, personLabels, RightsField } from './person-fields.tsx'

type Props = { positions: readonly { id: string; title: string }[]; answer: FormView['answer'] }

export function InviteForm({ positions, answer }: Props) {
  const t = useT()
  const view: FormView = {
    form: 'invite',
    initial: {},
    answer,
    labels: {
      email: t('account.email'),
      ...personLabels(t),
      rights: t('admin.people.rights'),
      positionId: t('admin.people.position'),
    },
  }
  return (
    <Card title={t('admin.people.invite')}>
      <form method="post" className="form">
        <FormErrors view={view} />
        <TextField view={view} name="email" type="email" maxLength={200} required />
        <PersonFields view={view} />
        {positions.length > 0 && (
          <SelectField
            view={view}
            name="positionId"
            placeholder={t('admin.people.noPosition')}
            options={positions.map(({ id, title }) => ({ value: id, label: title }))}
          />
        )}
        <RightsField view={view} />
        <div className="form__actions">
          <Button>{t('admin.people.submit')}</Button>
        </div>
      </form>
    </Card>
  )
}
