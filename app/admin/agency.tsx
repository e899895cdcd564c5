import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerFor, FormErrors, type FormView, LongField } from '#app/account/form-fields.tsx'
import { formRefused } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { parseTyped } from '#app/read-form.ts'
import { Button } from '#app/ui/button.tsx'
import { AgencySettings } from '#app/use-cases/agencies/inputs.ts'
import { updateAgencySettings } from '#app/use-cases/agencies/update-agency.server.ts'
import { adminLinks } from './admin-links.ts'
import { agencyHead, agencyPlace, postedForm, savedOr } from './agency-args.server.ts'
import { AgencyPage } from './agency-page.tsx'
import { AgencyReadOnly } from './agency-read-only.tsx'
import { ContactRows, contactsAsTyped } from './contact-rows.tsx'
import { ProfileFields, profileLabels } from './profile-fields.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const head = await agencyHead(args)
  return { ...head, title: translator(args.context.locale)('admin.profile.title') }
}

export async function action(args: ActionFunctionArgs) {
  const typed = await postedForm(args.request)
  const input = parseTyped(AgencySettings, typed)
  if (!input.ok) return formRefused('profile', typed, input.refusal, args.request)
  const place = await agencyPlace(args)
  return savedOr(await updateAgencySettings({ ...input.value, ...place }, args.context.ports), 'profile', typed, args.request)
}

export const links = adminLinks
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · ${data?.agency.name}` }]

export default function AgencySettingsPage() {
  const t = useT()
  const { agency, mayEdit, saved, title } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { letterhead, contacts, papers: _papers, ...plain } = agency.profile
  const view: FormView = {
    form: 'profile',
    initial: { ...plain, zone: agency.timeZone, letterhead: letterhead.join('\n'), ...contactsAsTyped(contacts) },
    answer: answerFor('profile', answer),
    labels: {
      ...profileLabels(t),
      letterhead: t('admin.profile.letterhead'),
      contactValue: t('admin.contact.value'),
      contactWho: t('admin.contact.who'),
      contacts: t('admin.profile.contacts'),
    },
  }
  return (
    <AgencyPage agency={agency} tab="profile" title={title} readOnly={!mayEdit} saved={saved}>
      {mayEdit ? (
        <>
          <FormErrors view={view} />
          <form method="post" className="form">
            <input type="hidden" name="revision" value={agency.revision} />
            <ProfileFields view={view} zone={agency.timeZone} />
            <LongField view={view} name="letterhead" help={t('admin.profile.letterheadHelp')} rows={3} />
            <ContactRows view={view} />
            <div className="form__actions">
              <Button variant="primary">{t('common.save')}</Button>
            </div>
          </form>
        </>
      ) : (
        <AgencyReadOnly profile={agency.profile} zone={agency.timeZone} />
      )}
    </AgencyPage>
  )
}
