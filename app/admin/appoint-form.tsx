import { answerFor, FormErrors, type FormView, SelectField, TextField } from '#app/account/form-fields.tsx'
import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import type { Position } from './positions-table.tsx'

type Props = {
  positions: readonly Position[]
  people: readonly { id: string; name: string; nip: string | null }[]
  today: string
  answer: Parameters<typeof answerFor>[1]
}
const kinds = ['definitive', 'plt', 'plh'] as const

export function AppointForm({ positions, people, today, answer }: Props) {
  const t = useT()
  const view: FormView = {
    form: 'appoint',
    initial: { kind: 'definitive', from: today },
    answer: answerFor('appoint', answer),
    labels: {
      positionId: t('admin.appoint.position'),
      personId: t('admin.appoint.person'),
      kind: t('admin.appoint.kind'),
      basis: t('admin.appoint.basis'),
      from: t('admin.appoint.from'),
      until: t('admin.appoint.until'),
    },
  }
  const open = positions.filter(({ closed }) => !closed)
  if (open.length === 0) return null
  return (
    <Card title={t('admin.appoint.title')}>
      {people.length === 0 ? (
        <p>{t('admin.appoint.nobody')}</p>
      ) : (
        <form method="post" className="form">
          <FormErrors view={view} />
          <input type="hidden" name="act" value="appoint" />
          <input type="hidden" name="form" value="appoint" />
          <SelectField
            view={view}
            name="positionId"
            required
            placeholder={t('common.choose')}
            options={open.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <SelectField
            view={view}
            name="personId"
            required
            placeholder={t('common.choose')}
            options={people.map(({ id, name, nip }) => ({ value: id, label: nip ? `${name} (${nip})` : name }))}
          />
          <SelectField
            view={view}
            name="kind"
            required
            options={kinds.map((kind) => ({ value: kind, label: t(`admin.appoint.kind.${kind}`) }))}
          />
          <TextField view={view} name="basis" help={t('admin.appoint.basisHelp')} maxLength={200} />
          <TextField view={view} name="from" type="date" required />
          <TextField view={view} name="until" type="date" help={t('admin.appoint.untilHelp')} />
          <div className="form__actions">
            <Button>{t('admin.appoint.submit')}</Button>
          </div>
        </form>
      )}
    </Card>
  )
}
