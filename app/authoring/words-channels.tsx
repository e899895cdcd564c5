import { type FormView, SelectField, TextField } from '#app/account/form-fields.tsx'
import { useT } from '#app/i18n/react.tsx'
import type { Contact } from '#engine'
import { channelKinds } from './words-form.ts'

type Props = { view: FormView; count: number; contacts: readonly Contact[] }

/** Ways to complain, one in a row; a row without a kind is none. */
export function ChannelRows({ view, count, contacts }: Props) {
  const t = useT()
  const known = contacts.map(({ id, value, who }) => ({ value: id, label: who ? `${value} (${who})` : value }))
  const kinds = channelKinds.map((value) => ({ value, label: t(`authoring.channel.${value}`) }))
  return (
    <>
      {Array.from({ length: count }, (_, i) => (
        <div className="authoring-row" key={String(i)}>
          <SelectField view={view} name={`channel-${i}-kind`} placeholder={t('authoring.words.noChannel')} options={kinds} />
          <TextField view={view} name={`channel-${i}-text`} maxLength={200} />
          <TextField view={view} name={`channel-${i}-value`} maxLength={200} />
          <SelectField view={view} name={`channel-${i}-contact`} placeholder={t('common.none')} options={known} />
        </div>
      ))}
    </>
  )
}
