import { controlId, type FormView, typedList } from '#app/account/form-fields.tsx'
import { useT } from '#app/i18n/react.tsx'
import { Fieldset } from '#app/ui/field.tsx'
import { Input, Select } from '#app/ui/input.tsx'
import { Contact } from '#engine'

/** Empty rows for new contacts; more come with the next save. */
const spare = 3

export const contactsAsTyped = (contacts: readonly Contact[]) => ({
  contactId: contacts.map(({ id }) => id),
  contactKind: contacts.map(({ kind }) => kind),
  contactValue: contacts.map(({ value }) => value),
  contactWho: contacts.map(({ who }) => who ?? ''),
})

/** Contacts as rows of a plain form. Definitions name a contact by its id, so it travels along unseen. */
export function ContactRows({ view }: { view: FormView }) {
  const t = useT()
  const ids = typedList(view, 'contactId')
  const kinds = typedList(view, 'contactKind')
  const values = typedList(view, 'contactValue')
  const whos = typedList(view, 'contactWho')
  const count = view.answer ? values.length : values.length + spare
  const kindOptions = Contact.shape.kind.options.map((kind) => ({ value: kind, label: t(`admin.contact.kind.${kind}`) }))
  return (
    <Fieldset id={controlId(view, 'contacts')} label={t('admin.profile.contacts')} help={t('admin.profile.contactsHelp')}>
      <div className="stack">
        {Array.from({ length: Math.min(count, 40) }, (_, i) => {
          const label = (column: string) => `${t('admin.contact.row', { n: i + 1 })}: ${column}`
          return (
            <div className="contact-row" key={ids[i] || `new-${i}`}>
              <input type="hidden" name="contactId[]" value={ids[i] ?? ''} />
              <Select
                name="contactKind[]"
                aria-label={label(t('admin.contact.kind'))}
                defaultValue={kinds[i] ?? 'phone'}
                options={kindOptions}
              />
              <Input
                name="contactValue[]"
                aria-label={label(t('admin.contact.value'))}
                placeholder={t('admin.contact.value')}
                defaultValue={values[i] ?? ''}
                maxLength={200}
              />
              <Input
                name="contactWho[]"
                aria-label={label(t('admin.contact.who'))}
                placeholder={t('admin.contact.who')}
                defaultValue={whos[i] ?? ''}
                maxLength={200}
              />
            </div>
          )
        })}
      </div>
    </Fieldset>
  )
}
