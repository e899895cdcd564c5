import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerHeaders } from '#app/account/answer-headers.ts'
import { answerFor, FormErrors, type FormView, SelectField, TextField } from '#app/account/form-fields.tsx'
import { formRefused, valueOrPage } from '#app/answer.server.ts'
import { useT } from '#app/i18n/react.tsx'
import { translator } from '#app/i18n/translator.ts'
import { parseTyped } from '#app/read-form.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { createAgency } from '#app/use-cases/agencies/create-agency.server.ts'
import { NewAgency } from '#app/use-cases/agencies/inputs.ts'
import { listTemplates } from '#app/use-cases/agencies/list-agencies.server.ts'
import { postedForm } from './agency-args.server.ts'
import { OneTimeLink } from './one-time-link.tsx'
import { ProfileFields, profileLabels } from './profile-fields.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const templates = valueOrPage(await listTemplates({ visitor: await context.visitor() }, context.ports), request)
  return { templates, title: translator(context.locale)('admin.new.title') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const typed = await postedForm(request)
  const input = parseTyped(NewAgency, typed)
  if (!input.ok) return formRefused('agency', typed, input.refusal, request)
  const created = await createAgency({ ...input.value, visitor: await context.visitor() }, context.ports)
  if (!created.ok) return formRefused('agency', typed, created.refusal, request)
  const { agencyId, administrator } = created.value
  const invited = administrator && { name: input.value.administratorName, link: administrator.link }
  return data({ created: agencyId, invited }, { status: 201, headers: { 'Cache-Control': 'no-store' } })
}

export const headers = answerHeaders
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NewAgencyPage() {
  const t = useT()
  const { templates, title } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer && 'created' in answer) {
    return (
      <div className="stack stack--loose">
        <PageHeader title={t('admin.new.done')} />
        {answer.invited && <OneTimeLink {...answer.invited} />}
        <div>
          <LinkButton href={`/kelola/${answer.created}`} variant="primary">
            {t('admin.new.open')}
          </LinkButton>
        </div>
      </div>
    )
  }
  const view: FormView = {
    form: 'agency',
    initial: { zone: 'Asia/Jakarta', template: templates[0]?.id ?? '' },
    answer: answerFor('agency', answer),
    labels: {
      id: t('admin.new.id'),
      ...profileLabels(t),
      template: t('admin.new.template'),
      administratorName: t('admin.new.administratorName'),
      administratorEmail: t('admin.new.administratorEmail'),
    },
  }
  const crumbs = [{ label: t('admin.agencies.title'), href: '/kelola' }, { label: title }]
  return (
    <div className="stack stack--loose">
      <PageHeader title={title} description={t('admin.new.intro')} breadcrumbs={crumbs} />
      <FormErrors view={view} />
      <form method="post" className="form">
        <TextField view={view} name="id" help={t('admin.new.idHelp')} maxLength={80} autoCapitalize="none" required />
        <ProfileFields view={view} />
        <SelectField
          view={view}
          name="template"
          placeholder={t('admin.new.emptyCalendar')}
          options={templates.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <h2>{t('admin.new.administrator')}</h2>
        <p className="muted">{t('admin.new.administratorHelp')}</p>
        <TextField view={view} name="administratorName" maxLength={120} />
        <TextField view={view} name="administratorEmail" type="email" maxLength={200} />
        <div className="form__actions">
          <Button variant="primary">{t('admin.new.submit')}</Button>
        </div>
      </form>
    </div>
  )
}
