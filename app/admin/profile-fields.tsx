import { type FormView, SelectField, TextField } from '#app/account/form-fields.tsx'
import { useT } from '#app/i18n/react.tsx'
import type { Translate } from '#app/i18n/translator.ts'
import { zones } from '#app/use-cases/agencies/inputs.ts'

export const profileLabels = (t: Translate) => ({
  government: t('admin.profile.government'),
  name: t('admin.profile.name'),
  shortName: t('admin.profile.shortName'),
  place: t('admin.profile.place'),
  address: t('admin.profile.address'),
  zone: t('admin.zone'),
})

/** What every agency has, old or new. A zone that is not of the country stays a choice where it is set. */
export function ProfileFields({ view, zone }: { view: FormView; zone?: string }) {
  const t = useT()
  const known = zones.map(({ id, name }) => ({ value: id, label: `${name} (${id})` }))
  const options = zone && !zones.some(({ id }) => id === zone) ? [...known, { value: zone, label: zone }] : known
  return (
    <>
      <TextField view={view} name="government" help={t('admin.profile.governmentHelp')} maxLength={200} required />
      <TextField view={view} name="name" maxLength={200} required />
      <TextField view={view} name="shortName" maxLength={200} required />
      <TextField view={view} name="place" help={t('admin.profile.placeHelp')} maxLength={200} required />
      <TextField view={view} name="address" maxLength={200} />
      <SelectField view={view} name="zone" options={options} required />
    </>
  )
}
