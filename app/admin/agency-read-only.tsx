import { useT } from '#app/i18n/react.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import type { AgencyProfile } from '#engine'
import { profileLabels } from './profile-fields.tsx'

export function AgencyReadOnly({ profile, zone }: { profile: AgencyProfile; zone: string }) {
  const t = useT()
  const labels = profileLabels(t)
  const contacts = profile.contacts.map((contact) => `${t(`admin.contact.kind.${contact.kind}`)}: ${contact.value}`)
  return (
    <DescriptionList
      items={[
        { term: labels.government, details: profile.government },
        { term: labels.name, details: profile.name },
        { term: labels.shortName, details: profile.shortName },
        { term: labels.place, details: profile.place },
        { term: labels.address, details: profile.address },
        { term: labels.zone, details: zone },
        { term: t('admin.profile.contacts'), details: contacts.join(' · ') },
      ]}
    />
  )
}
