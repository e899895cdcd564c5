import { FormErrors, type FormView } from '#app/account/form-fields.tsx'
import type { Right } from '#app/actor.ts'
import { useT } from '#app/i18n/react.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { type ListedPerson, PersonStatus } from './people-table.tsx'
import { PersonFields, personLabels, RightsField } from './person-fields.tsx'

type Person = ListedPerson & { rank: string | null; phone: string | null }
type Answer = FormView['answer']

export function PersonSummary({ person }: { person: Person }) {
  const t = useT()
  const positions = person.positions.map(({ kind, title }) =>
    kind === 'definitive' ? title : `${t(`account.seat.${kind}`)} ${title}`,
  )
  return (
    <DescriptionList
      items={[
        { term: t('admin.people.status'), details: <PersonStatus person={person} /> },
        { term: t('account.email'), details: person.email },
        { term: t('account.nip'), details: person.nip },
        { term: t('account.rank'), details: person.rank },
        { term: t('account.phone'), details: person.phone },
        { term: t('admin.tab.positions'), details: positions.join(', ') },
        { term: t('admin.people.rights'), details: person.rights.map((right) => t(`account.right.${right}`)).join(', ') },
      ]}
    />
  )
}

export function RightsCard({ rights, answer }: { rights: readonly Right[]; answer: Answer }) {
  const t = useT()
  const view: FormView = { form: 'rights', initial: { rights }, answer, labels: { rights: t('admin.people.rights') } }
  return (
    <Card title={t('admin.people.rights')}>
      <form method="post" className="form">
        <FormErrors view={view} />
        <input type="hidden" name="form" value="rights" />
        <RightsField view={view} />
        <div className="form__actions">
          <Button>{t('admin.person.saveRights')}</Button>
        </div>
      </form>
    </Card>
  )
}

export function DetailsCard({ person, answer }: { person: Person; answer: Answer }) {
  const t = useT()
  const initial = { name: person.name, nip: person.nip ?? '', rank: person.rank ?? '', phone: person.phone ?? '' }
  const view: FormView = { form: 'details', initial, answer, labels: personLabels(t) }
  return (
    <Card title={t('admin.person.details')}>
      <form method="post" className="form">
        <FormErrors view={view} />
        <input type="hidden" name="form" value="details" />
        <PersonFields view={view} />
        <div className="form__actions">
          <Button>{t('common.save')}</Button>
        </div>
      </form>
    </Card>
  )
}

export function AccountCard({ disabled, answer }: { disabled: boolean; answer: Answer }) {
  const t = useT()
  const view: FormView = { form: 'account', initial: {}, answer, labels: {} }
  return (
    <Card title={t('admin.person.account')} className="stack">
      <FormErrors view={view} />
      {disabled ? (
        <Act form="enable" label={t('admin.person.enable')} />
      ) : (
        <>
          <Act form="link" label={t('admin.person.newLink')} help={t('admin.person.newLinkHelp')} />
          <Act form="sessions" label={t('admin.person.endSessions')} help={t('admin.person.endSessionsHelp')} />
          <Act form="disable" label={t('admin.person.disable')} help={t('admin.person.disableHelp')} danger />
        </>
      )}
    </Card>
  )
}

function Act({ form, label, help, danger }: { form: string; label: string; help?: string; danger?: boolean }) {
  return (
    <form method="post" className="stack stack--tight">
      <input type="hidden" name="form" value={form} />
      {help && <p className="muted small">{help}</p>}
      <div>
        <Button variant={danger ? 'danger' : 'secondary'}>{label}</Button>
      </div>
    </form>
  )
}
