import { CheckField, type FormView, TextField } from '#app/account/form-fields.tsx'
import { useT } from '#app/i18n/react.tsx'
import type { Translate } from '#app/i18n/translator.ts'
import { rights } from '#app/use-cases/people/inputs.ts'

export const personLabels = (t: Translate) => ({
  name: t('account.name'),
  nip: t('account.nip'),
  rank: t('account.rank'),
  phone: t('account.phone'),
})

export function PersonFields({ view }: { view: FormView }) {
  const t = useT()
  return (
    <>
      <TextField view={view} name="name" maxLength={120} required />
      <TextField view={view} name="nip" help={t('admin.people.nipHelp')} inputMode="numeric" maxLength={40} />
      <TextField view={view} name="rank" maxLength={80} />
      <TextField view={view} name="phone" type="tel" maxLength={40} />
    </>
  )
}

export function RightsField({ view }: { view: FormView }) {
  const t = useT()
  const options = rights.map((right) => ({
    value: right,
    label: t(`account.right.${right}`),
    help: t(`admin.right.${right}.help`),
  }))
  return <CheckField view={view} name="rights" help={t('admin.people.rightsHelp')} options={options} />
}
